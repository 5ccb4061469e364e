#if canImport(Bytes)
  internal import Bytes
#endif

/// A PDF in memory, its objects read when they are asked for (PDF 32000-1 §7.5): tables and streams of cross-references,
/// hybrids, object streams, any number of updates. Nothing that is damaged is put right: ``fault`` tells of it.
package final class PDFFile {
  /// What may be read of one file: values, of which a long one counts for several, entries of cross-references, and
  /// bytes of streams.
  private static let (mostValues, mostEntries, mostContent) = (500_000, 2_000_000, 48 << 20)
  /// Bytes that count for one value.
  private static let bytesAValue = 64

  /// The file from its header on.
  package let bytes: [UInt8]
  private var places = CrossReferences()
  private var trailer = PDFValue(.null)
  private var values: [PDFValue?] = []
  private var streams: [ObjectStream] = []
  private var room = mostValues
  private var entriesLeft = mostEntries
  private var contentLeft = mostContent
  /// Objects that are being read, one within the other.
  private var depth = 0
  private let null = PDFValue(.null)
  /// What kept something that was asked for from being read; answers are not to be trusted then.
  package private(set) var fault: PDFFault?

  /// Opens a file that has its header within the first 1024 bytes; `nil` for any other.
  package init?(_ content: [UInt8]) {
    let mark: StaticString = "%PDF-"
    var start = 0
    while start + 5 <= content.count, start < 1024, !mark.equals(content[start..<(start + 5)]) { start += 1 }
    guard start + 5 <= content.count, start < 1024 else { return nil }
    bytes = start == 0 ? content : Array(content[start...])
    readSections()
    if trailer["/Encrypt"] != nil { fail(.encrypted) }
  }

  private func fail(_ reason: PDFFault = .damaged) { fault = fault ?? reason }

  // MARK: Cross-references

  private func readSections() {
    guard let place = PDFEnd.pointer(in: bytes), !PDFEnd.isCut(bytes) else { return fail() }
    var lexer = PDFLexer(bytes: bytes, position: place + 9, room: 0)
    var next = lexer.takeNumber()
    var met: [Int] = []
    repeat {
      guard let offset = next, offset > 0, offset < bytes.count, !met.contains(offset), met.count < 500 else {
        return fail()
      }
      met.append(offset)
      let section = readSection(at: offset)
      if met.count == 1 { trailer = section }
      guard fault == nil, let previous = section["/Prev"] else { return }
      next = previous.integer
    } while true
  }

  /// Reads a table or stream of cross-references; its trailer.
  private func readSection(at offset: Int) -> PDFValue {
    var lexer = PDFLexer(bytes: bytes, position: offset, room: 0)
    guard lexer.take("xref") else { return readCrossReferenceStream(at: offset) }
    var free: [Int] = []
    while !lexer.take("trailer") {
      guard let first = lexer.takeNumber(), let count = lexer.takeNumber(), claim(entries: count) else {
        fail()
        return null
      }
      for number in 0..<count {
        guard let offset = lexer.takeNumber(), let generation = lexer.takeNumber() else {
          fail()
          return null
        }
        if lexer.take("n") {
          add(first + number, .offset, offset, generation)
        } else if lexer.take("f") {
          free.append(first + number)
        } else {
          fail()
        }
      }
    }
    let trailer = value(with: &lexer)
    // A hybrid's table calls free what only its stream knows (§7.5.8.4).
    if let hybrid = trailer["/XRefStm"] { _ = readCrossReferenceStream(at: hybrid.integer ?? 0) }
    for number in free { add(number, .free, 0, 0) }
    return trailer
  }

  private func readCrossReferenceStream(at offset: Int) -> PDFValue {
    let section = object(at: offset, number: nil, generation: 0)
    guard let widths = section["/W"]?.parts, widths.count == 3, section.kind == .stream,
      let data = content(of: section),
      let size = section["/Size"]
    else {
      fail()
      return null
    }
    let ranges = section["/Index"]?.parts ?? [PDFValue(.number), size]
    var place = 0
    func field(_ width: PDFValue, or usual: Int) -> Int {
      var value: UInt32 = 0
      guard let width = width.integer, (0...4).contains(width), place + width <= data.count else {
        fail()
        return 0
      }
      for byte in data[place..<(place + width)] { value = value << 8 | UInt32(byte) }
      place += width
      return width == 0 ? usual : Int(exactly: value) ?? .max
    }
    var pair = 0
    while pair + 1 < ranges.count, fault == nil {
      guard let first = ranges[pair].integer, let count = ranges[pair + 1].integer, (0...1_000_000).contains(first),
        claim(entries: count)
      else {
        fail()
        return null
      }
      pair += 2
      for number in 0..<count where fault == nil {
        let kind = field(widths[0], or: 1)
        let (second, third) = (field(widths[1], or: 0), field(widths[2], or: 0))
        switch kind {
        case 0: add(first + number, .free, 0, 0)
        case 1: add(first + number, .offset, second, third)
        case 2: add(first + number, .stream, second, 0)
        default: fail()
        }
      }
    }
    return section
  }

  private func add(_ number: Int, _ kind: CrossReferences.Place.Kind, _ value: Int, _ generation: Int) {
    if !places.add(number, .init(kind: kind, value: value, generation: generation)) { fail(.tooManyParts) }
  }

  /// Takes entries from those that may be read; whether there are so many.
  private func claim(entries count: Int) -> Bool {
    guard count >= 0, count <= entriesLeft else { return false }
    entriesLeft -= count
    return true
  }

  /// Reads a value, and takes it and its length from what may be read.
  private func value(with lexer: inout PDFLexer) -> PDFValue {
    let start = lexer.position
    lexer.room = room
    let value = lexer.value()
    room = lexer.room - (lexer.position - start) / Self.bytesAValue
    if let reason = lexer.fault { fail(reason) }
    return value
  }

  // MARK: Objects

  /// What a reference means, null where there is nothing and after a ``fault``; any other value is itself.
  private func follow(_ value: PDFValue) -> PDFValue {
    guard value.kind == .reference else { return value }
    guard fault == nil, let number = Int(exactly: value.number) else { return null }
    if number < values.count, let known = values[number] { return known }
    let place = places[number]
    guard place.kind == .offset || place.kind == .stream, place.generation == value.start else { return null }
    depth += 1
    defer { depth -= 1 }
    if depth > 16 { fail() }
    var found = null
    if place.kind == .offset {
      found = object(at: place.value, number: number, generation: place.generation)
    } else if let stream = objectStream(place.value), let position = stream.position(of: number) {
      var lexer = PDFLexer(bytes: stream.content, position: position, room: 0)
      found = self.value(with: &lexer)
    } else {
      fail()
    }
    if found.kind == .reference { fail() }
    guard fault == nil else { return null }
    found.object = number
    while values.count <= number { values.append(nil) }
    values[number] = found
    return found
  }

  /// The object that stands at an offset, which must be the one that is meant.
  private func object(at offset: Int, number: Int?, generation: Int) -> PDFValue {
    var lexer = PDFLexer(bytes: bytes, position: offset, room: 0)
    guard fault == nil, offset > 0, offset < bytes.count, let found = lexer.takeNumber(),
      number == nil || found == number,
      lexer.takeNumber() == generation, lexer.take("obj")
    else {
      fail()
      return null
    }
    let value = value(with: &lexer)
    if lexer.take("endobj") { return value }
    if value.kind == .dictionary, lexer.take("stream") {
      var start = lexer.position
      if start < bytes.count, bytes[start] == 13 { start += 1 }
      if start < bytes.count, bytes[start] == 10, let length = value["/Length"].map({ follow($0) })?.integer,
        length >= 0, length < bytes.count - start
      {
        lexer.position = start + 1 + length
        if lexer.take("endstream"), lexer.take("endobj") {
          return PDFValue(.stream, parts: value.parts, start: start + 1, length: length)
        }
      }
    }
    fail()
    return null
  }

  private func objectStream(_ number: Int) -> ObjectStream? {
    for stream in streams where stream.number == number { return stream }
    guard places[number].kind == .offset else { return nil }
    let container = follow(PDFValue(.reference, number: Double(number)))
    guard let content = content(of: container), let count = container["/N"]?.integer,
      let first = container["/First"]?.integer, let stream = ObjectStream(number, content, count: count, first: first)
    else { return nil }
    streams.append(stream)
    return stream
  }

  /// A stream's content; `nil` for what is no stream and after a ``fault``.
  private func content(of value: PDFValue) -> [UInt8]? {
    guard fault == nil, value.kind == .stream else { return nil }
    let raw = bytes[value.start..<(value.start + value.length)]
    var data: [UInt8]?
    if let filter = single(value["/Filter"]) {
      if ("/FlateDecode" as StaticString).equals(filter.bytes) {
        data = Inflater.inflated(raw, atMost: min(contentLeft, 16 << 20))
      }
      if let parameters = single(value["/DecodeParms"]), let predictor = parameters["/Predictor"]?.integer,
        predictor > 1,
        let rows = data
      {
        contentLeft -= rows.count
        data = PredictedRows(parameters, predictor)?.undone(rows)
      }
    } else if raw.count <= contentLeft {
      data = Array(raw)
    }
    contentLeft -= data?.count ?? 0
    if data == nil || contentLeft < 0 { fail() }
    return data
  }

  /// A value, or the only one of an array; none for null and for an empty array.
  private func single(_ value: PDFValue?) -> PDFValue? {
    guard let value else { return nil }
    let found = follow(value)
    guard found.kind == .array else { return found.kind == .null ? nil : found }
    if found.parts.count > 1 { fail() }
    return found.parts.isEmpty ? nil : follow(found.parts[0])
  }
}

