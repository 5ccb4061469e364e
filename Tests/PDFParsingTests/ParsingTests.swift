import PDFParsing
import Testing

/// A file of objects, the first of which is the catalog, and what stands behind them: `XREF` is replaced by where the
/// table begins, `@n` by ten digits of where object n begins.
private func pdf(_ objects: [String], _ end: String) -> [UInt8] {
  var bytes = Array("%PDF-1.7\n".utf8)
  var offsets: [Int] = []
  for (index, object) in objects.enumerated() {
    offsets.append(bytes.count)
    bytes += Array("\(index + 1) 0 obj\n\(object)\nendobj\n".utf8)
  }
  var end = end.replacing("XREF", with: "\(bytes.count)")
  for (index, offset) in offsets.enumerated() {
    let digits = "\(offset)"
    end = end.replacing("@\(index + 1)", with: String(repeating: "0", count: 10 - digits.count) + digits)
  }
  return bytes + Array(end.utf8)
}

private let table = "xref\n0 3\n0000000000 65535 f \n@1 00000 n \n@2 00000 n \ntrailer\n"
private let trailer = "<< /Size 3 /Root 1 0 R >>\nstartxref\nXREF\n%%EOF\n"

private func string(_ bytes: [UInt8], _ key: StaticString = "/A") throws -> String? {
  let file = try #require(PDFFile(bytes))
  let found = file.entry(key, of: file.root()).flatMap { file.string($0) }
  return file.fault == nil ? found.map { String(decoding: $0, as: UTF8.self) } : nil
}

@Suite struct Objects {
  @Test(arguments: [
    ("(x)", "x"), ("(a(b)c)", "a(b)c"), (#"(\(\)\\\n\101\7\1012)"#, "()\\\nA\u{7}A2"), ("(a\\\r\nb\r\nc)", "ab\nc"),
    ("<4 1\n42>", "AB"),
    ("<414>", "A@"), ("2 0 R", "two"), ("% a comment\n(x)", "x"), ("(x) /A (y)", "y"),
  ])
  func aStringIsReadInEveryShape(written: String, meant: String) throws {
    #expect(try string(pdf(["<< /Type /Catalog /A \(written) >>", "(two)"], table + trailer)) == meant)
  }

  @Test(arguments: [
    "(x", "<4Z>", "<< /A", "[1 2", "/A#4", "/A#00", "--5", "1.2.3", "nul", "(x) (y)", "3 0 obj", "2 0 R]",
    String(repeating: "[", count: 100) + String(repeating: "]", count: 100),
  ])
  func whatTheStandardDoesNotDescribeIsAFault(written: String) throws {
    let file = try #require(PDFFile(pdf(["<< /Type /Catalog /A \(written) >>", "(two)"], table + trailer)))
    _ = file.root()
    #expect(file.fault != nil)
  }

  @Test(arguments: [
    ("5", 5), ("-5", -5), ("+5", 5), ("5.5", 5.5), ("-.5", -0.5), ("5.", 5), ("4294967296", 4_294_967_296),
  ])
  func aNumberIsReadInEveryShape(written: String, value: Double) throws {
    let file = try #require(PDFFile(pdf(["<< /A \(written) >>", "0"], table + trailer)))
    #expect(file.entry("/A", of: file.root()).flatMap { file.value($0) } == value)
  }

  @Test(arguments: ["/A#20b", "/A#20b/C (x)"])
  func aNameIsReadWithItsEscapes(written: String) throws {
    let file = try #require(PDFFile(pdf(["<< /A \(written) >>", "0"], table + trailer)))
    #expect(file.entry("/A", of: file.root()).flatMap { file.name($0) } == Array("A b".utf8))
  }
}

@Suite struct Tables {
  private let catalog = "<< /A 2 0 R >>"

  @Test func anUpdateCountsMoreThanWhatItUpdates() throws {
    let old = pdf([catalog, "(old)"], table + trailer)
    let text = String(decoding: old, as: UTF8.self)
    let previous = try #require(text.firstRange(of: "xref\n")).lowerBound.utf16Offset(in: text)
    let update = "2 0 obj\n(new)\nendobj\n"
    let start = "\(old.count)"
    let end =
      "xref\n2 1\n\(String(repeating: "0", count: 10 - start.count))\(start) 00000 n \ntrailer\n"
      + "<< /Size 3 /Root 1 0 R /Prev \(previous) >>\nstartxref\n\(old.count + update.utf8.count)\n%%EOF\n"
    #expect(try string(old + Array((update + end).utf8)) == "new")
    let deleted = "xref\n2 1\n0000000000 00001 f \ntrailer\n<< /Size 3 /Root 1 0 R /Prev \(previous) >>\n"
    #expect(try string(old + Array("\(deleted)startxref\n\(old.count)\n%%EOF\n".utf8)) == nil)
  }

  @Test func anUpdateOfItselfIsAFault() throws {
    let ring = trailer.replacing("/Root", with: "/Prev XREF /Root")
    #expect(try string(pdf([catalog, "(x)"], table + ring)) == nil)
  }

