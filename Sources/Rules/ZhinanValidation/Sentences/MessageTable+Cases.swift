#if canImport(Bytes)
  internal import Bytes
#endif

// The special cases of sentences: which character is meant, which length, what it was typed for.
extension MessageTable {
  /// The sentence for a code that a rule gave a text (UTF-8), which is called `label`. The text is not repeated, but for a
  /// character that is told of.
  package func sentence(for code: Code, of rule: Rule, in text: [UInt8], label: [UInt8]) -> Sentence {
    var values = MessageValues()
    values.set("label", label)
    if let expected = words(of: rule) { values.set("expected", expected) }
    return sentence(
      for: code.name, in: text.isEmpty ? [rule.name] : cases(of: code, rule, text, limit: 0, &values), values)
  }

  /// The cases of a code's sentence that an answer is, the most telling first, with the values that they name.
  ///
  /// - Parameter limit: how many characters it may have; 0 for any number.
  package func cases(
    of code: Code, _ rule: Rule, _ answer: [UInt8], limit: Int, _ values: inout MessageValues
  ) -> [StaticString] {
    var cases = details(of: code, rule, answer, limit: limit, &values)
    let detailCount = cases.count
    cases.append(rule.name)
    // What a single answer needs is more than what all of its rule need.
    if let first = cases.first, detailCount > 0, Self.hasOwnHint(first) { cases.append(first) }
    return cases
  }

  /// Names a character of an answer, `{character}` and `{code}`.
  package func name(_ scalar: UInt32, _ values: inout MessageValues) {
    values.set("character", Self.character(scalar))
    values.set("code", Self.codePoint(scalar))
  }

  /// The cases that are not the rule's.
  private func details(
    of code: Code, _ rule: Rule, _ answer: [UInt8], limit: Int, _ values: inout MessageValues
  ) -> [StaticString] {
    switch code {
    case .eLength: return lengthCase(rule, answer, limit: limit, &values)
    case .eCharset, .eControl, .eFormat:
      guard let found = rule.unexpectedScalar(in: answer, for: code) else {
        guard code == .eCharset else { return [] }
        return rule == .companyName ? ["no-han"] : rule == .address ? ["no-han-address"] : []
      }
      name(found.scalar, &values)
      values.set("place", MessageTable.decimal(Int64(found.offset + 1)))
      return characterCases(found, answer, rule)
    case .wPUA:
      let found = UnicodeText.scalars(answer).first { PrivateUse.contains($0) }
      guard let scalar = found else { return [] }
      name(scalar, &values)
      return standardCase(scalar, &values) + ["character"]
    case .wNonBMP:
      guard let scalar = UnicodeText.scalars(answer).first(where: { $0 > 0xFFFF }) else { return [] }
      name(scalar, &values)
      return ["character"]
    default: return []
    }
  }

  /// The cases of a character that a rule does not take.
  private func characterCases(_ found: UnexpectedScalar, _ answer: [UInt8], _ rule: Rule) -> [StaticString] {
    switch found.lookAlike(in: answer, of: rule) {
    case .letterX: return ["looks-like-x", "character"]
    case .digit: return ["looks-like-digit", "character"]
    case nil: break
    }
    if PrivateUse.contains(found.scalar) { return ["private"] }
    // The only spaces that an organisation's name cannot have.
    if rule == .companyName, found.scalar == 0x20 || found.scalar == 0x3000 || found.scalar == 0x0A {
      return ["two-names", "invisible"]
    }
    return [UnicodeText.isInvisible(found.scalar) ? "invisible" : "character"]
  }

  /// Whether a case's hint stands before the rule's.
  private static func hasOwnHint(_ name: StaticString) -> Bool {
    for own: StaticString in ["no-han", "no-han-address", "looks-like-digit", "looks-like-x", "two-names"]
    where own.bytes.elementsEqual(name.bytes) { return true }
    return false
  }

  /// The case of a character of private use that the standard has elsewhere.
  package func standardCase(_ scalar: UInt32, _ values: inout MessageValues) -> [StaticString] {
    guard let standard = PrivateUse.standardCharacter(of: scalar) else { return [] }
    values.set("standard", Self.character(standard))
    values.set("standardCode", Self.codePoint(standard))
    return ["standard"]
  }

  /// How long the answer is, and how long it should be.
  private func lengthCase(
    _ rule: Rule, _ answer: [UInt8], limit: Int, _ values: inout MessageValues
  ) -> [StaticString] {
    let reading = rule.lengthReading(of: answer)
    if let reading, !reading.allowed.contains(where: { $0.contains(reading.measured) }) {
      values.set("length", MessageTable.decimal(Int64(reading.measured)))
      values.set("lengths", list(reading.allowed.map { range($0.lowerBound, $0.upperBound) }))
      return [reading.part.caseName]
    }
    // What the rule makes of a text, such as a list of phones with their area codes, may be longer than the text.
    let length = reading?.measured ?? UnicodeText.scalars(answer).count
    values.set("length", MessageTable.decimal(Int64(length)))
    return limit > 0 && length > limit ? ["limit"] : []
  }

  private static func character(_ scalar: UInt32) -> [UInt8] {
    var text: [UInt8] = []
    text.appendUTF8(scalar)
    return text
  }

  /// A number in ASCII digits.
  package static func decimal(_ number: Int64) -> [UInt8] {
    var text: [UInt8] = []
    text.appendDecimal(number)
    return text
  }

  private static func codePoint(_ scalar: UInt32) -> [UInt8] {
    var text: [UInt8] = []
    text.appendCodePoint(scalar)
    return text
  }
}

extension LengthReading.Part {
  /// What the case is called in tables of sentences.
  fileprivate var caseName: StaticString {
    switch self {
    case .whole: "whole"
    case .bytes: "bytes"
    case .localNumber: "local-number"
    case .beforeAt: "before-at"
    case .longestPart: "longest-part"
    case .numbers: "numbers"
    }
  }
}
