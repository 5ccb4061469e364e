import FilledFields
import FormReading
import Testing

private func scalars(_ text: String) -> [UInt32] { text.unicodeScalars.map(\.value) }

@Suite struct DamageWithoutOriginal {
  @Test(
    arguments: [
      ("钱쭎", 1, 0xCB4E, [0x2CB4E], false), ("쭎", 0, 0xCB4E, [0x2CB4E], false),
      ("王\u{E123}明", 1, 0xE123, [0x2E123], false), ("王\u{A123}", 1, 0xA123, [0x2A123], false),
      ("王\u{0531}", 1, 0x531, [0x20531, 0x30531], false), ("王\u{FFFD}", 1, 0xFFFD, [], true),
      ("abc\u{FFFD}", 3, 0xFFFD, [], true),
    ] as [(String, Int, UInt32, [UInt32], Bool)])
  func aRestOfARareCharacterIsSeen(text: String, offset: Int, found: UInt32, proposals: [UInt32], certain: Bool) {
    let all = DamagedCharacter.all(in: scalars(text))
    #expect(all.count == 1)
    #expect(all.first?.offset == offset && all.first?.found == found)
    #expect(all.first?.proposals == proposals && all.first?.isCertain == certain)
  }

  /// U+D872 is what Chromium leaves of 𬭎 and of 1023 others; U+DF4E can only be the rest of U+2DF4E.
  @Test(arguments: [(0xD872, []), (0xDF4E, [0x2DF4E])] as [(UInt32, [UInt32])])
  func halfACharacterIsCertain(half: UInt32, proposals: [UInt32]) {
    let all = DamagedCharacter.all(in: [0x738B, half])
    #expect(all.map(\.offset) == [1] && all.map(\.isCertain) == [true])
    #expect(all.first?.found == half && all.first?.proposals == proposals)
  }

  /// Names of China's peoples, of companies and places; and Korean by itself.
  @Test(arguments: [
    "王小明", "钱𬭎", "王䶮", "阿卜杜拉·买买提", "김철수", "张三 (ᠮᠣᠩᠭᠣᠯ)", "西藏བོད་ལྗོངས", "新疆ئۇيغۇر", "ABC（中国）有限公司",
    "辽宁省鞍山市铁东区１号№5—Ⅲ座①", "株式会社カナ", "Zoë O'Brien", "ФГУП中心", "α中心", "", "㛃", "〇", "北京々",
  ])
  func usualTextIsLeftAlone(text: String) {
    #expect(DamagedCharacter.all(in: scalars(text)).isEmpty)
  }

  /// Every character beyond U+FFFF in the Table of General Standard Chinese Characters stands in these blocks.
  @Test func everyHangulRestOfABlockIsProposedAsItsWhole() {
    for whole in UInt32(0x2AC00)...0x2B739 {
      #expect(DamagedCharacter.all(in: [0x738B, whole & 0xFFFF]).first?.proposals == [whole])
    }
  }
}

@Suite struct DamageBesideTheOriginal {
  private func repair(_ text: String, _ original: String) -> (String, Int) {
    let repair = TextRepair(scalars(text), original: scalars(original))
    return (PDFText(scalars: repair.repaired).text, repair.repairs.count)
  }

  @Test(arguments: [
    // What PDFium leaves, alone and where the applicant changed something else.
    ("钱쭎", "钱𬭎", "钱𬭎", 1), ("钱쭎明", "钱𬭎", "钱𬭎明", 1), ("孙쭎", "钱𬭎", "孙𬭎", 1),
    ("쭎쭎", "𬭎𬭎", "𬭎𬭎", 2),
    // A rest that is a usual character: only the original tells.
    ("李中", "李\u{24E2D}", "李\u{24E2D}", 1),
    // What is lost as a mark.
    ("钱\u{FFFD}", "钱𬭎", "钱𬭎", 1), ("钱\u{FFFD}\u{FFFD}", "钱𬭎", "钱𬭎", 1), ("钱?", "钱𬭎", "钱𬭎", 1),
    ("钱??", "钱𬭎", "钱𬭎", 1), ("????", "鞍山示例", "鞍山示例", 4), ("???A?", "鞍山示A例", "鞍山示A例", 4),
    // What people type.
    ("钱七", "钱𬭎", "钱七", 0), ("为什么?", "为什么", "为什么?", 0), ("真的?", "真的！可", "真的?", 0),
    ("김철수", "钱𬭎", "김철수", 0), ("", "钱𬭎", "", 0), ("钱𬭎", "钱𬭎", "钱𬭎", 0), ("新", "", "新", 0),
  ])
  func onlyWhatAViewerDamagedIsPutRight(text: String, original: String, repaired: String, repairs: Int) {
    #expect(repair(text, original) == (repaired, repairs))
  }

  @Test func halfACharacterIsPutRight() {
    for half in [0xD872, 0xDF4E] as [UInt32] {
      #expect(TextRepair([0x94B1, half], original: scalars("钱𬭎")).repaired == scalars("钱𬭎"))
    }
  }

  @Test func longTextsAreLeftAlone() {
    let text = Array(repeating: UInt32(0xCB4E), count: 5000)
    #expect(TextRepair(text, original: text.map { $0 + 0x20000 }).repaired == text)
  }
}
