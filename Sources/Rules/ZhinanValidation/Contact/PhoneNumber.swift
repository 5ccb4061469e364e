/// A mobile number, a landline number or a service's number; or several, as ``PhoneList`` reads them.
public enum PhoneNumber {
  static func check(_ text: UnsafeBufferPointer<UInt8>, _ canonical: inout [UInt8]) -> Verdict {
    let verdict = checkOne(text, &canonical)
    if verdict.isValid || verdict.errors.contains(.eEmpty) || !PhoneList.mayBeSeveral(text) { return verdict }
    var numbers: [UInt8] = []
    let list = PhoneList.check(text, &numbers)
    // One number with a separator behind it is no list, but a slash there has no other sense.
    guard list.isValid, numbers.contains(0x2F) || PhoneList.endsInSlash(text) else { return verdict }
    canonical = numbers
    return numbers.contains(0x2F) ? list : list.union(Verdict(.wSign))
  }

  /// The rule for one number.
  static func checkOne(_ text: UnsafeBufferPointer<UInt8>, _ canonical: inout [UInt8]) -> Verdict {
    if beginsWithArea(text) {
      let landline = LandlineNumber.check(text, &canonical)
      if landline.isValid { return landline }
      canonical.removeAll(keepingCapacity: true)
      let mobile = MobileNumber.check(text, &canonical)
      return mobile.isValid ? mobile : orService(text, landline, &canonical)
    }
    let mobile = MobileNumber.check(text, &canonical)
    if mobile.isValid || mobile.errors.contains(.eEmpty) { return mobile }
    // What starts like a mobile number was meant as one.
    let isMobile = canonical.first == 0x31
    canonical.removeAll(keepingCapacity: true)
    let landline = LandlineNumber.check(text, &canonical)
    return landline.isValid ? landline : orService(text, isMobile ? mobile : landline, &canonical)
  }

  /// Whether a zero and another digit come first, which no mobile number begins with.
  private static func beginsWithArea(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    text.count > 1 && text[0] == 0x30 && text[1].isDigit && text[1] != 0x30
  }

  /// The verdict on a service's number, or `refusal` where the text is none.
  private static func orService(
    _ text: UnsafeBufferPointer<UInt8>, _ refusal: Verdict, _ canonical: inout [UInt8]
  ) -> Verdict {
    canonical.removeAll(keepingCapacity: true)
    return text.count <= 64 && ServiceNumber.check(text, &canonical).isValid ? Verdict() : refusal
  }
}
