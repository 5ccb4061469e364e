/// Makes a PDF readable again whose end or start was damaged. libqpdf rebuilds a lost cross-reference table from the
/// objects that stand in the file itself, but not from those in object streams.
enum PDFRepair {
  /// The file from its header on, without what follows its last cross-reference section, and with a new pointer to that
  /// section; `nil` when it has none.
  static func repaired(_ bytes: [UInt8]) -> [UInt8]? {
    let header = bytes.prefix(4096).firstRange(of: Array("%PDF-".utf8))?.lowerBound ?? 0
    let file = Array(bytes[header...])
    guard let section = lastSection(in: file) else { return nil }
    return file + Array("\nstartxref\n\(section)\n%%EOF\n".utf8)
  }

  /// Offset of the last object that is a cross-reference stream (PDF 32000-1 §7.5.8), or of the last table.
  private static func lastSection(in file: [UInt8]) -> Int? {
    let marks = [Array("/Type/XRef".utf8), Array("/Type /XRef".utf8)]
    let streams = marks.compactMap { last($0, in: file[...]) }.max().flatMap { start(ofObjectAround: $0, in: file) }
    let table = last(Array("\nxref\n".utf8), in: file[...]).map { $0 + 1 }
    return [streams, table].compactMap(\.self).max()
  }

  /// Where `12 0 obj` stands that opens the dictionary around an offset.
  private static func start(ofObjectAround offset: Int, in file: [UInt8]) -> Int? {
    guard var index = last(Array(" obj".utf8), in: file[..<offset]) else { return nil }
    var spaces = 0
    while index > 0 {
      let byte = file[index - 1]
      if byte == 32, spaces == 0 { spaces = 1 } else if !(48...57).contains(byte) { break }
      index -= 1
    }
    return spaces == 1 ? index : nil
  }

  /// Offset at which `mark` stands for the last time.
  private static func last(_ mark: [UInt8], in file: ArraySlice<UInt8>) -> Int? {
    guard file.count >= mark.count else { return nil }
    return file.withUnsafeBufferPointer { bytes in
      var index = bytes.count - mark.count
      while index >= 0 {
        if bytes[index] == mark[0], bytes[index..<(index + mark.count)].elementsEqual(mark) {
          return file.startIndex + index
        }
        index -= 1
      }
      return nil
    }
  }
}
