/// Accounts of organisations: 8 to 32 digits. There is no check digit, and so no Luhn check; one digit throughout is
/// somebody's placeholder.
enum CorporateAccountNumber {
  static func check(_ text: UnsafeBufferPointer<UInt8>, _ canonical: inout [UInt8]) -> Verdict {
    Folding.fold(text, .identifier, into: &canonical)
    return canonical.withUnsafeBufferPointer { number in
      guard let first = number.first else { return Verdict(.eEmpty) }
      guard number.areDigits() else { return Verdict(.eCharset) }
      guard number.count >= 8, number.count <= 32 else { return Verdict(.eLength) }
      for digit in number where digit != first { return Verdict() }
      return Verdict(.ePlaceholder)
    }
  }
}
