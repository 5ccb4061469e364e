internal import Content
internal import Diagnostics
internal import SourceText
internal import ZhinanValidation

/// Reads `limits.yml`: which files are taken.
enum LimitsReader {
  /// The limits; `nil` when something is reported.
  static func limits(_ file: DataFile, _ diagnostics: inout [Diagnostic]) -> UploadLimits? {
    var top = MapReader(file.root, "what.limits")
    let kinds = top.requiredList("formats").compactMap { node -> UploadKind? in
      if let text = node.text, let kind = UploadKind(named: Array(text.utf8)) { return kind }
      let known = ["jpg"] + UploadKind.allCases.map { "\($0.name)" }
      top.report(
        .error("facts.format", at: node.place, ["text": .message(node.textOrKind), "known": .list(known)]))
      return nil
    }
    let sizes = top.requiredNode("bytes").map { self.sizes($0, &diagnostics) }
    var resolution: Int64 = 0
    if let node = top.node("scan"), node.map != nil {
      var scan = MapReader(node, "what.scan")
      resolution = scan.decimal("dpi", digits: 0) ?? 0
      _ = scan.bool("colour")  // pages say so, and look for it
      scan.finish(&diagnostics)
    }
    top.finish(&diagnostics)
    guard let sizes, sizes.count == 4 else { return nil }
    var taken: [UploadKind] = []
    for kind in kinds where !taken.contains(kind) { taken.append(kind) }
    return UploadLimits(
      smallest: sizes[0], largest: sizes[3], safeSmallest: sizes[1], safeLargest: sizes[2],
      resolution: Int32(clamping: resolution / 10_000), kinds: taken)
  }

  /// The four sizes, ascending.
  private static func sizes(_ node: SourceNode, _ diagnostics: inout [Diagnostic]) -> [Int64] {
    var reader = MapReader(node, "what.sizes")
    let keys = ["accept-min", "safe-min", "safe-max", "accept-max"]
    let sizes = keys.map { reader.requiredDecimal($0, digits: 0) }
    for place in 1..<keys.count {
      guard let before = sizes[place - 1], let size = sizes[place], before > size else { continue }
      reader.report(
        .error(
          "facts.order", at: node[keys[place]]?.place,
          ["first": .text(keys[place - 1]), "last": .text(keys[place])]))
    }
    reader.finish(&diagnostics)
    return sizes.compactMap(\.self).map { $0 / 10_000 }
  }
}
