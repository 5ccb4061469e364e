#if canImport(Bytes)
  internal import Bytes
#endif
#if canImport(FormModel)
  internal import FormModel
#endif
#if canImport(TextLayout)
  internal import TextLayout
#endif
#if canImport(Glyphs)
  internal import Glyphs
#endif

/// One filled form in the making.
final class FilledPDF {
  let filler: FormFiller
  let record: CheckedRecord
  let placed: [PlacedText]
  let options: FillOptions
  private let subsets: [ValueSubset?]
  var update: PDFUpdate
  /// What is painted on each page above the blank's own content.
  var painted: [PaintedPage]
  private var resources: UInt32 = 0
  /// See ``CheckedRecord/digest(in:)``.
  let digest: [UInt8]
  private let glyphs: ValueGlyphs
  private var scratch: [UInt8] = []
  /// The field of several places whose value was written last.
  private var lastValue: UInt32 = 0

  var form: CompiledForm { filler.form }

  init(
    filler: FormFiller, record: CheckedRecord, placed: [PlacedText], glyphs: ValueGlyphs, subsets: [ValueSubset?],
    options: FillOptions
  ) {
    self.filler = filler
    self.record = record
    self.placed = placed
    self.options = options
    digest = record.digest(in: filler.form)
    self.glyphs = glyphs
    self.subsets = subsets
    update = PDFUpdate(after: filler.blank.bytes, firstFree: filler.form.blank.objectCount, reserving: 40 << 10)
    painted = Array(repeating: PaintedPage(), count: filler.form.blank.pages.count)
  }

  /// Writes every object of the update.
  func write() {
    writeFonts()
    for text in placed { write(text) }
    writeBoxes()
    if options.locked != .none, !options.flattens { lockUnanswered() }
    paintSamples()
    paintCode()
    writePages()
    if options.flattens { writeCatalog() }
  }

  private func writeCatalog() {
    let catalog = form.blank.catalog
    update.object(catalog.number) { out in
      out += catalog.fixedEntries
      out.appendASCII(">>")
    }
  }

  /// The whole file.
  func finished() -> [UInt8] {
    let identity = SHA256.digest(of: form.blank.digest + digest + options.bytes)
    return update.finished(
      PDFUpdate.Trailer(
        root: form.blank.catalog.number, info: form.blank.info, previous: form.blank.startXref,
        fileID: form.blank.fileID, changedID: [UInt8](identity.prefix(16))), deflater: filler.syntaxDeflater)
  }

  private func writeFonts() {
    var fonts: [UInt8] = []
    if form.blank.font.object != 0 {
      fonts.appendASCII("/P ")
      fonts.appendReference(form.blank.font.object)
    }
    for (index, subset) in subsets.enumerated() {
      guard let subset else { continue }
      let number = write(subset.font, subset.file)
      fonts.appendASCII("/F")
      fonts.appendDecimal(Int64(index))
      fonts.append(32)
      fonts.appendReference(number)
    }
    resources = update.newNumber()
    update.object(resources) { out in
      out.appendASCII("<</Font<<")
      out += fonts
      out.appendASCII(">>>>")
    }
  }

  private func write(_ text: PlacedText) {
    let widget = filler.plan.widgets[text.plan]
    let plan = filler.plan
    let resources = resources
    let appearance = update.newNumber()
    Appearance.write(text, glyphs: glyphs, inCells: widget.box.cells > 0, to: &scratch)
    update.stream(appearance, scratch) { out in
      plan.append(widget.appearance, to: &out)
      out.appendReference(resources)
    }
    if options.flattens { return paint(appearance, on: widget) }
    let value = widget.valueObject
    let isWhole = value.number == widget.object.number
    write(widget.object, isLocked: isWhole && options.locks(widget.role)) { out in
      out.appendASCII("/AP<</N ")
      out.appendReference(appearance)
      out.appendASCII(">>")
      if isWhole {
        out.appendASCII("/V")
        out.appendTextString(text.value)
      }
    }
    // The places of one text follow each other.
    guard !isWhole, value.number != lastValue else { return }
    lastValue = value.number
    write(value, isLocked: options.locks(widget.role)) { out in
      out.appendASCII("/V")
      out.appendTextString(text.value)
    }
  }

