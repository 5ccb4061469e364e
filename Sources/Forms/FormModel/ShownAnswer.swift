#if canImport(Bytes)
  internal import Bytes
#endif
#if canImport(ZhinanValidation)
  internal import ZhinanValidation
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

  /// The same of an answer that no field is known for.
  package static func text(_ answer: [UInt8]) -> [UInt8] { text(answer, privacy: nil, expected: .text) }

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
  private static func isPrivate(word: [UInt8]) -> Bool {
    let look = ValueLook(word)
    return look.kind != nil || look.digits > 5 || look.isName || look.isAddress
  }

  /// A word that names nothing, as messages may show it (UTF-8): whole when it is a slip in writing `known`, the name
  /// that was probably meant, or looks like a key, and has at most 40 characters; otherwise only its first character,
  /// because it may be somebody's answer. Characters that cannot be seen, or that change how those around them are seen,
  /// are shown by their codes.
  ///
  /// - Parameters:
  ///   - mayBeKey: whether a word that looks like a key may be one; not in a row that may be somebody's record.
  ///   - mayBeColumn: whether a word that tables have columns of, such as 序号, is one.
  package static func word(
    _ word: [UInt8], near known: [UInt8]? = nil, mayBeKey: Bool = true, mayBeColumn: Bool = false
  ) -> [UInt8] {
    let scalars = UnicodeText.scalars(word)
    let isName =
      known.map { isSlip(scalars, of: UnicodeText.scalars($0)) } ?? false || mayBeKey && isKey(word)
      || mayBeColumn && isColumnWord(scalars)
    let isMasked = !scalars.isEmpty && (scalars.count > 40 || !isName || isPrivate(word: word))
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

  /// What tables call columns that answer nothing, and nobody is called. A page has no tables.
  private static func isColumnWord(_ word: [UInt32]) -> Bool {
    #if hasFeature(Embedded)
      return false
    #else
      let words = [
        "序号", "编号", "行号", "备注", "说明", "状态", "日期", "时间", "数量", "金额", "类别", "No", "NO", "id", "ID",
      ]
      return words.contains { UnicodeText.scalars($0.utf8) == word }
    #endif
  }

  /// Whether a word looks like a key: letters of ASCII, not capitals alone, digits and `_ - . [ ]`.
  private static func isKey(_ word: [UInt8]) -> Bool {
    var hasSmallLetter = false
    for byte in word {
      switch byte {
      case 0x61...0x7A: hasSmallLetter = true
      case 0x41...0x5A, 0x30...0x39, 0x5F, 0x2D, 0x2E, 0x5B, 0x5D: break
      default: return false
      }
    }
    return hasSmallLetter
  }

  /// Whether a word that is near to a known one has next to nothing that the known one lacks: at most one character, and
  /// that less than half of it. A name or number behind a known word is more. Case, spaces and hyphens do not count.
  private static func isSlip(_ word: [UInt32], of known: [UInt32]) -> Bool {
    var strange = 0
    for scalar in word where ![0x20, 0x2D, 0x5F, 0x3000].contains(scalar) {
      let isKnown = known.contains { lowercased($0) == lowercased(scalar) }
      if !isKnown { strange += 1 }
    }
    return strange <= 1 && strange * 2 < word.count
  }

  private static func lowercased(_ scalar: UInt32) -> UInt32 {
    (0x41...0x5A).contains(scalar) ? scalar + 0x20 : scalar
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
    case .integer, .decimal: .number
    case .date, .yearMonth: .date
    case .time: .number
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
    case .date, .yearMonth: .date
    case .number, .decimal, .time: .number
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
      .foreignPermanentResident, .foreignPermanentResidentAdult, .identityNumberAdult, .hkMacaoPermit, .taiwanPermit,
      .passport, .taxID:
      .masked(.id)
    case .dateValidity, .uploadFile, .reviewHours, .fee, .mask, .fullwidthFold: .text
    }
  }
}
