import FormFilling
import FormModel
import Testing

/// The sheet as it is printed, measured on its picture: 20 pixels a millimetre.
@Suite(.serialized) struct SealSheets {
  private static let scale = 20.0
  /// 0.1 mm.
  private static let reach = 2

  private func page(_ pdf: [UInt8], _ number: Int = 0) throws -> GreyPicture {
    try GreyPicture.pages(of: pdf, resolution: 508)[number]
  }

  private func isDrawn(_ x: Double, _ y: Double, on page: GreyPicture, reach: Int = reach) -> Bool {
    page.darkness(x, y, pixelsPerMillimetre: Self.scale, reach: reach) > 60
  }

  @Test func theScaleBarIs100MillimetresLongToATenth() throws {
    let page = try page(FilledRecord(seals: ["type: orgSeal, name: 示例, shape: round, widthMM: 40"]).pdf)
    // The bar's row is the darkest over 100 mm.
    let rows = (0..<page.height / 2).map { row in
      page.pixels[row * page.width..<(row + 1) * page.width].count { $0 < 128 }
    }
    let row = try #require(rows.firstIndex { (1990...2020).contains($0) })
    let dark = (0..<page.width).filter { page.pixels[row * page.width + $0] < 128 }
    let (first, last) = (Double(try #require(dark.first)), Double(try #require(dark.last)) + 1)
    // The line of 0.4 points at both ends is 0.14 mm wide, half of it beyond each end.
    #expect(abs((last - first) / Self.scale - 100 - 0.14) < 0.1)
    #expect(abs(first / Self.scale - 15 + 0.07) < 0.1)
  }

  /// Middles of the two boxes in mm, and the row's middle for the first seal.
  private let middles = [60.0, 150]

  private func middle(of filled: FilledRecord, seal: Int) throws -> Double {
    let boxes = filled.form.compiled.samples[seal].rectangle
    return 297 - (Double(boxes.y) + Double(boxes.height) / 2) / 100 * 25.4 / 72
  }

  @Test(arguments: [
    ("round", 40, 40), ("round", 50, 50), ("oval", 45, 30), ("square", 20, 20), ("rectangle", 60, 60),
    ("rectangle", 30, 12), ("round", 10, 10),
  ])
  func outlinesAndCrossesFollowTheSize(shape: String, width: Int, height: Int) throws {
    let filled = try FilledRecord(
      seals: ["type: orgSeal, name: 示例, shape: \(shape), widthMM: \(width), heightMM: \(height)"])
    let page = try page(filled.pdf)
    let y = try middle(of: filled, seal: 0)
    let (a, b) = (Double(width) / 2, Double(height) / 2)
    for x in middles {
      // Outlines are dashed: 2 points of line, 2 of gap. A reach of 1 mm along the side finds one.
      for (dx, dy) in [(a, 0.0), (-a, 0.0), (0.0, b), (0.0, -b)] {
        let along = stride(from: -1.0, through: 1, by: 0.1).contains { step in
          isDrawn(x + dx + (dx == 0 ? step : 0), y + dy + (dy == 0 ? step : 0), on: page)
        }
        #expect(along, "\(x + dx) \(y + dy)")
      }
      let isRound = shape == "round" || shape == "oval"
      // At 45° an ellipse is inside its box; a rectangle has a corner there.
      let diagonal = 0.70711
      if isRound {
        let near = stride(from: -1.2, through: 1.2, by: 0.05).contains { turn in
          let angle = diagonal + turn / max(a, b) * 0.7
          return isDrawn(x + a * angle, y + b * (1 - angle * angle).squareRoot(), on: page)
        }
        #expect(near, "a point of the ellipse")
        #expect(!isDrawn(x + a, y + b, on: page, reach: 1) || width > 49 || height > 49, "no corner")
      } else {
        #expect(isDrawn(x + a, y + b, on: page, reach: 4), "a corner")
      }
      // 2 mm of 45 and 35 to each side of the middle: an arm of 1.5 and a gap of 0.5.
      let (cx, cy) = (min(a + 5, 43), min(b + 5, 33))
      for (sx, sy) in [(1.0, 1.0), (1, -1), (-1, 1), (-1, -1)] {
        #expect(isDrawn(x + sx * cx, y + sy * cy, on: page), "cross at \(x + sx * cx) \(y + sy * cy)")
        #expect(isDrawn(x + sx * (cx - 1.3), y + sy * cy, on: page), "its arm")
      }
    }
  }

  @Test(arguments: [1, 2, 3, 5, 8])
  func eachSealHasAPageAndNoPageIsEmpty(seals: Int) throws {
    let filled = try FilledRecord(
      seals: Array(repeating: "type: contractSeal, name: 示例合同专用章, shape: round, widthMM: 38", count: seals))
    try Tool.withFile(filled.pdf) { path in
      let check = try Tool.run("qpdf", ["--check", path])
      #expect(check.status == 0, "\(check.problems)")
      let info = String(decoding: try Tool.run("pdfinfo", [path]).output, as: UTF8.self)
      #expect(info.contains(/Pages: +\d/) && info.firstMatch(of: /Pages: +(\d)/)?.1 == "\(seals)")
      let text = String(decoding: try Tool.run("pdftotext", ["-layout", path, "-"]).output, as: UTF8.self)
      #expect(text.matches(of: /示例合同专用章/).count == seals)
      #expect(text.contains("第\(seals)枚"))
      #expect(text.contains("第3枚") == (seals > 2))
    }
  }

  /// Sheets are scanned one by one: each names the company, and bears the code and its number.
  @Test func everyPageSaysWhoseItIs() throws {
    let filled = try FilledRecord(
      seals: Array(repeating: "type: contractSeal, name: 示例合同专用章, shape: round, widthMM: 38", count: 3))
    try Tool.withFile(filled.pdf) { path in
      for page in 1...3 {
        let text = String(
          decoding: try Tool.run("pdftotext", ["-f", "\(page)", "-l", "\(page)", path, "-"]).output, as: UTF8.self)
        #expect(text.contains("鞍山示例建筑工程有限公司") && text.contains("91210302WWG7LCMK6D"))
        #expect(text.contains("第 \(page) 页"))
      }
    }
    let code = try #require(filled.form.compiled.qrCodes.first?.rectangle)
    for (number, page) in try GreyPicture.pages(of: filled.pdf).enumerated() {
      var blank = page
      blank.whiten(code)
      #expect(try #require(page.difference(to: blank)).pixels > 300, "page \(number + 1) has no code")
    }
  }

  /// An outline of the greatest size keeps 2 mm from the lines around it.
  @Test func theLargestOutlineLiesOnNoLine() throws {
    let filled = try FilledRecord(seals: ["type: other, name: 示例, shape: rectangle, widthMM: 60, heightMM: 60"])
    let page = try page(filled.pdf)
    let y = try middle(of: filled, seal: 0)
    for x in middles {
      for away in [30.8, 31.4] {
        // Beside the middles of the sides, where no cross stands.
        for (dx, dy) in [(away, 0.0), (-away, 0.0), (0.0, away), (0.0, -away)] {
          #expect(!isDrawn(x + dx, y + dy, on: page, reach: 1), "\(x + dx) \(y + dy)")
        }
      }
    }
  }
}
