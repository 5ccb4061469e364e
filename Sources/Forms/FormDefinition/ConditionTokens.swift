internal import Bytes
internal import FormModel
internal import ZhinanValidation

/// One word, number or sign of a condition or an expression.
enum ConditionToken: Equatable {
  /// A key, an option, a function or a word of the language; `members.share` too.
  case word(String)
  /// A number in ten-thousandths, a date, a month or a time, as expressions count them.
  case literal(Int64, FieldExpression.Quantity, text: String)
  /// `=`, `!=`, `<`, `<=`, `>`, `>=`, `+`, `-`, `*`, `(`, `)` or a comma.
  case sign(String)

  /// As it was written.
  var text: String {
    switch self {
    case .word(let text), .sign(let text), .literal(_, _, let text): text
    }
  }

  /// The parts of a text; a character that no part begins with is a sign of its own, which nothing expects.
  static func all(in text: String) -> [ConditionToken] {
    var tokens: [ConditionToken] = []
    var rest = Array(text.utf8)[...]
    while let first = rest.first {
      if first == 0x20 || first == 0x09 || first == 0x0A {
        rest = rest.dropFirst()
      } else if isDigit(first) {
        tokens.append(number(&rest))
      } else if isLetter(first) {
        tokens.append(.word(take(&rest) { isLetter($0) || isDigit($0) || $0 == 0x2E || $0 == 0x5F }))
      } else if [0x21, 0x3C, 0x3E].contains(first), rest.dropFirst().first == 0x3D {
        tokens.append(.sign(string(rest.prefix(2))))
        rest = rest.dropFirst(2)
      } else {
        // Words in other letters stand whole in messages.
        let length = max(1, rest.prefix { $0 >= 0x80 }.count)
        tokens.append(.sign(string(rest.prefix(length))))
        rest = rest.dropFirst(length)
      }
    }
    return tokens
  }

  /// `3`, `2.90`, `2026-12-01`, `2026-12`, `9:30`.
  private static func number(_ rest: inout ArraySlice<UInt8>) -> ConditionToken {
    for (lengths, quantity) in [([10], FieldExpression.Quantity.date), ([7], .month), ([5, 4], .time)] {
      for length in lengths {
        let part = Array(rest.prefix(length))
        guard part.count == length, !(rest.dropFirst(length).first.map { isDigit($0) || $0 == 0x3A } ?? false),
          let value = value(part, quantity)
        else { continue }
        rest = rest.dropFirst(length)
        return .literal(value, quantity, text: string(part[...]))
      }
    }
    let text = take(&rest) { isDigit($0) || $0 == 0x2E }
    guard let value = Array(text.utf8).withUnsafeBufferPointer({ DecimalNumber.check($0).value }) else {
      return .sign(text)
    }
    return .literal(value, .number, text: text)
  }

  private static func value(_ text: [UInt8], _ quantity: FieldExpression.Quantity) -> Int64? {
    text.withUnsafeBufferPointer { text in
      switch quantity {
      case .date: CalendarDate(iso: text).map { Int64($0.daysSince1970) }
      case .month where text[4] == 0x2D: YearMonth.check(text).value.map { Int64($0.number) }
      case .time where text.contains(0x3A): TimeOfDay.check(text).value.map { Int64($0) }
      default: nil
      }
    }
  }

  private static func take(_ rest: inout ArraySlice<UInt8>, while belongs: (UInt8) -> Bool) -> String {
    let part = rest.prefix(while: belongs)
    rest = rest.dropFirst(part.count)
    return string(part)
  }

  private static func string(_ bytes: ArraySlice<UInt8>) -> String { String(decoding: bytes, as: UTF8.self) }
  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }
}
