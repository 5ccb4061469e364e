internal import Foundation
internal import RegionNames
internal import ZhinanValidation

/// Parts that numbers of several kinds have.
extension ExplainedPart {
  /// A division by its code, with former names and the year in which the code was given up.
  static func region(_ code: Int32, _ label: Words) -> ExplainedPart {
    let digits = String(code.formatted(digits: 6))
    var members: [(key: String, value: Value)] = [("code", .text(digits))]
    guard let division = RegionNames.division(of: code) else {
      return ExplainedPart("region", label, .members(members), Words("不详（\(digits)）", "unknown (\(digits))"))
    }
    members.append(("name", .text(division.name)))
    var chinese = [digits]
    var english = [digits]
    if !division.isKnown {
      members.append(("known", .truth(false)))
      chinese.append("表中没有这个代码")
      english.append("the table does not know this code")
    }
    if let year = division.until {
      members.append(("until", .number(Int(year))))
      chinese.append("用到\(year)年")
      english.append("in use until \(year)")
    }
    if !division.former.isEmpty {
      members.append(("formerly", .list(division.former.map { .text($0.text) })))
      let names = division.former.map { $0.text }.joined(separator: "、")
      chinese.append("曾名\(names)")
      english.append("formerly \(names)")
    }
    return ExplainedPart(
      "region", label, .members(members),
      Words(
        "\(division.name)（\(chinese.joined(separator: "，"))）", "\(division.name) (\(english.joined(separator: ", ")))"))
  }

  /// A check character, and which it should be.
  static func check(_ check: CheckCharacter, key: String = "check", _ label: Words = Words("校验码", "check character"))
    -> ExplainedPart
  {
    let (found, expected) = (character(check.found), character(check.expected))
    return ExplainedPart(
      key, label,
      .members([("found", .text(found)), ("expected", .text(expected)), ("right", .truth(check.isRight))]),
      check.isRight
        ? Words("\(found)，正确", "\(found), right") : Words("\(found)，应为\(expected)", "\(found), should be \(expected)"))
  }

  /// Birthday and age; nothing where there is no such day, no age before the birth.
  static func life(_ birthday: CalendarDate?, today: CalendarDate) -> [ExplainedPart] {
    guard let birthday else { return [] }
    var parts = [ExplainedPart("birthday", Words("出生日期", "birthday"), birthday.iso)]
    if let age = birthday.age(on: today) {
      parts.append(
        ExplainedPart(
          "age", Words("年龄", "age"), .number(Int(age)),
          Words("\(age)周岁（\(today.iso)）", "\(age) (on \(today.iso))")))
    }
    return parts
  }

  static func character(_ byte: UInt8) -> String { String(UnicodeScalar(byte)) }
}

extension CalendarDate {
  /// `YYYY-MM-DD`.
  var iso: String {
    var bytes: [UInt8] = []
    appendISO(to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension Int32 {
  /// So many decimal digits, zeros in front.
  func formatted(digits: Int) -> String {
    let text = String(self)
    return String(repeating: "0", count: Swift.max(0, digits - text.utf8.count)) + text
  }
}
