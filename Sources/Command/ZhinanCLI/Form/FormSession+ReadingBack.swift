internal import Bytes
internal import Diagnostics
internal import FilledFields
internal import FormDefinition
internal import FormFilling
internal import FormMessages
internal import FormModel
internal import FormReading

extension FormSession {
  /// The answers of a filled PDF, and what is odd about the PDF itself.
  func answers(of file: FilledFile, diagnostics: inout [Diagnostic]) -> ReadAnswers {
    let read = ReadAnswers(of: file.form, to: form)
    var notes = notes
    notes.add(file.form.condition, read)
    diagnostics += self.diagnostics(notes, file.path)
    func report(_ problem: ReadingProblem, _ values: [String: String] = [:]) {
      diagnostics.append(messages.diagnostic(problem, at: SourcePlace(file.path), values))
    }
    guard isOfThisVersion(file) else { return read }
    let painted = painted(for: read)
    do {
      let (filled, blank) = (file.form, blank.bytes)
      let differences = try ReadingLimits.within { () throws(FormReadingError) in
        try filled.differences(from: blank, painted: painted)
      }
      if let differences {
        reportDifferences(differences, missing: read.missing, report)
      } else {
        report(.tooSlow, ["seconds": "\(ReadingLimits.seconds)"])
      }
    } catch {
      diagnostics.append(
        .error("form.unreadable-blank", at: SourcePlace(blankName), ["reason": .message(.phrase("\(error)"))]))
    }
    return read
  }

  /// What is told of PDFs of this form, nothing yet.
  private var notes: ReadingNotes { ReadingNotes(form, in: messages.table) }

  private func diagnostics(_ notes: ReadingNotes, _ path: String) -> [Diagnostic] {
    notes.all.map { messages.diagnostic($0.problem, at: SourcePlace(path), $0.values) }
  }

  /// What a PDF that is written afresh in place of a read one does not keep.
  func losses(of file: FilledFile) -> [Diagnostic] {
    var notes = notes
    let condition = file.form.condition
    for signature in condition.signatures { notes.add(.droppedSignature, ("label", notes.label(of: signature))) }
    if !condition.attachments.isEmpty {
      notes.add(.droppedAttachment, ("names", notes.attachments(of: condition)))
    }
    return diagnostics(notes, file.path)
  }

  /// What the filler paints for answers. Of answers that have an error those are taken that are right by themselves.
  private func painted(for read: ReadAnswers) -> [[[UInt8]]] {
    var ignored: [Violation] = []
    let checked = form.check(read.answers, today: today, violations: &ignored)
    return form.painted(for: checked?.answers ?? form.canonical(read.answers, today: today))
  }

  /// Which fields the filled PDF has locked, as an option for filling another.
  func locks(of file: FilledFile) -> FillOptions.Locked {
    switch file.form.locks(of: form) {
    case .none: .none
    case .all: .all
    case .roles(let bits): .roles(bits)
    }
  }

  /// Versions of the form and of the guide.
  private var versions: (form: String, guide: String) {
    (String(decoding: form.version, as: UTF8.self), String(decoding: form.guideVersion, as: UTF8.self))
  }

  /// Whether the PDF does not say that it is another version's, so that it can be compared with the blank.
  private func isOfThisVersion(_ file: FilledFile) -> Bool {
    file.form.origin.map { ($0.formVersion, $0.guideVersion) == versions } ?? true
  }

  /// Whether the PDF shows another code than this record's.
  func codeProblem(of file: FilledFile, _ record: CheckedRecord) -> Diagnostic? {
    guard isOfThisVersion(file), file.form.hasStaleCode(for: record, of: form) else { return nil }
    return messages.diagnostic(.staleCode, at: SourcePlace(file.path))
  }

  private func reportDifferences(
    _ differences: [BlankDifference], missing: [String], _ report: (ReadingProblem, [String: String]) -> Void
  ) {
    var moved: [String] = []
    var missing = missing
    for difference in differences {
      switch difference {
      case .page(let page): report(.alteredPage, ["page": "\(page)"])
      case .addition(let page): report(.addedDrawing, ["page": "\(page)"])
      case .missingPage(let page): report(.missingPage, ["page": "\(page)"])
      case .addedPage(let page): report(.addedPage, ["page": "\(page)"])
      case .annotation(let page, let kind):
        report(.annotation, ["page": "\(page)", "kind": MessageCatalog.shown(kind)])
      case .field(let name): moved.append(name)
      case .droppedPage(_, let names): missing.removeAll { names.contains($0) }
      }
    }
    if !moved.isEmpty { report(.alteredField, ["names": listed(moved)]) }
    if !missing.isEmpty { report(.missingField, ["names": listed(missing), "count": "\(missing.count)"]) }
  }

