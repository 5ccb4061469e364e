#if canImport(Bytes)
  internal import Bytes
#endif
#if canImport(FormFilling)
  internal import FormFilling
#endif
#if canImport(FormModel)
  internal import FormModel
#endif
#if canImport(TextLayout)
  internal import TextLayout
#endif
#if canImport(ZhinanValidation)
  internal import ZhinanValidation
#endif

extension Session {
  /// Takes the open form's blank PDF; whether it is that.
  package mutating func accept(blank bytes: [UInt8]) -> Bool {
    guard let form = opened?.form, let blank = try? VerifiedBlank(bytes, of: form) else { return false }
    opened?.blank = blank
    opened?.filler = nil
    return true
  }

  /// The filled PDF for a message `today LF options LF record`, the same bytes as the command's; `nil` where the record
  /// has an error, a character without a glyph or a text without room, where a part is lacking, and for a message of
  /// another shape. Options are words with a space between: `flatten`, `lock`, `lock:` and a role of the form.
  package mutating func fill(_ message: [UInt8]) -> [UInt8]? {
    guard let (today, rest) = Self.parted(message), let end = rest.firstIndex(of: 0x0A),
      let options = FillOptions(words: rest[..<end], roles: opened?.form.roles ?? [])
    else { return nil }
    let fonts = fonts
    return opened?.fill(Array(rest[(end + 1)...]), today: today, options: options, fonts: fonts)
  }
}

extension OpenForm {
  /// How a draft stands; `isWhole` tells whether `fonts` have all the characters that they will ever have.
  func state(_ json: [UInt8], today: CalendarDate, fonts: FontChain, isWhole: Bool) -> DraftState {
    var read = read(json, today: today)
    let missing = place(&read, fonts: fonts, isWhole: isWhole)
    return DraftState(form: form, read: read, missing: missing)
  }

  /// Finds what has no room on paper, or no glyph; returned are characters that a glyph pack may still bring (Unicode scalar
  /// values).
  func place(_ read: inout ReadRecord, fonts: FontChain, isWhole: Bool) -> [UInt32] {
    var violations: [Violation] = []
    if placer == nil { placer = FormPlacer(form: form, fonts: fonts) }
    _ = placer?.place(read.found.answers, violations: &violations)
    var missing: [UInt32] = []
    if !isWhole {
      for violation in violations {
        if let scalar = violation.scalar, !missing.contains(scalar) { missing.append(scalar) }
      }
      violations.removeAll { $0.scalar != nil }
    }
    add(violations, of: read.given, to: &read.findings)
    if !violations.isEmpty { read.findings.isRight = false }
    return missing
  }

  fileprivate func fill(
    _ json: [UInt8], today: CalendarDate, options: FillOptions, fonts: FontChain
  ) -> [UInt8]? {
    let read = read(json, today: today)
    guard read.findings.isRight, let record = read.found.record else { return nil }
    var violations: [Violation] = []
    return fill(record, options: options, fonts: fonts, violations: &violations)
  }

  /// The filled PDF of a record; `nil` where something has no room or no glyph, which is appended, and without a blank.
  func fill(
    _ record: CheckedRecord, options: FillOptions, fonts: FontChain, violations: inout [Violation]
  ) -> [UInt8]? {
    guard let blank else { return nil }
    if filler == nil { filler = try? FormFiller(form: form, blank: blank, fonts: fonts) }
    guard let placed = filler?.place(record, violations: &violations) else { return nil }
    return try? filler?.fill(record, placed, options: options)
  }
}

extension FillOptions {
  /// What words with a space between say for a form with these roles; `nil` for a word that says nothing, and for words that the command
  /// refuses together.
  init?(words: ArraySlice<UInt8>, roles: [[UInt8]]) {
    self.init()
    let lock: StaticString = "lock"
    var bits: UInt64 = 0
    for word in words.split(separator: 0x20) {
      if ("flatten" as StaticString).equals(word) {
        flattens = true
      } else if lock.equals(word) {
        locked = .all
      } else if word.starts(with: ("lock:" as StaticString).bytes),
        let role = roles.firstIndex(where: { $0.elementsEqual(word.dropFirst(5)) }), role < 64
      {
        bits |= 1 << UInt64(role)
      } else {
        return nil
      }
    }
    if bits != 0 {
      guard locked == .none else { return nil }
      locked = .roles(bits)
    }
    if flattens, locked != .none { return nil }
  }
}
