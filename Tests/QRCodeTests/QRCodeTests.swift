import Foundation
import QRCode
import Testing

@Suite struct QRCodes {
  @Test(arguments: try RecordedCode.all())
  func areThoseThatAnotherEncoderMakes(recorded: RecordedCode) throws {
    let code = try #require(QRCode(recorded.bytes, correction: recorded.level, mask: recorded.mask))
    #expect(code.size == 17 + 4 * recorded.version)
    #expect(code.rows == recorded.picture)
  }

  @Test(arguments: try RecordedCode.all())
  func haveTheMaskWithTheFewestPoints(recorded: RecordedCode) throws {
    let chosen = try #require(QRCode(recorded.bytes, correction: recorded.level))
    let points = try (0..<8).map { mask in
      penalty(of: try #require(QRCode(recorded.bytes, correction: recorded.level, mask: mask)))
    }
    #expect(points.firstIndex(of: points.min() ?? 0) == chosen.mask, "\(points)")
  }

  @Test func areNotMadeOfTooLongTexts() throws {
    // ISO/IEC 18004:2015 table 7: bytes, letters and digits that version 10 holds.
    for (correction, bytes, letters, digits) in [
      (QRCode.Correction.low, 271, 395, 652), (.medium, 213, 311, 513), (.quartile, 151, 221, 364),
      (.high, 119, 174, 288),
    ] {
      for (character, longest) in [("a", bytes), ("A", letters), ("7", digits)] {
        let text = Array(String(repeating: character, count: longest).utf8)
        #expect(try #require(QRCode(text, correction: correction)).size == 57)
        #expect(QRCode(text + text.prefix(1), correction: correction) == nil)
      }
    }
  }

  @Test func areLightOutside() throws {
    let code = try #require(QRCode([]))
    #expect(code.size == 21)
    #expect(code.isDark(x: 0, y: 0))
    for (x, y) in [(-1, 0), (0, -1), (21, 0), (0, 21), (63, 20), (64, 20)] { #expect(!code.isDark(x: x, y: y)) }
  }

  /// `QR_PICTURES=FOLDER` writes every code as a PBM file beside its text, for Tests/PDF/qr.py to read.
  @Test(.enabled(if: ProcessInfo.processInfo.environment["QR_PICTURES"] != nil))
  func areWrittenForAReader() throws {
    let folder = URL(fileURLWithPath: ProcessInfo.processInfo.environment["QR_PICTURES"] ?? "")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for (number, recorded) in try RecordedCode.all().enumerated() {
      let code = try #require(QRCode(recorded.bytes, correction: recorded.level))
      let picture = Data("P4 \(code.size) \(code.size)\n".utf8) + code.rows
      try picture.write(to: folder.appending(path: "\(number).pbm"))
      try Data(recorded.bytes).write(to: folder.appending(path: "\(number).txt"))
    }
  }
}

/// Points of §7.8.3, module by module.
private func penalty(of code: QRCode) -> Int {
  var points = 0
  var dark = 0
  let all = 0..<code.size
  for line in all {
    for module in [{ code.isDark(x: $0, y: line) }, { code.isDark(x: line, y: $0) }] {
      var length = 0
      for at in all {
        length = at > 0 && module(at) == module(at - 1) ? length + 1 : 1
        if length == 5 { points += 3 } else if length > 5 { points += 1 }
        let finder = (0..<7).map { module(at + $0) } == [true, false, true, true, true, false, true]
        let free = !(1...4).contains { module(at - $0) } || !(7...10).contains { module(at + $0) }
        if finder && free { points += 40 }
      }
    }
    for x in all {
      if code.isDark(x: x, y: line) { dark += 1 }
      let square = [(0, 0), (1, 0), (0, 1), (1, 1)].filter { code.isDark(x: x + $0.0, y: line + $0.1) }.count
      if x + 1 < code.size, line + 1 < code.size, square == 0 || square == 4 { points += 3 }
    }
  }
  let percent = Double(dark) * 100 / Double(code.size * code.size)
  return points + 10 * Int(abs(percent - 50) / 5)
}
