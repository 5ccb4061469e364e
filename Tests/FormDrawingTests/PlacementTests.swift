import FormDefinition
import FormDrawing
import FormModel
import Testing
import TextLayout

/// A rectangle on a page, points.
private struct Box {
  var x: Double
  var y: Double
  var width: Double
  var height: Double

  /// Whether two boxes share more than a hairline.
  func overlaps(_ other: Box) -> Bool {
    let hair = 0.01
    return x + hair < other.x + other.width && other.x + hair < x + width && y + hair < other.y + other.height
      && other.y + hair < y + height
  }

  func isInside(_ other: Box) -> Bool {
    x >= other.x - 0.01 && y >= other.y - 0.01 && x + width <= other.x + other.width + 0.01
      && y + height <= other.y + other.height + 0.01
  }

  /// Left, top (from the page's top), width and height in mm.
  func told(_ paper: PlacedPaper) -> String {
    "\(mm(x)) \(mm(paper.height - y - height)) \(mm(width))×\(mm(height))"
  }
}

extension PlacedBox {
  fileprivate var asBox: Box { Box(x: x, y: y, width: width, height: height) }
}

extension PlacedWidget {
  /// The rectangles in which something is typed or ticked.
  fileprivate var boxes: [Box] {
    if case .options(_, let boxes) = kind { return boxes.map(\.asBox) }
    return [box.asBox]
  }
}

extension PlacedLabel {
  /// The square that the text's characters stand in.
  fileprivate var box: Box {
    let width = Double(fonts.measure(text: text.unicodeScalars.lazy.map(\.value)).width) * size / 1000
    return Box(x: x, y: y - 0.14 * size, width: width, height: size)
  }
}

@Suite struct Placements {
  private static let forms = DrawnForm.ids

  @Test(arguments: forms)
  func everyWidgetIsInsideItsPageAndAlone(id: String) throws {
    let paper = try DrawnForm(id).paper
    let page = Box(x: 0, y: 0, width: paper.width, height: paper.height)
    for (number, placed) in paper.pages.enumerated() {
      let boxes = placed.widgets.flatMap(\.boxes)
      for (index, box) in boxes.enumerated() {
        #expect(box.isInside(page), "page \(number + 1): \(box.told(paper))")
        #expect(box.width > 8 && box.height > 8, "page \(number + 1): \(box.told(paper)) is too small")
        for other in boxes[..<index] {
          #expect(!box.overlaps(other), "page \(number + 1): \(box.told(paper)) and \(other.told(paper))")
        }
      }
    }
  }

  @Test(arguments: forms)
  func printedTextStandsClearOfFieldsAndOfOtherText(id: String) throws {
    let paper = try DrawnForm(id).paper
    let margin = 20.0
    let inner = Box(
      x: margin, y: margin, width: paper.width - 2 * margin, height: paper.height - 2 * margin)
    for placed in paper.pages {
      let fields = placed.widgets.flatMap(\.boxes)
      for (index, label) in placed.texts.enumerated() {
        #expect(label.box.isInside(inner), "“\(label.text)” leaves the page")
        for field in fields { #expect(!label.box.overlaps(field), "“\(label.text)” stands on a field") }
        for other in placed.texts[..<index] {
          #expect(!label.box.overlaps(other.box), "“\(label.text)” stands on “\(other.text)”")
        }
      }
    }
  }

  @Test(arguments: forms)
  func everyAnswerHasItsPlaceAndEveryOptionItsBox(id: String) throws {
    let drawn = try DrawnForm(id)
    var places: [Int: Int] = [:]
    for widget in drawn.paper.pages.flatMap(\.widgets) {
      switch widget.kind {
      case .text(let field, _), .list(let field): places[field, default: 0] += 1
      case .options(let field, let boxes):
        places[field, default: 0] += 1
        #expect(boxes.count == drawn.compiled.fields[field].options.count)
        #expect(boxes.allSatisfy { $0.asBox.isInside(widget.box.asBox) })
      case .signature: continue
      }
    }
    #expect(places.keys.sorted() == Array(drawn.compiled.fields.indices))
    // Company and code stand on each of the sheets.
    let sheets = drawn.paper.pages.count
    let repeated = places.filter { $0.value != 1 }.map {
      String(decoding: drawn.compiled.fields[$0.key].key, as: UTF8.self)
    }
    #expect(repeated.sorted() == (sheets > 1 ? ["orgName", "uscc"] : []))
    #expect(places.values.allSatisfy { $0 == 1 || $0 == sheets })
  }

  @Test func thePickupFormStandsOnOnePage() throws {
    let drawn = try DrawnForm("pickup")
    let told = drawn.paper.pages.map { page in
      page.widgets.map { widget in
        switch widget.kind {
        case .text(let field, let cells):
          "\(String(decoding: drawn.compiled.fields[field].key, as: UTF8.self)) \(cells) \(widget.box.asBox.told(drawn.paper))"
        case .list: "list"
        case .options(_, let boxes): "options " + boxes.map { $0.asBox.told(drawn.paper) }.joined(separator: ", ")
        case .signature(let key, _): "\(key) \(widget.box.asBox.told(drawn.paper))"
        }
      }
    }
    #expect(told == [Self.pickup])
  }

  /// Key, cells, then left, top, width and height in mm.
  private static let pickup = [
    "orderNo 0 58.265 42.411 133.471×9.071",
    "orgName 0 58.265 52.011 133.471×9.071",
    "uscc 18 64.0 61.611 128.0×9.071",
    "options 59.411 74.247 2.999×2.999, 92.925 74.247 2.999×2.999",
    "certCount 0 60.265 80.811 44.971×9.071",
    "keyCount 0 146.765 80.811 44.971×9.071",
    "pickupPoint 0 58.265 90.411 133.471×9.071",
    "agentName 0 58.265 100.011 61.471×9.071",
    "agentMobile 0 148.265 100.011 43.471×9.071",
    "options 59.411 110.597 2.999×2.999, 81.107 110.597 2.999×2.999, "
      + "111.799 110.597 2.999×2.999, 151.486 110.597 2.999×2.999, 59.411 116.097 2.999×2.999, 96.1 116.097 2.999×2.999",
    "agentIdNumber 18 58.0 120.611 134.0×9.071",
    "proxyName 0 58.265 130.211 61.471×9.071",
    "proxyMobile 0 148.265 130.211 43.471×9.071",
    "options 59.411 140.797 2.999×2.999, 81.107 140.797 2.999×2.999, "
      + "111.799 140.797 2.999×2.999, 151.486 140.797 2.999×2.999, 59.411 146.297 2.999×2.999, 96.1 146.297 2.999×2.999",
    "proxyIdNumber 18 58.0 150.811 134.0×9.071",
    "receiverSignature 58.265 163.411 59.471×15.471",
  ]
}

@Suite struct SealSheet {
  /// Lines of a page as from and to in mm from the page's top left.
  private func lines(_ paper: PlacedPaper, page: Int, ink: PaperInk) -> [[Double]] {
    paper.pages[page].lines.filter { $0.ink == ink }.map {
      [mm($0.x1), mm(paper.height - $0.y1), mm($0.x2), mm(paper.height - $0.y2)]
    }
  }

