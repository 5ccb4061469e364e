import Testing
import ZhinanValidation

@Suite("Masking")
struct MaskingTests {
  static func mask(_ text: String, _ kind: MaskKind) -> String {
    String(decoding: Masking.mask(Array(text.utf8), as: kind), as: UTF8.self)
  }

  /// How many characters of a value a kind may show, by its documentation.
  private static func mostShown(_ kind: MaskKind) -> Int? {
    switch kind {
    case .id: 5
    case .mobile: 7
    case .name: 2
    case .bank: 4
    case .text: 1
    case .landline, .email, .address: nil
    }
  }

  @Test("shows no more characters than it says, whatever comes", arguments: MaskKind.allCases)
  func showsNoMore(_ kind: MaskKind) {
    var random = SeededGenerator(state: UInt64(kind.rawValue))
    for round in 0..<4000 {
      let text = RandomText.make(&random, upTo: round % 100 == 0 ? 65_536 : 40)
      let masked = Masking.mask(text, as: kind)
      let result = String(decoding: masked, as: UTF8.self)
      #expect(String(validating: masked, as: UTF8.self) != nil)
      let shown = result.unicodeScalars.filter { $0 != "*" }
      let stars = result.unicodeScalars.count - shown.count
      if let most = Self.mostShown(kind), round % 100 != 0 {
        // A landline given as a mobile number is masked as one.
        if kind != .mobile || !result.contains("-") { #expect(shown.count <= most, "\(result)") }
      }
      #expect(stars > 0 || masked.isEmpty)
      #expect(stars <= 80)
    }
  }

  @Test(
    "hides short and unreadable values altogether",
    arguments: [
      ("12345678", MaskKind.id, "********"), ("H12345678", .id, "H12****78"), ("张", .name, "*"),
      ("1234", .bank, "****"),
      ("12345678", .bank, "********"), ("123456789", .bank, "*****6789"), ("110", .mobile, "***"),
      ("1380000", .mobile, "*******"), ("不告诉你", .landline, "****"), ("没有邮箱", .email, "****"),
      ("a@b", .email, "***"), ("@example.com", .email, "************"), ("张", .text, "***"), ("张三的备注", .text, "张***"),
      ("", .id, ""), ("示例路1号", .address, "****"),
    ])
  func short(_ text: String, _ kind: MaskKind, _ masked: String) {
    #expect(Self.mask(text, kind) == masked)
  }

  @Test(
    "telephones in every spelling",
    arguments: [
      ("0412-5530000-801", MaskKind.landline, "0412-553****-***"), ("04125530000", .landline, "0412-553****"),
      ("400-125-7788", .landline, "400-125-****"), ("13800000001", .landline, "138****0001"),
      ("+86 138 0000 0001", .mobile, "138****0001"), ("024-67871177", .mobile, "024-6787****"),
    ])
  func telephones(_ text: String, _ kind: MaskKind, _ masked: String) {
    #expect(Self.mask(text, kind) == masked)
  }

  @Test(
    "addresses to the district, never further",
    arguments: [
      ("辽宁省鞍山市铁东区示例路1号", "辽宁省鞍山市铁东区****"), ("沈阳市和平区示例街2号", "沈阳市和平区****"),
      ("内蒙古自治区呼和浩特市新城区示例路", "内蒙古自治区呼和浩特市新城区****"),
      ("岫岩满族自治县示例镇示例村", "岫岩满族自治县****"), ("南京市鼓楼区示例路", "南京市鼓楼区****"),
      ("浙江省台州市路桥区示例路", "浙江省台州市路桥区****"), ("哈尔滨市道里区示例街", "哈尔滨市道里区****"),
      ("鞍山市千山区示例村4组", "鞍山市千山区****"), ("上海市浦东新区示例路小区3栋", "上海市浦东新区****"),
      ("鞍山市示例路小区3栋", "鞍山市****"), ("示例花园小区3号", "****"), ("鞍山市海城市示例路", "鞍山市海城市****"), ("鞍山市农贸市场3号", "鞍山市****"),
      ("香港特别行政区示例道1号", "香港特别行政区****"), ("江西省景德镇市昌江区示例路", "江西省景德镇市昌江区****"),
      ("辽宁省鞍山市铁东区", "辽宁省鞍山市铁东区****"),
    ])
  func addresses(_ text: String, _ masked: String) {
    #expect(Self.mask(text, .address) == masked)
  }

  @Test("kinds have names of their own that lead back to them")
  func names() {
    for kind in MaskKind.allCases { #expect(MaskKind(name: "\(kind.name)".utf8) == kind) }
    #expect(MaskKind(name: "nothing".utf8) == nil)
  }
}
