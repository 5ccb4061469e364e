import Testing
import ZhinanValidation

@Suite("Prices")
struct PriceListTests {
  /// Gas by the year: 2.90 up to 180, 3.77 up to 260, 5.85 beyond; a meter 12.5 a piece and year.
  private static let gas = PriceList(
    inputs: [
      PriceList.Input(Array("volume".utf8), most: 10_000_000, digits: 2),
      PriceList.Input(Array("meters".utf8), most: 30_000),
      PriceList.Input(Array("years".utf8), least: 10_000, most: 50_000, usual: 10_000, isYears: true),
    ],
    estimate: [
      PriceList.Charge(
        tiers: [
          .init(upTo: 1_800_000, price: 29_000), .init(upTo: 2_600_000, price: 37_700), .init(price: 58_500),
        ], times: [.init(0), .init(2)]),
      PriceList.Charge(price: 125_000, times: [.init(1), .init(2)]),
    ])

  private func sum(_ given: PriceList.Given..., of list: PriceList = gas) -> String? {
    list.estimate(given).value.map { sums in
      var text: [UInt8] = []
      DecimalNumber.append(hundredMillionths: sums.estimate, to: &text)
      return String(decoding: text, as: UTF8.self)
    }
  }

  @Test(
    "each part of a quantity has the price of its tier",
    arguments: [
      (30_000, "8.7"), (1_800_000, "522"), (1_800_100, "522.0377"), (1_799_900, "521.971"), (2_600_000, "823.6"),
      (2_600_100, "823.6585"), (100, "0.029"), (10_000_000, "5152.6"),
    ] as [(Int64, String)])
  func tiers(volume: Int64, wanted: String) { #expect(sum(.number(volume)) == wanted) }

  @Test("further factors multiply a charge, and charges are added")
  func factors() {
    #expect(sum(.number(30_000), .number(20_000)) == "33.7")
    #expect(sum(.number(1_810_000), .number(10_000), .number(30_000)) == "1614.81")
  }

  @Test("a charge without factors is for once, and takes a quantity of one through its tiers")
  func once() {
    let list = PriceList(
      inputs: [PriceList.Input(Array("n".utf8), least: 10_000, most: 90_000, usual: 10_000)],
      estimate: [PriceList.Charge(price: 15_000, times: []), PriceList.Charge(price: 5000, times: [.init(0)])])
    #expect(sum(of: list) == "2" && sum(.number(30_000), of: list) == "3")
  }

  @Test("limits are inclusive, what is absent is usual, and nothing is nothing")
  func limits() {
    func code(_ given: PriceList.Given...) -> [String] { Self.gas.estimate(given).verdict.errorNames }
    #expect(code(.number(10_000_000)) == [] && code(.number(10_000_001)) == ["E_RANGE"])
    #expect(code(.number(-1)) == ["E_RANGE"])
    #expect(
      code(.number(1), .absent, .number(50_000)) == [] && code(.number(1), .absent, .number(50_001)) == ["E_YEARS"])
    #expect(code(.number(1), .absent, .number(9999)) == ["E_YEARS"])
    // What is of the wrong type is told first, then amounts, then years.
    #expect(code(.number(-1), .wrongType, .number(60_000)) == ["E_TYPE"])
    #expect(code(.absent, .number(40_000), .number(60_000)) == ["E_RANGE"])
    #expect(code() == ["E_NOTHING"] && code(.number(0), .absent, .number(20_000)) == ["E_NOTHING"])
  }

  @Test("a difference is never below none, and doubts are told where they are")
  func doubts() {
    let list = PriceList(
      inputs: [PriceList.Input(Array("n".utf8), most: 90_000), PriceList.Input(Array("m".utf8), most: 90_000)],
      estimate: [PriceList.Charge(price: 10_000, times: [.init(0)])],
      upper: [PriceList.Charge(price: 10_000, times: [.init(0)]), .init(price: 5000, times: [.init(0, less: 20_000)])],
      doubts: [PriceList.Doubt(Array("W_A".utf8), when: [.init(0), .init(1)]), PriceList.Doubt(Array("W_B".utf8))])
    func told(_ first: Int64, _ second: Int64) -> [Int]? {
      list.estimate([.number(first), .number(second)]).value?.doubts
    }
    #expect(told(10_000, 0) == [] && told(20_000, 0) == [] && told(30_000, 0) == [1] && told(30_000, 1) == [0, 1])
    #expect(list.estimate([.number(40_000)]).value?.upper == 500_000_000)
  }

  @Test("a sum that is too large is refused, and stops nothing")
  func overflow() {
    let list = PriceList(
      inputs: [PriceList.Input(Array("n".utf8), most: .max), PriceList.Input(Array("m".utf8), most: .max)],
      estimate: [PriceList.Charge(price: .max, times: [.init(0), .init(1), .init(7)])])
    for given in [[.number(.max)], [.number(20_000), .number(.max)], [.number(1), .number(1)]] as [[PriceList.Given]] {
      let checked = list.estimate(given)
      #expect(checked.verdict.errorNames == ["E_RANGE"] || checked.value?.estimate == 0)
    }
  }

  @Test(
    "decimals are read as they are written",
    arguments: [
      ("2.90", 4, 29_000), ("2.90", 1, nil), ("180", 0, 1_800_000), ("180.01", 2, 1_800_100), ("0.0001", 4, 1),
      ("-3.5", 1, -35_000), ("2.0", 0, nil), ("2.", 2, nil), (".5", 2, 5_000), ("1e3", 4, nil), ("", 4, nil),
      ("-", 4, nil), ("1.2.3", 4, nil), ("1 000", 4, nil), ("99999999999", 0, 999_999_999_990_000),
      ("999999999999", 0, .max), ("+1", 0, nil), ("1,000", 4, nil),
      ("-123456789012345678901234567890", 4, -.max), ("007", 0, 70_000),
    ] as [(String, Int32, Int64?)])
  func decimals(text: String, digits: Int32, wanted: Int64?) {
    #expect(DecimalNumber.tenThousandths(Array(text.utf8), digits: digits) == wanted)
  }
}
