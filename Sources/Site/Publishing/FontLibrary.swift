internal import Bytes
internal import Content
package import Diagnostics
internal import Files
package import Foundation
internal import SourceText
package import TextLayout
internal import TrueType

/// The fonts that `templates/fonts.yml` names. The first is read at once; the rest only when it lacks a character.
package struct FontLibrary {
  private struct Entry {
    var file: String
    var package: String?
    var face: Int
    var place: SourcePlace
  }

  private let entries: [Entry]
  private var chain: FontChain

  /// Reads the list and the first font; a font that is missing or damaged is reported.
  package static func read(root: URL, diagnostics: inout [Diagnostic]) -> FontLibrary? {
    let path = ThemeFile.path(of: "fonts.yml", below: root)
    guard
      let file = SourceFile.read(root.appending(path: path), as: path, within: root, diagnostics: &diagnostics),
      let node = YAMLReader.read(file, diagnostics: &diagnostics)
    else { return nil }
    var found: [Diagnostic] = []
    var reader = MapReader(node, what: Message("what.fonts"), id: "fonts")
    let entries = reader.list("fonts").map { node in
      var inner = MapReader(node, what: Message("what.font"), id: "fonts")
      let entry = Entry(
        file: inner.requiredText("file") ?? "", package: inner.text("package"), face: inner.integer("face") ?? 0,
        place: node.place)
      inner.finish(into: &found)
      return entry
    }
    reader.finish(into: &found)
    if entries.isEmpty, !found.hasErrors {
      found.append(.error("fonts.value", at: node.place))
    }
    diagnostics += found
    guard !found.hasErrors, let first = entries.first, let font = load(first, diagnostics: &diagnostics) else {
      return nil
    }
    return FontLibrary(entries: entries, chain: FontChain([font]))
  }

  /// The fonts that are needed for these characters: the first alone when it has them all.
  package mutating func fonts(for scalars: some Sequence<UInt32>, diagnostics: inout [Diagnostic]) -> FontChain? {
    guard chain.fonts.count < entries.count, scalars.contains(where: { chain.measure($0) == nil && $0 != 10 }) else {
      return chain
    }
    return all(diagnostics: &diagnostics)
  }

  /// What tells the fonts of the list from others: of each its face, its size and the file's first 4 KiB, where the
  /// checksums of a TrueType file's tables stand. A font that is missing is told from one that is there.
  package var identity: [UInt8] {
    entries.flatMap { entry -> [UInt8] in
      guard let (bytes, size) = try? InputFile.beginning(of: entry.file, count: 4096) else {
        return Array("\(entry.face) -\n".utf8)
      }
      return Array("\(entry.face) \(size)\n".utf8) + bytes
    }
  }

  /// What fills forms, in one line: a program with its version, and the fonts (SHA-256 over ``identity``).
  package func filler(of program: String) -> String { "\(program) \(Hexadecimal.text(SHA256.digest(of: identity)))" }

  /// What tells the fonts of the list from others, and from those that stood at the same paths before, as long as this
  /// machine runs.
  var marks: [UInt8] {
    entries.flatMap { Array("\($0.file)\n\($0.face) \(InputFile.identity(of: $0.file))\n".utf8) } + identity
  }

  /// The fonts that are read so far.
  package var first: FontChain { chain }

  /// Every font of the list.
  package mutating func all(diagnostics: inout [Diagnostic]) -> FontChain? {
    var fonts = chain.fonts
    for entry in entries.dropFirst(fonts.count) {
      guard let font = Self.load(entry, diagnostics: &diagnostics) else { return nil }
      fonts.append(font)
    }
    chain = FontChain(fonts)
    return chain
  }

  private static func load(_ entry: Entry, diagnostics: inout [Diagnostic]) -> TrueTypeFont? {
    let hint = entry.package.map { Message("hint.font-package", ["package": .text($0)]) }
    let file: MappedFile
    do {
      file = try InputFile.map(entry.file)
    } catch {
      diagnostics.append(
        .error(
          "font.unreadable", at: entry.place, ["file": .text(entry.file), "reason": .message(error.reason)], hint: hint)
      )
      return nil
    }
    do {
      // The memory keeps the file mapped.
      return try TrueTypeFont(FontMemory(file.bytes) { _ in withExtendedLifetime(file) {} }, face: entry.face)
    } catch {
      diagnostics.append(
        .error(
          "font.damaged", at: entry.place, ["file": .text(entry.file), "reason": .message(reason(error))],
          hint: hint))
    }
    return nil
  }

  private static func reason(_ error: TrueTypeError) -> Message {
    switch error {
    case .notTrueType: Message("reason.font-kind")
    case .noSuchFace(let face): Message("reason.font-face", ["face": .number(face)])
    case .missingTable(let table): Message("reason.font-table", ["table": .text("\(table)")])
    case .damagedTable(let table): Message("reason.font-damaged-table", ["table": .text("\(table)")])
    }
  }
}
