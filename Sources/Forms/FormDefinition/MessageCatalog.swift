internal import Bytes
package import Diagnostics
internal import FormModel
package import SourceText
internal import Validation

/// What can be wrong with a record before its answers are checked; the names end diagnostics' ids.
package enum RecordProblem: String, Sendable, CaseIterable {
  case type, form
  case unknownField = "unknown-field"
  case byHand = "by-hand"
  case duplicateField = "duplicate-field"
  // In a file of many records.
  case unnamedColumn = "unnamed-column"
  case ambiguousColumn = "ambiguous-column"
  case noHeader = "no-header"
  case cells, quote, encoding
  case tooLarge = "too-large"
}

/// What a command for many records says besides.
package enum BatchPhrase: String, Sendable, CaseIterable {
  /// How far it is, with `{rows}`, `{rate}` and `{failed}`; then `{percent}` and `{left}`.
  case progress, left
  /// How it ended, with `{filled}`, `{unchanged}`, `{failed}`, `{warnings}`, `{time}` and `{rate}`.
  case summary, stopped
  /// How many problems of one kind in one file were not printed, with `{count}`; commands for one record say it too.
  case more
}

/// The sentences that readers see for codes, one file a language: `templates/messages/<lang>.yml`.
package struct MessageCatalog: Sendable {
  /// What is said for a code, with `{label}` and other placeholders, and what to do about it.
  package struct Message: Sendable {
    package var say: String
    package var hint: String?
  }

  /// By code, `E_…` or `W_…`.
  package private(set) var messages: [String: Message] = [:]

  /// For records that cannot be read as they are.
  package private(set) var record: [RecordProblem: Message] = [:]
  /// For many records.
  package private(set) var batch: [BatchPhrase: String] = [:]
  /// For PDFs that are read back.
  package private(set) var reading: [ReadingProblem: Message] = [:]
  /// What stands between the parts of a list, such as 、.
  package private(set) var separator = ", "

  /// What tells the given value behind a sentence, with `{value}`; masked values only where they are private.
  package private(set) var given: String?

  /// How tooltips of fields are put together.
  package struct Tooltip: Sendable {
    /// A label with what is to be known of it, with `{label}` and `{notes}`.
    package var notes = "{label} ({notes})"
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

  package private(set) var tooltip = Tooltip()
  /// What rules ask, in words, by the rules' names.
  package private(set) var rules: [String: String] = [:]

  /// A catalogue without sentences: codes stand for themselves.
  package init() {}

  /// Reads a catalogue file; every entry must have a sentence.
  package static func read(_ file: SourceFile, diagnostics: inout [Diagnostic]) -> MessageCatalog? {
    guard let root = YAMLReader.read(file, diagnostics: &diagnostics) else { return nil }
    var found: [Diagnostic] = []
    root.reportLongTexts("messages", diagnostics: &found)
    var catalog = MessageCatalog()
    var reader = MapReader(root, what: "The list of messages", id: "messages")
    for entry in reader.requiredEntries("codes", id: "messages") {
      var inner = MapReader(entry.value, what: "The message of \(entry.key)", id: "messages")
      catalog.messages[entry.key] = Message(say: inner.requiredText("say") ?? "", hint: inner.text("hint"))
      inner.finish(into: &found)
    }
    catalog.record = messages("record", of: "records", in: &reader, diagnostics: &found)
    catalog.reading = messages("reading", of: "PDFs", in: &reader, diagnostics: &found)
    catalog.readTooltips(&reader, diagnostics: &found)
    for entry in reader.node("batch")?.map ?? [] {
      if let phrase = BatchPhrase(rawValue: entry.key), let text = entry.value.text {
        catalog.batch[phrase] = text
      } else {
        found.append(.error("messages.value", at: entry.keyPlace, "There is no phrase “\(entry.key)” of batches."))
      }
    }
    catalog.given = reader.text("given")
    catalog.separator = reader.text("list-separator") ?? catalog.separator
    reader.finish(into: &found)
    diagnostics += found
    return found.hasErrors ? nil : catalog
  }

  /// The sentences under `key`, by the problems that they are for.
  private static func messages<Problem: RawRepresentable<String> & Hashable>(
    _ key: String, of subject: String, in reader: inout MapReader, diagnostics: inout [Diagnostic]
  ) -> [Problem: Message] {
    var messages: [Problem: Message] = [:]
    for entry in reader.node(key)?.map ?? [] {
      var inner = MapReader(entry.value, what: "The message of \(entry.key)", id: "messages")
      let message = Message(say: inner.requiredText("say") ?? "", hint: inner.text("hint"))
      if let problem = Problem(rawValue: entry.key) {
        messages[problem] = message
      } else {
        inner.report(
          .error("messages.value", at: entry.keyPlace, "There is no problem “\(entry.key)” of \(subject)."))
      }
      inner.finish(into: &diagnostics)
    }
    return messages
  }

  private mutating func readTooltips(_ reader: inout MapReader, diagnostics: inout [Diagnostic]) {
    if let node = reader.node("tooltip") {
      var inner = MapReader(node, what: "“tooltip”", id: "messages")
      tooltip.notes = inner.text("notes") ?? tooltip.notes
      tooltip.separator = inner.text("separator") ?? tooltip.separator
      tooltip.required = inner.text("required")
      tooltip.option = inner.text("option") ?? tooltip.option
      inner.finish(into: &diagnostics)
    }
    guard let node = reader.node("rules") else { return }
    if node.map == nil {
      reader.report(.error("messages.type", at: node.place, "“rules” should be a map of keys, but is \(node.kind)."))
    }
    for entry in node.map ?? [] {
      guard Rule(name: entry.key.utf8) != nil else {
        reader.report(
          .error(
            "messages.value", at: entry.keyPlace, "There is no rule “\(entry.key)”.",
            hint: "`zhinan rule --list` prints all rules."))
        continue
      }
      guard let words = entry.value.text else {
        reader.report(
          .error(
            "messages.type", at: entry.value.place, "“\(entry.key)” should be a text, but is \(entry.value.kind)."))
        continue
      }
      rules[entry.key] = words
    }
  }

  /// The sentence and hint for a code, placeholders such as `{label}` replaced.
  package func sentence(for code: String, _ values: [String: String]) -> (say: String, hint: String?) {
    guard let message = messages[code] else { return ("\(values["label"] ?? ""): \(code)", nil) }
    return (Self.fill(message.say, values), message.hint.map { Self.fill($0, values) })
  }

  /// A problem of a record in the catalogue's words, or in English where it has none.
  package func diagnostic(
    _ problem: RecordProblem, at place: SourcePlace, _ english: String, hint: String? = nil,
    _ values: [String: String] = [:]
  ) -> Diagnostic {
    let words = record[problem]
    return .error(
      "record.\(problem.rawValue)", at: place, words.map { Self.fill($0.say, values) } ?? english,
      hint: words?.hint.map { Self.fill($0, values) } ?? hint)
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
      case .more: PrintedProblems.more
      }
    return Self.fill(batch[phrase] ?? english, values)
  }

  /// A word of a record as messages may show it: it may be somebody's number or name. Characters that cannot be
  /// seen, or that change how those around them are seen, are shown by their codes.
  package static func shown(_ word: String) -> String {
    let isLong = word.count > 40 || ShownAnswer.isPrivate(word: Array(word.utf8))
    return visible(isLong ? String(word.prefix(1)) : word) + (isLong ? "***" : "")
  }

  private static func visible(_ text: String) -> String {
    text.unicodeScalars.map { scalar in
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse:
        return Hexadecimal.codePoint(scalar.value)
      default: return String(scalar)
      }
    }.joined()
  }

  /// A text with its placeholders replaced.
  static func fill(_ template: String, _ values: [String: String]) -> String {
    var filled = ""
    var rest = template[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      let name = rest[rest.index(after: open)..<close]
      filled += rest[..<open] + (values[String(name)] ?? "{\(name)}")
      rest = rest[rest.index(after: close)...]
    }
    return filled + rest
  }
}
