extension PDFContents {
  /// Reads a PDF of any writer; one whose ends are damaged is repaired.
  init(reading bytes: [UInt8]) throws(FormReadingError) {
    do {
      try self.init(undamaged: bytes)
      if !fields.isEmpty || !wasRepaired { return }
    } catch {
      guard error == .damaged, let repaired = PDFRepair.repaired(bytes) else { throw error }
      try self.init(undamaged: repaired)
      wasRepaired = true
      return
    }
    if let repaired = PDFRepair.repaired(bytes), let found = try? PDFContents(undamaged: repaired) {
      self = found
      wasRepaired = true
    }
  }

  /// Reads a PDF as libqpdf takes it; the fields are found from the form dictionary and from the pages alike.
  private init(undamaged bytes: [UInt8]) throws(FormReadingError) {
    let file = try QPDFHandle(bytes)
    let root = file.root()
    var budget = ReadingBudget()
    var reader = FieldReader()
    var met: Set<Int> = []
    for (index, page) in try file.pages().enumerated() {
      // A page that stands in the tree twice is read once.
      let number = file.number(of: page)
      guard number == 0 || met.insert(number).inserted else {
        pages.append(PDFPage())
        continue
      }
      var read = PDFPage()
      read.streams = try Self.streams(of: page, in: file, budget: &budget)
      for annotation in try file.elements("/Annots", of: page, budget: &budget) {
        let kind = file.name("/Subtype", of: annotation) ?? ""
        if kind == "Widget" {
          if file.number(of: annotation) != 0 { reader.pages[file.number(of: annotation)] = index }
          reader.widgets.append(annotation)
        } else {
          if kind != "Popup" { read.annotations.append(String(kind.prefix(40))) }
          if kind == "FileAttachment", let specification = file.entry("/FS", of: annotation) {
            attachments.append(try Self.name(of: specification, in: file, budget: &budget))
          }
          file.release(annotation)
        }
      }
      pages.append(read)
      file.release(page)
    }
    if let form = file.entry("/AcroForm", of: root) {
      for field in try file.elements("/Fields", of: form, budget: &budget) {
        try reader.read(field, FieldReader.Inherited(), depth: 0, of: file, budget: &budget)
      }
    }
    try reader.readOrphanFields(of: file, budget: &budget)
    try reader.readOrphanSignatures(of: file, budget: &budget)
    try reader.signatures.examinePermissions(of: file, budget: &budget)
    fields = reader.fields
    signatures = reader.signatures.found
    attachments += try Self.attachments(of: file, budget: &budget)
    metadata = file.entry("/Metadata", of: root).flatMap { file.content(of: $0, atMost: 64 << 10) } ?? []
    wasRepaired = file.wasRepaired
    isRestricted = file.isRestricted
  }

  /// Longest content stream that is read, in bytes of the file; a blank's longest has some 20 KB. Deflated data grow at
  /// most 1032 times.
  private static let longestStream = 256 << 10

  /// Every content stream of a page; `nil` for what cannot be read or goes beyond what is kept of one file.
  private static func streams(
    of page: QPDFHandle.Object, in file: borrowing QPDFHandle, budget: inout ReadingBudget
  ) throws(FormReadingError) -> [[UInt8]?] {
    guard let contents = file.entry("/Contents", of: page) else { return [] }
    defer { file.release(contents) }
    let parts = try file.elements(of: contents, budget: &budget)
    var streams: [[UInt8]?] = []
    for part in parts.isEmpty ? [contents] : parts {
      let stream = budget.drawing > 0 ? file.content(of: part, atMost: longestStream, spent: &budget.drawing) : nil
      streams.append(budget.drawing > 0 ? stream : nil)
    }
    file.release(parts)
    return streams
  }
}