  @Test(arguments: [0, 1, 7])
  func theScaleBarIsExactly100MillimetresLong(page: Int) throws {
    let paper = try DrawnForm("seal-sample").paper
    let black = lines(paper, page: page, ink: .black)
    let bars = black.filter { $0[1] == $0[3] && $0[2] - $0[0] == 100 }
    #expect(bars.count == 1)
    let bar = try #require(bars.first)
    #expect(bar[0] == 15 && bar[2] == 115)
    let ticks = black.filter { $0[0] == $0[2] && $0[3] == bar[1] }.map { $0[0] }.sorted()
    #expect(ticks == stride(from: 15.0, through: 115, by: 10).map { $0 })
    let exact = paper.pages[page].lines.filter { $0.ink == .black && $0.y1 == $0.y2 }.map { $0.x2 - $0.x1 }.max() ?? 0
    #expect(abs(exact * 25.4 / 72 - 100) < 1e-9)
    #expect(paper.pages[page].texts.contains { $0.text == "100 mm" })
  }

  @Test(arguments: [0, 1])
  func crossesStandEightMillimetresFromTheCorners(page: Int) throws {
    let black = lines(try DrawnForm("seal-sample").paper, page: page, ink: .black)
    for x in [8.0, 202] {
      for y in [8.0, 289] {
        #expect(black.contains([x - 3, y, x + 3, y]), "\(x) \(y)")
        #expect(black.contains { Set([$0[1], $0[3]]) == [y - 3, y + 3] && $0[0] == x && $0[2] == x }, "\(x) \(y)")
      }
    }
  }

  @Test(arguments: [(0, 1), (1, 2), (7, 2)])
  func eachSealHasTwoBoxesLargerThanAnySealAndNothingInThem(page: Int, rows: Int) throws {
    let paper = try DrawnForm("seal-sample").paper
    let boxes = paper.pages[page].samples
    #expect(boxes.count == rows)
    for box in boxes {
      let sides = [box.rectangle.x, box.rectangle.width, box.rectangle.height].map {
        (mm(Double($0) / 100) * 100).rounded() / 100
      }
      #expect(
        sides == [15, 180, 70] && box.count == 2 && box.outlines == [.ellipse, .ellipse, .rectangle, .rectangle])
      let (left, bottom) = (Double(box.rectangle.x) / 100, Double(box.rectangle.y) / 100)
      let inside = paper.pages[page].texts.filter { text in
        text.x > left && text.x < left + 510 && text.y > bottom && text.y < bottom + 198
      }
      #expect(inside.isEmpty, "nothing is printed where a seal goes: \(inside)")
      let dividers = paper.pages[page].lines.filter { line in
        line.x1 == line.x2 && line.y1 < bottom + 1 && line.y2 > bottom + 198
      }.map { mm($0.x1) }
      #expect(dividers.contains(105), "\(dividers)")
    }
  }

