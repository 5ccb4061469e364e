@testable import GuideText
import Testing

@testable import Redline

@Suite("Changes of blocks")
struct BlockTests {
  private func table(_ head: [String], _ rows: [[String]]) -> ResolvedBlock {
    func cells(_ row: [String]) -> [ResolvedTable.Cell] { row.map { ResolvedTable.Cell(content: [.text($0)]) } }
    return .table(ResolvedTable(caption: nil, head: [cells(head)], rows: rows.map(cells)))
  }

  @Test("a table with a row inserted and a cell changed shows both, cell by cell")
  func rowAndCell() {
    let old = table(["项目", "价格"], [["首次申请", "250元"], ["延期", "200元"]])
    let new = table(["项目", "价格"], [["首次申请", "280元"], ["补办", "50元"], ["延期", "200元"]])
    let compared = compare([old], [new])
    #expect(
      Marked.lines(compared) == [
        "项目 | 价格", "首次申请 | [-250-]{+280+}元", "{+补办+} | {+50元+}", "延期 | 200元",
      ])
    var counts = ChangeCounts()
    (counts.added, counts.changed) = (1, 1)
    #expect(ChangeCounts(of: compared) == counts)
  }

  @Test("a table with a new column keeps its other columns")
  func column() {
    let old = table(["项目", "价格"], [["首次申请", "250元"]])
    let new = table(["项目", "期限", "价格"], [["首次申请", "一年", "250元"]])
    #expect(
      Marked.lines(compare([old], [new])) == ["项目 | {+期限+} | 价格", "首次申请 | {+一年+} | 250元"])
  }

  @Test("a table whose cells span others is compared place by place")
  func spans() {
    func cell(_ text: String, rows: Int = 1, columns: Int = 1) -> ResolvedTable.Cell {
      ResolvedTable.Cell(content: [.text(text)], rows: rows, columns: columns)
    }
    let old = ResolvedTable(
      caption: nil, head: [], rows: [[cell("儿童", rows: 2), cell("新办")], [cell("补办")]])
    let new = ResolvedTable(
      caption: nil, head: [], rows: [[cell("儿童", rows: 3), cell("新办")], [cell("换证")], [cell("补办")]])
    #expect(
      Marked.lines(compare([.table(old)], [.table(new)])) == ["儿童 | 新办", " | {+换证+}", " | 补办"])
  }

  @Test("a paragraph that was written anew is a deletion and an insertion")
  func rewritten() {
    let compared = compare(
      [paragraph("请携带营业执照到窗口办理登记手续。")], [paragraph("自助终端可以全天打印回执。")])
    #expect(compared.map(\.change) == [.deleted, .inserted])
    #expect(ChangeCounts(of: compared).changed == 1)
    #expect(compare([paragraph("甲乙丙丁戊己庚辛")], [paragraph("辛庚己戊丁丙乙甲")]).map(\.change) == [.deleted, .inserted])
  }

  @Test("a download of the same size with other bytes is a change")
  func downloads() {
    func link(_ hash: UInt64) -> ResolvedBlock {
      let target = LinkTarget.attachment(SitePath("a/files/x.csv"), kind: "CSV", size: 9, hash: hash)
      return .paragraph([.link(ResolvedLink(target: target, title: "", content: [.text("价目")]))])
    }
    #expect(ChangeCounts(of: compare([link(1)], [link(2)])).total == 1)
    #expect(ChangeCounts(of: compare([link(1)], [link(1)])).total == 0)
  }

  @Test("a paragraph that moved is a deletion and an insertion")
  func moved() {
    let (one, two, three) = (paragraph("第一段说材料。"), paragraph("然后讲费用问题。"), paragraph("最后是领取方式。"))
    let compared = compare([one, two, three], [two, three, one])
    #expect(compared.map(\.change) == [.deleted, .kept, .kept, .inserted])
  }

  @Test("items of a list are compared one by one")
  func items() {
    func list(_ items: [String]) -> ResolvedBlock {
      .list(ResolvedList(items: items.map { [paragraph($0)] }, start: 1, isTight: true))
    }
    let compared = compare([list(["身份证原件", "照片两张", "委托书"])], [list(["身份证原件", "照片三张", "回执", "委托书"])])
    #expect(Marked.lines(compared) == ["身份证原件", "照片[-两-]{+三+}张", "{+回执+}", "委托书"])
  }

  @Test("another address behind the same words is a change, another page is none")
  func addresses() {
    func link(_ target: LinkTarget) -> ResolvedBlock {
      .paragraph([.link(ResolvedLink(target: target, title: "", content: [.text("官网")]))])
    }
    let changed = compare([link(.outside("https://a.example"))], [link(.outside("https://b.example"))])
    #expect(!changed.isUnchanged)
    let same = compare(
      [link(.page(PageID(version: 1, page: 0), query: "", fragment: ""))],
      [link(.page(PageID(version: 0, page: 3), query: "", fragment: ""))])
    #expect(same.isUnchanged)
  }

  @Test("other marks and levels are no change")
  func marks() {
    let old: [ResolvedBlock] = [
      .heading(ResolvedHeading(level: 2, id: "a", content: [.text("费用")])), .paragraph([.strong([.text("免费")])]),
    ]
    let new: [ResolvedBlock] = [
      .heading(ResolvedHeading(level: 3, id: "b", content: [.text("费用")])), .paragraph([.text("免费")]),
    ]
    #expect(compare(old, new).isUnchanged)
  }

  @Test("long hostile pages are compared in a short time", .timeLimit(.minutes(1)))
  func hostile() {
    let clock = ContinuousClock()
    let items = clock.measure {
      func list(_ salt: Int) -> ResolvedBlock {
        .list(
          ResolvedList(
            items: (0..<10_000).map { [paragraph("第\($0)项收费\($0 * 7 % 31 + salt)元")] }, start: nil, isTight: true))
      }
      #expect(!compare([list(0)], [list(1)]).isUnchanged)
    }
    let text = clock.measure {
      func long(_ step: Int) -> ResolvedBlock {
        paragraph(String(decoding: (0..<350_000).map { UInt16(0x4E00 + $0 * step % 101) }, as: UTF16.self))
      }
      #expect(!compare([long(7)], [long(13)]).isUnchanged)
    }
    let paragraphs = clock.measure {
      func many(_ step: Int) -> [ResolvedBlock] {
        (0..<100).map { number in
          paragraph(
            String(decoding: (0..<3_500).map { UInt16(0x4E00 + ($0 * step + number) % 211) }, as: UTF16.self))
        }
      }
      #expect(!compare(many(7), many(13)).isUnchanged)
    }
    print("redline of 10,000 items: \(items), of a text of 1 MB: \(text), of 100 long texts: \(paragraphs)")
    #expect(items < .seconds(10) && text < .seconds(10) && paragraphs < .seconds(10))
  }
}
