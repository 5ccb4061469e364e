package import FormModel
internal import ZhinanValidation

/// How an answer is typed: which keys a phone shows, and what it may change by itself.
package enum AnswerTyping: Sendable, Equatable {
  /// Running text, and whatever is not listed below: dates, whose signs no number pad has.
  case words
  /// Letters and digits that are written with capitals; nothing is corrected.
  case code
  /// Digits only.
  case digits
  /// Digits and a point.
  case decimal
  /// Telephone numbers.
  case telephone
  /// One e-mail address.
  case email

  /// How answers that keep the rule are typed; where rules depend on another answer of the form, a way that serves all of
  /// them.
  package init(_ rule: FieldRule, in form: CompiledForm) {
    switch rule {
    case .one(let rule): self.init(rule)
    case .chosen(let by, let cases, let otherwise):
      let isComplete = form.fields[by].options.indices.allSatisfy { option in cases.contains { $0.option == option } }
      let ways = (cases.map(\.rule) + (isComplete ? [] : [otherwise])).map(AnswerTyping.init)
      if let first = ways.first, ways.allSatisfy({ $0 == first }) {
        self = first
      } else {
        self = ways.allSatisfy { $0 == .code || $0 == .digits } ? .code : .words
      }
    }
  }

  private init(_ rule: Rule) {
    switch rule {
    case .uscc, .orgCode, .citizenID, .citizenIDAdult, .residencePermitHMT, .residencePermitHMTAdult,
      .foreignPermanentResident, .foreignPermanentResidentAdult, .identityNumberAdult, .hkMacaoPermit, .taiwanPermit,
      .passport, .taxID, .certSerial, .code:
      self = .code
    case .postalCode, .bankCard, .bankAccountCorporate, .number: self = .digits
    case .decimal: self = .decimal
    case .mobile, .landline, .phone: self = .telephone
    case .email: self = .email
    // Several numbers stand between signs that no telephone's keys have.
    case .phoneList, .personName, .foreignName, .companyName, .address, .region, .text, .date, .dateValidity,
      .yearMonth, .time,
      .uploadFile, .reviewHours, .fee, .mask, .fullwidthFold:
      self = .words
    }
  }
}
