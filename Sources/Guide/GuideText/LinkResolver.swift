internal import Content
package import Diagnostics

/// Finds what a link written in a version's text leads to.
struct LinkResolver {
  let index: GuideIndex
  let place: TextPlace

  /// What the link leads to, or what is wrong with it.
  func target(of destination: String, at place: SourcePlace) -> Result<LinkTarget, LinkProblem> {
    if let scheme = Self.scheme(of: destination) {
      switch scheme {
      case "tel": return .success(.outside(PercentEncoding.fit(destination.filter { $0 != " " })))
      case "http", "https", "mailto": return .success(.outside(PercentEncoding.fit(destination)))
      case "form": return form(destination.dropFirst("form:".count), place).map { .blank($0.blank) }
      case "fill": return formPage(destination.dropFirst("fill:".count), place)
      default: return .failure(LinkProblem(.error("link.scheme", at: place, ["scheme": .text(scheme)])))
      }
    }
    let parts = destination.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    let pieces = (parts.first ?? "").split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    guard let path = PercentEncoding.decoded(pieces.first.map(String.init) ?? ""),
      let fragment = PercentEncoding.decoded(parts.count > 1 ? String(parts[1]) : "")
    else { return broken(destination, place, hint: Message("hint.percent")) }
    // An empty fragment is the page itself.
    return inside(path, query: pieces.count > 1 ? PercentEncoding.fit("?\(pieces[1])") : "", fragment: fragment, place)
  }

  /// The picture that a text shows, or what is wrong with its address.
  func picture(_ source: String, at place: SourcePlace) -> Result<(path: SitePath, figure: Figure), LinkProblem> {
    if Self.scheme(of: source) != nil || source.hasPrefix("//") {
      return .failure(LinkProblem(.error("image.external", at: place)))
    }
    guard let path = PercentEncoding.decoded(source), let (number, rest) = located(path) else {
      return .failure(LinkProblem(.error("image.missing", at: place, ["source": .text(source)])))
    }
    guard let figure = index.figure(rest, version: number) else { return .failure(noFigure(rest, number, place)) }
    return .success((sitePath(figure.name, version: number), figure))
  }

  // MARK: Parts

  private func inside(
    _ path: String, query: String, fragment: String, _ place: SourcePlace
  ) -> Result<LinkTarget, LinkProblem> {
    if path.isEmpty {
      guard let page = self.place.page else {
        return broken("#\(fragment)", place, hint: Message("hint.name-page", ["anchor": .text(fragment)]))
      }
      if !fragment.isEmpty || !query.isEmpty { return anchor(fragment, on: page, query: query, place) }
      return broken("#", place, hint: Message("hint.page-names"))
    }
    guard let (number, rest) = located(path) else {
      return broken(path, place, hint: path.hasPrefix("/") ? Message("hint.relative-link") : nil)
    }
    if let figure = index.figure(rest, version: number) {
      return .success(.picture(sitePath(figure.name, version: number)))
    }
    if let file = index.attachment(rest, version: number) {
      return .success(
        .attachment(sitePath(file.name, version: number), kind: file.kind, size: file.bytes.count, hash: file.hash))
    }
    if rest.hasPrefix("figures/") { return .failure(noFigure(rest, number, place)) }
    if rest.hasPrefix("files/") {
      let hint = NearName.hint(rest, in: index.attachmentNames(version: number))
      return .failure(LinkProblem(.error("link.file", at: place, ["name": .text(rest)], hint: hint)))
    }
    guard rest.hasSuffix(".md") else { return broken(path, place, hint: Message("hint.page-names")) }
    return page(rest, version: number, query: query, fragment: fragment, written: path, place)
  }

  private func page(
    _ file: String, version: Int, query: String, fragment: String, written path: String, _ place: SourcePlace
  ) -> Result<LinkTarget, LinkProblem> {
    let name = SourcePage.name(ofFile: file)
    let known =
      index.pageNumber(file: file, version: version) ?? index.formerPageNumber(name, version: version)
    guard let page = known else {
      let target = index.guide.versions[version]
      if target.unread.contains(file) {
        return .success(.unread(SitePath(version: target.id, page: SourcePage.name(ofFile: file))))
      }
      let from = SitePath("\(index.guide.versions[self.place.version].id)/\(self.place.folder)")
      let hint = NearName.hint(file, in: index.pageFiles(version: version)) {
        SitePath("\(target.id)/\($0)").written(from: from)
      }
      // A page that was renamed is found by what it says of itself.
      let older = index.guide.versions[(version + 1)...].first { $0.pages.contains { $0.name == name } }
      let renamed = older.map { Message("hint.formerly", ["version": .text($0.id), "name": .text(name)]) }
      return broken(path, place, hint: renamed ?? hint)
    }
    return anchor(fragment, on: PageID(version: version, page: page), query: query, place)
  }

