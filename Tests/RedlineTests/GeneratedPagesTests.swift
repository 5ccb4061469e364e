@testable import GuideText
import Testing

@testable import Redline

/// Numbers that look random and are the same on every run (splitmix64).
struct SeededNumbers: RandomNumberGenerator {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }
}

/// Pages out of few words, so that much of what is made is alike, and the same pages edited.
struct PageGenerator {
  private var numbers: SeededNumbers
  private static let words = [
    "申请", "材料", "费用", "窗口", "的", "一", "250", "280元", "USB", "，", "。", " ", "e\u{301}", "card", "8:30",
  ]

  init(seed: UInt64) { numbers = SeededNumbers(seed) }

  private mutating func roll(_ count: Int) -> Int { Int.random(in: 0..<count, using: &numbers) }

  mutating func text() -> String {
    (0...roll(12)).map { _ in Self.words[roll(Self.words.count)] }.joined()
  }

  mutating func inlines() -> [ResolvedInline] {
    (0...roll(3)).map { _ in
      switch roll(8) {
      case 0: .strong([.text(text())])
      case 1: .emphasis([.code(text())])
      case 2:
        .link(
          ResolvedLink(target: .outside("https://\(roll(3)).example"), title: "", content: [.text(text())]))
      case 3: .fact(Fact(path: "fees.first", text: "\(roll(4) * 10)", isTelephone: false))
      case 4: .softBreak
      case 5: .image(ResolvedImage(path: SitePath("v/a.png"), size: nil, alternative: text(), title: ""))
      default: .text(text())
      }
    }
  }

  mutating func block(_ depth: Int) -> ResolvedBlock {
    switch roll(depth == 0 ? 5 : 9) {
    case 0: .heading(ResolvedHeading(level: 2 + roll(3), id: "h", content: inlines()))
    case 1: .code(text() + "\n" + text(), language: nil)
    case 2: .rule
    case 3, 4: .paragraph(inlines())
    case 5:
      .list(
        ResolvedList(
          items: (0...roll(4)).map { _ in blocks(depth - 1, 1 + roll(2)) }, start: roll(2) == 0 ? nil : 1,
          isTight: roll(2) == 0))
    case 6: .table(table())
    case 7: .quote(blocks(depth - 1, 1 + roll(2)))
    default: .directive(.container(name: "note", title: text(), content: blocks(depth - 1, 1 + roll(2))))
    }
  }

  mutating func table() -> ResolvedTable {
    let width = 1 + roll(4)
    func row(_ generator: inout PageGenerator) -> [ResolvedTable.Cell] {
      (0..<width).map { _ in ResolvedTable.Cell(content: generator.inlines()) }
    }
    var table = ResolvedTable(
      caption: roll(2) == 0 ? inlines() : nil, head: roll(3) == 0 ? [] : [row(&self)],
      rows: (0...roll(4)).map { _ in row(&self) })
    if width > 1, roll(3) == 0 {
      table.rows.append([ResolvedTable.Cell(content: inlines(), columns: width)])
    }
    return table
  }

  mutating func blocks(_ depth: Int, _ count: Int) -> [ResolvedBlock] { (0..<count).map { _ in block(depth) } }

  /// The same with some of it taken out, put in, moved or changed.
  mutating func edited(_ blocks: [ResolvedBlock], _ depth: Int) -> [ResolvedBlock] {
    var edited: [ResolvedBlock] = []
    for block in blocks {
      switch roll(8) {
      case 0: break
      case 1: edited += [self.block(depth), block]
      case 2: edited.insert(block, at: roll(edited.count + 1))
      case 3, 4: edited.append(self.edited(block, depth))
      default: edited.append(block)
      }
    }
    return edited
  }

  private mutating func edited(_ block: ResolvedBlock, _ depth: Int) -> ResolvedBlock {
    switch block {
    case .paragraph(let content): return .paragraph(edited(content))
    case .heading(var heading):
      heading.content = edited(heading.content)
      return .heading(heading)
    case .list(var list):
      list.items = list.items.map { roll(3) == 0 ? edited($0, depth) : $0 } + (roll(2) == 0 ? [self.blocks(0, 1)] : [])
      return .list(list)
    case .quote(let blocks): return .quote(edited(blocks, depth))
    case .directive(.container(let name, let title, let content)):
      return .directive(.container(name: name, title: title, content: edited(content, depth)))
    case .table(var table):
      if roll(2) == 0 { table.rows.insert(table.rows[roll(table.rows.count)], at: roll(table.rows.count)) }
      let place = roll(table.rows.count)
      table.rows[place] = table.rows[place].map { cell in
        var cell = cell
        if roll(2) == 0 { cell.content = edited(cell.content) }
        return cell
      }
      if roll(3) == 0 { table.rows.remove(at: roll(table.rows.count)) }
      return .table(table)
    default: return self.block(depth)
    }
  }

  private mutating func edited(_ content: [ResolvedInline]) -> [ResolvedInline] {
    var content = content
    if roll(2) == 0 { content.append(.text(text())) }
    if roll(2) == 0 { content.insert(.text(text()), at: roll(content.count + 1)) }
    if roll(3) == 0, !content.isEmpty { content.remove(at: roll(content.count)) }
    return content
  }
}

/// The texts of a resolved page, one a block or a cell: what a comparison must come to.
enum PlainTexts {
  static func texts(_ blocks: [ResolvedBlock]) -> [String] {
    blocks.flatMap { block -> [String] in
      switch block {
      case .paragraph(let content): [content.plainText]
      case .figure(let image): [image.alternative, image.title]
      case .heading(let heading): [heading.content.plainText]
      case .folded(let heading, let content): [heading.content.plainText] + texts(content)
      case .list(let list): list.items.flatMap(texts)
      case .quote(let content): texts(content)
      case .code(let text, _): [text]
      case .table(let table):
        (table.caption.map { [$0.plainText] } ?? []) + (table.head + table.rows).flatMap { $0.map(\.content.plainText) }
      case .directive(.container(_, let title, let content)): (title.isEmpty ? [] : [title]) + texts(content)
      case .directive, .rule: []
      }
    }
  }
}

@Suite("A redline of generated pages")
struct GeneratedPagesTests {
  @Test("is the new text where all changes are accepted, the old text where all are rejected", arguments: 0..<20)
  func sides(_ seed: Int) {
    for number in 0..<40 {
      var generator = PageGenerator(seed: UInt64(seed * 1000 + number))
      let old = generator.blocks(2, 1 + number % 12)
      let new = number % 7 == 0 ? generator.blocks(2, 1 + number % 12) : generator.edited(old, 2)
      let compared = compare(old, new)
      let (accepted, rejected) = (compared.texts(.new), compared.texts(.old))
      guard accepted != PlainTexts.texts(new) || rejected != PlainTexts.texts(old) else { continue }
      Issue.record(
        "page \(seed * 1000 + number)\n\(rejected)\n\(PlainTexts.texts(old))\n\(accepted)\n\(PlainTexts.texts(new))")
    }
  }

  @Test("has no change where both versions are the same", arguments: 0..<10)
  func same(_ seed: Int) {
    var generator = PageGenerator(seed: UInt64(seed))
    let page = generator.blocks(2, 10)
    let compared = compare(page, page)
    #expect(compared.isUnchanged)
    #expect(compared.texts(.new) == PlainTexts.texts(page))
  }
}