extension PDFFile: PDFObjects {
  /// The catalog; a ``fault`` tells when there is none.
  package func root() -> PDFValue {
    let root = trailer["/Root"].map { follow($0) } ?? null
    if root.kind != .dictionary { fail() }
    return root
  }

  /// What a dictionary has under a key.
  package func entry(_ key: StaticString, of object: PDFValue) -> PDFValue? {
    guard let value = object[key] else { return nil }
    let found = follow(value)
    return found.kind == .null ? nil : found
  }

  /// How many elements an array has.
  package func count(of object: PDFValue) -> Int { object.kind == .array ? object.parts.count : 0 }

  /// An element of an array.
  package func element(_ index: Int, of object: PDFValue) -> PDFValue { follow(object.parts[index]) }

  /// The number of an indirect object.
  package func number(of object: PDFValue) -> Int { object.object }

  /// Whether it is a dictionary and no stream.
  package func isDictionary(_ object: PDFValue) -> Bool { object.kind == .dictionary }

  /// A name without its slash.
  package func name(_ object: PDFValue) -> [UInt8]? { object.kind == .name ? Array(object.bytes.dropFirst()) : nil }

  /// A string's bytes.
  package func string(_ object: PDFValue) -> [UInt8]? { object.kind == .string ? object.bytes : nil }

  /// A number's value.
  package func value(_ object: PDFValue) -> Double? { object.kind == .number ? object.number : nil }

  /// A stream's content; a filter other than deflate is a ``fault``.
  package func content(of object: PDFValue, atMost limit: Int) -> [UInt8]? {
    object.length <= limit ? content(of: object) : nil
  }

  /// Does nothing: what was read is kept as long as the file.
  package func release(_ object: PDFValue) {}
}
