internal import Content
internal import Diagnostics

/// Finds what a link written in a version's text leads to.
struct LinkResolver {
  let index: SiteIndex
  /// Version that the text belongs to.
  let version: Int
  /// The page that the text is shown on, from which relative addresses start.
  let from: SitePath
  /// The page that `#id` alone means; `nil` in texts that stand on several pages.
  let page: PageID?

  enum Target {
    case inside(String)
    case outside(String)
  }

  /// The link's address, or what is wrong with it.
  func target(of destination: String, at place: SourcePlace) -> Result<Target, LinkProblem> {
    if let scheme = Self.scheme(of: destination) {
      switch scheme {
      case "http", "https", "mailto", "tel": return .success(.outside(destination))
      case "form": return form(String(destination.dropFirst("form:".count)), place)
      default:
        return .failure(
          LinkProblem(
            .error("link.scheme", at: place, ["scheme": .text(scheme)])))
      }
    }
    let parts = destination.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    let pieces = (parts.first ?? "").split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    guard let path = PercentEncoding.decoded(pieces.first.map(String.init) ?? ""),
      let fragment = PercentEncoding.decoded(parts.count > 1 ? String(parts[1]) : "")
    else { return broken(destination, place, hint: Message("hint.percent")) }
    let query = pieces.count > 1 ? "?\(pieces[1])" : ""
    // An empty fragment is the page itself.
    return inside(path, query: query, fragment: parts.count > 1 && !fragment.isEmpty ? fragment : nil, place)
  }

  /// The address of a picture, or what is wrong with it.
  func picture(_ source: String, at place: SourcePlace) -> Result<String, LinkProblem> {
    if Self.scheme(of: source) != nil || source.hasPrefix("//") {
      return .failure(
        LinkProblem(
          .error("image.external", at: place)))
    }
    guard let path = PercentEncoding.decoded(source), let (number, rest) = located(path),
      rest.count == 2, rest[0] == "figures"
    else {
      return .failure(
        LinkProblem(
          .error("image.missing", at: place, ["source": .text(source)])))
    }
    if let missing = missingFigure(rest[1], version: number, place) { return .failure(missing) }
    return .success(figurePath(rest[1], version: number).relative(from: from))
  }

  // MARK: Parts

  private func inside(
    _ path: String, query: String, fragment: String?, _ place: SourcePlace
  ) -> Result<Target, LinkProblem> {
    if path.isEmpty {
      guard let page else {
        return broken("#\(fragment ?? "")", place, hint: Message("hint.name-page", ["anchor": .text(fragment ?? "id")]))
      }
      return anchor(fragment ?? "", on: page, address: "", place)
    }
    guard let (number, rest) = located(path) else {
      return broken(path, place, hint: path.hasPrefix("/") ? Message("hint.relative-link") : nil)
    }
    if rest.count == 2, rest[0] == "figures" {
      if let missing = missingFigure(rest[1], version: number, place) { return .failure(missing) }
      return .success(.inside(figurePath(rest[1], version: number).relative(from: from)))
    }
    guard rest.count == 1, rest[0].hasSuffix(".md") else {
      return broken(path, place, hint: Message("hint.page-names"))
    }
    let name = String(rest[0].dropLast(3))
    let known = index.pageNumber(name, version: number) ?? index.formerPageNumber(name, version: number)
    guard let page = known else {
      let target = index.guide.versions[number]
      if target.unread.contains(rest[0]) {
        return .success(.inside(SitePath(version: target.id, page: name).relative(from: from)))
      }
      let near = NearName.hint(name, in: index.pageNames(version: number)) { "\($0).md" }
      return broken(path, place, hint: near)
    }
    let id = PageID(version: number, page: page)
    let address = index.page(id).path.relative(from: from) + query
    guard let fragment else { return .success(.inside(address)) }
    return anchor(fragment, on: id, address: address, place)
  }

  private func anchor(
    _ fragment: String, on page: PageID, address: String, _ place: SourcePlace
  ) -> Result<Target, LinkProblem> {
    let target = index.page(page)
    guard target.anchors.contains(Array(fragment.utf8)) else {
      return .failure(
        LinkProblem(
          .error(
            "link.anchor", at: place, ["path": .text(target.source.path), "anchor": .text(fragment)],
            hint: NearName.hint(fragment, in: target.anchors.map { String(decoding: $0, as: UTF8.self) }.sorted()) {
              "#\($0)"
            })))
    }
    return .success(.inside("\(address)#\(fragment)"))
  }

  private func form(_ id: String, _ place: SourcePlace) -> Result<Target, LinkProblem> {
    guard index.hasForm(id, version: version) else {
      return .failure(LinkProblem(FormProblem.unknown(id, index.formNames(version: version), at: place)))
    }
    let file = SitePath("\(index.guide.versions[version].id)/forms/\(id).pdf")
    return .success(.inside(file.relative(from: from)))
  }

  private func broken(_ path: String, _ place: SourcePlace, hint: Message?) -> Result<Target, LinkProblem> {
    .failure(LinkProblem(.error("link.broken", at: place, ["path": .text(path)], hint: hint)))
  }

  private func missingFigure(_ name: String, version: Int, _ place: SourcePlace) -> LinkProblem? {
    guard !index.hasFigure(name, version: version) else { return nil }
    let hint = NearName.hint(name, in: index.figureNames(version: version)) { "figures/\($0)" }
    return LinkProblem(.error("image.missing/figure", at: place, ["name": .text(name)], hint: hint))
  }

  private func figurePath(_ name: String, version: Int) -> SitePath {
    SitePath("\(index.guide.versions[version].id)/figures/\(name)")
  }

  /// The version that a relative path leads to, and the rest of the path there.
  private func located(_ path: String) -> (version: Int, rest: [String])? {
    let parts = Array(path.split(separator: "/", omittingEmptySubsequences: false).map(String.init).drop { $0 == "." })
    guard parts.first == ".." else { return parts.contains("..") || parts.contains("") ? nil : (version, parts) }
    guard parts.count >= 3, let number = index.versionNumber(parts[1]) else { return nil }
    let rest = Array(parts[2...])
    return rest.contains("..") || rest.contains("") ? nil : (number, rest)
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
