/// What is done with a text that a rule refuses as it stands: signs that spreadsheets, forms and sentences put around a
/// value are taken off and told; a number that a spreadsheet has spoilt is told as that.
enum Mending {
  /// How often at most something is taken off, with the rule run again on what is left: a text of nothing but such signs
  /// takes no more than so many runs.
  private static let mostSteps = 8
  /// How many of the steps take off one thing only; the later ones take off all of a kind.
  private static let singleSteps = 4

  /// Whether a number has 16 digits or more and only zeros from the 16th on: a spreadsheet keeps no more than 15.
  @inline(__always)
  static func isRounded(_ canonical: [UInt8], _ rule: Rule) -> Bool {
    guard canonical.count >= 16, canonical[15] == 0x30 else { return false }
    return rule.isNumber && hasOnlyZeros(canonical)
  }

  private static func hasOnlyZeros(_ number: [UInt8]) -> Bool {
    // A number in a cell never starts with a zero.
    number[0] != 0x30 && number.allSatisfy { $0.isDigit } && number[15...].allSatisfy { $0 == 0x30 }
  }

  /// The verdict on a refused text: the rule once more, on what is left of the text after each step.
  @inline(never)
  static func mended(
    _ text: UnsafeBufferPointer<UInt8>, _ refusal: Verdict, _ rule: Rule, _ circumstances: RuleCircumstances,
    _ canonical: inout [UInt8]
  ) -> Verdict {
    let isNumber = rule.isNumber
    guard isNumber || rule.isWords, text.count <= Rule.mostBytes, !refusal.errors.contains(.eEmpty) else {
      return refusal
    }
    var refusal = refusal
    var peeled = PeeledText(text)
    var steps = 0
    // What ends in an ASCII semicolon is no organisation's name.
    while steps < mostSteps, !(rule == .companyName && peeled.rest.last == 0x3B),
      peeled.takeOff(isNumber: isNumber, run: steps >= singleSteps)
    {
      steps += 1
      let verdict = rule.check(peeled.rest, circumstances, mends: false, &canonical)
      if verdict.isValid { return verdict.union(peeled.notes) }
      if saysMore(verdict) { refusal = verdict.union(peeled.notes) }
    }
    // A decimal's groups are its own rule's matter.
    if isNumber, rule != .decimal, let ungrouped = SpoiltNumber.withoutGrouping(peeled.rest, rule) {
      let verdict = ungrouped.withUnsafeBufferPointer { rule.check($0, circumstances, mends: false, &canonical) }
      if verdict.isValid { return verdict.union(peeled.notes).union(Verdict(.wSpreadsheet)) }
    }
    if SpoiltNumber.isSpoilt(peeled.rest, isNumber: isNumber) { return Verdict(.eSpreadsheet) }
    if isNumber {
      canonical.removeAll(keepingCapacity: true)
      Folding.fold(peeled.rest, .identifier, into: &canonical)
      if isRounded(canonical, rule) { refusal.add(.wRounded) }
    }
    return refusal
  }

  /// Whether an error is about the value itself, not about what stands around it.
  private static func saysMore(_ verdict: Verdict) -> Bool {
    for code in [Code.eEmpty, .eLength, .eCharset, .eFormat, .eControl] where verdict.errors.contains(code) {
      return false
    }
    return true
  }
}

extension Rule {
  /// Whether its values are numbers and codes, which stand in cells of spreadsheets as such.
  var isNumber: Bool {
    switch self {
    case .uscc, .orgCode, .citizenID, .citizenIDAdult, .residencePermitHMT, .residencePermitHMTAdult,
      .foreignPermanentResident, .foreignPermanentResidentAdult, .identityNumberAdult, .hkMacaoPermit, .taiwanPermit,
      .passport, .mobile,
      .landline, .phone, .phoneList, .postalCode, .bankCard, .bankAccountCorporate, .taxID, .certSerial, .code, .date,
      .number, .decimal, .yearMonth, .time:
      true
    default: false
    }
  }

  /// Whether its values are names, places and addresses.
  var isWords: Bool {
    switch self {
    case .personName, .foreignName, .companyName, .address, .region, .email: true
    default: false
    }
  }
}
