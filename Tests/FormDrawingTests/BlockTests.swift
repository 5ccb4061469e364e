import FormDrawing
import FormModel
import Foundation
import Testing

/// A PNG of two grey pixels, side by side, with other bytes at places of its head, or other rows.
private func dot(_ changes: [Int: UInt8] = [:], rows: [UInt8]? = nil) -> [UInt8] {
  func checksum(_ bytes: [UInt8]) -> [UInt8] {  // CRC-32 (ISO 3309)
    var sum = UInt32.max
    for byte in bytes {
      sum ^= UInt32(byte)
      for _ in 0..<8 { sum = sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
    }
    return withUnsafeBytes(of: (~sum).bigEndian, Array.init)
  }
  func chunk(_ type: String, _ data: [UInt8]) -> [UInt8] {
    let length = UInt32(data.count).bigEndian
    let named = Array(type.utf8) + data
    return withUnsafeBytes(of: length, Array.init) + named + checksum(named)
  }
  var head: [UInt8] = [0, 0, 0, 2, 0, 0, 0, 1, 8, 0, 0, 0, 0]
  for (place, byte) in changes { head[place] = byte }
  // A stored block of zlib (RFC 1950, RFC 1951): filter 0, two pixels; Adler-32.
  let rows = rows ?? [0x78, 0x01, 0x01, 3, 0, 0xFC, 0xFF, 0, 0x80, 0x80, 0x01, 0x83, 0x01, 0x01]
  return [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + chunk("IHDR", head) + chunk("IDAT", rows)
    + chunk("IEND", [])
}

/// A JPEG of 4 × 2 grey pixels.
private let grey = Array(
  Data(
    base64Encoded: """
      /9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAFA3PEY8MlBGQUZaVVBfeMiCeG5uePWvuZHI////////////////////////////////////////////////////\
      wAALCAACAAQBAREA/8QAFAABAAAAAAAAAAAAAAAAAAAAAP/EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQEAAD8AP//Z
      """) ?? Data())

/// A form with a list of so many, drawn on this layout.
private func form(_ count: Int, _ layout: String, picture: [UInt8] = dot()) throws -> DrawnForm {
  try DrawnForm(
    """
    title: T
    version: 1.0.0
    sections:
      - title: Part
        fields: [{key: a, label: A, type: decimal, unit: kg}, {key: b, label: B}]
      - title: List
        repeat: {key: l, min: 0, max: \(count)}
        fields: [{key: n, label: Name, required: true}, {key: m, label: More}]
    """, id: "blocks", layout: layout, pictures: { $0.hasPrefix("dot.") ? picture : nil })
}

private let list =
  "  - band: L\n    rows:\n"
  + "      - {each: l, to: 40, header: {cells: [{label: \"l[].n\"}, {text: M}]}, "
  + "rows: [{cells: [{field: \"l[].n\"}, {field: \"l[].m\"}]}]}"

extension DrawnForm {
  /// How many parts have a role.
  fileprivate func count(_ role: PlacedPart.Role) -> Int { paper.parts.count { $0.role == role } }

  /// Each page's texts that belong to no heard part, in order.
  fileprivate var unheard: [[String]] {
    paper.pages.map { page in page.texts.filter { $0.part == -1 }.map(\.text) }
  }
}

@Suite struct Blocks {
  /// 40 rows of 8 mm do not fit one page: the header stands on both, and is heard once.
  @Test(arguments: [list, list.replacing("  - band: L\n    rows:\n      - {each", with: "  - {each")])
  func aListIsOneTableWhoseHeaderIsRepeated(block: String) throws {
    let drawn = try form(40, "blocks:\n  - rows: [{cells: [{field: a}, {field: b}]}]\n\(block)\n")
    #expect(drawn.paper.pages.count == 2)
    #expect(drawn.count(.table) == 2)
    #expect(drawn.count(.row) == 1 + 1 + 40)
    #expect(drawn.count(.header(columns: 1, namesColumn: true)) == 2)
    let heads = drawn.paper.parts.indices.filter {
      drawn.paper.parts[$0].role == .header(columns: 1, namesColumn: true)
    }
    for head in heads { #expect(drawn.count(.cell(columns: 1, header: head)) == 40) }
    #expect(drawn.unheard[0].isEmpty)
    #expect(drawn.unheard[1].filter { $0 != "L" } == ["Name", "*", "M"])
    #expect(drawn.paper.pages.map { $0.fields.count }.reduce(0, +) == 82 && drawn.paper.pages[1].fields.count > 4)
    #expect(drawn.compiled.fields.allSatisfy { $0.widgets.count == 1 })
  }

  @Test func columnsStandBesideOneAnother() throws {
    let drawn = try form(
      1,
      """
      blocks:
        - columns: [[{rows: [{cells: [{field: a}]}]}], [{gap: 4}, {rows: [{cells: [{field: b}]}]}]]
          gap: 10
        - rows: [{cells: [{field: "l[0].n"}, {field: "l[0].m"}]}]
      """)
    func place(_ key: String) throws -> (x: Double, top: Double, width: Double) {
      let box = try #require(drawn.paper.pages[0].fields.first { $0.key == key }).box
      let mm = 72 / 25.4
      return (box.x / mm, (drawn.paper.height - box.y - box.height) / mm, box.width / mm)
    }
    let (a, b, below) = (try place("a"), try place("b"), try place("l[0].n"))
    #expect(abs(a.x - 15) < 0.01 && abs(a.width - 85) < 0.01 && abs(a.top - 15) < 0.01)
    #expect(abs(b.x - 110) < 0.01 && abs(b.width - 85) < 0.01 && abs(b.top - 19) < 0.01)
    #expect(abs(below.x - 15) < 0.01 && abs(below.top - 27) < 0.01)
  }

  @Test func aPictureKeepsItsProportionsAndIsDescribed() throws {
    let drawn = try form(
      1,
      """
      blocks:
        - {picture: dot.png, alt: A dot, height: 10, align: right}
        - rows: [{cells: [{field: a}, {field: b}, {field: "l[0].n"}, {field: "l[0].m"}]}]
      """)
    let picture = try #require(drawn.paper.pages[0].pictures.first)
    #expect(abs(picture.box.width - 2 * picture.box.height) < 0.01)
    #expect(abs(picture.box.x + picture.box.width - (210 - 15) * 72 / 25.4) < 0.01)
    let part = drawn.paper.parts[picture.part]
    #expect(part.role == .figure && part.spoken == "A dot")
    #expect(drawn.compiled.blank.pages[0].pictures.starts(with: Array("/P0 ".utf8)))
  }

  @Test func aJPEGIsPrintedToo() throws {
    let drawn = try form(
      1,
      "blocks:\n  - {picture: dot.jpg, alt: x}\n  - rows: [{cells: [{field: a}, {field: b}, {field: \"l[0].n\"}, {field: \"l[0].m\"}]}]\n",
      picture: grey)
    let picture = try #require(drawn.paper.pages[0].pictures.first)
    #expect(abs(picture.box.width - 2 * picture.box.height) < 0.01)
  }

  @Test(
    arguments: [
      ("none.png", dot(), "no picture “none.png”"), ("dot.png", [1, 2, 3], "neither a PNG nor a JPEG"),
      ("dot.png", Array(dot().prefix(40)), "damaged"),
      ("dot.png", dot().replacing([0x80, 0x80], with: [0x80, 0x81]), "damaged"),
      ("dot.png", dot(rows: [0x78, 0x01, 0x01, 3, 0, 0xFC, 0xFF, 0, 0x80, 0x80, 0x01, 0x83, 0x01, 0x02]), "damaged"),
      ("dot.png", dot([7: 2]), "damaged"), ("dot.png", dot([3: 1]), "damaged"), ("dot.png", dot([3: 0]), "damaged"),
      ("dot.png", dot(rows: [0x78, 0x01, 0x01, 3, 0, 0xFC, 0xFF, 5, 0x80, 0x80, 0x01, 0x92, 0x01, 0x06]), "damaged"),
      ("dot.jpg", [0xFF, 0xD8, 0xFF, 0xE0, 0, 2, 0xFF, 0xDA, 0, 2], "damaged"),
      ("dot.jpg", Array(grey.dropLast(2)), "damaged"), ("dot.jpg", Array(grey.prefix(130)), "damaged"),
      ("dot.png", dot([9: 6]), "transparent"), ("dot.png", dot([12: 1]), "interlaced"),
      ("dot.png", dot([2: 0x20]), "4,000 pixels"),
    ] as [(String, [UInt8], String)])
  func aPictureThatCannotBePrintedIsNamed(name: String, bytes: [UInt8], reason: String) {
    do {
      _ = try form(
        1,
        "blocks:\n  - {picture: \(name), alt: x}\n  - rows: [{cells: [{field: a}, {field: b}, {field: \"l[0].n\"}, {field: \"l[0].m\"}]}]\n",
        picture: bytes)
      Issue.record("drawn")
    } catch {
      #expect("\(error)".contains(reason), "\(error)")
    }
  }

  /// The unit stands at the cell's end, and the answer has the rest.
  @Test func aUnitStandsBehindItsAnswer() throws {
    let drawn = try form(
      1, "blocks:\n  - rows: [{cells: [{field: a}, {field: b}, {field: \"l[0].n\"}, {field: \"l[0].m\"}]}]\n")
    let page = drawn.paper.pages[0]
    let unit = try #require(page.texts.first { $0.text == "kg" })
    let widget = try #require(page.widgets.first)
    #expect(widget.box.x + widget.box.width <= unit.x)
    #expect(unit.x < page.fields[0].box.x + page.fields[0].box.width)
  }
}
