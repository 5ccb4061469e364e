internal import RegionNames
internal import ZhinanValidation

/// What a value of one rule holds, part by part.
struct ValueExplanation {
  let rule: Rule
  let today: CalendarDate

  /// Whether values of a rule hold anything that can be told.
  static func knows(_ rule: Rule) -> Bool {
    switch rule {
    case .uscc, .orgCode, .taxID, .citizenID, .citizenIDAdult, .residencePermitHMT, .residencePermitHMTAdult,
      .foreignPermanentResident, .foreignPermanentResidentAdult, .identityNumberAdult, .mobile, .landline, .phone,
      .phoneList, .postalCode,
      .bankCard, .date:
      true
    default: false
    }
  }

  /// The parts of a value, right or wrong; none where it has not the shape of one.
  func parts(of text: UnsafeBufferPointer<UInt8>) -> [ExplainedPart] {
    switch rule {
    case .uscc: creditCode(text)
    case .orgCode: OrganisationCode.explain(text).map { [.check($0)] } ?? []
    case .taxID: taxNumber(text)
    case .citizenID, .citizenIDAdult: person(text)
    case .residencePermitHMT, .residencePermitHMTAdult: text.count > 15 ? person(text) : []
    case .foreignPermanentResident, .foreignPermanentResidentAdult: foreigner(text)
    case .identityNumberAdult: identity(text)
    case .mobile, .landline, .phone, .phoneList: phones(text)
    case .postalCode: postalCode(text)
    case .bankCard: BankCardNumber.explain(text).map { [.check($0)] } ?? []
    case .date: date(text)
    default: []
    }
  }

  private func creditCode(_ text: UnsafeBufferPointer<UInt8>) -> [ExplainedPart] {
    guard let code = CreditCode.explain(text) else { return [] }
    var parts = [
      registration(
        "department", Words("登记管理部门", "registered by"), code.registration[..<1],
        code.department.map { Words($0.chineseName, $0.englishName) }),
      registration(
        "kind", Words("机构类别", "kind"), code.registration[...],
        code.kind.map { Words($0.chineseName, $0.englishName) }),
    ]
    if let division = code.division { parts.append(registeredIn(division)) }
    parts.append(
      ExplainedPart(
        "organisation_code", Words("组织机构代码", "organisation code"),
        String(decoding: code.organisationCode, as: UTF8.self)))
    if let check = code.organisationCheck {
      parts.append(.check(check, key: "organisation_check", Words("其中的校验码", "its check character")))
    }
    return parts + [.check(code.check)]
  }

  private func registration(
    _ key: String, _ label: Words, _ code: ArraySlice<UInt8>, _ name: Words?
  ) -> ExplainedPart {
    let code = String(decoding: code, as: UTF8.self)
    guard let name else {
      return ExplainedPart(
        key, label, .members([("code", .text(code))]), Words("\(code)，表中没有", "\(code), not in the table"))
    }
    return ExplainedPart(key, label, .members([("code", .text(code)), ("name", .words(name))]), name)
  }

  private func registeredIn(_ division: Int32) -> ExplainedPart {
    let label = Words("登记机关所在地", "registered in")
    guard division == 100_000 else { return .region(division, label) }
    return ExplainedPart(
      "region", label,
      .members([("code", .text("100000")), ("name", .words(Words("国家级登记机关", "the state's own office")))]),
      Words("国家级登记机关（100000）", "the state's own office (100000)"))
  }

  /// A credit code; a person's number; from before 2015 six digits of a region and an organisation code.
  private func taxNumber(_ text: UnsafeBufferPointer<UInt8>) -> [ExplainedPart] {
    if let code = CreditCode.explain(text) {
      let isPersons = !code.check.isRight && CitizenNumber.explain(text)?.check?.isRight == true
      return isPersons ? person(text) : creditCode(text)
    }
    var canonical: [UInt8] = []
    guard rule.check(text, today: today, canonical: &canonical).isValid, canonical.count == 15 else { return [] }
    let division = canonical[..<6].reduce(0) { $0 * 10 + Int32($1 & 0x0F) }
    let code = canonical[6...]
    return [
      .region(division, Words("地区", "region")),
      ExplainedPart(
        "organisation_code", Words("组织机构代码", "organisation code"), String(decoding: code, as: UTF8.self)),
    ]
  }

  private func postalCode(_ text: UnsafeBufferPointer<UInt8>) -> [ExplainedPart] {
    let names = PostalCode.provinces(of: text).compactMap { RegionNames.division(of: $0 * 10_000)?.name }
    guard !names.isEmpty else { return [] }
    return [
      ExplainedPart(
        "provinces", Words("省份", "province"), .list(names.map { .text($0) }),
        Words(names.joined(separator: "或"), names.joined(separator: " or ")))
    ]
  }

  private func date(_ text: UnsafeBufferPointer<UInt8>) -> [ExplainedPart] {
    guard let date = WrittenDate.check(text).value else { return [] }
    let place = Int(date.weekday) - 1
    let chinese = ["一", "二", "三", "四", "五", "六", "日"]
    let english = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
    return [
      ExplainedPart("date", Words("日期", "date"), date.iso),
      ExplainedPart(
        "weekday", Words("星期", "weekday"), .number(place + 1), Words("星期\(chinese[place])", english[place])),
    ]
  }
}
