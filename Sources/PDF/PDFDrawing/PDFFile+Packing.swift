/// A PDF file in the compact form of PDF 1.5: dictionaries in a deflated object stream (PDF 32000-1 §7.5.7) and a
/// cross-reference stream (§7.5.8).
package struct PackedPDF: Sendable {
  /// The whole file, from `%PDF-1.7` to `%%EOF`.
  package let bytes: [UInt8]
  /// Where the cross-reference stream starts.
  package let startXref: Int
  /// The trailer's `/Size`.
  package let size: Int
}

extension PDFFile {
  /// The same objects under the same numbers, packed. Lengths of streams become direct, so their objects become free.
  package func packed() throws(PDFDrawingError) -> PackedPDF {
    var packing = PDFPacking(size: size)
    var lengths: Set<Int> = []
    for number in 1..<size {
      let body = body(of: number)
      guard body.hasSuffix("endstream"), let entries = PDFEntries(body),
        let start = body.firstRange(of: Array("stream\r\n".utf8))?.upperBound
      else { continue }
      let lengthObject = entries.number("Length")
      let length = Int(String(decoding: self.body(of: lengthObject), as: UTF8.self)) ?? 0
      lengths.insert(lengthObject)
      packing.addStream(number, entries.bytes(without: ["Length"]), content: body[start..<start + length])
    }
    // Objects of one kind together deflate better.
    var loose: [(kind: [UInt8], number: Int, body: [UInt8])] = []
    for number in 1..<size where !lengths.contains(number) {
      let body = body(of: number)
      if body.hasSuffix("endstream") { continue }
      let value = PDFTokenReader.compacted(body)
      loose.append((PDFEntries.names(in: value), number, value))
    }
    loose.sort { $0.kind.lexicographicallyPrecedes($1.kind) || $0.kind == $1.kind && $0.number < $1.number }
    for object in loose { packing.add(object.number, object.body) }
    return try packing.finished(root: root, info: info, fileID: fileID)
  }

  /// The entries of an object that is a dictionary or a stream.
  package func entries(of number: Int) -> PDFEntries {
    guard let entries = PDFEntries(body(of: number)) else { preconditionFailure("object \(number) is no dictionary") }
    return entries
  }

  /// What stands between `12 0 obj` and `endobj`, without the line ends there.
  private func body(of number: Int) -> ArraySlice<UInt8> {
    let whole = bytes[objectOffsets[number]..<(number + 1 < size ? objectOffsets[number + 1] : startXref)]
    let head = "\(number) 0 obj\n".utf8.count
    let tail = "\nendobj\n".utf8.count
    precondition(whole.count >= head + tail, "object \(number) is not as libharu writes it")
    return whole.dropFirst(head).dropLast(tail)
  }
}

/// Writes a packed file: streams first, then one object stream with all the rest, then the cross-reference stream.
private struct PDFPacking {
  private enum Place {
    case free
    case offset(Int)
    case packed(index: Int)
  }

  private var bytes = Array("%PDF-1.7\n%".utf8) + [0xE2, 0xE3, 0xCF, 0xD3, 0x0A]
  private var places: [Place]
  private var packedNumbers: [UInt8] = []
  private var packedBodies: [UInt8] = []
  private var packedCount = 0

  /// Starts a file whose objects have numbers below `size`.
  init(size: Int) { places = Array(repeating: .free, count: size) }

  mutating func addStream(_ number: Int, _ entries: [UInt8], content: some Collection<UInt8>) {
    places[number] = .offset(bytes.count)
    bytes += Array("\(number) 0 obj\n<<".utf8) + entries + Array("/Length \(content.count)>>\nstream\n".utf8)
    bytes += content
    bytes += Array("\nendstream\nendobj\n".utf8)
  }

  mutating func add(_ number: Int, _ body: some Collection<UInt8>) {
    places[number] = .packed(index: packedCount)
    packedCount += 1
    packedNumbers += Array("\(number) \(packedBodies.count) ".utf8)
    packedBodies += body
    packedBodies.append(0x0A)
  }

  consuming func finished(root: Int, info: Int, fileID: [UInt8]) throws(PDFDrawingError) -> PackedPDF {
    let container = places.count
    places.append(.free)
    addStream(
      container, Array("/Type/ObjStm/N \(packedCount)/First \(packedNumbers.count)/Filter/FlateDecode".utf8),
      content: try Deflate.zlib(packedNumbers + packedBodies))
    let startXref = bytes.count
    places.append(.offset(startXref))
    // Each row is written as the difference to the one above it (PNG's predictor 2).
    var table: [UInt8] = []
    var above: [UInt8] = [0, 0, 0, 0, 0, 0, 0]
    for place in places {
      let row: [UInt8] =
        switch place {
        case .free: [0, 0, 0, 0, 0, 0, 0]
        case .offset(let offset): [1] + withUnsafeBytes(of: UInt32(offset).bigEndian, Array.init) + [0, 0]
        case .packed(let index):
          [2] + withUnsafeBytes(of: UInt32(container).bigEndian, Array.init)
            + withUnsafeBytes(of: UInt16(index).bigEndian, Array.init)
        }
      table.append(2)
      table += zip(row, above).map { $0 &- $1 }
      above = row
    }
    var entries = PDFTokens()
    entries.raw("/Type/XRef/W[1 4 2]/Size \(places.count)/Root \(root) 0 R/Info \(info) 0 R/ID[")
    for _ in 0..<2 { entries.hexadecimal(fileID) }
    entries.raw("]/Filter/FlateDecode/DecodeParms<</Predictor 12/Columns 7>>")
    let size = places.count
    addStream(size - 1, entries.bytes, content: try Deflate.zlib(table))
    bytes += Array("startxref\n\(startXref)\n%%EOF\n".utf8)
    return PackedPDF(bytes: bytes, startXref: startXref, size: size)
  }
}

extension Collection<UInt8> {
  fileprivate func hasSuffix(_ text: String) -> Bool { suffix(text.utf8.count).elementsEqual(text.utf8) }
}
