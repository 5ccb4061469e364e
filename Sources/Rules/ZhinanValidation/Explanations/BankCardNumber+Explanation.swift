extension BankCardNumber {
  /// The last digit of a card's number, as it is and as Luhn's formula asks for it (ISO/IEC 7812-1).
  ///
  /// - Parameter text: UTF-8, in any spelling that the rule `bank_card` reads.
  /// - Returns: `nil` for what is not 16 to 19 digits.
  public static func explain(_ text: some Sequence<UInt8>) -> CheckCharacter? {
    Folding.identifier(text).withUnsafeBufferPointer { number in
      guard number.count >= 16, number.count <= 19, number.areDigits() else { return nil }
      var sum: UInt32 = 0
      for place in 1..<number.count {
        let digit = UInt32(number[number.count - 1 - place] & 0x0F)
        let doubled = digit * 2
        sum += place % 2 == 0 ? digit : doubled > 9 ? doubled - 9 : doubled
      }
      return CheckCharacter(found: number[number.count - 1], expected: 0x30 + UInt8((10 - sum % 10) % 10))
    }
  }
}
