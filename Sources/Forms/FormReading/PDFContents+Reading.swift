internal import FilledFields
internal import PDFParsing

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

  /// Reads a PDF as libqpdf takes it.
  private init(undamaged bytes: [UInt8]) throws(FormReadingError) {
    let file = try QPDFHandle(bytes)
    var budget = ReadingBudget()
    held = FilledContents(of: file, budget: &budget)
    var met: Set<Int> = []
    for (index, page) in file.pages(budget: &budget).enumerated() {
      var read = PDFPage()
      // A page that stands in the tree twice is read once.
      let number = file.number(of: page)
      if number == 0 || met.insert(number).inserted {
        read.streams = Self.streams(of: page, in: file, budget: &budget)
        read.annotations = held.annotations[index].map { String(decoding: $0, as: UTF8.self) }
      }
      pages.append(read)
      file.release(page)
    }
    if budget.isSpent { throw .tooManyParts }
    wasRepaired = file.wasRepaired || PDFEnd.isCut(bytes)
    isRestricted = file.isRestricted
  }

  /// Longest content stream that is read, in bytes of the file; a blank's longest has some 20 KB. Deflated data grow at
  /// most 1032 times.
  private static let longestStream = 256 << 10

  /// Every content stream of a page; `nil` for what cannot be read or goes beyond what is kept of one file.
  private static func streams(
    of page: QPDFHandle.Object, in file: borrowing QPDFHandle, budget: inout ReadingBudget
  ) -> [[UInt8]?] {
    guard let contents = file.entry("/Contents", of: page) else { return [] }
    defer { file.release(contents) }
    let parts = file.elements(of: contents, budget: &budget)
    var streams: [[UInt8]?] = []
    for part in parts.isEmpty ? [contents] : parts {
      let stream = budget.drawing > 0 ? file.content(of: part, atMost: longestStream, spent: &budget.drawing) : nil
      streams.append(budget.drawing > 0 ? stream : nil)
    }
    file.release(parts)
    return streams
  }
}
