internal import Content
package import Diagnostics
package import Foundation
internal import Glyphs
internal import SourceText
package import TextLayout

/// Which characters' glyphs come with which pack: the list `glyphs.yml` of the theme.
package struct GlyphTiers {
  private var tiers: [[UInt32]]

  /// Reads the list; `nil` where a theme has none, or when something in it is wrong, which is reported.
  package static func read(root: URL, diagnostics: inout [Diagnostic]) -> GlyphTiers? {
    let path = ThemeFile.path(of: "glyphs.yml", below: root)
    let url = root.appending(path: path)
    guard FileManager.default.fileExists(atPath: url.path),
      let file = SourceFile.read(url, as: path, within: root, diagnostics: &diagnostics),
      let node = YAMLReader.read(file, diagnostics: &diagnostics)
    else { return nil }
    var found: [Diagnostic] = []
    var reader = MapReader(node, what: Message("what.glyphs"), id: "glyphs")
    let nodes = reader.list("tiers")
    if !(2...255).contains(nodes.count) { reader.report(.error("glyphs.tiers", at: node.place)) }
    let tiers = nodes.map { node in
      var inner = MapReader(node, what: Message("what.glyph-tier"), id: "glyphs")
      var scalars = (inner.text("characters") ?? "").unicodeScalars.map(\.value)
      for text in inner.texts("ranges") {
        guard let range = range(text) else {
          inner.report(.error("glyphs.range", at: node.place, ["range": .text(text)]))
          continue
        }
        scalars += range
      }
      inner.finish(into: &found)
      return scalars
    }
    reader.finish(into: &found)
    diagnostics += found
    return found.hasErrors ? nil : GlyphTiers(tiers: tiers)
  }

  /// `U+2212` or `U+0020-007E`.
  private static func range(_ text: String) -> ClosedRange<UInt32>? {
    guard text.utf8.starts(with: "U+".utf8) else { return nil }
    let ends = text.utf8.dropFirst(2).split(
      separator: UInt8(ascii: "-"), maxSplits: 1, omittingEmptySubsequences: false
    ).map(codePoint)
    guard let first = ends[0], let last = ends[ends.count - 1], first <= last, last <= 0x10FFFF else { return nil }
    return first...last
  }

  /// Four to six hexadecimal digits, the letters among them capitals.
  private static func codePoint(_ digits: Substring.UTF8View) -> UInt32? {
    guard (4...6).contains(digits.count) else { return nil }
    var value: UInt32 = 0
    for digit in digits {
      switch digit {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): value = value << 4 | UInt32(digit - UInt8(ascii: "0"))
      case UInt8(ascii: "A")...UInt8(ascii: "F"): value = value << 4 | UInt32(digit - UInt8(ascii: "A") + 10)
      default: return nil
      }
    }
    return value
  }

  /// Characters of the list, of all tiers.
  package var characters: [UInt32] { Array(tiers.joined()) }

  /// One pack a tier, the base first; none when outlines of the chain's first font cannot be made coarse. A character
  /// that no font has is left out.
  ///
  /// - Parameters:
  ///   - printed: what the forms print and may show of options; it is in the base too.
  ///   - words: what the guide says besides; it is in the second pack at the latest.
  package func packs(of fonts: FontChain, printed: Set<UInt32>, words: Set<UInt32>) -> [[UInt8]] {
    GlyphPackWriter.packs(of: fonts.fonts, tiers: allTiers(printed, words))
  }

  /// The same of the fonts that a library has read, which are made once of the same fonts and characters.
  func packs(of fonts: FontLibrary, printed: Set<UInt32>, words: Set<UInt32>, keeping kept: KeptParts) -> [[UInt8]] {
    let (tiers, marks) = (allTiers(printed, words), fonts.marks + "\(fonts.first.fonts.count)".utf8)
    if let packs = kept.packs(of: marks, tiers) { return packs }
    let packs = GlyphPackWriter.packs(of: fonts.first.fonts, tiers: tiers)
    kept.keep(KeptParts.Packs(fonts: marks, tiers: tiers, packs: packs))
    return packs
  }

  /// The list's tiers with the characters that the first two lack: the same for all words whose characters they hold.
  private func allTiers(_ printed: Set<UInt32>, _ words: Set<UInt32>) -> [[UInt32]] {
    var tiers = tiers
    tiers[0] += printed.subtracting(tiers[0]).sorted()
    tiers[1] += words.subtracting(tiers[0]).subtracting(tiers[1]).sorted()
    return tiers
  }
}
