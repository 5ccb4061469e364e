/// Reads a landline number from folded text: groups of digits with hyphens, spaces, brackets or an extension's mark
/// between them.
struct LandlineReader {
  struct Refusal: Error, Equatable {
    var code: Code
  }

  private struct Group {
    var start: Int
    var end: Int
    /// Whether 转, 分机, ext, x or # stands before it.
    var isExtension: Bool
    /// Whether a full stop stands before it, as before the cents of an amount.
    var isDotted = false

    var digits: Int { end - start }
  }

  private let text: UnsafeBufferPointer<UInt8>
  private var groups: (Group, Group, Group, Group)
  private var groupCount = 0
  private var wrongLength: (digits: Int, allowed: AreaCode.LocalDigits)?

  private init(_ text: UnsafeBufferPointer<UInt8>) {
    self.text = text
    let none = Group(start: 0, end: 0, isExtension: false)
    groups = (none, none, none, none)
  }

  static func read(_ text: UnsafeBufferPointer<UInt8>) -> Result<LandlineNumber, Refusal> {
    var reader = LandlineReader(text)
    do throws(Refusal) {
      return .success(try reader.number())
    } catch {
      return .failure(error)
    }
  }

  /// The digits behind the area code of a number that is refused for them, and how many there must be; `nil` for any
  /// other number.
  static func wrongLength(_ text: UnsafeBufferPointer<UInt8>) -> (digits: Int, allowed: AreaCode.LocalDigits)? {
    var reader = LandlineReader(text)
    _ = try? reader.number()
    return reader.wrongLength
  }

  private mutating func number() throws(Refusal) -> LandlineNumber {
    let isInternational = try splitGroups()
    if !isInternational || isShared, text[groups.0.start] != 0x30 { return try number400Or800() }
    if isInternational, groupCount > 1, groups.0.digits == 1, text[groups.0.start] == 0x30 { leaveOutFirst() }
    // The area code's digits without its zero.
    let first = text[groups.0.start] == 0x30 ? groups.0.start + 1 : groups.0.start
    guard first >= groups.0.end || text[first] != 0x30 else { throw Refusal(code: .eArea) }
    let length = try areaLength(at: first)
    let area = text.number(first, first + length)
    let allowed = AreaCode.localDigits(area)
    guard allowed != .none else { throw Refusal(code: .eArea) }
    var local: Int64
    var localDigits: Int
    var next = 1
    if groups.0.end > first + length {
      localDigits = groups.0.end - first - length
      local = value(first + length, groups.0.end)
    } else {
      guard groupCount > 1, !groups.1.isExtension else { throw Refusal(code: .eFormat) }
      localDigits = groups.1.digits
      local = value(groups.1.start, groups.1.end)
      next = 2
      // 6787-1177: local numbers are also written in two parts, the last of four digits.
      if groupCount > 2, !groups.2.isExtension, localDigits == 3 || localDigits == 4, groups.2.digits == 4 {
        local = local * 10_000 + value(groups.2.start, groups.2.end)
        localDigits += 4
        next = 3
      }
    }
    let suffix = try extensionGroup(at: next)
    guard allowed.allows(localDigits) else {
      wrongLength = (localDigits, allowed)
      throw Refusal(code: .eLength)
    }
    var number = LandlineNumber(
      area: area, local: Int32(truncatingIfNeeded: local), localDigits: localDigits)
    let lead = local / (localDigits == 8 ? 10_000_000 : 1_000_000)
    guard lead >= 2, lead <= 8 else { throw Refusal(code: .eNumber) }
    setExtension(of: &number, suffix)
    return number
  }

  private func setExtension(of number: inout LandlineNumber, _ suffix: Group?) {
    guard let suffix else { return }
    number.extensionDigits = suffix.digits
    number.extensionNumber = text.number(suffix.start, suffix.end)
  }

  /// +86 (0)24 …: the zero in brackets is not dialled.
  private mutating func leaveOutFirst() {
    groups = (groups.1, groups.2, groups.3, groups.3)
    groupCount -= 1
  }

  /// Whether the digits are 400 or 800 and what follows them; no area code begins so.
  private var isShared: Bool {
    let start = groups.0.start
    guard groups.0.digits >= 3 else { return false }
    return text.number(start, start + 3) == 400 || text.number(start, start + 3) == 800
  }

  /// 400 or 800 and seven digits, however they are grouped; perhaps an extension with its mark.
  private func number400Or800() throws(Refusal) -> LandlineNumber {
    var digits = 0
    var value: Int64 = 0
    var suffix: Group?
    for place in 0..<groupCount {
      let group = group(place)
      if digits == 10 {
        // 400-123-4567-1 may as well be a slip of the pen.
        guard group.isExtension else { throw Refusal(code: .eFormat) }
        suffix = try extensionGroup(at: place)
        break
      }
      digits += group.digits
      guard !group.isExtension, digits <= 10 else { throw Refusal(code: .eFormat) }
      for position in group.start..<group.end { value = value * 10 + Int64(text[position] & 0x0F) }
    }
    let area = Int32(truncatingIfNeeded: value / 10_000_000)
    guard digits == 10, area == 400 || area == 800 else { throw Refusal(code: .eFormat) }
    var number = LandlineNumber(area: area, local: Int32(truncatingIfNeeded: value % 10_000_000), localDigits: 7)
    setExtension(of: &number, suffix)
    return number
  }

