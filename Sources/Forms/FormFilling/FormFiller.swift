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
  private let blank: [UInt8]
  private let fonts: FontChain

  /// A filler for `form`, whose blank PDF is `blank`; another PDF is refused.
  package init(form: CompiledForm, blank: [UInt8], fonts: FontChain) throws(CompiledFormError) {
    guard form.belongs(to: blank) else { throw .otherBlank }
    self.form = form
    self.blank = blank
    self.fonts = fonts
  }

  /// Where every answer stands on paper. A text that does not fit at its smallest size and a character that no font
  /// has are appended to `violations`, and nothing is returned.
  package func place(_ record: CheckedRecord, violations: inout [Violation]) -> [PlacedText]? {
    var placed: [PlacedText] = []
    let before = violations.count
    for (index, field) in form.fields.enumerated() {
      guard let value = form.shownValue(of: index, in: record.answers) else { continue }
      for (number, widget) in field.widgets.enumerated() {
        switch widget.kind {
        case .check, .radio: continue
        case .text, .list: break
        }
        let text = fonts.measure(text: TextCoding.scalars(value))
        guard text.missing.isEmpty else {
          for scalar in text.missing {
            violations.append(Violation(.field(index), .form(.eNoGlyph), scalar: scalar))
          }
          break
        }
        guard let (size, runs) = BoxPlacing(widget: widget, text: text).placed() else {
          violations.append(Violation(.field(index), .form(.eNoRoom)))
          break
        }
        let stored = widget.kind == .list ? form.optionValue(of: index, in: record.answers) : value
        placed.append(PlacedText(field: index, widget: number, size: size, runs: runs, value: stored))
      }
    }
    return violations.count == before ? placed : nil
  }

  /// The filled PDF: the blank's bytes and an update that holds the values, their appearances and a font subset.
  package func fill(_ record: CheckedRecord, _ placed: [PlacedText]) throws(TrueTypeError) -> [UInt8] {
    var update = PDFUpdate(after: blank, firstFree: form.blank.objectCount, reserving: 64 << 10)
    var subsets: [FontSubset?] = []
    var numbers: [UInt32] = []
    for font in fonts.fonts.indices {
      var scalars: [UInt32] = []
      for text in placed { for run in text.runs where Int(run.font) == font { scalars += run.scalars } }
      subsets.append(scalars.isEmpty ? nil : try FontSubset(of: fonts.fonts[font], scalars: scalars))
    }
    for subset in subsets {
      guard let subset else {
        numbers.append(0)
        continue
      }
      numbers.append(write(subset, to: &update))
    }
    let resources = update.newNumber()
    update.object(resources) { out in
      out.appendASCII("<< /Font <<")
      for (index, number) in numbers.enumerated() where number != 0 {
        out.appendASCII(" /F")
        out.appendNumber(Int64(index))
        out.append(32)
        out.appendReference(number)
      }
      out.appendASCII(" >> >>")
    }
    for text in placed {
      write(text, subsets: subsets, resources: resources, to: &update)
    }
    writeButtons(record, to: &update)
    return update.finished(
      root: form.blank.root, info: form.blank.info, previous: form.blank.startXref, fileID: form.blank.fileID,
      changedID: [UInt8](identifier(of: placed, record).prefix(16)))
  }

  private func identifier(of placed: [PlacedText], _ record: CheckedRecord) -> [UInt8] {
    var content = form.blank.digest
    for text in placed {
      content.append(UInt8(truncatingIfNeeded: text.field))
      content += text.value
      content.append(0)
    }
    for index in form.fields.indices {
      withUnsafeBytes(of: record.answers.options(index).littleEndian) { content.append(contentsOf: $0) }
    }
    return SHA256.digest(of: content)
  }

  private func write(
    _ text: PlacedText, subsets: [FontSubset?], resources: UInt32, to update: inout PDFUpdate
  ) {
    let widget = form.fields[text.field].widgets[text.widget]
    let appearance = update.newNumber()
    var content: [UInt8] = []
    content.appendASCII("/Tx BMC q 0 0 ")
    content.appendHundredths(widget.rectangle.width)
    content.append(32)
    content.appendHundredths(widget.rectangle.height)
    content.appendASCII(" re W n BT 0 g\n")
    var font: UInt8?
    for run in text.runs {
      guard let subset = subsets[Int(run.font)] else { continue }
      if font != run.font {
        content.appendASCII("/F")
        content.appendNumber(Int64(run.font))
        content.append(32)
        content.appendHundredths(text.size)
        content.appendASCII(" Tf\n")
        font = run.font
      }
      content.appendASCII("1 0 0 1 ")
      content.appendHundredths(run.x)
      content.append(32)
      content.appendHundredths(run.y)
      content.appendASCII(" Tm <")
      for scalar in run.scalars { TextCoding.appendHexadecimal(subset.glyph(for: scalar), to: &content) }
      content.appendASCII("> Tj\n")
    }
    content.appendASCII("ET Q EMC")
    update.stream(appearance, content) { out in
      out.appendASCII("/Type /XObject /Subtype /Form /BBox [0 0 ")
      out.appendHundredths(widget.rectangle.width)
      out.append(32)
      out.appendHundredths(widget.rectangle.height)
      out.appendASCII("] /Resources ")
      out.appendReference(resources)
      out.append(32)
    }
    update.object(widget.object.number) { out in
      out += widget.object.prefix
      out.appendASCII("/AP << /N ")
      out.appendReference(appearance)
      out.appendASCII(" >> /V ")
      out += TextCoding.hexadecimal(text.value)
      out.appendASCII(" >>")
    }
  }

  private func writeButtons(_ record: CheckedRecord, to update: inout PDFUpdate) {
    for (index, field) in form.fields.enumerated() {
      let bits = record.answers.options(index)
      guard bits != 0 else { continue }
      for widget in field.widgets {
        switch widget.kind {
        case .text, .list: continue
        case .check(let option):
          guard bits & (1 << UInt64(option)) != 0 else { continue }
          update.object(widget.object.number) { out in
            out += widget.object.prefix
            out.appendASCII("/AS /")
            out += field.options[Int(option)].value
            out.appendASCII(" /V /")
            out += field.options[Int(option)].value
            out.appendASCII(" >>")
          }
        case .radio(let option, let parent):
          guard bits & (1 << UInt64(option)) != 0 else { continue }
          for (object, entry) in [(widget.object, "/AS /"), (parent, "/V /")] as [(BlankObject, StaticString)] {
            update.object(object.number) { out in
              out += object.prefix
              out.appendASCII(entry)
              out += field.options[Int(option)].value
              out.appendASCII(" >>")
            }
          }
        }
      }
    }
  }
}
