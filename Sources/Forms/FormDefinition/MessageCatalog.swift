internal import Bytes
package import Diagnostics
package import FormMessages
internal import FormModel
package import SourceText
package import ZhinanValidation

/// What a command for many records says besides.
package enum BatchPhrase: String, Sendable, CaseIterable {
  /// How far it is, with `{rows}`, `{rate}` and `{failed}`; then `{percent}` and `{left}`.
  case progress, left
  /// How it ended, with `{filled}`, `{unchanged}`, `{failed}`, `{warnings}`, `{time}` and `{rate}`.
  case summary, stopped
  /// Behind that, in a batch of several forms: how many a row did not answer, with `{count}`.
  case notAsked = "not-asked"
  /// On a sheet to fill in: its name, the title of the column of remarks, what stands there beside the example, what a
  /// needed answer is called, how several options are written; and the same for the column that names forms.
  case sheet, remarks, example, needed, several, forms
  /// In a report that is a workbook: its name, titles of its columns, how a row ended.
  case report, form, row, line, state, file, problems, filled, unchanged, failed, unasked
  /// On the sheet of many PDFs: titles of its columns of remarks, how a PDF is, and at the end how many are, with `{right}`,
  /// `{warned}`, `{wrong}` and `{unread}`.
  case damagedPart = "damaged-part", changedPart = "changed-part", signedPart = "signed-part"
  case missingPart = "missing-part", right, warned, wrong, unread, readSummary = "read-summary"
  /// How many problems of one kind in one file were not printed, with `{count}`; commands for one record say it too.
  case more
}

