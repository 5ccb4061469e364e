#if canImport(PDFParsing)
  internal import PDFParsing
#endif

/// Walks the tree of fields.
struct FieldReader<File: PDFObjects & ~Copyable> {
  /// What a field hands down to its kids.
  struct Inherited {
    var name: [UInt8] = []
    var kind: File.Object?
    var flags: File.Object?
    var value: File.Object?
    var options: File.Object?
    var maximumLength: File.Object?
  }

  /// Deepest tree that is followed; ours has two levels.
  private static var deepest: Int { 32 }

  /// Index of the page by number of the widget.
  var pages = NumberTable()
  /// The widgets of all pages.
  var widgets: [File.Object] = []
  private(set) var fields: [PDFField] = []
  /// The signatures that hang at fields and widgets.
  var signatures = SignatureReader()
  /// Numbers of fields, widgets and lists of kids that were met: what is met again is no kid, the tree has a ring.
  private var seen = NumberTable()

  init() {}

  mutating func read(
    _ field: File.Object, _ inherited: Inherited, depth: Int, of file: borrowing File, budget: inout ReadingBudget
  ) {
    budget.claim(objects: 1)
    guard !budget.isSpent, depth < Self.deepest, isNew(field, in: file) else { return }
    var own = inherited
    if let part = file.text("/T", of: field, budget: &budget)?.utf8 {
      if !own.name.isEmpty { own.name.append(0x2E) }
      own.name += part
    }
    budget.claim(text: own.name.count)
    let entries: [StaticString] = ["/FT", "/Ff", "/V", "/Opt", "/MaxLen"]
    var found: [File.Object?] = []
    for key in entries { found.append(file.entry(key, of: field)) }
    own.kind = found[0] ?? inherited.kind
    own.flags = found[1] ?? inherited.flags
    own.value = found[2] ?? inherited.value
    own.options = found[3] ?? inherited.options
    own.maximumLength = found[4] ?? inherited.maximumLength
    let kids = kids(of: field, in: file, budget: &budget)
    var widgets: [File.Object] = []
    var parts: [File.Object] = []
    for kid in kids {
      if !file.has("/T", in: kid) {
        widgets.append(kid)
      } else if seen[file.number(of: kid)] == nil {
        parts.append(kid)
      }
    }
    examine([field] + widgets, own, of: file, budget: &budget)
    if parts.isEmpty {
      for kid in widgets { _ = isNew(kid, in: file) }
      add(field, widgets, own, of: file, budget: &budget)
    } else {
      for kid in parts { read(kid, own, depth: depth + 1, of: file, budget: &budget) }
    }
    file.release(kids)
    for object in found { if let object { file.release(object) } }
  }

  /// Fields that only a page knows: some writers lose them from the form's list.
  mutating func readOrphanFields(of file: borrowing File, budget: inout ReadingBudget) {
    for widget in widgets where seen[file.number(of: widget)] == nil {
      var top = widget
      for _ in 0..<Self.deepest {
        guard let parent = file.entry("/Parent", of: top) else { break }
        top = parent
      }
      read(top, Inherited(), depth: 0, of: file, budget: &budget)
    }
  }

  /// Signatures at widgets and fields that no list of kids leads to.
  mutating func readOrphanSignatures(of file: borrowing File, budget: inout ReadingBudget) {
    for widget in widgets {
      let page = pages[file.number(of: widget)]
      var node = widget
      for _ in 0..<Self.deepest where signatures.isNew(file.number(of: node)) {
        let name = file.text("/T", of: node, budget: &budget)?.utf8 ?? []
        let kind = PDFField.Kind(file.name("/FT", of: node))
        signatures.examine(node, name: name, kind: kind, page: page, of: file, budget: &budget)
        guard let parent = file.entry("/Parent", of: node) else { break }
        node = parent
      }
    }
  }

  /// Looks for signatures at a field and its widgets.
  private mutating func examine(
    _ nodes: [File.Object], _ own: Inherited, of file: borrowing File, budget: inout ReadingBudget
  ) {
    let kind = kind(own, in: file)
    var shown: Int?
    for node in nodes where shown == nil { shown = pages[file.number(of: node)] }
    for node in nodes {
      let page = pages[file.number(of: node)] ?? shown
      signatures.examine(node, name: own.name, kind: kind, page: page, of: file, budget: &budget)
    }
  }

  private func kind(_ own: Inherited, in file: borrowing File) -> PDFField.Kind {
    guard let kind = own.kind else { return .other }
    return PDFField.Kind(file.name(kind))
  }

  /// Remembers an indirect object; direct ones are always new.
  private mutating func isNew(_ object: File.Object, in file: borrowing File) -> Bool {
    let number = file.number(of: object)
    return number == 0 || seen.set(number)
  }

  /// The kids; none when the list was met before, as that of another field or of this one's parents.
  private mutating func kids(
    of field: File.Object, in file: borrowing File, budget: inout ReadingBudget
  ) -> [File.Object] {
    guard let list = file.entry("/Kids", of: field) else { return [] }
    defer { file.release(list) }
    return isNew(list, in: file) ? file.elements(of: list, budget: &budget) : []
  }

  private mutating func add(
    _ field: File.Object, _ kids: [File.Object], _ own: Inherited, of file: borrowing File, budget: inout ReadingBudget
  ) {
    guard !own.name.isEmpty else { return }
    var found = PDFField(name: own.name, kind: kind(own, in: file))
    found.flags = own.flags.flatMap { Self.rounded(file.value($0)) } ?? 0
    found.maximumLength = own.maximumLength.flatMap { Self.rounded(file.value($0)) }
    if let options = own.options { found.options = Self.options(options, of: file, budget: &budget) }
    if let value = own.value {
      let several = file.elements(of: value, budget: &budget)
      for part in several.isEmpty ? [value] : several {
        if let text = file.text(part, budget: &budget) { found.values.append(text) }
      }
      file.release(several)
    }
    if found.kind == .list, found.values.isEmpty {
      for index in file.elements("/I", of: field, budget: &budget) {
        guard let value = file.value(index), let index = Int(exactly: value), found.options.indices.contains(index)
        else { continue }
        found.values.append(found.options[index].export)
      }
    }
    for widget in kids.isEmpty ? [field] : kids {
      found.widgets.append(
        PDFWidget(
          page: pages[file.number(of: widget)], rectangle: file.rectangle(of: widget),
          state: file.name("/AS", of: widget, budget: &budget)))
    }
    fields.append(found)
  }

  /// The whole number next to a number; `nil` beyond 32 bits.
  private static func rounded(_ number: Double?) -> Int? {
    guard let number, number.magnitude < 2_147_483_647 else { return nil }
    return Int(number < 0 ? number - 0.5 : number + 0.5)
  }

  private static func options(
    _ list: File.Object, of file: borrowing File, budget: inout ReadingBudget
  ) -> [PDFFieldOption] {
    var options: [PDFFieldOption] = []
    for option in file.elements(of: list, budget: &budget) {
      let pair = file.elements(of: option, budget: &budget)
      if pair.count == 2, let export = file.text(pair[0], budget: &budget),
        let label = file.text(pair[1], budget: &budget)
      {
        options.append(PDFFieldOption(export: export, label: label))
      } else if let text = file.text(option, budget: &budget) {
        options.append(PDFFieldOption(export: text, label: text))
      }
      file.release(pair)
      file.release(option)
    }
    return options
  }
}
