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

  @Test("fee: counts and years", arguments: try VectorFile.cases("fee"))
  func fee(_ vector: VectorCase) throws {
    let schedule = FeeSchedule(firstYear: 250, renewalYear: 200, key: 50, largestYears: 5, largestCount: 999)
    let input = vector.input
    let request = FeeRequest(
      new: input["new"].feeCount, years: input["years"].feeCount, renew: input["renew"].feeCount,
      renewYears: input["renew_years"].feeCount, lost: input["lost"].feeCount, damaged: input["damaged"].feeCount,
      defectiveInWarranty: input["defective_in_warranty"].feeCount)
    let checked = schedule.estimate(request)
    #expect(checked.verdict.errorNames == (vector.error.map { [$0] } ?? []))
    guard vector.error == nil else { return }
    #expect(checked.value?.estimate == vector.value["estimate"].whole)
    #expect(checked.value?.upper == vector.value["upper"].whole)
    #expect(checked.verdict.warningNames.sorted() == vector.warnings.sorted())
  }
}
