import Diagnostics
import FormDefinition
import FormMessages
import SourceText
import Testing
import ZhinanValidation

private func read(_ text: String) -> (layout: PaperLayout?, problems: [String]) {
  var diagnostics: [Diagnostic] = []
  let layout = PaperLayout.read(SourceFile(path: "l", text: text), diagnostics: &diagnostics)
  return (layout, printed(diagnostics))
}

/// A block in a few words.
private func told(_ block: PaperBlock) -> String {
  switch block.content {
  case .heading(let text, let size, let height): "heading \(text) \(size) \(height)"
  case .paragraph(let text, let size): "paragraph \(text) \(size)"
  case .rows(let tables): tables.map(told).joined(separator: ", ")
  case .band(let label, let width, let tables): "band \(label) \(width) \(tables.map(told).joined(separator: ", "))"
  case .columns(let columns, let gap):
    "columns \(gap) \(columns.map { "\($0.width ?? 0):\($0.blocks.map(told))" })"
  case .picture(let picture):
    "picture \(picture.name) \(picture.alternative) \(picture.width ?? 0) \(picture.height ?? 0) \(picture.align)"
  case .gap(let height): "gap \(height)"
  case .pageBreak: "page-break"
  case .scaleBar(let length): "scale-bar \(length)"
  }
}

/// A table in a few words: the cells of its header, then heights and numbers of cells of its rows.
private func told(_ table: PaperTable) -> String {
  "\(table.header.map { "under \($0.cells.count) " } ?? "")rows \(table.rows.map { "\($0.height):\($0.cells.count)" })"
}

@Suite struct LayoutReading {
  @Test func whatIsNotSaidHasItsUsualSize() throws {
    let layout = try #require(read("blocks: []").layout)
    #expect([layout.width, layout.height, layout.margin, layout.rowHeight] == [210, 297, 15, 8])
    #expect([layout.textSize, layout.minimumSize, layout.labelSize] == [9.5, 6, 9])
    #expect(layout.cornerMarks == nil && layout.footer.isEmpty)
  }

