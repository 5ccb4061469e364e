package import Diagnostics
package import Foundation
internal import Glyphs
internal import SourceText
internal import Synchronization
package import TextLayout

/// Which characters' glyphs come with which pack: the list `templates/glyphs.yml`.
package struct GlyphTiers {
  /// What was made last, for a guide that is built again and again while it is written.
  private struct Made {
    var identity: [UInt8]
    var tiers: [[UInt32]]
    var packs: [[UInt8]]
  }

  private static let last = Mutex<Made?>(nil)
  private var tiers: [[UInt32]]

  /// Reads the list; `nil` where a theme has none, or when something in it is wrong, which is reported.
  package static func read(root: URL, diagnostics: inout [Diagnostic]) -> GlyphTiers? {
    let path = "templates/glyphs.yml"
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
    guard let match = text.wholeMatch(of: /U\+([0-9A-F]{4,6})(?:-([0-9A-F]{4,6}))?/),
      let first = UInt32(match.1, radix: 16), let last = match.2.map({ UInt32($0, radix: 16) }) ?? first,
      first <= last, last <= 0x10FFFF
    else { return nil }
    return first...last
  }

  /// Characters of the list, of all tiers.
  package var characters: [UInt32] { Array(tiers.joined()) }

  /// One pack a tier, the base first; none when outlines of the chain's first font cannot be made coarse. A character
  /// that no font has is left out.
  ///
  /// - Parameters:
  ///   - identity: what tells the fonts from others, ``FontLibrary/identity``.
  ///   - printed: what the forms print and may show of options; it is in the base too.
  ///   - words: what the guide says besides; it is in the second pack at the latest.
  package func packs(
    of fonts: FontChain, identity: [UInt8], printed: Set<UInt32>, words: Set<UInt32>
  ) -> [[UInt8]] {
    var tiers = tiers
    tiers[0] += printed.sorted()
    tiers[1] += words.sorted()
    if let made = Self.last.withLock({ $0 }), made.identity == identity, made.tiers == tiers { return made.packs }
    let packs = GlyphPackWriter.packs(of: fonts.fonts, tiers: tiers)
    Self.last.withLock { $0 = Made(identity: identity, tiers: tiers, packs: packs) }
    return packs
  }
}