/// The sentences that readers see, one file a language: `templates/messages/<lang>.yml`.
package struct MessageCatalog: Sendable {
  /// What is said about a problem, with placeholders, and what to do about it.
  package struct Wording: Sendable {
    /// The sentence, with placeholders such as `{label}`.
    package var say: String
    /// What to do about it; `nil` where nothing helps.
    package var hint: String?
    /// What a page says in place of the hint; `nil` where that fits a page too.
    package var page: String?
  }

  /// The file's text and the facts in it, which say all that the catalogue does; empty for one that was not read.
  package private(set) var source = ""
  /// What can be wrong with records; a page in a browser has the same.
  package private(set) var table: MessageTable
  /// For many records.
  package private(set) var batch: [BatchPhrase: String] = [:]
  /// For PDFs that are read back.
  package private(set) var reading: [ReadingProblem: Wording] = [:]
  /// What stands between the parts of a list, such as 、.
  package var separator: String { String(decoding: table.separator, as: UTF8.self) }

  /// The language in which the program says the rest.
  package var programLanguage: MessageLanguage { MessageLanguage(tag: String(decoding: table.language, as: UTF8.self)) }

  /// How tooltips of fields are put together.
  package struct Tooltip: Sendable {
    /// A label with what is to be known of it, with `{label}` and `{notes}`.
    package var notes = "{label} ({notes})"
    /// Stands between the notes.
    package var separator = "; "
    /// Said of fields that must be filled in.
    package var required: String?
    /// One box of a choice, with `{label}` and `{option}`.
    package var option = "{label}: {option}"

    /// The tooltip of a field.
    package func text(label: String, notes: [String]) -> String {
      notes.isEmpty
        ? label : MessageCatalog.fill(self.notes, ["label": label, "notes": notes.joined(separator: separator)])
    }

    /// The tooltip of one box of a choice.
    package func text(label: String, option: String) -> String {
      MessageCatalog.fill(self.option, ["label": label, "option": option])
    }
  }

  /// What the options of a question of yes or no are called, where it does not say.
  package private(set) var yesNo = ["yes", "no"]
  /// How tooltips are put together in this language.
  package private(set) var tooltip = Tooltip()
  /// What a place in a PDF is called that has no label: a page, with `{page}`, and the file itself.
  package private(set) var places = (page: "page {page}", file: "the file itself")

  /// A catalogue without sentences: codes stand for themselves.
  package init() { table = MessageTable() }

  private init(of text: String, _ language: String) {
    source = text
    table = MessageTable(language: Array(language.utf8))
  }

  /// Reads the catalogue file of a language, such as `zh-CN`; every entry must have a sentence.
  ///
  /// - Parameters:
  ///   - own: what a guide says otherwise, key by key.
  ///   - fill: puts the guide's facts into what it says.
  package static func read(
    _ file: SourceFile, under own: SourceFile? = nil, language: String = "",
    filling fill: (SourceNode) -> (root: SourceNode, facts: String) = { ($0, "") }, diagnostics: inout [Diagnostic]
  ) -> MessageCatalog? {
    guard var root = YAMLReader.read(file, diagnostics: &diagnostics) else { return nil }
    var facts = ""
    if let own {
      guard let over = YAMLReader.read(own, diagnostics: &diagnostics) else { return nil }
      let filled = fill(over)
      facts = filled.facts
      root = filled.root.laid(over: root)
    }
    var found: [Diagnostic] = []
    root.reportLongTexts("messages", diagnostics: &found)
    var catalog = MessageCatalog(of: file.text + (own?.text ?? "") + facts, language)
    var reader = MapReader(root, what: Message("what.messages"), id: "messages")
    for entry in reader.requiredEntries("codes", id: "messages") {
      let parts = entry.key.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
      if !entry.key.hasPrefix("E_"), !entry.key.hasPrefix("W_") {
        found.append(
          .error("messages.value/code", at: entry.keyPlace, ["key": .text(entry.key)]))
      } else if parts.count > 1, Rule(name: parts[1].utf8) == nil,
        !MessageTable.cases.contains(where: { "\($0)" == parts[1] })
      {
        found.append(noRule(parts[1], at: entry.keyPlace))
      } else {
        catalog.add(entry, diagnostics: &found)
      }
    }
    for entry in reader.node("record")?.map ?? [] {
      if RecordProblem.allCases.contains(where: { "\($0.name)" == entry.key })
        || TableProblem.allCases.contains(where: { "\($0.name)" == entry.key })
      {
        catalog.add(entry, diagnostics: &found)
      } else {
        found.append(.error("messages.value/record", at: entry.keyPlace, ["key": .text(entry.key)]))
      }
    }
    for entry in reader.node("reading")?.map ?? [] {
      if let problem = ReadingProblem(rawValue: entry.key) {
        catalog.reading[problem] = message(entry, forPages: true, diagnostics: &found)
      } else {
        found.append(.error("messages.value/reading", at: entry.keyPlace, ["key": .text(entry.key)]))
      }
    }
    catalog.readWords(&reader, diagnostics: &found)
    for entry in reader.node("batch")?.map ?? [] {
      if let phrase = BatchPhrase(rawValue: entry.key), let text = entry.value.text {
        catalog.batch[phrase] = text
      } else {
        found.append(.error("messages.value/phrase", at: entry.keyPlace, ["key": .text(entry.key)]))
      }
    }
    catalog.table.given = reader.text("given").map { MessageTemplate(Array($0.utf8)) }
    if let separator = reader.text("list-separator") { catalog.table.separator = Array(separator.utf8) }
    reader.finish(into: &found)
    catalog.giveReadingToPages()
    diagnostics += found
    return found.hasErrors ? nil : catalog
  }

  /// Puts what pages say of files that they open into the table, in English what the catalogue lacks.
  private mutating func giveReadingToPages() {
    for problem in ReadingProblem.allCases where problem.isForPages {
      let words = reading[problem] ?? Wording(problem)
      let hint = words.page ?? words.hint
      table.set(
        problem.tableName,
        MessageTable.Message(
          say: MessageTemplate(Array(words.say.utf8)), hint: hint.map { MessageTemplate(Array($0.utf8)) }))
    }
    for (name, text) in [(MessageTable.pageName, places.page), (MessageTable.fileName, places.file)] {
      table.set(name, MessageTable.Message(say: MessageTemplate(Array(text.utf8))))
    }
  }

  private static func message(
    _ entry: SourceEntry, forPages: Bool = false, diagnostics: inout [Diagnostic]
  ) -> Wording {
    var inner = MapReader(entry.value, what: Message("what.message", ["key": .text(entry.key)]), id: "messages")
    let message = Wording(
      say: inner.requiredText("say") ?? "", hint: inner.text("hint"), page: forPages ? inner.text("page") : nil)
    inner.finish(into: &diagnostics)
    return message
  }

  private mutating func add(_ entry: SourceEntry, diagnostics: inout [Diagnostic]) {
    let message = Self.message(entry, diagnostics: &diagnostics)
    table.set(
      Array(entry.key.utf8),
      MessageTable.Message(
        say: MessageTemplate(Array(message.say.utf8)), hint: message.hint.map { MessageTemplate(Array($0.utf8)) }))
  }

  private mutating func readWords(_ reader: inout MapReader, diagnostics: inout [Diagnostic]) {
    if let node = reader.node("tooltip") {
      var inner = MapReader(node, what: .verbatim("“tooltip”"), id: "messages")
      tooltip.notes = inner.text("notes") ?? tooltip.notes
      tooltip.separator = inner.text("separator") ?? tooltip.separator
      tooltip.required = inner.text("required")
      tooltip.option = inner.text("option") ?? tooltip.option
      inner.finish(into: &diagnostics)
    }
    if let node = reader.node("yes-no") {
      var inner = MapReader(node, what: .verbatim("“yes-no”"), id: "messages")
      yesNo = [inner.text("yes") ?? yesNo[0], inner.text("no") ?? yesNo[1]]
      inner.finish(into: &diagnostics)
    }
    if let node = reader.node("places") {
      var inner = MapReader(node, what: .verbatim("“places”"), id: "messages")
      places = (page: inner.text("page") ?? places.page, file: inner.text("file") ?? places.file)
      inner.finish(into: &diagnostics)
    }
    if let node = reader.node("range") {
      var inner = MapReader(node, what: .verbatim("“range”"), id: "messages")
      for name in ["between", "from", "to"] {
        guard let words = inner.text(name) else { continue }
        table.set(Array("range/\(name)".utf8), MessageTable.Message(say: MessageTemplate(Array(words.utf8))))
      }
      inner.finish(into: &diagnostics)
    }
    guard let node = reader.node("rules") else { return }
    if node.map == nil {
      reader.report(
        .error(
          "messages.type", at: node.place,
          saying: Message("map.type", ["what": .message(.verbatim("“rules”")), "kind": .message(node.kind)])))
    }
    for entry in node.map ?? [] {
      guard Rule(name: entry.key.utf8) != nil else {
        reader.report(Self.noRule(entry.key[...], at: entry.keyPlace))
        continue
      }
      guard let words = entry.value.text else {
        reader.report(
          .error(
            "messages.type", at: entry.value.place,
            saying: Message("map.type/text", ["key": .text(entry.key), "kind": .message(entry.value.kind)])))
        continue
      }
      table.set(
        MessageTable.wordsName(Array(entry.key.utf8)), MessageTable.Message(say: MessageTemplate(Array(words.utf8))))
    }
  }

  private static func noRule(_ name: Substring, at place: SourcePlace) -> Diagnostic {
    .error("messages.value/rule", at: place, ["key": .text(String(name))])
  }

  /// What a rule asks, in words; `nil` where the language has none.
  package func words(of rule: Rule) -> String? { table.words(of: rule).map { String(decoding: $0, as: UTF8.self) } }

  /// The sentence and hint for a code as they were written, but for the label.
  package func sentence(for code: StaticString, label: String) -> (say: String, hint: String?) {
    var values = MessageValues()
    values.set("label", Array(label.utf8))
    let sentence = table.sentence(for: code, values)
    return (String(decoding: sentence.say, as: UTF8.self), sentence.hint.map { String(decoding: $0, as: UTF8.self) })
  }

  /// A problem of a record in the catalogue's words, or in English where it has none: in its usual sentence and hint, or
  /// in those words alone.
  package func diagnostic(
    _ problem: RecordProblem, at place: SourcePlace, _ values: [(StaticString, String)] = [],
    english: StaticString? = nil
  ) -> Diagnostic {
    var replaced = MessageValues()
    for (name, value) in values { replaced.set(name, Array(value.utf8)) }
    return .error("record.\(problem.name)", at: place, table.sentence(for: problem, replaced, english: english))
  }

  /// A problem of a table of records, or of a row's shape, in the same words.
  package func diagnostic(
    _ problem: TableProblem, at place: SourcePlace, _ values: [(StaticString, String)] = []
  ) -> Diagnostic {
    diagnostic(.error, problem, at: place, values)
  }

  /// What is odd about a row, but does not reject it.
  package func warning(
    _ problem: TableProblem, at place: SourcePlace, _ values: [(StaticString, String)] = []
  ) -> Diagnostic {
    diagnostic(.warning, problem, at: place, values)
  }

  private func diagnostic(
    _ severity: Diagnostic.Severity, _ problem: TableProblem, at place: SourcePlace, _ values: [(StaticString, String)]
  ) -> Diagnostic {
    var replaced = MessageValues()
    for (name, value) in values { replaced.set(name, Array(value.utf8)) }
    return Diagnostic(severity, "record.\(problem.name)", at: place, table.sentence(for: problem, replaced))
  }

  /// A phrase with its placeholders replaced, or the English one.
  package func phrase(_ phrase: BatchPhrase, _ values: [String: String]) -> String {
    let english =
      switch phrase {
      case .progress: "{rows} rows, {failed} failed, {rate} rows a second"
      case .left: "{percent} %, about {left} left"
      case .summary:
        "Done: {filled} filled, {unchanged} unchanged, {failed} failed, {warnings} warnings; {time}, {rate} rows a second"
      case .stopped:
        "Stopped: {filled} filled, {unchanged} unchanged, {failed} failed, {warnings} warnings; run it again to go on"
      case .sheet: "Records"
      case .remarks: "#Remarks"
      case .example: "#Example, not read"
      case .needed: "Required"
      case .several: "Several with ; between them"
      case .forms:
        "Which forms this row is for, with ; between them. Left empty: those that its answers are for."
      case .report: "Report"
      case .form: "Form"
      case .row: "Row"
      case .line: "Line"
      case .state: "State"
      case .file: "File"
      case .problems: "Problems"
      case .filled: "Filled"
      case .unchanged: "Unchanged"
      case .failed: "Failed"
      case .unasked: "Not asked for"
      case .damagedPart: "Damaged"
      case .changedPart: "Changed"
      case .signedPart: "Signed"
      case .missingPart: "Missing"
      case .right: "Right"
      case .warned: "To be looked at"
      case .wrong: "Wrong"
      case .unread: "Not read"
      case .readSummary: "Read: {right} right, {warned} to be looked at, {wrong} wrong, {unread} not read"
      case .notAsked: "; {count} forms not asked for"
      case .more: "… and {count} more of this kind"
      }
    return Self.fill(batch[phrase] ?? english, values)
  }

  /// A word that names nothing as messages may show it; `known` is the name that was probably meant. See
  /// ``ShownAnswer``.
  package static func shown(_ word: String, near known: String? = nil, mayBeKey: Bool = true) -> String {
    let shown = ShownAnswer.word(Array(word.utf8), near: known.map { Array($0.utf8) }, mayBeKey: mayBeKey)
    return String(decoding: shown, as: UTF8.self)
  }

  /// The name of a page that has no label, from 1.
  package func name(ofPage page: Int) -> String { Self.fill(places.page, ["page": "\(page)"]) }

  /// A text with its placeholders replaced.
  static func fill(_ template: String, _ values: [String: String]) -> String {
    let filled = MessageTemplate(Array(template.utf8)).filled { name in
      values[String(decoding: name, as: UTF8.self)].map { Array($0.utf8) }
    }
    return String(decoding: filled, as: UTF8.self)
  }
}

extension Diagnostic {
  /// An error in the words of a sentence.
  package static func error(_ id: String, at place: SourcePlace?, _ sentence: Sentence) -> Diagnostic {
    Diagnostic(.error, id, at: place, sentence)
  }

  /// A problem in the words of a sentence.
  init(_ severity: Severity, _ id: String, at place: SourcePlace?, _ sentence: Sentence) {
    self.init(
      severity, id, at: place, String(decoding: sentence.say, as: UTF8.self),
      hint: sentence.hint.map { String(decoding: $0, as: UTF8.self) })
  }
}
