/// Several phone numbers in one text, between `/`, `、`, `,`, `;` or 或, or between spaces where they are no one number. A later one may give only the last digits that
/// differ: `010-12345678/5679` is two numbers.
public enum PhoneList {
  /// At most so many numbers are checked.
  public static let largestCount = 16

  /// Splits a list and completes shortened numbers from the one before; a number of 7 digits or more is kept as it is
  /// written. Folded, not checked.
  public static func expand(_ text: UnsafeBufferPointer<UInt8>) -> [[UInt8]] {
    var folded: [UInt8] = []
    Folding.fold(text, .full, into: &folded)
    var numbers: [[UInt8]] = []
    var base: [UInt8] = []
    folded.withUnsafeBufferPointer { folded in
      var reader = ScalarReader(folded)
      var start = 0
      while true {
        let end = reader.position
        let scalar = reader.next()
        guard scalar == nil || isSeparator(scalar) else { continue }
        let part = trimmed(folded.part(start, end))
        start = reader.position
        for part in SpacedNumbers.split(part) {
          let number = completed(part, from: base)
          numbers.append(number)
          if !isTail(part, of: base) { base = number }
        }
        if scalar == nil { break }
      }
    }
    return numbers
  }

  /// Checks every number of a list, in canonical spelling; a local number gets the area code of the one before.
  public static func check(_ text: UnsafeBufferPointer<UInt8>) -> CheckedValue<[[UInt8]]> {
    if hasFarTooMany(text) { return CheckedValue(.eLength) }
    var numbers: [[UInt8]] = []
    let verdict = verdict(on: expand(text)) { numbers.append($0) }
    return CheckedValue(numbers, verdict)
  }

  /// The numbers of a list as ``expand(_:)`` gives them, and the verdict of ``check(_:)``. Of a list that has far too
  /// many, none is given.
  package static func read(_ text: UnsafeBufferPointer<UInt8>) -> (written: [[UInt8]], verdict: Verdict) {
    if hasFarTooMany(text) { return ([], Verdict(.eLength)) }
    let written = expand(text)
    return (written, verdict(on: written) { _ in })
  }

  /// More separators, or lead bytes of wide characters, than any list of numbers has.
  private static func hasFarTooMany(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var separators = 0
    for byte in text where byte == 0x2F || byte == 0x2C || byte == 0x3B || byte >= 0xE0 { separators += 1 }
    return separators > 1024
  }

  /// The verdict on all numbers; `take` gets each in canonical spelling up to the first that is wrong.
  private static func verdict(on written: [[UInt8]], _ take: ([UInt8]) -> Void) -> Verdict {
    if written.isEmpty { return Verdict(.eEmpty) }
    if written.count > largestCount { return Verdict(.eLength) }
    var verdict = Verdict()
    var canonical: [UInt8] = []
    var area: [UInt8] = []
    for number in written {
      canonical.removeAll(keepingCapacity: true)
      var found = check(number, &canonical)
      if !found.isValid, !area.isEmpty, isLocal(number) {
        canonical.removeAll(keepingCapacity: true)
        found = check(area + number, &canonical)
      }
      verdict = verdict.union(found)
      guard found.isValid else { return verdict }
      if canonical[0] == 0x30, let hyphen = canonical.firstIndex(of: 0x2D) {
        area.removeAll(keepingCapacity: true)
        area.append(contentsOf: canonical[...hyphen])
      }
      take(canonical)
    }
    return verdict
  }

  /// The rule for one text: the numbers in canonical spelling between `/`.
  static func check(_ text: UnsafeBufferPointer<UInt8>, _ canonical: inout [UInt8]) -> Verdict {
    if hasFarTooMany(text) { return Verdict(.eLength) }
    return verdict(on: expand(text)) { number in
      if !canonical.isEmpty { canonical.append(0x2F) }
      canonical.append(contentsOf: number)
    }
  }

  private static func check(_ number: [UInt8], _ canonical: inout [UInt8]) -> Verdict {
    number.withUnsafeBufferPointer { PhoneNumber.checkOne($0, &canonical) }
  }

  /// Whether a text can be more than one number.
  static func mayBeSeveral(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var reader = ScalarReader(text)
    while let scalar = reader.nextInSmall() {
      if isSeparator(scalar >= 0xFF01 && scalar <= 0xFF5E ? scalar - 0xFEE0 : scalar) { return true }
      if scalar == 0x20 || Folding.isSpace(scalar) { return true }
    }
    return false
  }

  /// Whether the last character is a slash.
  static func endsInSlash(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var folded: [UInt8] = []
    Folding.fold(text, .full, into: &folded)
    return folded.last == 0x2F
  }

  private static func isSeparator(_ scalar: UInt32?) -> Bool {
    scalar == 0x2F || scalar == 0x2C || scalar == 0x3B || scalar == 0x3001 || scalar == 0x6216
  }

  private static func trimmed(_ part: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    var start = 0
    var end = part.count
    while start < end, part[start] == 0x20 { start += 1 }
    while end > start, part[end - 1] == 0x20 { end -= 1 }
    return part.part(start, end)
  }

  /// Whether these are the last digits only of a number. A service's number is a number of its own, unless the landline
  /// number before it has nearly the same last digits: 024-67812345/12346.
  private static func isTail(_ part: UnsafeBufferPointer<UInt8>, of base: [UInt8]) -> Bool {
    part.count < 7 && part.areDigits() && (!ServiceNumber.isService(part) || isNeighbour(part, of: base))
  }

  /// Whether a landline number's last digits begin with the same four digits, and then differ.
  private static func isNeighbour(_ part: UnsafeBufferPointer<UInt8>, of base: [UInt8]) -> Bool {
    let kept = base.count - part.count
    guard part.count <= 6, kept > 0, let first = base.first, first != 0x31 else { return false }
    let tail = base[kept...]
    return tail.prefix(4).elementsEqual(part.prefix(4)) && !tail.elementsEqual(part)
  }

  static func isLocal(_ number: some RandomAccessCollection<UInt8>) -> Bool {
    (number.count == 7 || number.count == 8) && number.allSatisfy({ $0.isDigit })
  }

  private static func completed(_ part: UnsafeBufferPointer<UInt8>, from base: [UInt8]) -> [UInt8] {
    let kept = base.count - part.count
    guard isTail(part, of: base), kept > 0, base[kept...].allSatisfy({ $0.isDigit }) else { return [UInt8](part) }
    var number: [UInt8] = []
    number.reserveCapacity(base.count)
    number.append(contentsOf: base[..<kept])
    number.append(contentsOf: part)
    return number
  }

  /// Whether a mobile number, or what stands between two, may have a folded scalar.
  static func takesInMobile(_ scalar: UInt32) -> Bool {
    scalar == 0x20 || scalar == 0x2D || isSeparator(scalar) || (scalar >= 0x30 && scalar <= 0x39)
  }

  /// Whether a list, or one number of any kind, may have a folded scalar.
  static func takes(_ scalar: UInt32) -> Bool {
    switch scalar {
    // space # ( ) + - . : and the letters of ext
    case 0x20, 0x23, 0x28, 0x29, 0x2B, 0x2D, 0x2E, 0x3A, 0x45, 0x54, 0x58, 0x65, 0x74, 0x78: true
    // 转 分 机 总
    case 0x8F6C, 0x5206, 0x673A, 0x603B: true
    default: isSeparator(scalar) || (scalar >= 0x30 && scalar <= 0x39)
    }
  }
}
