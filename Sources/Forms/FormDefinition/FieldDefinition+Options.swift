internal import Diagnostics
internal import FormModel
internal import SourceText

// Options and suggestions, which may stand in a guide's data.
extension FieldDefinition {
  /// The options of a choice.
  ///
  /// - Parameter yesNo: what `yes` and `no` are called where a question of yes or no does not say.
  static func readOptions(
    _ kind: Kind, data: (String) -> SourceNode?, yesNo: [String], _ reader: inout MapReader
  ) -> [(value: String, label: String)] {
    if kind == .yesNo { return readYesNo(yesNo, &reader) }
    guard let given = reader.node("options") else {
      if kind == .choice || kind == .choices {
        reader.report(.error("form.missing-key", at: reader.place))
      }
      return []
    }
    guard let list = DataList.read(given, named: "options", data: data, &reader) else { return [] }
    var options: [(value: String, label: String)] = []
    for entry in list.entries {
      if !isOptionValue(entry.value) || entry.label.isEmpty || options.contains(where: { $0.value == entry.value }) {
        reader.report(.error("form.value/option", at: entry.place))
      }
      options.append((entry.value, entry.label))
    }
    // A label that is another option's word would turn answers round.
    for option in options where options.contains(where: { $0.value == option.label && $0.value != option.value }) {
      reader.report(.error("form.value/option", at: given.place))
    }
    if options.isEmpty || options.count > 64 {
      reader.report(.error("form.value/options", at: given.place))
    }
    return options
  }

  /// Whether a word can be an option's in records and in the PDF.
  private static func isOptionValue(_ value: String) -> Bool {
    isWord(value) || (1...40).contains(value.utf8.count) && value.utf8.allSatisfy { (0x30...0x39).contains($0) }
  }

  /// `options: [有, 没有]`, or the usual words.
  private static func readYesNo(_ usual: [String], _ reader: inout MapReader) -> [(value: String, label: String)] {
    let place = reader.place
    var labels = usual
    if let node = reader.node("options") {
      labels = (node.list ?? []).compactMap(\.text)
      if labels.count != 2 || node.list?.count != 2 || labels[0].isEmpty || labels[1].isEmpty || labels[0] == labels[1]
      {
        reader.report(.error("form.value/yes-no", at: node.place))
        return []
      }
    }
    guard labels.count == 2 else {
      reader.report(.error("form.value/yes-no", at: place))
      return []
    }
    let isTurned =
      OptionWords.yesOrNo(Array(labels[0].utf8)) == 1 || OptionWords.yesOrNo(Array(labels[1].utf8)) == 0
    if isTurned { reader.report(.error("form.value/yes-no", at: place)) }
    return [("yes", labels[0]), ("no", labels[1])]
  }

  /// Some of the possible answers.
  static func readSuggestions(data: (String) -> SourceNode?, _ reader: inout MapReader) -> [String] {
    guard let given = reader.node("suggestions") else { return [] }
    if given.list != nil { return reader.texts("suggestions") }
    return DataList.read(given, named: "suggestions", data: data, &reader)?.entries.map(\.label) ?? []
  }
}

/// A list that a form takes from a data file: `{data: name}` for the file's own list `options`, `{data: name.path}` for
/// any list or map in it, whose elements' keys `value` and `label` name otherwise where they are called otherwise.
struct DataList {
  /// One element: the word of records, what readers see, and where it stands.
  struct Entry {
    var value: String
    var label: String
    var place: SourcePlace
  }

  var entries: [Entry]

  /// The list under a form's key; `nil`, reported, where there is none.
  static func read(
    _ given: SourceNode, named name: String, data: (String) -> SourceNode?, _ reader: inout MapReader
  ) -> DataList? {
    if let list = given.list {
      return DataList(entries: list.map { entry($0, valueKey: "value", labelKey: "label") })
    }
    var inner = MapReader(given, what: .verbatim("“\(name)”"), id: "form")
    let path = inner.requiredText("data") ?? ""
    let (valueKey, labelKey) = (inner.text("value") ?? "value", inner.text("label") ?? "label")
    var found: [Diagnostic] = []
    inner.finish(into: &found)
    for diagnostic in found { reader.report(diagnostic) }
    if found.hasErrors { return nil }
    let parts = path.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    var node = parts.first.flatMap { data($0) }
    for part in parts.count == 1 ? [name] : Array(parts.dropFirst()) { node = node?.part(part) }
    if let list = node?.list {
      return DataList(entries: list.map { entry($0, valueKey: valueKey, labelKey: labelKey) })
    }
    if let map = node?.map, parts.count > 1 {
      return DataList(
        entries: map.map { entry in
          Entry(
            value: entry.key, label: entry.value.text ?? entry.value[labelKey]?.text ?? "", place: entry.value.place)
        })
    }
    reader.report(
      name == "options"
        ? .error("form.unknown-data", at: given.place, ["name": .text(path)])
        : .error("form.unknown-data/suggestions", at: given.place, ["name": .text(path)]))
    return nil
  }

  /// An element, which may be a text alone.
  private static func entry(_ node: SourceNode, valueKey: String, labelKey: String) -> Entry {
    Entry(
      value: node[valueKey]?.text ?? "", label: node.text ?? node[labelKey]?.text ?? "", place: node.place)
  }
}

extension SourceNode {
  /// What a part of a path leads to: a key of a map, or of a list the element with that number from 0 or that `id`.
  fileprivate func part(_ name: String) -> SourceNode? {
    guard let list else { return self[name] }
    if let number = Int(name) { return list.indices.contains(number) ? list[number] : nil }
    return list.first { $0["id"]?.text == name }
  }
}
