internal import Content
internal import Diagnostics
internal import Facts
internal import FormModel
internal import Foundation
internal import SourceText

/// What pages of forms take in place of fonts.
enum GuideGlyphs {
  /// The glyph packs of a guide's forms, the base first; none where the theme lists no characters.
  static func packs(
    for forms: [CompiledForm], of guide: Guide, fonts: FontLibrary, root: URL, keeping kept: KeptParts?,
    diagnostics: inout [Diagnostic]
  ) -> [[UInt8]] {
    guard !forms.isEmpty, let tiers = GlyphTiers.read(root: root, diagnostics: &diagnostics) else { return [] }
    var printed: Set<UInt32> = []
    for form in forms {
      printed.formUnion(form.blank.font.scalars)
      for option in form.fields.lazy.flatMap(\.options) {
        printed.formUnion(String(decoding: option.label, as: UTF8.self).unicodeScalars.lazy.map(\.value))
      }
    }
    var words: Set<UInt32> = []
    for version in guide.versions {
      for page in version.texts { words.formUnion((page.title + page.body).unicodeScalars.lazy.map(\.value)) }
      words.formUnion(String(decoding: GuideFacts(of: version).json, as: UTF8.self).unicodeScalars.lazy.map(\.value))
    }
    guard let kept else { return tiers.packs(of: fonts.first, printed: printed, words: words) }
    return tiers.packs(of: fonts, printed: printed, words: words, keeping: kept)
  }
}
