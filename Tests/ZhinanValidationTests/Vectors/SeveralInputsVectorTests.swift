import Testing
import ZhinanValidation

@Suite("The vectors of rules for several inputs")
struct SeveralInputsVectorTests {
  @Test("passport: number and country", arguments: try VectorFile.cases("passport"))
  func passport(_ vector: VectorCase) throws {
    let input = vector.input.texts
    let checked = input[0].withBytes { number in
      input[1].withBytes { PassportNumber.check(number, country: $0) }
    }
    #expect(checked.verdict.errorNames == (vector.error.map { [$0] } ?? []))
    if let value = vector.value.text { #expect(checked.value == Array(value.utf8)) }
  }

  @Test("passport as one text takes the numbers of all countries", arguments: try VectorFile.cases("passport"))
  func passportText(_ vector: VectorCase) throws {
    guard let value = vector.value.text else { return }
    #expect(Rule.passport.check(vector.input.texts[0], today: try #require(vectorDay)).value == value)
  }

  @Test(
    "postal_code: code and whether the address is in the home region", arguments: try VectorFile.cases("postal_code"))
  func postalCode(_ vector: VectorCase) throws {
    guard let list = vector.input.list else { return }
    let prefix = list[1] == .bool(true) ? "114" : ""
    let checked = (list[0].text ?? "").withBytes { code in
      prefix.withBytes { PostalCode.check(code, homePrefix: $0) }
    }
    #expect(checked.value == vector.value.text.map { Array($0.utf8) })
    let names = checked.verdict.warningNames.map { $0 == "W_NOT_HOME_REGION" ? "W_NOT_ANSHAN" : $0 }
    #expect(names == vector.warnings)
  }

  @Test("date_validity: first and last day", arguments: try VectorFile.cases("date_validity"))
  func validity(_ vector: VectorCase) throws {
    let input = vector.input.texts
    let today = try #require(vectorDay)
    let checked = input[0].withBytes { start in
      input[1].withBytes { ValidityPeriod.check(start: start, end: $0, today: today) }
    }
    #expect(checked.verdict.errorNames == (vector.error.map { [$0] } ?? []))
    guard vector.error == nil else { return }
    let period = try #require(checked.value)
    var start: [UInt8] = []
    var end: [UInt8] = []
    period.start.appendISO(to: &start)
    period.appendEnd(to: &end)
    #expect([start, end].map { String(decoding: $0, as: UTF8.self) } == vector.value.texts)
    #expect(checked.verdict.warningNames == vector.warnings)
  }

  static let limits = UploadLimits(
    smallest: 200_000, largest: 2_097_152, safeSmallest: 204_800, safeLargest: 2_048_000)

  @Test("upload_file: name, size and first bytes", arguments: try VectorFile.cases("upload_file"))
  func upload(_ vector: VectorCase) throws {
    let input = try #require(vector.input.list)
    let size = try #require(input[1].whole)
    let head = bytes(hex: input[2].text ?? "")
    let checked = (input[0].text ?? "").withBytes { name in
      head.withUnsafeBufferPointer {
        UploadedFile.check(name: name, size: size, head: $0, limits: Self.limits)
      }
    }
    #expect(checked.verdict.errorNames == (vector.error.map { [$0] } ?? []))
    guard vector.error == nil else { return }
    #expect(checked.value.map { "\($0.kind.name)" } == vector.value.text)
    #expect(checked.verdict.warningNames == vector.warnings)
  }

  /// The prices of the vectors: 250 for the first year, 200 for each further one, 50 for a key.
  static let prices: PriceList = {
    let names = ["new", "years", "renew", "renew_years", "lost", "damaged", "defective_in_warranty"]
    let inputs = names.map { name in
      name.hasSuffix("years")
        ? PriceList.Input(Array(name.utf8), least: 10_000, most: 50_000, usual: 10_000, isYears: true)
        : PriceList.Input(Array(name.utf8), most: 9_990_000)
    }
    func charge(_ price: Int64, _ times: (Int, Int64)...) -> PriceList.Charge {
      PriceList.Charge(price: price * 10_000, times: times.map { PriceList.Factor($0.0, less: $0.1 * 10_000) })
    }
    let both = [charge(200, (2, 0), (3, 0)), charge(50, (4, 0)), charge(50, (5, 0))]
    return PriceList(
      inputs: inputs, estimate: [charge(250, (0, 0)), charge(200, (0, 0), (1, 1))] + both,
      upper: [charge(250, (0, 0), (1, 0)), charge(50, (0, 1))] + both,
      doubts: [
        PriceList.Doubt(Array("W_MULTI_YEAR".utf8), when: [.init(0), .init(1, less: 10_000)]),
        PriceList.Doubt(Array("W_KEY_GIFT_AMBIGUOUS".utf8), when: [.init(0, less: 10_000)]),
      ])
  }()

  @Test("fee: counts and years", arguments: try VectorFile.cases("fee"))
  func fee(_ vector: VectorCase) throws {
    let list = Self.prices
    let checked = list.estimate(list.names.map { vector.input[String(decoding: $0, as: UTF8.self)].given })
    #expect(checked.verdict.errorNames == (vector.error.map { [$0] } ?? []))
    guard vector.error == nil else { return }
    let sums = try #require(checked.value)
    #expect(sums.estimate == vector.value["estimate"].whole.map { $0 * 100_000_000 })
    #expect(sums.upper == vector.value["upper"].whole.map { $0 * 100_000_000 })
    #expect(sums.doubts.map { String(decoding: list.codes[$0], as: UTF8.self) } == vector.warnings)
  }
}
