/// An incremental update (PDF 32000-1 §7.5.6): whole objects and a cross-reference stream.
struct PDFUpdate {
  private(set) var bytes: [UInt8]
  private var offsets: [(number: UInt32, offset: Int)] = []
  private var nextNumber: UInt32

  /// Starts after `blank`, whose first free object number is `firstFree`.
  init(after blank: [UInt8], firstFree: UInt32, reserving room: Int) {
    bytes = []
    bytes.reserveCapacity(blank.count + room)
    bytes += blank
    if blank.last != 10 { bytes.append(10) }
    nextNumber = firstFree
  }

  /// A number for a new object.
  mutating func newNumber() -> UInt32 {
    nextNumber += 1
    return nextNumber - 1
  }

  /// Writes `number 0 obj … endobj` around what `body` appends.
  mutating func object(_ number: UInt32, _ body: (inout [UInt8]) -> Void) {
    offsets.append((number, bytes.count))
    bytes.appendNumber(Int64(number))
    bytes.appendASCII(" 0 obj\n")
    body(&bytes)
    bytes.appendASCII("\nendobj\n")
  }

  /// A stream object whose dictionary holds `/Length` and what `entries` appends.
  mutating func stream(_ number: UInt32, _ content: [UInt8], entries: (inout [UInt8]) -> Void = { _ in }) {
    object(number) { out in
      out.appendASCII("<<")
      entries(&out)
      out.appendASCII("/Length ")
      out.appendNumber(Int64(content.count))
      out.appendASCII(">>\nstream\n")
      content.withUnsafeBufferPointer { out.append(contentsOf: $0) }
      out.appendASCII("\nendstream")
    }
  }

  /// Ends the file with a cross-reference stream (PDF 32000-1 §7.5.8), whose rows are 1 byte for the kind, 4 for the
  /// offset and 1 for the generation.
  consuming func finished(root: UInt32, info: UInt32, previous: UInt32, fileID: [UInt8], changedID: [UInt8]) -> [UInt8]
  {
    let number = newNumber()
    let start = bytes.count
    offsets.append((number, start))
    offsets.sort { $0.number < $1.number }
    bytes.appendNumber(Int64(number))
    bytes.appendASCII(" 0 obj\n<</Type/XRef/W[1 4 1]/Index[")
    var index = 0
    while index < offsets.count {
      var end = index + 1
      while end < offsets.count, offsets[end].number == offsets[end - 1].number + 1 { end += 1 }
      bytes.appendNumber(Int64(offsets[index].number))
      bytes.append(32)
      bytes.appendNumber(Int64(end - index))
      bytes.append(32)
      index = end
    }
    bytes.appendASCII("]/Size ")
    bytes.appendNumber(Int64(nextNumber))
    bytes.appendASCII("/Root ")
    bytes.appendReference(root)
    bytes.appendASCII("/Info ")
    bytes.appendReference(info)
    bytes.appendASCII("/Prev ")
    bytes.appendNumber(Int64(previous))
    bytes.appendASCII("/ID[")
    bytes.appendHexadecimal(fileID)
    bytes.appendHexadecimal(changedID)
    bytes.appendASCII("]/Length ")
    bytes.appendNumber(Int64(offsets.count * 6))
    bytes.appendASCII(">>\nstream\n")
    for entry in offsets {
      bytes.append(1)
      for shift in [24, 16, 8, 0] as [UInt32] { bytes.append(UInt8(truncatingIfNeeded: UInt32(entry.offset) >> shift)) }
      bytes.append(0)
    }
    bytes.appendASCII("\nendstream\nendobj\nstartxref\n")
    bytes.appendNumber(Int64(start))
    bytes.appendASCII("\n%%EOF\n")
    return bytes
  }
}

extension [UInt8] {
  mutating func appendASCII(_ text: StaticString) {
    append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  /// A decimal number.
  mutating func appendNumber(_ number: Int64) {
    if number < 0 { append(45) }
    if number.magnitude < 10 { return append(48 + UInt8(number.magnitude)) }
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 20) { digits in
      var rest = number.magnitude
      var start = 20
      while rest > 0 {
        start -= 1
        digits[start] = 48 + UInt8(truncatingIfNeeded: rest % 10)
        rest /= 10
      }
      append(contentsOf: UnsafeBufferPointer(rebasing: digits[start...]))
    }
  }

  /// Hundredths as a decimal number: 1250 is 12.5.
  mutating func appendHundredths(_ number: Int32) {
    if number < 0 { append(45) }
    let magnitude = Int64(number.magnitude)
    appendNumber(magnitude / 100)
    let rest = magnitude % 100
    if rest == 0 { return }
    append(46)
    append(48 + UInt8(rest / 10))
    if rest % 10 != 0 { append(48 + UInt8(rest % 10)) }
  }

  /// `12 0 R`.
  mutating func appendReference(_ number: UInt32) {
    appendNumber(Int64(number))
    appendASCII(" 0 R")
  }

  /// Bytes as a hexadecimal string with its brackets.
  mutating func appendHexadecimal(_ bytes: [UInt8]) {
    append(0x3C)
    for byte in bytes {
      for digit in [byte >> 4, byte & 15] { append(digit < 10 ? 48 + digit : 55 + digit) }
    }
    append(0x3E)
  }
}