  /// How many digits after the zero are the area code: two for 10 and 2x, three for the others. A group of two or three
  /// digits that stands alone is one as it is.
  private func areaLength(at first: Int) throws(Refusal) -> Int {
    let digits = groups.0.end - first
    guard digits >= 2 else { throw Refusal(code: .eFormat) }
    let isShort = text[first] == 0x32 || (text[first] == 0x31 && text[first + 1] == 0x30)
    if digits <= 3 {
      guard (digits == 2) == isShort else { throw Refusal(code: .eArea) }
      return digits
    }
    return isShort ? 2 : 3
  }

  private func extensionGroup(at place: Int) throws(Refusal) -> Group? {
    guard place < groupCount else { return nil }
    let group = group(place)
    guard place + 1 == groupCount, group.digits <= 6, !group.isDotted else { throw Refusal(code: .eFormat) }
    return group
  }

  /// The number that digits make; beyond ten of them only its size matters.
  private func value(_ start: Int, _ end: Int) -> Int64 {
    var value: Int64 = 0
    for place in start..<min(end, start + 10) { value = value * 10 + Int64(text[place] & 0x0F) }
    return value
  }

  private func group(_ place: Int) -> Group {
    switch place {
    case 0: groups.0
    case 1: groups.1
    case 2: groups.2
    default: groups.3
    }
  }

  // MARK: Splitting

  /// Finds the groups of digits.
  ///
  /// - Returns: whether a country code stands in front of them.
  private mutating func splitGroups() throws(Refusal) -> Bool {
    guard text.count <= 64, bracketsMatch else { throw Refusal(code: .eFormat) }
    let prefix = countryCodeLength()
    var place = prefix
    var gapStart = prefix
    while place < text.count {
      guard text[place].isDigit else {
        place += 1
        continue
      }
      let start = place
      while place < text.count, text[place].isDigit { place += 1 }
      let gap = text.part(gapStart, start)
      let isDotted = Self.reads(gap, ".")
      let isPlain = isDotted || Self.separators.contains { Self.reads(gap, $0) }
      let isMark = !isPlain && Self.marks.contains { Self.reads(gap, $0) }
      if groupCount == 0 {
        guard prefix > 0 ? isPlain && !isDotted : gap.isEmpty || Self.reads(gap, "(") else {
          throw Refusal(code: .eFormat)
        }
      } else if !isMark, !isPlain {
        throw Refusal(code: .eFormat)
      }
      try add(Group(start: start, end: place, isExtension: isMark, isDotted: isDotted))
      gapStart = place
    }
    let rest = text.part(gapStart, text.count)
    guard groupCount > 0, rest.isEmpty || Self.reads(rest, ")") else { throw Refusal(code: .eFormat) }
    return prefix > 0
  }

  /// What may stand between groups of digits, spaces aside.
  private static let separators: [StaticString] = ["", "-", "(", ")", ")-", "-("]
  /// What announces an extension, spaces aside.
  private static let marks: [StaticString] = [
    "转", "分机", "转分机", "-转", "-分机", "转:", "分机:", "ext", "ext.", "ext:", "x", "#", "-ext", "-x", "-#",
    "(转", "(分机", "(转分机", "(转:", "(分机:", "总机转", "总机转分机", "(总机转", "(总机)转", "(ext", "(ext.", "(x", "(#",
  ]

  /// Whether a gap is `word`, spaces and capitals aside.
  private static func reads(_ gap: UnsafeBufferPointer<UInt8>, _ word: StaticString) -> Bool {
    var place = 0
    for byte in gap where byte != 0x20 {
      let lower = byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
      guard place < word.utf8CodeUnitCount, word.utf8Start[place] == lower else { return false }
      place += 1
    }
    return place == word.utf8CodeUnitCount
  }

  private var bracketsMatch: Bool {
    var isOpen = false
    for byte in text {
      if byte == 0x28 {
        if isOpen { return false }
        isOpen = true
      } else if byte == 0x29 {
        if !isOpen { return false }
        isOpen = false
      }
    }
    return !isOpen
  }

  private mutating func add(_ group: Group) throws(Refusal) {
    switch groupCount {
    case 0: groups.0 = group
    case 1: groups.1 = group
    case 2: groups.2 = group
    case 3: groups.3 = group
    default: throw Refusal(code: .eFormat)
    }
    groupCount += 1
  }

  private func countryCodeLength() -> Int {
    if text.starts(with: "(+86)") { return 5 }
    if text.starts(with: "(86)") { return 4 }
    if text.starts(with: "0086") { return 4 }
    if text.starts(with: "+86") { return 3 }
    return text.starts(with: "86-") || text.starts(with: "86 ") || text.starts(with: "860") ? 2 : 0
  }
}
