#if canImport(Bytes)
  internal import Bytes
#endif

/// Addresses: 5 to 120 characters, at least one of them Han; no control or markup characters.
enum PostalAddress {
  static func check(_ text: UnsafeBufferPointer<UInt8>, _ canonical: inout [UInt8]) -> Verdict {
    Folding.fold(text, .prose, into: &canonical)
    if canonical.isEmpty { return Verdict(.eEmpty) }
    let (verdict, needsRewriting) = canonical.withUnsafeBufferPointer { read($0) }
    if needsRewriting { canonical.replaceScalars(HanScript.normalized) }
    return verdict
  }

  private static func read(_ address: UnsafeBufferPointer<UInt8>) -> (Verdict, needsRewriting: Bool) {
    var reader = ScalarReader(address)
    var length = 0
    var hasHan = false
    var isClear = false
    var isStrange = false
    var needsRewriting = false
    while let scalar = reader.next() {
      length += 1
      if FreeText.isControl(scalar) { return (Verdict(.eControl), false) }
      if Han.isIdeograph(scalar) {
        hasHan = true
        if HanScript.normalized(scalar) != scalar { needsRewriting = true }
        isClear = isClear || isPlaceWord(scalar)
      } else if !isAddressMark(scalar) {
        isStrange = true
      }
    }
    if isStrange { return (Verdict(.eCharset), false) }
    guard length >= 5, length <= 120 else { return (Verdict(.eLength), false) }
    guard hasHan else { return (Verdict(.eCharset), false) }
    return (isClear ? Verdict() : Verdict(.wVague), needsRewriting)
  }

  private static func isAddressMark(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    // space # & ( ) + , - . / : _
    case 0x20, 0x23, 0x26, 0x28, 0x29, 0x2B...0x2F, 0x3A, 0x5F: true
    // · 、 。 （ ） ， ： №
    case 0xB7, 0x3001, 0x3002, 0xFF08, 0xFF09, 0xFF0C, 0xFF1A, 0x2116: true
    default: false
    }
  }

  /// 省市区县旗盟州镇乡村屯街路道巷弄胡(同).
  private static func isPlaceWord(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x7701, 0x5E02, 0x533A, 0x53BF, 0x65D7, 0x76DF, 0x5DDE, 0x9547, 0x4E61, 0x6751, 0x5C6F, 0x8857, 0x8DEF,
      0x9053, 0x5DF7, 0x5F04, 0x80E1:
      true
    default: false
    }
  }
}
