/// Personal bank cards of UnionPay: 62 and 14 to 17 digits more, the last a Luhn check digit (ISO/IEC 7812-1).
public enum BankCardNumber {
  static func check(_ text: UnsafeBufferPointer<UInt8>, _ canonical: inout [UInt8]) -> Verdict {
    Folding.fold(text, .identifier, into: &canonical)
    return canonical.withUnsafeBufferPointer { number in
      if number.isEmpty { return Verdict(.eEmpty) }
      guard number.areDigits() else { return Verdict(.eCharset) }
      guard number.count >= 16, number.count <= 19 else { return Verdict(.eLength) }
      guard number.starts(with: "62") else { return Verdict(.eBIN) }
      return hasRightCheck(number) ? Verdict() : Verdict(.eCheck)
    }
  }

  private static func hasRightCheck(_ number: UnsafeBufferPointer<UInt8>) -> Bool {
    var sum: UInt32 = 0
    for place in 0..<number.count {
      let digit = UInt32(number[number.count - 1 - place] & 0x0F)
      let doubled = digit * 2
      sum += place % 2 == 0 ? digit : doubled > 9 ? doubled - 9 : doubled
    }
    return sum % 10 == 0
  }
}
