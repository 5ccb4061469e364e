@testable import GuideText
import Testing

@testable import Redline

@Suite("Pages that were split and merged")
struct ShareTests {
  /// A page of blocks: `# ` begins a heading, else a paragraph.
  private func page(_ title: String, _ blocks: [String]) -> ComparablePage {
    let resolved = blocks.map { text -> ResolvedBlock in
      text.hasPrefix("# ")
        ? .heading(ResolvedHeading(level: 2, id: "", content: [.text(String(text.dropFirst(2)))])) : paragraph(text)
    }
    return ComparablePage(title: title, lines: ["\(title)的说明。"], blocks: PageText().blocks(resolved))
  }

  private func lines(_ comparison: PageComparison) -> [String] {
    [Marked.text(comparison.title)] + Marked.lines(comparison.blocks)
  }

  private let desk = "到窗口办理，请带身份证件和申请表。"
  private let post = "寄来照片和旧卡，两周以后寄回新卡。"
  private let fee = "换一张新卡收十元，补办收二十元。"

  @Test("what went to another page is not told as gone")
  func split() {
    let old = page("办卡", ["# 窗口", desk, "# 邮寄", post, "# 费用", fee])
    let heirs = [page("办卡", ["# 窗口", desk, "# 费用", fee]), page("邮寄", [post + "请挂号。"])]
    let shares = old.shares(of: heirs)
    #expect(lines(PageComparison(shares[0], heirs[0])) == ["办卡", "窗口", desk, "费用", fee])
    #expect(PageComparison(shares[0], heirs[0]).isUnchanged)
    // The heading became the title.
    #expect(lines(PageComparison(shares[1], heirs[1])) == ["邮寄", post + "{+请挂号。+}"])
  }

  @Test("what is gone altogether is told once, where it stood")
  func gone() {
    let lost = "周日也有人值班，可以打电话来问。"
    let old = page("办卡", ["# 窗口", desk, "# 邮寄", post, lost])
    let heirs = [page("窗口办卡", [desk]), page("邮寄办卡", ["# 邮寄", post])]
    let shares = old.shares(of: heirs)
    let told = shares.indices.map { lines(PageComparison(shares[$0], heirs[$0])) }
    #expect(told[0] == ["{+窗口+}办卡", "[-窗口-]", desk])
    #expect(told[1] == ["{+邮寄办卡+}", "邮寄", post, "[-\(lost)-]"])
  }

  @Test("what both have is kept on both")
  func shared() {
    let old = page("办卡", [desk, fee, post])
    let heirs = [page("办卡", [desk, fee]), page("邮寄", [fee, post])]
    let shares = old.shares(of: heirs)
    #expect(shares.map(\.blocks.count) == [2, 2])
    #expect(PageComparison(shares[0], heirs[0]).isUnchanged)
  }

  @Test("pages that were merged are compared in the order in which the new one has them")
  func merged() {
    let (first, second) = (page("费用", [fee]), page("窗口", [desk]))
    let new = page("办卡", ["# 窗口", desk, "# 费用", fee])
    let joined = ComparablePage.joined([first, second], as: new)
    #expect(lines(PageComparison(joined, new)) == ["[-费用-]{+办卡+}", "窗口", "[-窗口的说明。-]", desk, "{+费用+}", fee])
    // The one whose title the new one has gives it.
    let same = page("窗口", [desk, "# 费用", fee])
    #expect(lines(PageComparison(.joined([first, second], as: same), same)) == ["窗口", desk, "费用", "[-费用的说明。-]", fee])
  }
}
