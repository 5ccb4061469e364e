// libFuzzer's target for what reads bytes from outside: every rule, the JSON of rule lines, image headers, compiled
// forms and sentences, records, fonts, glyph packs; and for the filler. Compiled with those rooms as one module by scripts/fuzz. The first byte chooses what
// reads the rest.

private let today = CalendarDate(year: 2026, month: 11, day: 22)
private let limits = UploadLimits(smallest: 1, largest: 1 << 40, safeSmallest: 2, safeLargest: 1 << 39, resolution: 72)

/// What libFuzzer calls with every input.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
  let input = UnsafeBufferPointer(start: start, count: count)
  guard let kind = input.first, let today else { return 0 }
  let rest = UnsafeBufferPointer(rebasing: input.dropFirst())
  switch kind {
  case 0..<64: fuzzRule(kind, rest, today)
  case 64: fuzzJSON(rest)
  case 65: fuzzUpload(rest)
  case 66: fuzzForm(rest, today)
  case 67: fuzzFont(rest)
  case 68: for kind in MaskKind.allCases { _ = Masking.mask(rest, as: kind) }
  case 69: fuzzFilling(rest, today)
  case 70: fuzzMessages(rest)
  case 71: fuzzSession(rest)
  case 72: fuzzPack(rest)
  case 73: fuzzTable(rest)
  default: break
  }
  return 0
}

private func fuzzRule(_ kind: UInt8, _ text: UnsafeBufferPointer<UInt8>, _ today: CalendarDate) {
  guard let rule = Rule(rawValue: kind) else { return }
  var canonical: [UInt8] = []
  let verdict = rule.check(text, today: today, canonical: &canonical)
  precondition(verdict.isValid || canonical.isEmpty, "a refused value has no canonical form")
  if verdict.isValid, rule != .mask {
    // A canonical value is its own canonical form.
    var again: [UInt8] = []
    let second = canonical.withUnsafeBufferPointer { rule.check($0, today: today, canonical: &again) }
    precondition(second.isValid && again == canonical, "the canonical form is not stable")
  }
  _ = RuleLine(rule: rule, today: today, facts: RuleFacts()).answer(json: Array(text))
}

/// A record's JSON is also a rule's JSON; a text that is none is told with its place.
private func fuzzJSON(_ text: UnsafeBufferPointer<UInt8>) {
  _ = JSONValue(text)
  do throws(JSONProblem) {
    _ = try JSONNode.read(Array(text), .file)
  } catch {
    precondition(error.position.line > 0 && error.position.column > 0 && !error.reason.isEmpty)
  }
}

/// The body of a pack, whose head is made right.
private func fuzzPack(_ body: UnsafeBufferPointer<UInt8>) {
  let checksum = FNV1a.hash64(body)
  var pack = GlyphPackFormat.start
  for shift in stride(from: 0, to: 64, by: 8) { pack.append(UInt8(truncatingIfNeeded: checksum >> UInt64(shift))) }
  var reader = GlyphPackReader()
  guard reader.add(pack + body) else { return }
  for face in reader.faces {
    var store = OutlineStore(face)
    let characters = [0x20, 0x41, 0x4E00].map { (scalar: UInt32($0), glyph: face.glyph(for: UInt32($0))) }
    _ = store.subset(characters)
    _ = FontSubset(listing: characters, of: face).widthsArray()
  }
}

private func fuzzUpload(_ bytes: UnsafeBufferPointer<UInt8>) {
  for name in ["a.jpg", "a.png", "a.bmp"] as [StaticString] {
    let name = name.bytes
    for size in [Int64(bytes.count), 300_000, 1 << 33] {
      _ = UploadedFile.check(name: name, size: size, head: bytes, limits: limits)
    }
  }
}

/// The bytes after a form's checksum, with a checksum that fits: damage must be found by the structure.
private func fuzzForm(_ bytes: UnsafeBufferPointer<UInt8>, _ today: CalendarDate) {
  let whole = FillingFuzzer.whole(Array(bytes))
  guard let form = try? CompiledForm(decoding: whole) else { return }
  precondition(form.encoded() == whole, "a form that is read is written as it was")
  _ = AnswerNames(form)
  for question in form.questions {
    precondition(question.ownLabel.count <= question.label.count && question.ownKey.count <= question.key.count)
    _ = question.shortLabel
  }
  var answers = Answers(for: form)
  for index in form.fields.indices {
    if form.fields[index].options.isEmpty {
      answers.set(index, text: form.fields[index].label)
    } else {
      answers.set(index, options: 1)
    }
  }
  var violations: [Violation] = []
  _ = form.check(answers, today: today, violations: &violations)
}

private func fuzzFont(_ bytes: UnsafeBufferPointer<UInt8>) {
  guard let font = try? TrueTypeFont(Array(bytes)) else { return }
  let scalars: [UInt32] = [0x20, 0x41, 0x4E00, 0x2CB4E]
  for scalar in scalars { _ = font.advance(of: font.glyph(for: scalar)) }
  _ = try? FontSubset(of: font, scalars: scalars, isCoarse: true)
  var store = OutlineStore(font)
  _ = store.subset(scalars.map { ($0, font.glyph(for: $0)) })
  guard let subset = try? FontSubset(of: font, scalars: scalars) else { return }
  _ = store.deflated(subset)
  _ = TrainedDeflater(sample: Array(bytes.prefix(512))).zlib(subset.toUnicode() + bytes.suffix(4096))
}
