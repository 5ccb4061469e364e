internal import RegionNames
internal import ZhinanValidation

/// Numbers of people and of their telephones.
extension ValueExplanation {
  /// A citizen's number, or that of a resident from Hong Kong, Macao or Taiwan.
  func person(_ text: UnsafeBufferPointer<UInt8>) -> [ExplainedPart] {
    guard let number = CitizenNumber.explain(text) else { return [] }
    var parts: [ExplainedPart] = [.region(number.division, Words("地区", "region"))]
    parts += ExplainedPart.life(number.birthday, today: today)
    parts.append(
      ExplainedPart(
        "sex", Words("性别", "sex"), .text(number.sex == .male ? "male" : "female"),
        number.sex == .male ? Words("男", "male") : Words("女", "female")))
    if let check = number.check { parts.append(.check(check)) }
    if let modern = number.modernForm {
      let digits = String(decoding: modern, as: UTF8.self)
      parts.append(
        ExplainedPart(
          "suggested", Words("18位写法", "18 characters"), .text(digits),
          Words("\(digits)（推算，以身份证为准）", "\(digits) (a suggestion; the identity card decides)")))
    }
    return parts
  }

  /// A foreigner's number of permanent residence.
  func foreigner(_ text: UnsafeBufferPointer<UInt8>) -> [ExplainedPart] {
    guard let number = ForeignResidentNumber.explain(text, today: today) else { return [] }
    let year = number.card == .of2023 ? 2023 : 2017
    var parts = [
      ExplainedPart("card", Words("证件", "card"), .number(year), Words("\(year)年版", "of \(year)")),
      .region(number.division, Words("受理地", "applied for in")),
    ]
    if let nationality = number.nationality {
      parts.append(
        ExplainedPart(
          "nationality", Words("国籍代码", "nationality"), String(decoding: nationality, as: UTF8.self)))
    }
    return parts + ExplainedPart.life(number.birthday, today: today) + [.check(number.check)]
  }

  /// The number of a paper that nobody has told; a citizen's never begins with 9 or with a letter.
  func identity(_ text: UnsafeBufferPointer<UInt8>) -> [ExplainedPart] {
    let foreign = foreigner(text)
    return foreign.isEmpty ? person(text) : foreign
  }

  /// One number, or several as a list of numbers.
  func phones(_ text: UnsafeBufferPointer<UInt8>) -> [ExplainedPart] {
    let numbers = PhoneNumber.explain(text)
    if numbers.count == 1 { return phone(numbers[0]) }
    return numbers.enumerated().map { place, number in
      let parts = phone(number)
      func line(inChinese: Bool) -> String {
        parts.map { $0.text.text(inChinese: inChinese) }.joined(separator: inChinese ? "，" : ", ")
      }
      return ExplainedPart(
        "number_\(place + 1)", Words("号码\(place + 1)", "number \(place + 1)"), ExplainedPart.value(of: parts),
        Words(line(inChinese: true), line(inChinese: false)))
    }
  }

  private func phone(_ number: PhoneNumber.Explanation) -> [ExplainedPart] {
    let (key, kind) = Self.words(for: number.kind)
    var parts = [ExplainedPart("kind", Words("种类", "kind"), .text(key), kind)]
    if let area = number.area {
      let code = "0\(area)"
      var members: [(key: String, value: ExplainedPart.Value)] = [("code", .text(code))]
      let places = RegionNames.places(ofArea: area)
      if let places { members.append(("places", .text(places))) }
      parts.append(
        ExplainedPart(
          "area", Words("区号", "area"), .members(members),
          places.map { Words("\(code) \($0)", "\(code) \($0)") } ?? Words(both: code)))
    }
    if let digits = number.extensionDigits {
      parts.append(ExplainedPart("extension", Words("分机", "extension"), String(decoding: digits, as: UTF8.self)))
    }
    return parts
  }

  private static func words(for kind: PhoneNumber.Kind) -> (key: String, words: Words) {
    switch kind {
    case .mobile: ("mobile", Words("手机", "mobile"))
    case .landline: ("landline", Words("固定电话", "landline"))
    case .shared400: ("400", Words("400电话（主被叫分摊付费）", "400 number (caller and owner share the price)"))
    case .free800: ("800", Words("800电话（被叫付费）", "800 number (the owner pays)"))
    case .business95: ("95", Words("95号码（全国客服）", "95 number (a business in the whole country)"))
    case .regional96: ("96", Words("96号码（省内服务）", "96 number (a service of one province)"))
    case .service: ("service", Words("公共服务短号", "short number of a service"))
    }
  }
}
