#if canImport(Bytes)
  internal import Bytes
#endif
#if canImport(Validation)
  internal import Validation
#endif

/// What messages, reports and comparisons may show of an answer: one rule for each kind of value, whatever is wrong with
/// it and whichever column it fell into.
///
/// An answer is shown whole only when it looks like what its field asks for, and that is nobody's: a small number, a
/// date, a postal code, an organisation's name. Everything else is masked, by what it looks like first and by what its
/// field asks for otherwise, so that a row shifted by one column tells nothing. docs/codes.md has the table.
package enum ShownAnswer {
  /// The answer as it may be shown (UTF-8); empty for choices, whose rejected answers are never repeated.
  package static func text(_ answer: [UInt8], in field: CompiledField) -> [UInt8] {
    guard field.options.isEmpty else { return [] }
    return text(answer, privacy: field.privacy, expected: field.expected)
  }

  /// The same by what a field asks for.
  static func text(_ answer: [UInt8], privacy: MaskKind?, expected: ExpectedValue) -> [UInt8] {
    let look = ValueLook(answer)
    if let kind = privacy { return Masking.mask(answer, as: look.fitting(kind)) }
    switch expected {
    case .number where look.isShortNumber, .postalCode where look.isShortNumber, .date where look.isDate,
      .code where look.isShortCode, .organisation where look.isOrganisation, .text where look.isOrganisation:
      return answer
    case .code: return Masking.mask(answer, as: look.fitting(.id))
    case .masked(let kind): return Masking.mask(answer, as: look.fitting(kind))
    default: return Masking.mask(answer, as: look.kind ?? .text)
    }
  }

  /// Whether a word that should name a field may be somebody's answer instead, as in a file without a header.
  package static func isPrivate(word: [UInt8]) -> Bool {
    let look = ValueLook(word)
    return look.kind != nil || look.digits > 5 || look.isName || look.isAddress
  }

  /// A word that names nothing, as messages may show it (UTF-8): of one that may be somebody's answer, or that has more
  /// than 40 characters, only the first character. Characters that cannot be seen, or that change how those around them
  /// are seen, are shown by their codes.
  package static func word(_ word: [UInt8]) -> [UInt8] {
    let scalars = UnicodeText.scalars(word)
    let isMasked = scalars.count > 40 || isPrivate(word: word)
    var shown: [UInt8] = []
    for scalar in scalars.prefix(isMasked ? 1 : scalars.count) {
      if UnicodeText.isInvisible(scalar) || Unicode.Scalar(scalar)?.misleads == true {
        shown.appendCodePoint(scalar)
      } else {
        shown.appendUTF8(scalar)
      }
    }
    if isMasked { shown.appendASCII("***") }
    return shown
  }
}

/// What a field asks for, as far as masking needs to know.
enum ExpectedValue {
  case number, date, postalCode, code, organisation, text
  case masked(MaskKind)
}

extension CompiledField {
  var expected: ExpectedValue {
    switch kind {
    case .integer: .number
    case .date: .date
    case .text, .choice, .choices:
      switch rule {
      case .one(let rule): rule.expected
      case .chosen(_, _, let otherwise): otherwise.expected
      }
    }
  }
}

extension Rule {
  fileprivate var expected: ExpectedValue {
    switch self {
    case .date: .date
    case .number: .number
    case .postalCode: .postalCode
    case .companyName: .organisation
    case .text: .text
    case .certSerial, .code: .code
    case .mobile: .masked(.mobile)
    case .landline, .phone, .phoneList: .masked(.landline)
    case .email: .masked(.email)
    case .bankCard, .bankAccountCorporate: .masked(.bank)
    case .personName, .foreignName: .masked(.name)
    case .address, .region: .masked(.address)
    case .uscc, .orgCode, .citizenID, .citizenIDAdult, .residencePermitHMT, .residencePermitHMTAdult,
      .foreignPermanentResident, .foreignPermanentResidentAdult, .hkMacaoPermit, .taiwanPermit, .passport, .taxID:
      .masked(.id)
    case .dateValidity, .uploadFile, .reviewHours, .fee, .mask, .fullwidthFold: .text
    }
  }
}