  private func writeBoxes() {
    for widget in filler.plan.widgets {
      let bits = record.answers.options(Int(widget.field))
      switch widget.kind {
      case .text, .part, .list: continue
      case .check(let option, let appearances):
        let isOn = bits & (1 << UInt64(option)) != 0
        if options.flattens {
          paint(isOn ? appearances.on : appearances.off, on: widget)
        } else if isOn {
          write(widget.object, isLocked: options.locks(widget.role), names: ["/AS/", "/V/"], widget.option)
        }
      case .radio(let option, let parent, let appearances):
        let isOn = bits & (1 << UInt64(option)) != 0
        if options.flattens {
          paint(isOn ? appearances.on : appearances.off, on: widget)
        } else if isOn {
          write(widget.object, isLocked: false, names: ["/AS/"], widget.option)
          write(parent, isLocked: options.locks(widget.role), names: ["/V/"], widget.option)
        }
      }
    }
  }

  /// Makes the locked fields read-only that no answer has written yet.
  private func lockUnanswered() {
    var written: [UInt32] = []
    for text in placed { written.append(filler.plan.widgets[text.plan].valueObject.number) }
    for widget in filler.plan.widgets where options.locks(widget.role) {
      let bits = record.answers.options(Int(widget.field))
      let object: FillPlan.Object
      switch widget.kind {
      case .text, .part, .list: object = widget.valueObject
      case .check(let option, _):
        guard bits & (1 << UInt64(option)) == 0 else { continue }
        object = widget.object
      case .radio(_, let parent, _):
        guard bits == 0 else { continue }
        object = parent
      }
      guard !written.contains(object.number) else { continue }
      written.append(object.number)
      let plan = filler.plan
      write(object, isLocked: true) { out in plan.append(object.replaceableEntries, to: &out) }
    }
  }

  /// Writes a field with its lasting entries, its flags and what `changes` appends.
  private func write(_ object: FillPlan.Object, isLocked: Bool, changes: (inout [UInt8]) -> Void) {
    let plan = filler.plan
    update.object(object.number) { out in
      plan.append(object.fixedEntries, to: &out)
      let flags = object.flags | (isLocked ? 1 : 0)
      if flags != 0 {
        out.appendASCII("/Ff ")
        out.appendDecimal(Int64(flags))
      }
      changes(&out)
      out.appendASCII(">>")
    }
  }

  private func write(
    _ object: FillPlan.Object, isLocked: Bool, names: [StaticString], _ option: FillPlan.Part
  ) {
    let plan = filler.plan
    write(object, isLocked: isLocked) { out in
      for name in names {
        out.appendASCII(name)
        plan.append(option, to: &out)
      }
    }
  }

  /// Puts an appearance onto the page itself.
  private func paint(_ appearance: UInt32, on widget: FillPlan.Widget) {
    let page = Int(widget.page)
    painted[page].content.appendASCII("q 1 0 0 1 ")
    painted[page].content.appendHundredths(widget.box.rectangle.x)
    painted[page].content.append(32)
    painted[page].content.appendHundredths(widget.box.rectangle.y)
    painted[page].content.appendASCII(" cm/X")
    painted[page].content.appendDecimal(Int64(appearance))
    painted[page].content.appendASCII(" Do Q\n")
    // Boxes share their appearances.
    guard !painted[page].numbers.contains(appearance) else { return }
    painted[page].numbers.append(appearance)
    painted[page].objects.appendASCII("/X")
    painted[page].objects.appendDecimal(Int64(appearance))
    painted[page].objects.append(32)
    painted[page].objects.appendReference(appearance)
  }
}

/// What is painted on one page.
struct PaintedPage {
  var content: [UInt8] = []
  /// The XObjects that the content names: as entries of a dictionary, and their numbers.
  var objects: [UInt8] = []
  var numbers: [UInt32] = []
}
