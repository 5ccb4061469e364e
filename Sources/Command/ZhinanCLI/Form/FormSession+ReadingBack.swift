internal import Bytes
internal import Diagnostics
internal import FormDefinition
internal import FormFilling
internal import FormModel
internal import FormReading

extension FormSession {
  /// The answers of a filled PDF, and what is odd about the PDF itself.
  func answers(of file: FilledFile, diagnostics: inout [Diagnostic]) -> ReadAnswers {
    let read = ReadAnswers(of: file.form, to: form)
    func report(_ problem: ReadingProblem, _ values: [String: String] = [:]) {
      diagnostics.append(messages.diagnostic(problem, at: SourcePlace(file.path), values))
    }
    let copies = Set(read.copies)
    if !copies.isEmpty { report(.merged, ["names": listed(read.copies, as: Self.shown(copy:))]) }
    for signature in file.form.signatures { reportSignature(signature, report) }
    if !file.form.attachments.isEmpty { report(.attachment, ["names": attachments(of: file)]) }
    if file.form.wasRepaired { report(.repaired) }
    if file.form.isRestricted { report(.restricted) }
    for field in read.ambiguous { report(.ambiguousField, ["label": label(field)]) }
    for field in read.contradictions { report(.contradiction, ["label": label(field)]) }
    if !read.unknown.isEmpty {
      report(
        .unknownField,
        ["names": listed(read.unknown) { copies.contains($0) ? Self.shown(copy: $0) : MessageCatalog.shown($0) }])
    }
    if let origin = file.form.origin {
      let (version, guide) = versions
      if origin.guideVersion != guide {
        report(.otherGuide, ["found": MessageCatalog.shownIdentity(origin.guideVersion), "version": guide])
      }
      if origin.formVersion != version {
        report(.otherVersion, ["found": MessageCatalog.shownIdentity(origin.formVersion), "version": version])
      }
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

  private func reportSignature(_ signature: PDFSignature, _ report: (ReadingProblem, [String: String]) -> Void) {
    let label = label(of: signature)
    switch signature.state {
    case .whole: report(.signed, ["label": label])
    case .changed(let names):
      let labels = names.map { self.label(ofPDFField: $0) }
      report(.changedAfterSigning, ["label": label, "names": labels.isEmpty ? "–" : listed(labels)])
    }
  }

  /// What a PDF that is written afresh in place of a read one does not keep.
  func losses(of file: FilledFile) -> [Diagnostic] {
    let place = SourcePlace(file.path)
    var losses = file.form.signatures.map {
      messages.diagnostic(.droppedSignature, at: place, ["label": label(of: $0)])
    }
    if !file.form.attachments.isEmpty {
      losses.append(messages.diagnostic(.droppedAttachment, at: place, ["names": attachments(of: file)]))
    }
    return losses
  }

  /// Names of attached files: their first character and what kind they are, because people name files after persons.
  private func attachments(of file: FilledFile) -> String {
    listed(
      file.form.attachments.map { name in
        let kind = name.split(separator: ".").dropFirst().last ?? ""
        let isKind =
          (1...5).contains(kind.utf8.count) && kind.utf8.allSatisfy { $0 < 0x80 && $0 > 0x20 }
          && kind.contains(where: \.isLetter)
        return MessageCatalog.shown(name.isEmpty ? "?" : name, mayBeKey: false) + (isKind ? "." + kind : "")
      })
  }

  /// What readers call the place of a signature: its field, or its page where the field has no name.
  private func label(of signature: PDFSignature) -> String {
    if !signature.name.isEmpty { return label(ofPDFField: signature.name) }
    return signature.page.map { messages.name(ofPage: $0) } ?? messages.places.file
  }

  /// The name of a copy of one of the form's fields, whose number may be somebody's.
  private static func shown(copy name: String) -> String {
    let isPlain = name.utf8.allSatisfy { $0 < 0x80 } && name.utf8.count { (0x30...0x39).contains($0) } < 6
    return isPlain ? name : MessageCatalog.shown(name)
  }

  /// What readers call a field of the PDF; its name where no question knows it.
  private func label(ofPDFField name: String) -> String {
    let last = name.split(separator: ".").last.map(String.init) ?? name
    let question = form.questions.first { CompiledField.pdfName(of: $0.key) == Array(last.utf8) }
    return question.map { String(decoding: $0.label, as: UTF8.self) } ?? MessageCatalog.shown(last)
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
    for (field, damage) in read.damages(in: form) where !named.contains(field) {
      var values = Self.found(damage.found)
      if let proposal = damage.proposals.first { values.merge(Self.character(proposal)) { $1 } }
      values["label"] = label(field)
      values["place"] = "\(damage.offset + 1)"
      let problem: ReadingProblem = damage.isCertain ? .lostCharacter : .damagedCharacter
      diagnostics.append(messages.diagnostic(problem, at: place, values))
    }
  }

  /// Reads the record at `path`, lays it over a filled PDF's answers and checks both as one.
  func check(
    _ path: String, over file: FilledFile, diagnostics: inout [Diagnostic]
  ) -> (FormRecord, CheckedRecord)? {
    let id = String(decoding: form.id, as: UTF8.self)
    if let origin = file.form.origin, origin.formID != id {
      let values = ["form": MessageCatalog.shownIdentity(origin.formID), "wanted": id]
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
    where locked.contains(change.field) {
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

  /// At most twelve names, each as `shown` shows it; a foreign PDF may have thousands.
  private func listed(_ names: [String], as shown: (String) -> String = { $0 }) -> String {
    names.prefix(12).map(shown).map { $0.count > 40 ? $0.prefix(40) + "…" : $0 }.joined(separator: messages.separator)
      + (names.count > 12 ? "…" : "")
  }

  private static func character(_ scalar: UInt32) -> [String: String] {
    ["character": Unicode.Scalar(scalar).map { "\($0)" } ?? "", "code": Hexadecimal.codePoint(scalar)]
  }

  private static func found(_ scalar: UInt32) -> [String: String] {
    ["found": Unicode.Scalar(scalar).map { "\($0)" } ?? "\u{FFFD}", "foundCode": Hexadecimal.codePoint(scalar)]
  }
}
