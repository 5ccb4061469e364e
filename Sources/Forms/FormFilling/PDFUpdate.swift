#if canImport(Bytes)
  internal import Bytes
#endif
#if canImport(Glyphs)
  internal import Glyphs
#endif

/// An incremental update (PDF 32000-1 §7.5.6): streams, one deflated object stream (§7.5.7) with all other objects, and
/// a cross-reference stream (§7.5.8).
struct PDFUpdate {
  private enum Place {
    case offset(Int)
    /// In the object stream, where its body starts.
    case packed(Int)
  }

  private(set) var bytes: [UInt8]
  private var places: [(number: UInt32, place: Place)] = []
  private var nextNumber: UInt32
  /// Bodies of the objects that are no streams.
  private var bodies: [UInt8] = []

  /// Starts after `blank`, whose first free object number is `firstFree`.
  init(after blank: [UInt8], firstFree: UInt32, reserving room: Int) {
    bytes = []
    bytes.reserveCapacity(blank.count + room)
    bytes += blank
    if blank.last != 10 { bytes.append(10) }
    bodies.reserveCapacity(room / 2)
    places.reserveCapacity(128)
    nextNumber = firstFree
  }

  /// A number for a new object.
  mutating func newNumber() -> UInt32 {
    nextNumber += 1
    return nextNumber - 1
  }

  /// Adds an object that is no stream, of what `body` appends.
  mutating func object(_ number: UInt32, _ body: (inout [UInt8]) -> Void) {
    places.append((number, .packed(bodies.count)))
    body(&bodies)
    bodies.append(10)
  }

  /// Adds a stream, whose dictionary holds `/Length` and what `entries` appends.
  mutating func stream(_ number: UInt32, _ content: [UInt8], entries: (inout [UInt8]) -> Void = { _ in }) {
    places.append((number, .offset(bytes.count)))
    bytes.appendDecimal(Int64(number))
    bytes.appendASCII(" 0 obj\n<<")
    entries(&bytes)
    bytes.appendASCII("/Length ")
    bytes.appendDecimal(Int64(content.count))
    bytes.appendASCII(">>\nstream\n")
    content.withUnsafeBufferPointer { bytes.append(contentsOf: $0) }
    bytes.appendASCII("\nendstream\nendobj\n")
  }

  /// Ends the file; `deflater` deflates the objects.
  consuming func finished(_ trailer: Trailer, deflater: TrainedDeflater) -> [UInt8] {
    let container = writeObjects(deflater)
    let number = newNumber()
    let start = bytes.count
    places.append((number, .offset(start)))
    // Number and index.
    var order: [UInt64] = []
    order.reserveCapacity(places.count)
    for index in places.indices { order.append(UInt64(places[index].number) << 32 | UInt64(index)) }
    order.sort()
    var ranks = [UInt16](repeating: 0, count: places.count)
    var rank: UInt16 = 0
    for index in places.indices {
      guard case .packed = places[index].place else { continue }
      ranks[index] = rank
      rank += 1
    }
    var index: [UInt8] = []
    let isWide = start > 0xFF_FFFF
    var table: [UInt8] = []
    table.reserveCapacity(places.count * 7)
    var run: (first: UInt32, count: UInt32) = (0, 0)
    for entry in order {
      let place = Int(entry & 0xFFFF_FFFF)
      let (number, kind) = places[place]
      if number != run.first + run.count || run.count == 0 {
        index.appendRun(run)
        run = (number, 0)
      }
      run.count += 1
      switch kind {
      case .offset(let offset): table.appendRow(1, UInt32(offset), 0, isWide: isWide)
      case .packed: table.appendRow(2, container, ranks[place], isWide: isWide)
      }
    }
    index.appendRun(run)
    stream(number, table) { out in
      if isWide { out.appendASCII("/Type/XRef/W[1 4 2]/Index[") } else { out.appendASCII("/Type/XRef/W[1 3 2]/Index[") }
      out += index
      out.appendASCII("]/Size ")
      out.appendDecimal(Int64(number) + 1)
      out.appendASCII("/Root ")
      out.appendReference(trailer.root)
      out.appendASCII("/Info ")
      out.appendReference(trailer.info)
      out.appendASCII("/Prev ")
      out.appendDecimal(Int64(trailer.previous))
      out.appendASCII("/ID[")
      out.appendHexadecimalString(trailer.fileID)
      out.appendHexadecimalString(trailer.changedID)
      out.append(0x5D)
    }
    bytes.appendASCII("startxref\n")
    bytes.appendDecimal(Int64(start))
    bytes.appendASCII("\n%%EOF\n")
    return bytes
  }

  /// Writes the object stream; returns its number.
  private mutating func writeObjects(_ deflater: TrainedDeflater) -> UInt32 {
    var content: [UInt8] = []
    content.reserveCapacity(bodies.count + places.count * 10)
    var count: Int64 = 0
    for (number, place) in places {
      guard case .packed(let offset) = place else { continue }
      content.appendDecimal(Int64(number))
      content.append(32)
      content.appendDecimal(Int64(offset))
      content.append(32)
      count += 1
    }
    let first = content.count
    bodies.withUnsafeBufferPointer { content.append(contentsOf: $0) }
    let number = newNumber()
    stream(number, deflater.zlib(content)) { out in
      out.appendASCII("/Type/ObjStm/N ")
      out.appendDecimal(count)
      out.appendASCII("/First ")
      out.appendDecimal(Int64(first))
      out.appendASCII("/Filter/FlateDecode")
    }
    return number
  }

  /// What the trailer's entries need.
  struct Trailer {
    var root: UInt32
    var info: UInt32
    /// Where the blank's cross-reference stream starts.
    var previous: UInt32
    var fileID: [UInt8]
    var changedID: [UInt8]
  }
}

extension [UInt8] {
  /// A row of the cross-reference stream: 1 byte for the kind, 3 or 4 and 2 for what it says.
  fileprivate mutating func appendRow(_ kind: UInt8, _ first: UInt32, _ second: UInt16, isWide: Bool) {
    append(kind)
    if isWide { append(UInt8(truncatingIfNeeded: first >> 24)) }
    for shift in [16, 8, 0] as [UInt32] { append(UInt8(truncatingIfNeeded: first >> shift)) }
    append(UInt8(second >> 8))
    append(UInt8(truncatingIfNeeded: second))
  }

  /// First number and count of objects that follow each other.
  fileprivate mutating func appendRun(_ run: (first: UInt32, count: UInt32)) {
    guard run.count > 0 else { return }
    appendDecimal(Int64(run.first))
    append(32)
    appendDecimal(Int64(run.count))
    append(32)
  }

  /// Hundredths as a decimal number: 1250 is 12.5.
  mutating func appendHundredths(_ number: Int32) {
    if number < 0 { append(45) }
    let magnitude = Int64(number.magnitude)
    appendDecimal(magnitude / 100)
    let rest = magnitude % 100
    if rest == 0 { return }
    append(46)
    append(48 + UInt8(rest / 10))
    if rest % 10 != 0 { append(48 + UInt8(rest % 10)) }
  }

  /// `12 0 R`.
  mutating func appendReference(_ number: UInt32) {
    appendDecimal(Int64(number))
    appendASCII(" 0 R")
  }

  /// Bytes as a hexadecimal string with its brackets.
  mutating func appendHexadecimalString(_ bytes: [UInt8]) {
    append(0x3C)
    appendUpperHexadecimal(bytes)
    append(0x3E)
  }
}
