#if canImport(Bytes)
  internal import Bytes
#endif
#if canImport(FilledFields)
  internal import FilledFields
#endif
#if canImport(FormMessages)
  internal import FormMessages
#endif
#if canImport(FormModel)
  internal import FormModel
#endif
#if canImport(FormRecords)
  internal import FormRecords
#endif
#if canImport(PDFParsing)
  internal import PDFParsing
#endif
#if canImport(ZhinanValidation)
  internal import ZhinanValidation
#endif

extension Session {
  /// Longest PDF and longest record that are read, in bytes. A viewer may embed a system font of some 20 MB.
  private static var longest: (pdf: Int, record: Int) { (64 << 20, 1 << 20) }

  /// What a file holds that somebody chose, for a message `FORM LF file`, where FORM is the name of the open form: a PDF
  /// that any viewer saved, or a record in JSON; `nil` when another form is open or none. See ``OpenedFile``.
  package func openFile(_ message: [UInt8]) -> [UInt8]? {
    guard let end = message.firstIndex(of: 0x0A), let form = opened?.form, form.id.elementsEqual(message[..<end])
    else { return nil }
    return openFile(bytes: Array(message[(end + 1)...]))?.json(for: form)
  }

  /// What a file holds; `nil` without a form.
  package func openFile(bytes: [UInt8]) -> OpenedFile? {
    guard let opened else { return nil }
    if bytes.isEmpty { return refused(.other, .empty) }
    if let first = bytes.first(where: { $0 > 0x20 && $0 != 0xEF && $0 != 0xBB && $0 != 0xBF }),
      first == 0x7B || first == 0x5B
    {
      guard bytes.count <= Self.longest.record else {
        return refused(.record, .tooLarge, ("limit", ("1 MB" as StaticString).utf8))
      }
      // Nobody saves answers in another encoding, whose characters would name no question.
      guard PDFText(utf8: bytes).utf8.elementsEqual(bytes) else { return refused(.other, .notAPDF) }
      // A byte order mark, as Windows' editor writes it.
      return openRecord(bytes[0] == 0xEF ? Array(bytes.dropFirst(3)) : bytes, opened)
    }
    guard bytes.count <= Self.longest.pdf else {
      return refused(.other, .tooLarge, ("limit", ("64 MB" as StaticString).utf8))
    }
    guard let file = PDFFile(bytes) else { return refused(.other, .notAPDF) }
    return openPDF(file, opened)
  }

  private func refused(
    _ kind: OpenedFile.Kind, _ problem: ReadingProblem, _ values: (StaticString, [UInt8])...
  ) -> OpenedFile {
    var found = OpenedFile(kind: kind)
    found.notes.append(note(ReadingNote(problem, values)))
    return found
  }

  private func note(_ note: ReadingNote) -> OpenedFile.Note {
    OpenedFile.Note(
      code: note.problem.name, sentence: messages.sentence(reading: note.problem, note.values),
      warns: !note.problem.isError)
  }

  // MARK: PDF

  private func openPDF(_ file: PDFFile, _ opened: OpenForm) -> OpenedFile {
    let contents: FilledContents
    do throws(FormReadingError) {
      contents = try FilledContents(unchanged: file)
    } catch {
      switch error {
      case .encrypted: return refused(.pdf, .encryptedForPages)
      case .tooManyParts:
        var most: [UInt8] = []
        most.appendDecimal(Int64(ReadingBudget.mostPages))
        return refused(.pdf, .tooManyParts, ("pages", most))
      default: return refused(.pdf, .damaged)
      }
    }
    var notes = ReadingNotes(opened.form, in: messages)
    var found = answers(of: contents, file.bytes, opened, &notes)
    for each in notes.all { found.notes.append(note(each)) }
    return found
  }

  private func answers(
    of contents: FilledContents, _ bytes: [UInt8], _ opened: OpenForm, _ notes: inout ReadingNotes
  ) -> OpenedFile {
    let form = opened.form
    var found = OpenedFile(kind: .pdf)
    if let origin = contents.origin {
      (found.form, found.guideVersion) = (origin.form, origin.guide)
      if origin.form != form.id {
        notes.add(.otherForm, ("form", ReadingNotes.shown(identity: origin.form)), ("wanted", form.id))
      } else if contents.fields.isEmpty {
        notes.add(.flattened, ("form", ReadingNotes.shown(identity: origin.form)))
      }
    } else if contents.fields.isEmpty {
      notes.add(.noForm)
    } else if form.isProbably(contents) {
      found.form = form.id
      notes.add(.noMetadata, ("form", form.id))
    } else {
      notes.add(.foreign)
    }
    guard found.form == form.id, !contents.fields.isEmpty else { return found }
    let signatures = PDFSignature.all(in: contents, of: bytes) { part in
      PDFFile(part).flatMap { try? FilledContents(unchanged: $0) }
    }
    let condition = FileCondition(origin: contents.origin, signatures: signatures, attachments: contents.attachments)
    found.answers = read(contents, condition, opened, &notes)
    if let answers = found.answers { found.notes = leftOut(of: answers, opened) }
    return found
  }

