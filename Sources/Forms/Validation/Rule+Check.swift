extension Rule {
  /// Checks one text (UTF-8).
  ///
  /// - Parameters:
  ///   - text: any bytes at all; bytes that are not UTF-8 are refused by the rules.
  ///   - today: the day that ages and future dates are counted from.
  ///   - canonical: takes the canonical spelling when the verdict has no error and is empty otherwise. Its capacity is
  ///     kept, so a buffer that is used again never allocates.
  /// - Returns: the verdict; `E_TYPE` for a rule that does not take one text (``takesText``).
  public func check(
    _ text: UnsafeBufferPointer<UInt8>, today: CalendarDate, canonical: inout [UInt8]
  ) -> Verdict {
    canonical.removeAll(keepingCapacity: true)
    let verdict = verdict(on: text, today, &canonical)
    if !verdict.isValid { canonical.removeAll(keepingCapacity: true) }
    return verdict
  }

  /// Checks one text given as bytes.
  ///
  /// - Returns: the canonical spelling with the verdict.
  public func check(_ text: [UInt8], today: CalendarDate) -> CheckedValue<[UInt8]> {
    var canonical: [UInt8] = []
    let verdict = text.withUnsafeBufferPointer { check($0, today: today, canonical: &canonical) }
    return CheckedValue(canonical, verdict)
  }

  /// Checks one text.
  ///
  /// - Returns: the canonical spelling with the verdict.
  public func check(_ text: String, today: CalendarDate) -> CheckedValue<String> {
    let checked = check(Array(text.utf8), today: today)
    guard let value = checked.value else { return CheckedValue(refused: checked.verdict) }
    return CheckedValue(String(decoding: value, as: UTF8.self), checked.verdict)
  }

  private func verdict(
    on text: UnsafeBufferPointer<UInt8>, _ today: CalendarDate, _ canonical: inout [UInt8]
  ) -> Verdict {
    switch self {
    default: Verdict(.eType)
    }
  }
}