  private func anchor(
    _ fragment: String, on page: PageID, query: String, _ place: SourcePlace
  ) -> Result<LinkTarget, LinkProblem> {
    let target = index.page(page)
    guard fragment.isEmpty || target.anchors.contains(Array(fragment.utf8)) else {
      let anchors = target.anchors.map { String(decoding: $0, as: UTF8.self) }.sorted()
      return .failure(
        LinkProblem(
          .error(
            "link.anchor", at: place, ["path": .text(target.source.path), "anchor": .text(fragment)],
            hint: moved(fragment, from: page) ?? NearName.hint(fragment, in: anchors) { "#\($0)" })))
    }
    return .success(.page(page, query: query, fragment: fragment))
  }

  /// The one other page of the version that has an anchor: a part that went there.
  private func moved(_ fragment: String, from page: PageID) -> Message? {
    let pages = index.pages[page.version]
    let holders = pages.indices.filter { $0 != page.page && pages[$0].anchors.contains(Array(fragment.utf8)) }
    guard holders.count == 1 else { return nil }
    let (target, own) = (index.guide.versions[page.version], index.guide.versions[place.version])
    let path = SitePath("\(target.id)/\(pages[holders[0]].source.file)")
    return .near("\(path.written(from: SitePath("\(own.id)/\(place.folder)")))#\(fragment)")
  }

  private func form(
    _ id: some StringProtocol, _ place: SourcePlace
  ) -> Result<(page: SitePath, blank: SitePath), LinkProblem> {
    let (id, version) = (String(id), self.place.version)
    guard index.hasForm(id, version: version) else {
      return .failure(LinkProblem(FormProblem.unknown(id, index.formNames(version: version), at: place)))
    }
    return .success((sitePath("forms/\(id)/", version: version), sitePath("forms/\(id).pdf", version: version)))
  }

  /// The screen of a form's page on which tables are pasted; the only one that a link may name.
  private static let tables = "tables"

  private func formPage(_ destination: Substring, _ place: SourcePlace) -> Result<LinkTarget, LinkProblem> {
    let parts = destination.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    let fragment = parts.count > 1 ? String(parts[1]) : ""
    return form(parts[0], place).flatMap { form in
      guard fragment.isEmpty || fragment == Self.tables else {
        return .failure(
          LinkProblem(
            .error(
              "link.anchor", at: place, ["path": .text("fill:\(parts[0])"), "anchor": .text(fragment)],
              hint: .near("#\(Self.tables)"))))
      }
      return .success(.formPage(form.page, blank: form.blank, fragment: fragment))
    }
  }

  private func broken(_ path: String, _ place: SourcePlace, hint: Message?) -> Result<LinkTarget, LinkProblem> {
    .failure(LinkProblem(.error("link.broken", at: place, ["path": .text(path)], hint: hint)))
  }

  private func noFigure(_ name: String, _ version: Int, _ place: SourcePlace) -> LinkProblem {
    let hint = NearName.hint(name, in: index.figureNames(version: version))
    return LinkProblem(.error("image.missing/figure", at: place, ["name": .text(name)], hint: hint))
  }

  private func sitePath(_ path: String, version: Int) -> SitePath {
    SitePath("\(index.guide.versions[version].id)/\(path)")
  }

  /// The version that a relative path leads to, and the rest of the path there.
  private func located(_ path: String) -> (version: Int, rest: String)? {
    var parts = [index.guide.versions[place.version].id] + place.folder.split(separator: "/").map(String.init)
    for part in path.split(separator: "/", omittingEmptySubsequences: false) where part != "." {
      if part.isEmpty { return nil }
      if part != ".." {
        parts.append(String(part))
      } else if parts.popLast() == nil {
        return nil
      }
    }
    guard parts.count >= 2, let number = index.versionNumber(parts[0]) else { return nil }
    return (number, parts.dropFirst().joined(separator: "/"))
  }

  private static func scheme(of destination: String) -> String? {
    guard let colon = destination.utf8.firstIndex(of: UInt8(ascii: ":")), colon > destination.startIndex else {
      return nil
    }
    let scheme = destination[..<colon]
    let isScheme = scheme.utf8.enumerated().allSatisfy { position, byte in
      switch byte {
      case 65...90, 97...122: true
      case 48...57, UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."): position > 0
      default: false
      }
    }
    return isScheme ? scheme.lowercased() : nil
  }
}

/// Why a link cannot be followed.
struct LinkProblem: Error {
  let diagnostic: Diagnostic

  init(_ diagnostic: Diagnostic) { self.diagnostic = diagnostic }
}

extension GuideIndex {
  /// What a path below `content/`, such as `2026-11/fees.md#prices`, or another site's address leads to, or what is wrong
  /// with it.
  package func target(
    ofContentPath path: String, at place: SourcePlace
  ) -> (target: LinkTarget?, problem: Diagnostic?) {
    guard !guide.versions.isEmpty else { return (nil, nil) }
    let resolver = LinkResolver(index: self, place: TextPlace(factsOf: 0))
    let outside = path.hasPrefix("https://") || path.hasPrefix("http://")
    switch resolver.target(of: outside ? path : "../\(path)", at: place) {
    case .success(let target): return (target, nil)
    case .failure(let problem): return (nil, problem.diagnostic)
    }
  }
}
