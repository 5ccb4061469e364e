/// Walks the tree of fields.
struct FieldReader {
  /// What a field hands down to its kids.
  struct Inherited {
    var name = ""
    var kind: QPDFHandle.Object?
    var flags: QPDFHandle.Object?
    var value: QPDFHandle.Object?
    var options: QPDFHandle.Object?
    var maximumLength: QPDFHandle.Object?
  }

  /// Deepest tree that is followed; ours has two levels.
  private static let deepest = 32

  /// Index of the page by number of the widget.
  var pages: [Int: Int] = [:]
  /// The widgets of all pages.
  var widgets: [QPDFHandle.Object] = []
  private(set) var fields: [PDFField] = []
  /// The signatures that hang at fields and widgets.
  var signatures = SignatureReader()
  /// Numbers of fields, widgets and lists of kids that were met: what is met again is no kid, the tree has a ring.
  private var seen: Set<Int> = []

  mutating func read(
    _ field: QPDFHandle.Object, _ inherited: Inherited, depth: Int, of file: borrowing QPDFHandle,
    budget: inout ReadingBudget
  ) throws(FormReadingError) {
    try budget.claim(objects: 1)
    guard depth < Self.deepest, isNew(field, in: file) else { return }
    var own = inherited
    if let part = try file.text("/T", of: field, budget: &budget)?.text {
      own.name += inherited.name.isEmpty ? part : ".\(part)"
    }
    try budget.claim(text: own.name.utf8.count)
    own.kind = file.entry("/FT", of: field) ?? inherited.kind
    own.flags = file.entry("/Ff", of: field) ?? inherited.flags
    own.value = file.entry("/V", of: field) ?? inherited.value
    own.options = file.entry("/Opt", of: field) ?? inherited.options
    own.maximumLength = file.entry("/MaxLen", of: field) ?? inherited.maximumLength
    let kids = try kids(of: field, in: file, budget: &budget)
    try examine([field] + kids.filter { !file.has("/T", in: $0) }, own, of: file, budget: &budget)
    let fields = kids.filter { file.has("/T", in: $0) && !seen.contains(file.number(of: $0)) }
    if fields.isEmpty {
      let widgets = kids.filter { !file.has("/T", in: $0) }
      for kid in widgets { _ = isNew(kid, in: file) }
      try add(field, widgets, own, of: file, budget: &budget)
    } else {
      for kid in fields { try read(kid, own, depth: depth + 1, of: file, budget: &budget) }
    }
    file.release(kids)
    for (mine, theirs) in [
      (own.kind, inherited.kind), (own.flags, inherited.flags), (own.value, inherited.value),
      (own.options, inherited.options), (own.maximumLength, inherited.maximumLength),
    ] {
      if let mine, mine.handle != theirs?.handle { file.release(mine) }
    }
  }

  /// Fields that only a page knows: some writers lose them from the form's list.
  mutating func readOrphanFields(of file: borrowing QPDFHandle, budget: inout ReadingBudget) throws(FormReadingError) {
    for widget in widgets where !seen.contains(file.number(of: widget)) {
      var top = widget
      for _ in 0..<Self.deepest {
        guard let parent = file.entry("/Parent", of: top) else { break }
        top = parent
      }
      try read(top, Inherited(), depth: 0, of: file, budget: &budget)
    }
  }

  /// Signatures at widgets and fields that no list of kids leads to.
  mutating func readOrphanSignatures(
    of file: borrowing QPDFHandle, budget: inout ReadingBudget
  ) throws(FormReadingError) {
    for widget in widgets {
      let page = pages[file.number(of: widget)]
      var node = widget
      for _ in 0..<Self.deepest where signatures.isNew(file.number(of: node)) {
        let name = try file.text("/T", of: node, budget: &budget)?.text ?? ""
        let kind = file.name("/FT", of: node)
        try signatures.examine(node, name: name, kind: kind, page: page, of: file, budget: &budget)
        guard let parent = file.entry("/Parent", of: node) else { break }
        node = parent
      }
    }
  }

  /// Looks for signatures at a field and its widgets.
  private mutating func examine(
    _ nodes: [QPDFHandle.Object], _ own: Inherited, of file: borrowing QPDFHandle, budget: inout ReadingBudget
  ) throws(FormReadingError) {
    let kind = own.kind.flatMap { file.name($0) }
    let places = nodes.map { pages[file.number(of: $0)] }
    let shown = places.compactMap { $0 }.first
    for (node, place) in zip(nodes, places) {
      let page = place ?? shown
      try signatures.examine(node, name: own.name, kind: kind, page: page, of: file, budget: &budget)
    }
  }

  /// Remembers an indirect object; direct ones are always new.
  private mutating func isNew(_ object: QPDFHandle.Object, in file: borrowing QPDFHandle) -> Bool {
    let number = file.number(of: object)
    return number == 0 || seen.insert(number).inserted
  }

  /// The kids; none when the list was met before, as that of another field or of this one's parents.
  private mutating func kids(
    of field: QPDFHandle.Object, in file: borrowing QPDFHandle, budget: inout ReadingBudget
  ) throws(FormReadingError) -> [QPDFHandle.Object] {
    guard let list = file.entry("/Kids", of: field) else { return [] }
    defer { file.release(list) }
    return isNew(list, in: file) ? try file.elements(of: list, budget: &budget) : []
  }

  private mutating func add(
    _ field: QPDFHandle.Object, _ kids: [QPDFHandle.Object], _ own: Inherited, of file: borrowing QPDFHandle,
    budget: inout ReadingBudget
  ) throws(FormReadingError) {
    guard !own.name.isEmpty else { return }
    var found = PDFField(name: own.name, kind: own.kind.flatMap { file.name($0) } ?? "")
    found.flags = own.flags.flatMap { file.value($0) }.flatMap { Int(exactly: $0.rounded()) } ?? 0
    found.maximumLength = own.maximumLength.flatMap { file.value($0) }.flatMap { Int(exactly: $0.rounded()) }
    if let options = own.options {
      for option in try file.elements(of: options, budget: &budget) {
        let pair = try file.elements(of: option, budget: &budget)
        if pair.count == 2, let export = try file.text(pair[0], budget: &budget),
          let label = try file.text(pair[1], budget: &budget)
        {
          found.options.append(PDFFieldOption(export: export, label: label))
        } else if let text = try file.text(option, budget: &budget) {
          found.options.append(PDFFieldOption(export: text, label: text))
        }
        file.release(pair)
        file.release(option)
      }
    }
    if let value = own.value {
      let several = try file.elements(of: value, budget: &budget)
      for part in several.isEmpty ? [value] : several {
        if let text = try file.text(part, budget: &budget) { found.values.append(text) }
      }
      file.release(several)
    }
    if found.kind == "Ch", found.values.isEmpty {
      for index in try file.elements("/I", of: field, budget: &budget) {
        guard let index = file.value(index).flatMap({ Int(exactly: $0) }), found.options.indices.contains(index)
        else { continue }
        found.values.append(found.options[index].export)
      }
    }
    for widget in kids.isEmpty ? [field] : kids {
      found.widgets.append(
        PDFWidget(
          page: pages[file.number(of: widget)], rectangle: file.rectangle(of: widget),
          state: try file.name("/AS", of: widget, budget: &budget)))
    }
    fields.append(found)
  }
}
