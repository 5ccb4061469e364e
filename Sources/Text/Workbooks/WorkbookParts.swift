internal import Foundation
internal import FoundationXML

/// What a workbook's relationships lead to: their kind, by the last word of its address, and where.
final class RelationshipParser: PartParser {
  /// By id; parts as they are named from the archive's root.
  private(set) var targets: [String: (kind: String, part: String)] = [:]
  private let folder: String

  init(_ part: String, folder: String) {
    self.folder = folder
    super.init(part)
  }

  override func begin(_ name: Substring, _ attributes: [String: String], _ parser: XMLParser) {
    guard name == "Relationship", attributes["TargetMode"] != "External", let id = attributes["Id"],
      let target = attributes["Target"], let type = attributes["Type"], targets.count < 4096
    else { return }
    let kind = type.split(separator: "/").last.map(String.init) ?? ""
    targets[id] = (kind, Self.resolved(target, in: folder))
  }

  /// The part of a kind; of several the first in the order of their ids.
  func part(_ kind: String) -> String? {
    targets.filter { $0.value.kind == kind }.min { $0.key < $1.key }?.value.part
  }

  private static func resolved(_ target: String, in folder: String) -> String {
    var parts = target.hasPrefix("/") ? [] : folder.split(separator: "/")
    for part in target.split(separator: "/") {
      if part == ".." { _ = parts.popLast() } else if part != "." { parts.append(part) }
    }
    return parts.joined(separator: "/")
  }
}

/// The sheets of a workbook, and how it counts days.
final class SheetListParser: PartParser {
  struct Sheet {
    var name: String
    var isHidden: Bool
    var id: String
  }

  private(set) var sheets: [Sheet] = []
  private(set) var countsFrom1904 = false

  override func begin(_ name: Substring, _ attributes: [String: String], _ parser: XMLParser) {
    switch name {
    case "workbookPr": countsFrom1904 = attributes.isTrue("date1904")
    case "sheet" where sheets.count < 4096:
      guard let title = attributes["name"], let id = attributes.value("id", withPrefix: true) else { return }
      sheets.append(Sheet(name: title, isHidden: (attributes["state"] ?? "visible") != "visible", id: id))
    default: break
    }
  }
}

/// The formats of numbers that cells name by the index of their style.
final class StyleParser: PartParser {
  private(set) var formats: [CellFormat] = []
  private var codes: [Int: CellFormat] = [:]
  private var isInCellFormats = false

  override func begin(_ name: Substring, _ attributes: [String: String], _ parser: XMLParser) {
    switch name {
    case "numFmt":
      guard let id = attributes["numFmtId"].flatMap({ Int($0) }), let code = attributes["formatCode"] else { return }
      codes[id] = CellFormat(code: code)
    case "cellXfs": isInCellFormats = true
    case "xf" where isInCellFormats && formats.count < 1 << 16:
      let id = attributes["numFmtId"].flatMap { Int($0) } ?? 0
      formats.append(codes[id] ?? CellFormat(builtIn: id))
    default: break
    }
  }

  override func end(_ name: Substring, _ parser: XMLParser) { if name == "cellXfs" { stop(parser) } }
}

/// The texts that many cells share, one behind the other in one piece of memory.
final class SharedTexts: PartParser {
  private static let mostBytes = 256 << 20
  private var bytes: [UInt8] = []
  private var ends: [UInt32] = []
  private var text = CellText()

  /// - Parameter size: bytes of the part. Room is kept for as many, since memory that nothing is written to costs none, and
  ///   an array that grows is there twice while it is copied.
  init(_ part: String, size: Int) {
    super.init(part)
    bytes.reserveCapacity(max(0, min(size, Self.mostBytes)))
  }

  /// A text (UTF-8); `nil` where there is none of this number.
  subscript(_ index: Int) -> ArraySlice<UInt8>? {
    guard ends.indices.contains(index) else { return nil }
    return bytes[(index == 0 ? 0 : Int(ends[index - 1]))..<Int(ends[index])]
  }

  override func begin(_ name: Substring, _ attributes: [String: String], _ parser: XMLParser) { text.begin(name) }

  override func characters(_ characters: String, _ parser: XMLParser) { text.add(characters) }

  override func end(_ name: Substring, _ parser: XMLParser) {
    text.end(name)
    guard name == "si" else { return }
    bytes += text.take()
    ends.append(UInt32(bytes.count))
    if bytes.count > Self.mostBytes { stop(parser, .tooLarge("sharedStrings")) }
  }
}

/// A text of a cell, put together from its runs; how it is read aloud is no part of it.
struct CellText {
  private var bytes: [UInt8] = []
  private var isOpen = false
  private var readings = 0

  mutating func begin(_ name: Substring) {
    if name == "rPh" { readings += 1 }
    if name == "t" { isOpen = readings == 0 }
  }

  mutating func end(_ name: Substring) {
    if name == "rPh" { readings -= 1 }
    if name == "t" { isOpen = false }
  }

  mutating func add(_ text: String) { if isOpen { bytes += text.utf8 } }

  /// The text, which begins anew.
  mutating func take() -> [UInt8] {
    defer { bytes.removeAll(keepingCapacity: true) }
    return Self.unescaped(bytes)
  }

  /// `_x000D_` is the character with this code (ECMA-376 part 1, 22.9.2.19).
  static func unescaped(_ bytes: [UInt8]) -> [UInt8] {
    guard bytes.contains(UInt8(ascii: "_")) else { return bytes }
    var out: [UInt8] = []
    var rest = bytes[...]
    while let byte = rest.first {
      if byte == UInt8(ascii: "_"), rest.count >= 7, rest[rest.startIndex + 1] | 0x20 == UInt8(ascii: "x"),
        rest[rest.startIndex + 6] == UInt8(ascii: "_"),
        let code = UInt32(String(decoding: rest.dropFirst(2).prefix(4), as: UTF8.self), radix: 16),
        let scalar = Unicode.Scalar(code)
      {
        out += Array(String(Character(scalar)).utf8)
        rest = rest.dropFirst(7)
      } else {
        out.append(byte)
        rest = rest.dropFirst()
      }
    }
    return out
  }
}