  /// Object 3 holds object 2; the table calls that free.
  @Test func aHybridFileIsReadByItsStream() throws {
    let rows = "020003000100"
    let stream =
      "<< /Type /XRef /Size 3 /W [1 2 1] /Index [2 1] /Length 4 >>\nstream\n\u{2}\u{0}\u{3}\u{0}\nendstream"
    let objects = [
      catalog, "null", "<< /Type /ObjStm /N 1 /First 4 /Length 12 >>\nstream\n2 0 (hybrid)\nendstream", stream,
    ]
    let end =
      "xref\n0 5\n0000000002 65535 f \n@1 00000 n \n0000000000 00000 f \n@3 00000 n \n@4 00000 n \ntrailer\n"
      + "<< /Size 5 /Root 1 0 R /XRefStm @4 >>\nstartxref\nXREF\n%%EOF\n"
    #expect(rows.count == 12)
    #expect(try string(pdf(objects, end)) == "hybrid")
  }

  @Test(arguments: [
    ("startxref\nXREF", "startxref\n7"), ("startxref", "startxxxx"), ("@2", "0000000012"), ("@1", "0000999999"),
    ("trailer", "trailor"), ("0 3", "0 4"), ("/Root 1 0 R", "/Root 2 0 R"), ("/Root 1 0 R", ""),
  ])
  func aBrokenTableIsAFault(part: String, broken: String) throws {
    let end = (table + trailer).replacing(part, with: broken)
    #expect(try string(pdf([catalog, "(x)"], table + trailer)) == "x")
    #expect(try string(pdf([catalog, "(x)"], end)) == nil)
  }

  @Test func encryptionIsTold() throws {
    let end = table + trailer.replacing("/Root", with: "/Encrypt 2 0 R /Root")
    let file = try #require(PDFFile(pdf([catalog, "<< >>"], end)))
    #expect(file.fault == .encrypted)
  }

  @Test func aHeaderMayStandBehindOtherBytes() throws {
    let file = pdf([catalog, "(x)"], table + trailer)
    #expect(try string(Array("HTTP/1.1 200 OK\r\n\r\n".utf8) + file) == "x")
    #expect(PDFFile(Array(repeating: 0x20, count: 2000) + file) == nil)
    #expect(PDFFile([]) == nil)
  }

  @Test(arguments: [0, 1, 2, 3, 4])
  func rowsOfEveryPredictorAreUndone(kind: UInt8) throws {
    // Two rows of three bytes; what comes out is known for the first predictor, and whole for the others.
    let data = [kind, 0x41, 0x01, 0x01, kind, 0x01, 0x02, 0x03]
    let expected: [[UInt8]] = [
      [0x41, 0x01, 0x01, 0x01, 0x02, 0x03], [0x41, 0x42, 0x43, 0x01, 0x03, 0x06], [0x41, 0x01, 0x01, 0x42, 0x03, 0x04],
      [0x41, 0x21, 0x11, 0x21, 0x23, 0x1D], [0x41, 0x42, 0x43, 0x42, 0x44, 0x47],
    ]
    // Stored in one block of deflate.
    var sums: (UInt32, UInt32) = (1, 0)
    for byte in data {
      sums.0 = (sums.0 + UInt32(byte)) % 65521
      sums.1 = (sums.1 + sums.0) % 65521
    }
    let packed: [UInt8] =
      [0x78, 0x01, 0x01, 8, 0, 0xF7, 0xFF] + data
      + [UInt8(sums.1 >> 8), UInt8(sums.1 & 255), UInt8(sums.0 >> 8), UInt8(sums.0 & 255)]
    let hexadecimal = packed.map { String($0, radix: 16) }
    let head =
      "<< /Filter /FlateDecode /DecodeParms << /Predictor 15 /Columns 3 >> /Length \(packed.count) >>\nstream\n"
    var bytes = pdf(
      ["<< /A 2 0 R >>", "\(head)\(String(repeating: "~", count: packed.count))\nendstream"], table + trailer)
    let place = try #require(bytes.firstRange(of: Array(repeating: UInt8(ascii: "~"), count: packed.count)))
    bytes.replaceSubrange(place, with: packed)
    let file = try #require(PDFFile(bytes))
    let content = file.entry("/A", of: file.root()).flatMap { file.content(of: $0, atMost: 100) }
    #expect(content == expected[Int(kind)], "\(hexadecimal)")
    #expect(file.fault == nil)
  }
}

@Suite struct Ends {
  private let whole = pdf(["<< /Type /Catalog /A (x) >>", "(two)"], table + trailer)

  @Test(arguments: ["1", "12 ", "12 0", "12 0 ob", "12 0 obj\n<< /A (y) >>\nendobj\n", "12 0 obj\n<< /A (y"])
  func anUpdateThatDoesNotEndIsAFault(rest: String) throws {
    let cut = whole + Array(rest.utf8)
    #expect(PDFEnd.isCut(cut))
    #expect(try #require(PDFFile(cut)).fault == .damaged)
  }

  @Test(arguments: ["", "\n", "  \r\n", "\0\0", "\n<html>"])
  func whatIsNoUpdateDoesNotMatter(rest: String) throws {
    let bytes = whole + Array(rest.utf8)
    #expect(!PDFEnd.isCut(bytes))
    #expect(try string(bytes) == "x")
  }

  @Test func aStringLongerThanAnyFormsIsTooMuch() throws {
    let long = String(repeating: "a", count: 9 << 20)
    for written in ["(\(long))", "/\(long)", "<\(long)\(long)>"] {
      let file = try #require(PDFFile(pdf(["<< /Type /Catalog /A \(written) >>", "(two)"], table + trailer)))
      _ = file.root()
      #expect(file.fault == .tooManyParts)
    }
  }
}
