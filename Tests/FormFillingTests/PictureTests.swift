import FormFilling
import FormModel
import Foundation
import Testing

/// Tests/Fixtures/Pictures: every page of the filled examples and of the blank forms, as poppler draws it at 60 dots an
/// inch. Text extraction passes on a ruined form; pixels do not.
@Suite(.serialized) struct Pictures {
  /// A page may differ in this many of every ten thousand pixels (another release of poppler smooths edges otherwise),
  static let pagePixels = 15
  /// and a square of the size of a character in this many of its 64 pixels.
  static let characterPixels = 4

  private static let folder = project.appending(path: "Tests/Fixtures/Pictures")

  /// What a page of `pdf` differs in from its recorded pictures; empty when nothing does.
  ///
  /// - Parameter code: a rectangle of the first page that is not looked at.
  static func differences(_ pdf: [UInt8], from name: String, ignoring code: PageRectangle? = nil) throws -> [String] {
    let pages = try GreyPicture.pages(of: pdf)
    var problems: [String] = []
    for (index, page) in pages.enumerated() {
      let file = "\(name)-\(index + 1).png"
      guard FileManager.default.fileExists(atPath: folder.appending(path: file).path) else {
        problems.append("\(file) is not recorded")
        continue
      }
      var recorded = try GreyPicture(png: folder.appending(path: file).path)
      var page = page
      if let code, index == 0 {
        page.whiten(code)
        recorded.whiten(code)
      }
      guard let difference = page.difference(to: recorded) else {
        problems.append("\(file) has another size")
        continue
      }
      if difference.pixels * 10_000 > pagePixels * page.pixels.count || difference.worst > characterPixels {
        problems.append("\(file): \(difference)")
      }
    }
    if FileManager.default.fileExists(atPath: folder.appending(path: "\(name)-\(pages.count + 1).png").path) {
      problems.append("\(name) has fewer pages than recorded")
    }
    return problems
  }

  private func compare(_ pdf: [UInt8], _ name: String) throws {
    guard ProcessInfo.processInfo.environment["RECORD"] == "1" else {
      #expect(try Self.differences(pdf, from: name) == [])
      return
    }
    for (index, png) in try GreyPicture.pngs(of: pdf).enumerated() {
      try png.write(to: Self.folder.appending(path: "\(name)-\(index + 1).png"))
    }
    Issue.record("recorded the pages of \(name): look at them, then run again without RECORD")
  }

  @Test(arguments: FilledRecord.examples)
  func everyPageLooksAsRecorded(example: String) throws {
    try compare(try FilledRecord(example: example).pdf, Self.name(example))
  }

  @Test(arguments: ["ca-application", "pickup", "seal-sample"])
  func everyBlankLooksAsRecorded(id: String) throws {
    try compare(try GuideForm.named(id).blank, "\(id)-blank")
  }

  private static func name(_ example: String) -> String {
    String(example.split(separator: "/")[1].prefix { $0 != "." })
  }

  @Test(arguments: [
    ("legalRepName", "王龑"), ("legalRepName", "王龚"), ("agentName", "钱铱"), ("agentName", "钱弘"),
    ("recipientName", "吴忠"), ("certCount", "7"), ("uscc", "91210302WWG7LCMK6D"),
  ])
  func oneWrongGlyphIsNoticed(key: String, value: String) throws {
    let filled = try FilledRecord(newCompanyWith: [(key, value)])
    let isSame = try filled.pdf == FilledRecord(newCompanyWith: []).pdf
    // The code in the corner is another one for every other record.
    let code = try #require(filled.form.compiled.qrCodes.first?.rectangle)
    #expect(try Self.differences(filled.pdf, from: "new-company", ignoring: code).isEmpty == isSame)
  }

  @Test(arguments: ["legalRepName", "agentName", "recipientName", "uscc", "orgName"])
  func oneMissingGlyphIsNoticed(key: String) throws {
    let filled = try FilledRecord(newCompanyWith: [])
    for glyph in [0, 0xFFFF] {
      let damaged = try filled.withLastGlyph(of: key, as: UInt16(glyph))
      #expect(damaged != filled.pdf)
      #expect(try !Self.differences(damaged, from: "new-company").isEmpty, "\(glyph)")
    }
  }

  @Test func anEmptyFieldIsNoticed() throws {
    let filled = try FilledRecord(newCompanyWith: [])
    #expect(try !Self.differences(filled.form.blank, from: "new-company").isEmpty)
    let untickedBox = try FilledRecord(newCompanyWith: [("platforms", "[anshan]")])
    #expect(try !Self.differences(untickedBox.pdf, from: "new-company").isEmpty)
  }

  @Test func aPictureIsReadWithItsSize() throws {
    let picture = try GreyPicture(graymap: Data("P5\n3 2\n255\n\u{0}\u{1}\u{2}\u{3}\u{4}\u{5}".utf8))
    #expect(picture.width == 3 && picture.height == 2 && picture.pixels == [0, 1, 2, 3, 4, 5])
    #expect(throws: GreyPicture.PictureError.self) { try GreyPicture(graymap: Data("P5\n3 2\n255\nabc".utf8)) }
  }
}

extension FilledRecord {
  /// The PDF with the last glyph of a field replaced in its appearance: 0 is the font's sign for a missing character,
  /// 0xFFFF no glyph at all. No other byte changes.
  func withLastGlyph(of key: String, as glyph: UInt16) throws -> [UInt8] {
    let index = try #require(placed.firstIndex(of: text(key)))
    // Texts are written in the order in which they are placed; each appearance ends with this.
    var damaged = pdf
    var end = form.blank.count
    for _ in 0...index {
      end = try #require(damaged[(end + 1)...].firstRange(of: Array(" ET EMC".utf8))).lowerBound
    }
    end = try #require(damaged[..<end].lastIndex(of: 0x29))
    // Its two bytes; a backslash before one makes it longer, which a space behind the string makes up for.
    var start = end
    for _ in 0..<2 {
      start -= 1
      if damaged[start - 1] == 0x5C { start -= 1 }
    }
    let code = [UInt8(glyph >> 8), UInt8(glyph & 0xFF)]
    let spaces = Array(repeating: UInt8(0x20), count: end - start - 2)
    damaged.replaceSubrange(start...end, with: code + [0x29] + spaces)
    return damaged
  }
}