  @Test func furtherPagesBelongToFurtherSeals() throws {
    let paper = try DrawnForm("seal-sample").paper
    #expect(paper.pages.map { $0.item?.index } == [nil, 1, 2, 3, 4, 5, 6, 7])
    #expect(paper.pages.allSatisfy { $0.qrCode == paper.pages[0].qrCode && $0.qrCode != nil })
    #expect(paper.outline.allSatisfy { $0.page == 0 }, "a bookmark to a page that is left out would lead nowhere")
  }
}

@Suite struct Placing {
  private func paper(_ layout: String, field: String = "{key: a, label: Label}") throws -> PlacedPaper {
    try DrawnForm(
      "title: Title\nversion: 2.0\nsections: [{title: S, fields: [\(field)]}]\n", id: "t", layout: layout
    ).paper
  }

  @Test func wordsOfTheFormAreFilledIn() throws {
    let paper = try paper(
      "footer: '{title} {version} {guide} {id} {page}/{pages}'\nblocks:\n  - {heading: '{title}'}\n"
        + "  - rows: [{cells: [{field: a}]}]\n  - page-break: true\n")
    #expect(paper.pages.map { $0.texts.last?.text } == ["Title 2.0 2026-12 t 1/2", "Title 2.0 2026-12 t 2/2"])
    #expect(paper.outline.map(\.title) == ["Title"])
  }

  @Test func aRequiredFieldHasAStarAndOthersHaveNone() throws {
    let layout = "blocks: [{rows: [{cells: [{label: a, width: 30}, {field: a}]}]}]"
    #expect(try paper(layout).pages[0].texts.map(\.text) == ["Label"])
    let starred = try paper(layout, field: "{key: a, label: Label, required: true}").pages[0].texts
    #expect(starred.map(\.text) == ["Label", "*"])
    #expect(starred.map(\.ink) == [.black, .accent])
  }

  @Test func aRowThatDoesNotFitStartsANewPage() throws {
    let rows = Array(repeating: "{cells: [{text: x}]}", count: 33).joined(separator: ", ")
    let paper = try paper("page: {margin: 15}\nblocks: [{rows: [\(rows)]}, {rows: [{cells: [{field: a}]}]}]")
    #expect(paper.pages.map { $0.texts.count } == [33, 0])
    #expect(paper.pages.map { $0.widgets.count } == [0, 1])
  }

  @Test func cellsWithoutAWidthShareWhatIsLeft() throws {
    let paper = try paper("page: {width: 130, margin: 15}\nblocks: [{rows: [{cells: [{width: 40}, {}, {field: a}]}]}]")
    #expect(
      paper.pages[0].widgets.map { [mm($0.box.x), mm($0.box.width)] } == [
        [mm(85 * 72 / 25.4 + 0.75), mm(30 * 72 / 25.4 - 1.5)]
      ])
  }

  @Test func aShortLatinWordStandsUprightInABand() throws {
    func lines(_ band: String) throws -> [String] {
      try paper("blocks: [{band: \(band), width: 7, rows: [{height: 60, cells: [{field: a}]}]}]").pages[0].texts.map(
        \.text)
    }
    #expect(try lines("CA机构") == ["CA", "机", "构"])
    #expect(try lines("第12页") == ["第", "12", "页"])
    #expect(try lines("WORD") == ["W", "O", "R", "D"], "it is wider than the band")
  }

  @Test func anAnswerStandsOnceMoreWhereTheLayoutRepeatsIt() throws {
    let paper = try paper(
      "code: {top: 5, right: 5, size: 10, every-page: true}\nblocks: [{rows: [{cells: [{field: a, comb: 4}]}]}, {page-break: true}, "
        + "{rows: [{cells: [{repeat: a, comb: 4}]}]}]")
    #expect(paper.pages.map { $0.widgets.map(\.kind) } == Array(repeating: [.text(field: 0, cells: 4)], count: 2))
    #expect(paper.pages.allSatisfy { $0.qrCode != nil })
  }

  @Test(arguments: [
    "[{repeat: a}, {field: a}]", "[{field: a}, {repeat: a, comb: 3}]", "[{field: a}, {repeat: a, wraps: true}]",
    "[{field: a}, {repeat: b}]",
  ])
  func whatIsRepeatedHasItsPlaceBeforeAndTheSameLook(cells: String) {
    #expect(throws: DrawnForm.Problems.self) {
      try paper("blocks: [{rows: [{cells: \(cells)}]}]")
    }
  }

  @Test func aLongTextShrinksToItsFloorAndThenIsRefused() throws {
    func size(_ count: Int) throws -> Double? {
      let text = String(repeating: "字", count: count)
      return try paper("blocks: [{rows: [{cells: [{text: \(text), width: 20, minimum: 6}, {field: a}]}]}]")
        .pages[0].texts.first?.size
    }
    #expect(try size(3) == 9)
    #expect(try size(14) == 7.25)
    #expect(throws: DrawnForm.Problems.self) { try size(60) }
  }
}
