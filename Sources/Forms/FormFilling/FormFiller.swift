#if canImport(Bytes)
  internal import Bytes
#endif
#if canImport(FormModel)
  package import FormModel
#endif
#if canImport(TextLayout)
  package import TextLayout
#endif
#if canImport(TrueType)
  package import TrueType
#endif

/// Fills one compiled form into its blank PDF by incremental updates. The same record gives the same bytes.
package struct FormFiller: Sendable {
  package let form: CompiledForm
  let blank: [UInt8]
  let fonts: FontChain
  let plan: FillPlan
  private var cache: GlyphCache
  /// The outlines of each font, deflated.
  var outlines: [OutlineStore]
  /// How dictionaries are deflated.
  let syntaxDeflater: TrainedDeflater
  let printedGlyphs: PrintedGlyphs

  /// A filler for `form`, whose blank PDF is `blank`; another PDF is refused.
  package init(form: CompiledForm, blank: [UInt8], fonts: FontChain) throws(CompiledFormError) {
    guard form.belongs(to: blank) else { throw .otherBlank }
    self.form = form
    self.blank = blank
    self.fonts = fonts
    plan = FillPlan(form)
    cache = GlyphCache(fonts)
    syntaxDeflater = TrainedDeflater(sample: plan.sample)
    outlines = fonts.fonts.map { OutlineStore($0) }
    printedGlyphs = PrintedGlyphs(form.blank.font, source: fonts.fonts.first)
  }

  /// Where every answer stands on paper. A text that does not fit at its smallest size and a character that no font
  /// has are appended to `violations`, and nothing is returned.
  package mutating func place(_ record: CheckedRecord, violations: inout [Violation]) -> [PlacedText]? {
    var placed: [PlacedText] = []
    placed.reserveCapacity(plan.widgets.count)
    let before = violations.count
    var refused: UInt16?
    for index in plan.widgets.indices {
      let widget = plan.widgets[index]
      let field = Int(widget.field)
      guard record.answers.isPresent(field), refused != widget.field else { continue }
      guard form.keeps(page: Int(widget.page), for: record.answers) else {
        violations.append(Violation(.field(field), .form(.eNoRoom)))
        refused = widget.field
        continue
      }
      switch widget.kind {
      case .check, .radio: continue
      case .text, .list: break
      }
      let value = form.shownValue(of: field, in: record.answers)
      let text = cache.measure(text: UnicodeText.scalars(value))
      guard text.missing.isEmpty else {
        for scalar in text.missing { violations.append(Violation(.field(field), .form(.eNoGlyph), scalar: scalar)) }
        refused = widget.field
        continue
      }
      guard let (size, runs) = BoxPlacing(box: widget.box, text: text).placed() else {
        violations.append(Violation(.field(field), .form(.eNoRoom)))
        refused = widget.field
        continue
      }
      var stored = value
      if case .list = widget.kind { stored = form.optionValue(of: field, in: record.answers) }
      placed.append(
        PlacedText(field: field, widget: Int(widget.index), plan: index, size: size, runs: runs, value: stored))
    }
    return violations.count == before ? placed : nil
  }

  /// The filled PDF: the blank's bytes and an update that holds the values, their appearances and a font subset.
  package mutating func fill(
    _ record: CheckedRecord, _ placed: [PlacedText], options: FillOptions = FillOptions()
  ) throws(TrueTypeError) -> [UInt8] {
    let glyphs = ValueGlyphs(of: placed, printed: printedGlyphs, fonts: fonts.fonts.count)
    let subsets = try subsets(of: glyphs)
    var writing = FilledPDF(
      filler: self, record: record, placed: placed, glyphs: glyphs, subsets: subsets, options: options)
    writing.write()
    return writing.finished()
  }
}

extension CompiledForm {
  /// Whether a filled form has a page: the record has the element of the repeated group that the page is for.
  func keeps(page: Int, for answers: Answers) -> Bool {
    guard let item = blank.pages[page].item else { return true }
    return answers.itemCounts[Int(item.group)] > item.index
  }
}

/// The characters that the blank's own font can draw, so that a filled form need not bring them once more.
struct PrintedGlyphs: Sendable {
  /// Glyphs of the characters below U+10000, 0 where there is none; empty when the blank's font is another one.
  private var glyphs: [UInt16] = []

  init(_ font: BlankFont, source: TrueTypeFont?) {
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
