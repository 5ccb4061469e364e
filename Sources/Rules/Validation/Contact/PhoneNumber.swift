/// A mobile number or a landline number.
public enum PhoneNumber {
  static func check(_ text: UnsafeBufferPointer<UInt8>, _ canonical: inout [UInt8]) -> Verdict {
    let mobile = MobileNumber.check(text, &canonical)
    if mobile.isValid || mobile.errors.contains(.eEmpty) { return mobile }
    // What starts like a mobile number was meant as one.
    let isMobile = canonical.first == 0x31
    canonical.removeAll(keepingCapacity: true)
    let landline = LandlineNumber.check(text, &canonical)
    return landline.isValid || !isMobile ? landline : mobile
  }
}