  /// The answers of a PDF's fields, without those that are told to be lost; none of a PDF in which several forms were
  /// put together, or a field stands twice with different values.
  private func read(
    _ contents: FilledContents, _ condition: FileCondition, _ opened: OpenForm, _ notes: inout ReadingNotes
  ) -> Answers? {
    let form = opened.form
    var read = ReadAnswers(in: contents.fields, to: form)
    notes.add(condition, read)
    guard read.copyNames.isEmpty, read.ambiguous.isEmpty else { return nil }
    notes.add(missing: read.missingNames(of: form))
    for field in form.fields.indices {
      let damages = read.damages(in: field, of: form)
      for damage in damages { notes.add(damage, of: field) }
      if damages.contains(where: { $0.isCertain }) { read.remove(field) }
      // As on paper, so in the PDF: a page shows the usual spelling. No date's spelling depends on today's.
      if let rule = form.fields[field].kind.rule, let text = read.texts[field],
        let today = CalendarDate(iso: ("2000-01-01" as StaticString).bytes),
        let canonical = rule.check(text.utf8, today: today).value
      {
        read.replace(field, by: PDFText(utf8: canonical))
      }
    }
    return read.answers
  }

  // MARK: Records

  private func openRecord(_ json: [UInt8], _ opened: OpenForm) -> OpenedFile {
    let form = opened.form
    var found = OpenedFile(kind: .record)
    let record: AnswerTree
    do throws(JSONProblem) {
      record = AnswerTree(try JSONNode.read(json, .file))
    } catch {
      var line: [UInt8] = []
      line.appendDecimal(Int64(error.position.line))
      return refused(.record, .brokenRecord, ("line", line))
    }
    var reader = AnswerReader(form: form, names: opened.names)
    let isMap = reader.read(record)
    found.form = form.id
    var isOther = false
    for problem in reader.problems {
      if case .otherForm = problem.kind { isOther = true }
      found.notes.append(
        OpenedFile.Note(code: problem.name, sentence: opened.sentences.sentence(for: problem), warns: false))
    }
    if isOther { found.form = record.formName }
    guard isMap, !isOther else { return found }
    found.answers = reader.given.answers
    found.notes += leftOut(of: reader.given.answers, opened)
    return found
  }

  /// Words that are no options, and elements for which the form has no room: a record of answers cannot hold them.
  private func leftOut(of answers: Answers, _ opened: OpenForm) -> [OpenedFile.Note] {
    var violations: [Violation] = []
    for field in answers.fieldsWithUnknownOption {
      violations.append(Violation(.field(field), .form(.eOption)))
    }
    for (index, group) in opened.form.groups.enumerated() where answers.itemCounts[index] > group.maximum {
      violations.append(Violation(.group(index), .form(.eItems)))
    }
    var notes: [OpenedFile.Note] = []
    for violation in violations {
      notes.append(
        OpenedFile.Note(
          code: violation.name, sentence: opened.sentences.sentence(for: violation, in: answers), warns: false))
    }
    return notes
  }
}

extension FieldKind {
  /// The rule of a date, a month or a time, which has one spelling in a record and others on paper.
  fileprivate var rule: Rule? {
    switch self {
    case .date: .date
    case .yearMonth: .yearMonth
    case .time: .time
    case .text, .integer, .choice, .choices, .decimal: nil
    }
  }
}

extension FilledContents {
  /// What an open PDF holds; one with any damage is refused, so that nothing is taken for something else.
  fileprivate init(unchanged file: PDFFile) throws(FormReadingError) {
    var budget = ReadingBudget()
    if file.fault == nil { self.init(of: file, budget: &budget) } else { self.init() }
    if budget.isSpent { throw .tooManyParts }
    switch file.fault {
    case .damaged: throw .damaged
    case .encrypted: throw .encrypted
    case .tooManyParts: throw .tooManyParts
    case nil: break
    }
  }
}

extension AnswerTree {
  /// What a record calls its form.
  fileprivate var formName: [UInt8]? {
    guard case .map(let entries) = value else { return nil }
    for entry in entries where ("form" as StaticString).equals(entry.key) {
      if case .scalar(let name) = entry.value.value { return name }
    }
    return nil
  }
}
