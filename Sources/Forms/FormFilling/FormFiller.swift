#if canImport(Bytes)
  internal import Bytes
#endif
#if canImport(FormModel)
  package import FormModel
#endif
#if canImport(TextLayout)
  package import TextLayout
#endif
#if canImport(Glyphs)
  package import Glyphs
#endif

/// Fills one compiled form into its blank PDF by incremental updates. The same record gives the same bytes.
package struct FormFiller: Sendable {
  private var placer: FormPlacer
  let blank: VerifiedBlank
  /// The outlines of each font, deflated.
  var outlines: [OutlineStore]
  /// How dictionaries are deflated.
  let syntaxDeflater: TrainedDeflater
  let printedGlyphs: PrintedGlyphs

  /// The form that is filled.
  package var form: CompiledForm { placer.form }
  var fonts: FontChain { placer.fonts }
  var plan: FillPlan { placer.plan }

  /// A filler for `form` into its blank PDF; another form's blank is rejected.
  package init(form: CompiledForm, blank: VerifiedBlank, fonts: FontChain) throws(CompiledFormError) {
    guard blank.belongs(to: form) else { throw .otherBlank }
    self.blank = blank
    placer = FormPlacer(form: form, fonts: fonts)
    syntaxDeflater = TrainedDeflater(sample: placer.plan.sample)
    outlines = fonts.fonts.map { OutlineStore($0) }
    printedGlyphs = PrintedGlyphs(form.blank.font, source: fonts.fonts.first)
  }

  /// Where every answer stands on paper, see ``FormPlacer/place(_:violations:)``.
  package mutating func place(_ record: CheckedRecord, violations: inout [Violation]) -> [PlacedText]? {
    placer.place(record, violations: &violations)
  }

  /// The filled PDF: the blank's bytes and an update that holds the values, their appearances and a font subset.
  package mutating func fill(
    _ record: CheckedRecord, _ placed: [PlacedText], options: FillOptions = FillOptions()
  ) throws(GlyphError) -> [UInt8] {
    let glyphs = ValueGlyphs(of: placed, printed: printedGlyphs, fonts: fonts.fonts.count)
    let subsets = try subsets(of: glyphs)
    let writing = FilledPDF(
      filler: self, record: record, placed: placed, glyphs: glyphs, subsets: subsets, options: options)
    writing.write()
    return writing.finished()
  }
}

/// The characters that the blank's own font can draw, so that a filled form need not bring them once more.
struct PrintedGlyphs: Sendable {
  /// Glyphs of the characters below U+10000, 0 where there is none; empty when the blank's font is another one.
  private var glyphs: [UInt16] = []

  init(_ font: BlankFont, source: (any GlyphFace)?) {
    guard font.object != 0, let source, source.postScriptName == font.name,
      UInt32(source.glyphCount) == font.sourceGlyphs
    else { return }
    glyphs = [UInt16](repeating: 0, count: 0x10000)
    for (index, scalar) in font.scalars.enumerated() where scalar < 0x10000 && index < 0xFFFF {
      glyphs[Int(scalar)] = UInt16(index + 1)
    }
  }

  /// The glyph of a character that font `font` of the chain draws; 0 when the blank does not have it.
  func glyph(for scalar: UInt32, font: UInt8) -> UInt16 {
    font == 0 && Int(scalar) < glyphs.count ? glyphs[Int(scalar)] : 0
  }
}
