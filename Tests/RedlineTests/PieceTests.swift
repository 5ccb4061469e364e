import Testing

@testable import Redline

@Suite("Pieces of text")
struct PieceTests {
  @Test(
    "are words and numbers whole, Han characters by themselves",
    arguments: [
      ("首次申请250元", ["首", "次", "申", "请", "250", "元"]), ("USB3.0接口", ["USB3.0", "接", "口"]),
      ("二十五个工作日", ["二十五", "个", "工", "作", "日"]), ("8:30—11:30，", ["8:30", "—", "11:30", "，"]),
      ("约5%，¥1,000.50", ["约", "5%", "，", "¥1,000.50"]), ("it's a test.", ["it's", " ", "a", " ", "test", "."]),
      ("a@b.example", ["a@b.example"]), ("0412-1234567", ["0412-1234567"]), ("−5℃", ["−5℃"]),
      ("e\u{301}t\u{e9}", ["e\u{301}t\u{e9}"]), ("a  b", ["a", "  ", "b"]), ("", []), ("第３条", ["第", "３", "条"]),
    ])
  func cutting(_ text: String, _ pieces: [String]) {
    #expect(PieceCutter.pieces(of: text).map(\.text) == pieces)
  }
}

@Suite("Changes of a sentence")
struct TextComparisonTests {
  @Test(
    "show what changed and no more",
    arguments: [
      ("首次申请收费250元/年。", "首次申请收费280元/年。", "首次申请收费[-250-]{+280+}元/年。"),
      ("费用为1,250.50元", "费用为1,250.75元", "费用为[-1,250.50-]{+1,250.75+}元"),
      ("十五个工作日内办结", "二十个工作日内办结", "[-十五-]{+二十+}个工作日内办结"),
      ("请到一楼窗口办理。", "请到二楼窗口办理。", "请到[-一-]{+二+}楼窗口办理。"),
      ("带身份证、照片。", "带身份证、户口本、照片。", "带身份证、{+户口本、+}照片。"),
      ("Bring your old card.", "Bring your new card.", "Bring your [-old-]{+new+} card."),
      ("版本USB2.0", "版本USB3.0", "版本[-USB2.0-]{+USB3.0+}"), ("同", "同", "同"), ("", "新", "{+新+}"), ("旧", "", "[-旧-]"),
    ])
  func changes(_ old: String, _ new: String, _ marked: String) { #expect(Marked.text(old, new) == marked) }

  @Test(
    "are not chopped into single characters",
    arguments: [
      ("由申请人提交材料", "由代办者提交材料", "由[-申请人-]{+代办者+}提交材料"),
      ("登录平台后上传照片", "进入本台再上传照片", "[-登录平台后-]{+进入本台再+}上传照片"),
      ("请窗口人受理", "请经办人办理", "请[-窗口人受-]{+经办人办+}理"),
      ("甲乙丙丁戊己相同庚辛壬癸子丑", "天地玄黄宇宙相同日月盈昃辰宿", "[-甲乙丙丁戊己相同庚辛壬癸子丑-]{+天地玄黄宇宙相同日月盈昃辰宿+}"),
      ("每周一至周五办理", "每周二至周六办理", "每周[-一-]{+二+}至周[-五-]{+六+}办理"),
    ])
  func joined(_ old: String, _ new: String, _ marked: String) { #expect(Marked.text(old, new) == marked) }

  @Test("beyond the budget are one text in the place of the other")
  func budget() {
    var budget = ComparisonBudget(steps: 10)
    let (old, new) = (PieceCutter.pieces(of: "甲乙丙丁戊己庚辛"), PieceCutter.pieces(of: "辛庚己戊丁丙乙甲"))
    let runs = TextComparison.runs(old, new, budget: &budget)
    #expect(runs == [ComparedRun(.deleted, old), ComparedRun(.inserted, new)])
  }
}
