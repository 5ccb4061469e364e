import Diagnostics
import Facts
import Testing
import ZhinanValidation

@Suite("Price lists of data files") struct PriceFactTests {
  /// A price list in which everything is right; tests change a line of it.
  static let fees = """
    title: Gas
    currency: CNY
    prices:
      - {id: gas, name: Gas, unit: CNY/m³, tiers: [{up-to: 180, price: 2.90}, {up-to: 260, price: 3.77}, {price: 5.85}]}
      - {id: meter, name: Meter, price: 12.50, note: by the year}
    inputs:
      - {id: volume, name: Volume, unit: m³, decimals: 2, max: 1000}
      - {id: years, name: Years, kind: years, min: 1, max: 5}
    estimate:
      - {price: gas, times: [volume, years]}
      - {price: meter}
    upper:
      - {price: gas, times: [volume, years]}
      - {price: meter, times: [years]}
    doubts:
      - {code: W_METER, when: [years - 1], say: Is a meter paid once?, hint: Ask.}
    examples:
      - {case: A flat, estimate: 534.50, request: {volume: 180}}
      - {case: Two years, estimate: 1056.5, upper: 1069, request: {volume: 180, years: 2}}

    """

  /// The problems of the list with one text in it changed.
  private func problems(_ old: String, _ new: String) throws -> [String] {
    try #require(Self.fees.contains(old))
    return try Written(["fees": Self.fees.replacing(old, with: new, maxReplacements: 1)]).problems
  }

  @Test func aRightOneIsRead() throws {
    let written = try Written(["fees": Self.fees])
    #expect(written.problems == [])
    let list = try #require(written.facts.prices)
    let sums = try #require(list.estimate([.number(1_800_100), .number(20_000)]).value)
    #expect(sums.estimate == 105_657_540_000 && sums.upper == 106_907_540_000 && sums.doubts == [0])
    #expect(written.facts.doubts.map { [$0.code, $0.say, $0.hint] } == [["W_METER", "Is a meter paid once?", "Ask."]])
    #expect(list.estimate([.number(1)]).value?.doubts == [])
  }

  @Test(arguments: ["years: 3\ncards:\n  - {price: abc}\n", "- prices\n", "price: x\n", ""])
  func aFileWithoutItsMarksIsTheGuidesOwn(text: String) throws {
    let written = try Written(["fees": text])
    #expect(written.problems == [] && written.facts.prices == nil)
  }

  @Test(
    arguments: [
      // Keys.
      ("currency: CNY\n", "", ["1 missing-key title:"]),
      ("currency: CNY\n", "curency: CNY\n", ["1 missing-key title:", "2 unknown-key curency:"]),
      ("title: Gas\n", "titel: Gas\nfootnote: {a: b}\n", []),
      ("name: Meter, price", "name: Meter, prise", ["5 price {id:", "5 unknown-key prise:"]),
      ("prices:\n", "prices: 3\nothers:\n", ["3 type 3"]),
      ("title: Gas\n", "calculator: {one: about, range: from to}\n", []),
      ("title: Gas\n", "calculator: {one: about}\n", ["1 missing-key {one:"]),
      // Numbers.
      ("price: 12.50", "price: 12.50001", ["5 decimal 12.50001"]),
      ("price: 12.50", "price: 12,50", ["5 decimal 50"]),
      ("price: 12.50", "price: -1", ["5 decimal -1"]),
      ("price: 12.50", "price: ￥12", ["5 decimal ￥12"]),
      ("price: 12.50", "price: 1e3", ["5 decimal 1e3"]),
      ("price: 12.50", "price: [1]", ["5 decimal [1"]),
      ("price: 12.50", "price: 1234567890", ["5 decimal 1234567890"]),
      ("max: 5", "max: 5.5", ["8 number 5.5"]),
      ("decimals: 2", "decimals: 9", ["7 value 9"]),
      // Tiers.
      ("up-to: 260", "up-to: 180", ["4 tier-order 180"]),
      ("{price: 5.85}", "{up-to: 300, price: 5.85}", ["4 tier-open 300"]),
      ("{up-to: 180, price", "{price", ["4 tier-bound {price:"]),
      ("name: Meter, price: 12.50", "name: Meter, price: 12.50, tiers: [{price: 1}]", ["5 price {id:"]),
      ("price: 12.50, ", "", ["5 price {id:"]),
      // Names.
      ("id: meter", "id: gas", ["5 twice gas"]),
      (
        "id: years", "id: 2 years",
        ["8 id 2"]
      ),
      ("{price: meter}", "{price: metre}", ["11 unknown-price metre"]),
      ("[years - 1]", "[year - 1]", ["16 unknown-input year"]),
      ("[years - 1]", "[years × 2]", ["16 factor years"]),
      ("[years - 1]", "[years-1]", []),
      (
        "estimate:\n  - {price: gas, times: [volume, years]}", "estimate:\n  - {price: gas, times: [years, volume]}",
        ["10 factor-digits volume"]
      ),
      // Limits.
      ("min: 1, max: 5", "min: 6, max: 5", ["8 order 6"]),
      ("min: 1, max: 5", "min: 1, max: 5, default: 0", ["8 order 0"]),
      ("min: 1, max: 5", "min: 1, max: 5, default: 6", ["8 order 6"]),
      ("price: 5.85", "price: 999999999", ["10 too-large -"]),
      ("kind: years", "kind: year", ["8 value year"]),
      // Doubts.
      ("code: W_METER", "code: E_METER", ["16 code E_METER"]),
      ("code: W_METER", "code: W_VAGUE", ["16 code W_VAGUE"]),
      ("say: Is a meter paid once?, ", "", ["16 missing-key {code:"]),
      // Examples.
      ("estimate: 534.50", "estimate: 534.51", ["18 example 534.51"]),
      ("upper: 1069, ", "", ["19 example 1056.5"]),
      ("upper: 1069", "upper: 1070", ["19 example 1070"]),
      ("years: 2}", "years: 6}", ["19 example {volume:"]),
      ("years: 2}", "yaers: 2}", ["19 unknown-input yaers:"]),
      ("volume: 180}", "volume: much}", ["18 decimal much"]),
      // Several at once.
      (
        "currency: CNY\nprices:\n  - {id: gas, name: Gas,", "prices:\n  - {id: gas,",
        ["1 missing-key title:", "3 missing-key {id:"]
      ),
    ] as [(String, String, [String])])
  func whatIsWrongIsToldAtItsPlace(old: String, new: String, wanted: [String]) throws {
    #expect(try problems(old, new) == wanted)
  }

  @Test func pricesAloneMakeNoRule() throws {
    let written = try Written(["fees": "currency: €\nprices: [{id: a, name: A, price: 2.90}]\n"])
    #expect(written.problems == [] && written.facts.prices == nil)
    #expect(written.facts.problems(for: .fee).map(\.id) == ["facts.missing"])
  }
}
