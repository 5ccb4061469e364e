internal import Bytes
internal import Diagnostics
internal import SourceText

/// Files of `assets/` that templates name and that are not there, such as the icon.
enum NamedAssets {
  private static let root = Array("{{root}}".utf8)
  private static let marker = root + Array("assets/".utf8)

  /// A warning for each, where it is named first.
  static func problems(_ sources: [(name: String, file: SourceFile)], assets: [OutputFile]) -> [Diagnostic] {
    var known = Set(assets.map(\.path))
    var found: [Diagnostic] = []
    for (_, file) in sources {
      let text = Array(file.text.utf8)
      for range in paths(in: text) {
        let path = String(decoding: text[range], as: UTF8.self)
        if known.insert(path).inserted {
          found.append(
            .warning("template.no-asset", at: place(of: range.lowerBound, in: text, file), ["path": .text(path)]))
        }
      }
    }
    return found
  }

  /// Where paths below `assets/` stand behind the way to the site's root.
  private static func paths(in text: [UInt8]) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var place = 0
    while let start = text.firstPlace(of: marker, from: place) {
      place = start + marker.count
      let end = text[place...].firstIndex { !isPart($0) } ?? text.endIndex
      if end > place { found.append((start + root.count)..<end) }
    }
    return found
  }

  private static func isPart(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "/"), UInt8(ascii: "-"):
      true
    default: false
    }
  }

  private static func place(of position: Int, in text: [UInt8], _ file: SourceFile) -> SourcePlace {
    let before = text[..<position]
    let line = before.lastIndex(of: UInt8(ascii: "\n")).map { before[($0 + 1)...] } ?? before
    return SourcePlace(
      file.path, line: before.count { $0 == UInt8(ascii: "\n") } + 1,
      column: String(decoding: line, as: UTF8.self).unicodeScalars.count + 1)
  }
}
