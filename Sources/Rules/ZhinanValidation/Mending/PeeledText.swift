#if canImport(Bytes)
  internal import Bytes
#endif

/// A text from which, step by step, what stands around a value is taken off: a spreadsheet's signs, the name of a field,
/// punctuation. Every step is told.
struct PeeledText {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var start = 0
  private var end: Int
  /// What was taken off, as warnings.
  private(set) var notes = Verdict()

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    end = bytes.count
    trim()
  }

  /// What is left.
  var rest: UnsafeBufferPointer<UInt8> { bytes.part(start, end) }

  /// Takes off the first thing that is there, or all of its kind that stand one behind another.
  mutating func takeOff(isNumber: Bool, run: Bool) -> Bool {
    if takeOffSpreadsheetSigns() {
      while run, takeOffSpreadsheetSigns() {}
    } else if takeOffLabel() {
      while run, takeOffLabel() {}
    } else if takeOffPunctuation() {
      while run, takeOffPunctuation() {}
    } else {
      return isNumber && (takeOffZeroFraction() || takeOffBrackets())
    }
    return true
  }

  // MARK: Ends

  private var first: (scalar: UInt32, length: Int)? {
    @inline(never)
    get {
      var reader = ScalarReader(rest)
      return reader.nextInSmall().map { (Self.narrow($0), reader.position) }
    }
  }

  private var last: (scalar: UInt32, length: Int)? {
    @inline(never)
    get {
      var place = end
      while place > start, end - place < 4 {
        place -= 1
        if bytes[place] & 0xC0 != 0x80 { break }
      }
      guard place < end else { return nil }
      var reader = ScalarReader(bytes.part(place, end))
      return reader.nextInSmall().map { (Self.narrow($0), end - place) }
    }
  }

  private static func narrow(_ scalar: UInt32) -> UInt32 {
    scalar >= 0xFF01 && scalar <= 0xFF5E ? scalar - 0xFEE0 : scalar
  }

  @inline(never)
  private mutating func trim() {
    while let first, Self.isNothing(first.scalar) { start += first.length }
    while let last, Self.isNothing(last.scalar) { end -= last.length }
  }

  private static func isNothing(_ scalar: UInt32) -> Bool {
    Folding.isTrimmed(scalar) || Folding.isSpace(scalar) || Folding.isInvisible(scalar)
  }

  // MARK: Steps

  /// `'` in front, `=` in front of digits; `="` and `"`, or quotation marks, around all.
  private mutating func takeOffSpreadsheetSigns() -> Bool {
    guard let first, let last, first.length < end - start else { return false }
    var inner = start
    if first.scalar == 0x3D { inner += first.length }
    var reader = ScalarReader(bytes.part(inner, end))
    let opening = Self.narrow(reader.nextInSmall() ?? 0)
    if Self.isQuote(opening), Self.isQuote(last.scalar), inner + reader.position + last.length < end {
      start = inner + reader.position
      end -= last.length
    } else if first.scalar == 0x60 || (first.scalar != 0x3D && Self.isApostrophe(opening)) {
      start += first.length
    } else if first.scalar == 0x3D, opening >= 0x30, opening <= 0x39 {
      start += first.length
    } else {
      return false
    }
    return tell(.wSpreadsheet)
  }

  /// A mark in front that nothing closes, or a pair around all; see ``OuterQuotes``.
  mutating func takeOffOuterQuotes() -> Bool {
    guard let quotes = OuterQuotes.lengths(in: rest), quotes.front + quotes.back < end - start else { return false }
    start += quotes.front
    end -= quotes.back
    return tell(.wSpreadsheet)
  }

  private static func isApostrophe(_ scalar: UInt32) -> Bool { scalar == 0x27 || scalar == 0x2018 || scalar == 0x2019 }

  private static func isQuote(_ scalar: UInt32) -> Bool {
    isApostrophe(scalar) || scalar == 0x22 || scalar == 0x201C || scalar == 0x201D
  }

  /// `电话：` and the like.
  private mutating func takeOffLabel() -> Bool {
    guard let length = FieldLabel.length(in: rest, ofAddress: false) else { return false }
    start += length
    return tell(.wLabel)
  }

  /// `地址：` and the like.
  mutating func takeOffAddressLabel() -> Bool {
    guard let length = FieldLabel.length(in: rest, ofAddress: true) else { return false }
    start += length
    return tell(.wLabel)
  }

  /// A comma, semicolon, colon or full stop at the end.
  mutating func takeOffPunctuation() -> Bool {
    guard let last, Self.isPunctuation(last.scalar), end - start > last.length else { return false }
    end -= last.length
    return tell(.wSign)
  }

  static func isPunctuation(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x2C, 0x2E, 0x3A, 0x3B, 0x3001, 0x3002, 0xFF0C, 0xFF0E, 0xFF1A, 0xFF1B, 0xFF61, 0xFF64: true
    default: false
    }
  }

  /// `.0` behind digits, as a program writes a cell that is a number.
  private mutating func takeOffZeroFraction() -> Bool {
    let text = rest
    guard let dot = text.lastIndex(of: 0x2E), dot > 0, text.count - dot >= 2, text.count - dot <= 3,
      text.areDigits(0, dot), text.part(dot + 1, text.count).allSatisfy({ $0 == 0x30 })
    else { return false }
    end = start + dot
    return tell(.wSpreadsheet)
  }

  /// One pair of brackets around a number.
  private mutating func takeOffBrackets() -> Bool {
    guard let first, let last, first.length + last.length < end - start,
      Brackets.usual(first.scalar) == 0xFF08, Brackets.usual(last.scalar) == 0xFF09
    else { return false }
    let inner = bytes.part(start + first.length, end - last.length)
    var reader = ScalarReader(inner)
    while let scalar = reader.nextInSmall() {
      if Brackets.usual(Self.narrow(scalar)) != nil { return false }
    }
    start += first.length
    end -= last.length
    return tell(.wSign)
  }

  @inline(never)
  private mutating func tell(_ code: Code) -> Bool {
    notes.add(code)
    trim()
    return true
  }
}