  /// Characters that a viewer damaged: put right by the original's answers where there is one, told otherwise.
  func repair(
    _ read: inout ReadAnswers, from path: String, by original: Answers?, except named: Set<Int> = [],
    diagnostics: inout [Diagnostic]
  ) {
    let place = SourcePlace(path)
    for repaired in original.map({ read.repair(by: $0, form: form) }) ?? [] {
      for repair in repaired.repairs {
        var values = Self.character(repair.meant).merging(Self.found(repair.found)) { $1 }
        values["label"] = label(repaired.field)
        diagnostics.append(messages.diagnostic(.repairedCharacter, at: place, values))
      }
    }
    var notes = notes
    for field in form.fields.indices where !named.contains(field) {
      for damage in read.damages(in: field, of: form) { notes.add(damage, of: field) }
    }
    diagnostics += self.diagnostics(notes, path)
  }

  /// Reads the record at `path`, lays it over a filled PDF's answers and checks both as one.
  func check(
    _ path: String, over file: FilledFile, diagnostics: inout [Diagnostic]
  ) -> (FormRecord, CheckedRecord)? {
    let id = String(decoding: form.id, as: UTF8.self)
    if let origin = file.form.origin, origin.formID != id {
      let values = ["form": ReadingNotes.shownIdentity(origin.formID), "wanted": id]
      diagnostics.append(messages.diagnostic(.otherForm, at: SourcePlace(file.path), values))
      return nil
    }
    guard let record = read(path, diagnostics: &diagnostics) else { return nil }
    var read = answers(of: file, diagnostics: &diagnostics)
    diagnostics += losses(of: file)
    let replaced = form.fields.indices.filter { record.replaces($0, in: form) }
    repair(&read, from: file.path, by: nil, except: Set(replaced), diagnostics: &diagnostics)
    let merged = record.merged(onto: read.answers, from: file.path, form: form)
    let checked = check(merged, diagnostics: &diagnostics)
    let locked = file.form.lockedFields(of: form)
    for change in form.changes(from: read.answers, to: merged.answers, today: today)
    where locked.contains(change.field) && form.fields[change.field].computation == nil {
      diagnostics.append(
        messages.diagnostic(
          .lockedField, at: merged.places[change.field], ["label": label(change.field)]))
    }
    return merged.isWhole ? checked.map { (merged, $0) } : nil
  }

  /// Every answer that is another than in the original; private values are masked.
  func changes(from original: Answers, to answers: Answers, in path: String) -> [Diagnostic] {
    form.changes(from: original, to: answers, today: today).map { change in
      let problem: ReadingProblem =
        switch change.kind {
        case .added: .added
        case .removed: .removed
        case .changed: .changed
        }
      return messages.diagnostic(
        problem, at: SourcePlace(path),
        [
          "label": label(change.field), "old": shown(change.field, in: original),
          "new": shown(change.field, in: answers),
        ])
    }
  }

  private func label(_ field: Int) -> String { String(decoding: form.fields[field].label, as: UTF8.self) }

  private func shown(_ field: Int, in answers: Answers) -> String {
    let options = form.fields[field].options
    guard options.isEmpty else {
      let bits = answers.options(field)
      return options.indices.filter { bits & (1 << UInt64($0)) != 0 }
        .map { String(decoding: options[$0].label, as: UTF8.self) }.joined(separator: messages.separator)
    }
    let text = answers.shown(field, form: form)
    return text.count > 40 ? text.prefix(40) + "…" : text
  }

  private func listed(_ names: [String]) -> String {
    String(decoding: notes.listed(names.map { Array($0.utf8) }), as: UTF8.self)
  }

  private static func character(_ scalar: UInt32) -> [String: String] {
    ["character": Unicode.Scalar(scalar).map { "\($0)" } ?? "", "code": Hexadecimal.codePoint(scalar)]
  }

  private static func found(_ scalar: UInt32) -> [String: String] {
    ["found": Unicode.Scalar(scalar).map { "\($0)" } ?? "\u{FFFD}", "foundCode": Hexadecimal.codePoint(scalar)]
  }
}