  @Test func everyKindOfBlockIsRead() throws {
    let (layout, problems) = read(
      """
      page: {width: 148, height: 210, margin: 10.5, corner-marks: 8}
      text: {size: 10, minimum: 5, label: 8}
      row-height: 7
      footer: "{page}"
      blocks:
        - {heading: H}
        - {heading: H, size: 20, height: 15}
        - {paragraph: P}
        - gap: 2.5
        - page-break: true
        - scale-bar: 100
        - rows: [{cells: []}, {height: 9, cells: [{text: x}, {}]}]
        - {band: B, rows: [{cells: [{}]}]}
      """)
    #expect(problems.isEmpty)
    let blocks = try #require(layout).blocks.map(told)
    #expect(
      blocks == [
        "heading H 16.0 12.0", "heading H 20.0 15.0", "paragraph P 8.0", "gap 2.5", "page-break", "scale-bar 100.0",
        #"rows ["7.0:0", "9.0:2"]"#, #"band B 8.0 rows ["7.0:1"]"#,
      ])
    #expect(layout?.cornerMarks == 8 && layout?.margin == 10.5 && layout?.labelSize == 8)
    #expect(layout?.blocks.last?.place == SourcePlace("l", line: 13, column: 5))
  }

  @Test func blocksAreRepeatedForEachElement() throws {
    let (layout, problems) = read(
      """
      blocks:
        - each: seals
          from: 2
          to: 3
          blocks:
            - {page-break: true, for: "seals[]"}
            - {heading: "Seal {n}"}
            - rows: [{cells: [{field: "seals[].name"}, {repeat: company}]}]
      """)
    #expect(problems.isEmpty)
    let blocks = try #require(layout).blocks
    #expect(
      blocks.map(told).filter { $0.hasPrefix("heading") } == ["heading Seal 2 16.0 12.0", "heading Seal 3 16.0 12.0"])
    let elements = blocks.compactMap { if case .pageBreak(let element?) = $0.content { element } else { nil } }
    #expect(elements == ["seals[1]", "seals[2]"])
    guard case .rows(let tables) = blocks[5].content,
      case .field("seals[2].name", _) = tables[0].rows[0].cells[0].content,
      case .repetition("company") = tables[0].rows[0].cells[1].content
    else { return #expect(Bool(false)) }
  }

  @Test func eachIsOneTableUnderItsHeader() throws {
    let (layout, problems) = read(
      """
      blocks:
        - {each: l, to: 3, header: {cells: [{text: a}, {text: b}]}, rows: [{cells: [{field: "l[].a"}, {field: "l[].b"}]}]}
        - {each: l, to: 2, gap: 2, rows: [{cells: [{field: "l[].a"}]}]}
        - band: B
          rows:
            - cells: [{}]
            - {each: l, from: 2, to: 3, header: {height: 5, cells: [{}]}, rows: [{cells: [{field: "l[].a"}]}]}
            - cells: [{}, {}]
      """)
    #expect(problems.isEmpty)
    #expect(
      try #require(layout).blocks.map(told) == [
        #"under 2 rows ["8.0:2", "8.0:2", "8.0:2"]"#, #"rows ["8.0:1"]"#, "gap 2.0", #"rows ["8.0:1"]"#, "gap 2.0",
        #"band B 8.0 rows ["8.0:1"], under 1 rows ["8.0:1", "8.0:1"], rows ["8.0:2"]"#,
      ])
  }

  @Test func columnsAndPicturesAreRead() throws {
    let (layout, problems) = read(
      """
      blocks:
        - {columns: [[{picture: logo.png, alt: A logo, height: 10}], [{heading: H}, {paragraph: P}]]}
        - columns: [{width: 60, blocks: [{gap: 1}]}, {blocks: [{picture: a.jpg, alt: A, width: 20, align: right}]}]
          gap: 8
      """)
    #expect(problems.isEmpty)
    #expect(
      try #require(layout).blocks.map(told) == [
        #"columns 5.0 ["0.0:[\"picture logo.png A logo 0.0 10.0 left\"]", "0.0:[\"heading H 16.0 12.0\", \"paragraph P 8.0\"]"]"#,
        #"columns 8.0 ["60.0:[\"gap 1.0\"]", "0.0:[\"picture a.jpg A 20.0 0.0 right\"]"]"#,
      ])
  }

  @Test(
    arguments: [
      "{rows: [{cells: [{each: l, rows: []}]}]}", "{each: l, rows: [{each: m, rows: []}]}",
      "{each: l, blocks: [{each: m, rows: []}]}",
      "{columns: [[{gap: 1}]]}", "{columns: [[{page-break: true}], []]}", "{columns: [[{columns: [[], []]}], []]}",
      "{picture: a.png}",
      "{each: l, from: 3, to: 2, rows: []}",
    ])
  func misplacedBlocksAreNamed(block: String) {
    let (layout, problems) = read("blocks:\n  - \(block)\n")
    #expect(layout == nil && problems.count == 1, "\(problems)")
  }

  @Test func cellsKeepWhatTheySay() throws {
    let (layout, problems) = read(
      """
      blocks:
        - rows:
            - cells:
                - {label: a, width: 27}
                - {field: b, comb: 18, size: 11, minimum: 5, align: right, valign: top, border: false}
                - {field: c, text: caption, wraps: true, list: true, shade: true}
                - {text: words}
      """)
    #expect(problems.isEmpty)
    guard case .rows(let tables) = try #require(layout).blocks[0].content else { return #expect(Bool(false)) }
    let cells = tables[0].rows[0].cells
    #expect(cells.map(\.shade) == [true, false, true, false])
    #expect(cells.map(\.border) == [true, false, true, true])
    #expect(cells[0].width == 27 && cells[1].width == nil)
    #expect(cells[1].comb == 18 && cells[1].size == 11 && cells[1].minimum == 5)
    #expect(cells[1].align == .right && cells[1].valign == .top && cells[0].align == nil && cells[0].valign == .middle)
    #expect(cells[2].wraps && cells[2].isList)
    guard case .field("c", caption: "caption") = cells[2].content else { return #expect(Bool(false)) }
  }
}

@Suite struct MessageReading {
  private func catalog(_ text: String) throws -> MessageCatalog {
    var diagnostics: [Diagnostic] = []
    let catalog = MessageCatalog.read(SourceFile(path: "m", text: text), diagnostics: &diagnostics)
    #expect(diagnostics.isEmpty)
    return try #require(catalog)
  }

  @Test func placeholdersAreFilledAndNothingElse() throws {
    let messages = try catalog("codes: {E_X: {say: '{label}: {value} {nothing} {', hint: 'At most {limit}.'}}")
    var values = MessageValues()
    for (name, value) in [("label", "名"), ("value", "{limit}"), ("limit", "5")] as [(StaticString, String)] {
      values.set(name, Array(value.utf8))
    }
    let sentence = messages.table.sentence(for: "E_X", values)
    #expect(
      String(decoding: sentence.say, as: UTF8.self) == "名: {limit} {nothing} {",
      "what somebody wrote is not filled in again")
    #expect(sentence.hint == Array("At most 5.".utf8))
  }

  @Test func aCodeWithoutASentenceStandsForItself() {
    #expect(MessageCatalog().sentence(for: "E_X", label: "名").say == "名: E_X")
  }
}
