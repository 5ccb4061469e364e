#if canImport(Bytes)
  internal import Bytes
#endif
#if canImport(FormModel)
  package import FormModel
#endif
#if canImport(TextLayout)
  package import TextLayout
#endif

/// Places the answers of one compiled form on paper, which needs no blank: whether they fit is known before anything
/// is filled.
package struct FormPlacer: Sendable {
  let form: CompiledForm
  let fonts: FontChain
  let plan: FillPlan
  private var cache: GlyphCache

  /// A placer for `form` that draws with `fonts`.
  package init(form: CompiledForm, fonts: FontChain) {
    self.form = form
    self.fonts = fonts
    plan = FillPlan(form)
    cache = GlyphCache(fonts)
  }

  /// Where every answer stands on paper. A text that does not fit at its smallest size and a character that no font
  /// has are appended to `violations`, and nothing is returned.
  package mutating func place(_ record: CheckedRecord, violations: inout [Violation]) -> [PlacedText]? {
    place(record.answers, violations: &violations)
  }

  /// The same for answers of a record that may still have others wrong: those that are there are placed.
  package mutating func place(_ answers: Answers, violations: inout [Violation]) -> [PlacedText]? {
    var placed: [PlacedText] = []
    placed.reserveCapacity(plan.widgets.count)
    let before = violations.count
    var rejected: UInt16?
    for index in plan.widgets.indices {
      let widget = plan.widgets[index]
      let field = Int(widget.field)
      guard answers.isPresent(field), rejected != widget.field else { continue }
      guard form.keeps(page: Int(widget.page), for: answers) else {
        if widget.index > 0, case .part = widget.kind { continue }  // it stands in another place too
        violations.append(Violation(.field(field), .form(.eNoRoom)))
        rejected = widget.field
        continue
      }
      switch widget.kind {
      case .check, .radio: continue
      case .text, .part, .list: break
      }
      let value = form.shownValue(of: field, in: answers)
      let text = cache.measure(text: UnicodeText.scalars(value))
      guard text.missing.isEmpty else {
        for (index, scalar) in text.missing.enumerated() where !text.missing[..<index].contains(scalar) {
          violations.append(Violation(.field(field), .form(.eNoGlyph), scalar: scalar))
        }
        rejected = widget.field
        continue
      }
      guard let (size, runs) = BoxPlacing(box: widget.box, text: text).placed() else {
        violations.append(Violation(.field(field), .form(.eNoRoom)))
        rejected = widget.field
        continue
      }
      var stored = value
      if case .list = widget.kind { stored = form.optionValue(of: field, in: answers) }
      placed.append(
        PlacedText(field: field, widget: Int(widget.index), plan: index, size: size, runs: runs, value: stored))
    }
    return violations.count == before ? placed : nil
  }
}

extension CompiledForm {
  /// Whether a filled form has a page: the record has the element of the repeated group that the page is for.
  func keeps(page: Int, for answers: Answers) -> Bool {
    guard let item = blank.pages[page].item else { return true }
    return answers.itemCounts[Int(item.group)] > item.index
  }
}
