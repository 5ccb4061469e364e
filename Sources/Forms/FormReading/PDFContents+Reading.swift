extension PDFContents {
  /// Reads a PDF of any writer; one whose ends are damaged is mended.
  init(reading bytes: [UInt8]) throws(FormReadingError) {
    do {
      try self.init(undamaged: bytes)
      if !fields.isEmpty || !wasRepaired { return }
    } catch {
      guard error == .damaged, let mended = PDFMending.mended(bytes) else { throw error }
      try self.init(undamaged: mended)
      wasRepaired = true
      return
    }
    if let mended = PDFMending.mended(bytes), let found = try? PDFContents(undamaged: mended) {
      self = found
      wasRepaired = true
    }
  }

  /// Reads a PDF as libqpdf takes it; the fields are found from the form dictionary and from the pages alike.
  private init(undamaged bytes: [UInt8]) throws(FormReadingError) {
    let file = try QPDFHandle(bytes)
    let root = file.root()
    var reader = FieldReader()
    var room = PDFPage.mostDecoded
    for (index, page) in file.pages().enumerated() {
      pages.append(PDFPage(page, of: file, room: &room))
      for annotation in file.entry("/Annots", of: page).map({ file.elements(of: $0) }) ?? [] {
        reader.pages[file.number(of: annotation)] = index
        reader.widgets.append(annotation)
      }
    }
    if let form = file.entry("/AcroForm", of: root), let list = file.entry("/Fields", of: form) {
      for field in file.elements(of: list) { reader.read(field, FieldReader.Inherited(), depth: 0, of: file) }
    }
    reader.readStrays(of: file)
    fields = reader.fields
    metadata = file.entry("/Metadata", of: root).flatMap { file.content(of: $0, atMost: 64 << 10) } ?? []
    wasRepaired = file.wasRepaired
    isRestricted = file.isRestricted
  }
}

extension PDFPage {
  /// Longest content stream that is read, in bytes of the file; a blank's longest has some 20 KB. Deflated data grow at
  /// most 1032 times.
  private static let longestStream = 256 << 10
  /// Most bytes of decoded content that are kept of one file; a blank's pages have some 100 KB.
  fileprivate static let mostDecoded = 8 << 20

  fileprivate init(_ page: QPDFHandle.Object, of file: borrowing QPDFHandle, room: inout Int) {
    if let contents = file.entry("/Contents", of: page) {
      let parts = file.elements(of: contents)
      for part in parts.isEmpty ? [contents] : parts {
        let stream = room > 0 ? file.content(of: part, atMost: Self.longestStream) : nil
        room -= stream?.count ?? 0
        streams.append(room > 0 ? stream : nil)
      }
    }
    for annotation in file.entry("/Annots", of: page).map({ file.elements(of: $0) }) ?? [] {
      let kind = file.entry("/Subtype", of: annotation).flatMap { file.name($0) } ?? ""
      if kind != "Widget", kind != "Popup" { annotations.append(kind) }
    }
  }
}

/// Walks the tree of fields.
private struct FieldReader {
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
  /// Most fields that are read; ours have some hundred.
  private static let mostFields = 20_000

  var pages: [Int: Int] = [:]
  var widgets: [QPDFHandle.Object] = []
  private(set) var fields: [PDFField] = []
  private var seen: Set<Int> = []

  mutating func read(
    _ field: QPDFHandle.Object, _ inherited: Inherited, depth: Int, of file: borrowing QPDFHandle
  ) {
    let number = file.number(of: field)
    guard depth < Self.deepest, number == 0 || seen.insert(number).inserted else { return }
    var own = inherited
    if let part = file.entry("/T", of: field).flatMap({ file.text($0) })?.text {
      own.name += inherited.name.isEmpty ? part : ".\(part)"
    }
    own.kind = file.entry("/FT", of: field) ?? inherited.kind
    own.flags = file.entry("/Ff", of: field) ?? inherited.flags
    own.value = file.entry("/V", of: field) ?? inherited.value
    own.options = file.entry("/Opt", of: field) ?? inherited.options
    own.maximumLength = file.entry("/MaxLen", of: field) ?? inherited.maximumLength
    let kids = file.entry("/Kids", of: field).map { file.elements(of: $0) } ?? []
    // A kid that was met before is no kid: the tree has a ring.
    let fields = kids.filter { file.entry("/T", of: $0) != nil && !seen.contains(file.number(of: $0)) }
    guard fields.isEmpty else {
      for kid in fields { read(kid, own, depth: depth + 1, of: file) }
      return
    }
    let widgets = kids.filter { file.entry("/T", of: $0) == nil }
    for kid in widgets { _ = seen.insert(file.number(of: kid)) }
    take(field, widgets, own, of: file)
  }

  /// Fields that only a page knows: some writers lose them from the form's list.
  mutating func readStrays(of file: borrowing QPDFHandle) {
    for widget in widgets where !seen.contains(file.number(of: widget)) {
      guard file.entry("/Subtype", of: widget).flatMap({ file.name($0) }) == "Widget" else { continue }
      var top = widget
      for _ in 0..<Self.deepest {
        guard let parent = file.entry("/Parent", of: top) else { break }
        top = parent
      }
      read(top, Inherited(), depth: 0, of: file)
    }
  }

  private mutating func take(
    _ field: QPDFHandle.Object, _ kids: [QPDFHandle.Object], _ own: Inherited, of file: borrowing QPDFHandle
  ) {
    guard !own.name.isEmpty, fields.count < Self.mostFields else { return }
    var taken = PDFField(name: own.name, kind: own.kind.flatMap { file.name($0) } ?? "")
    taken.flags = own.flags.flatMap { file.value($0) }.flatMap { Int(exactly: $0.rounded()) } ?? 0
    taken.maximumLength = own.maximumLength.flatMap { file.value($0) }.flatMap { Int(exactly: $0.rounded()) }
    for option in own.options.map({ file.elements(of: $0) }) ?? [] {
      let pair = file.elements(of: option)
      if pair.count == 2, let export = file.text(pair[0]), let label = file.text(pair[1]) {
        taken.options.append(PDFFieldOption(export: export, label: label))
      } else if let text = file.text(option) {
        taken.options.append(PDFFieldOption(export: text, label: text))
      }
    }
    if let value = own.value {
      let several = file.elements(of: value)
      for part in several.isEmpty ? [value] : several { if let text = file.text(part) { taken.values.append(text) } }
    }
    if taken.kind == "Ch", taken.values.isEmpty, let chosen = file.entry("/I", of: field) {
      for index in file.elements(of: chosen) {
        guard let index = file.value(index).flatMap({ Int(exactly: $0) }), taken.options.indices.contains(index)
        else { continue }
        taken.values.append(taken.options[index].export)
      }
    }
    for widget in kids.isEmpty ? [field] : kids {
      taken.widgets.append(
        PDFWidget(
          page: pages[file.number(of: widget)],
          rectangle: file.entry("/Rect", of: widget).map { file.elements(of: $0).compactMap { file.value($0) } } ?? [],
          state: file.entry("/AS", of: widget).flatMap { file.name($0) }))
    }
    fields.append(taken)
  }
}
