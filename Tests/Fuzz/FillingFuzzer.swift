import Foundation

/// Bytes of a compiled form without its head, and of answers to it, through check, place and fill.
///
/// Two bytes say how long the form is, one how it is filled; the rest answers its fields in turn, a length and a text
/// each, whose first byte is the options of a choice. The form's rules are loosened, because random answers would not
/// pass them, and what is refused even so is left out.
func fuzzFilling(_ bytes: UnsafeBufferPointer<UInt8>, _ today: CalendarDate) {
  guard let font = FillingFuzzer.font, bytes.count > 3 else { return }
  let size = min(Int(bytes[0]) | Int(bytes[1]) << 8, bytes.count - 3)
  let options = FillOptions(
    locked: bytes[2] & 2 == 0 ? .none : bytes[2] & 4 == 0 ? .all : .roles(UInt64(bytes[2])),
    flattens: bytes[2] & 1 == 1)
  guard var form = try? CompiledForm(decoding: FillingFuzzer.whole(Array(bytes[3..<3 + size]))) else { return }
  form.loosen()
  let blank = VerifiedBlank(drawn: FillingFuzzer.blank)
  form.blank.size = UInt32(blank.bytes.count)
  form.blank.digest = blank.digest
  var answers = Answers(for: form)
  var rest = bytes[(3 + size)...]
  for index in form.fields.indices {
    guard let head = rest.popFirst() else { break }
    let text = rest.prefix(Int(head) % 64)
    rest = rest.dropFirst(text.count)
    if form.fields[index].options.isEmpty {
      answers.set(index, text: text)
    } else {
      answers.set(index, options: UInt64(text.first ?? 0))
    }
  }
  for index in form.groups.indices { answers.itemCounts[index] = form.groups[index].maximum }
  guard let record = checked(&answers, form, today) else { return }
  var violations: [Violation] = []
  guard var filler = try? FormFiller(form: form, blank: blank, fonts: FontChain([font])),
    let placed = filler.place(record, violations: &violations),
    let pdf = try? filler.fill(record, placed, options: options)
  else { return }
  precondition(pdf.starts(with: FillingFuzzer.blank), "a fill changes no byte of the blank")
  precondition((try? filler.fill(record, placed, options: options)) == pdf, "the same record gives the same bytes")
}

/// The record of those answers that are not refused.
private func checked(_ answers: inout Answers, _ form: CompiledForm, _ today: CalendarDate) -> CheckedRecord? {
  var violations: [Violation] = []
  if let record = form.check(answers, today: today, violations: &violations) { return record }
  for case .field(let index) in violations.map(\.subject) { answers.set(index, options: 0) }
  violations = []
  return form.check(answers, today: today, violations: &violations)
}

enum FillingFuzzer {
  static let blank = Array("%PDF-1.7\n%%EOF\n".utf8)
  static let font: TrueTypeFont? = {
    let path = "/usr/share/fonts/truetype/lxgw-wenkai/LXGWWenKai-Regular.ttf"
    guard let bytes = try? Data(contentsOf: URL(fileURLWithPath: path)) else { return nil }
    return try? TrueTypeFont([UInt8](bytes))
  }()

  /// A compiled form with a head that fits its body: damage must be found by the structure.
  static func whole(_ body: [UInt8]) -> [UInt8] {
    head + SHA256.digest(of: body) + body
  }

  /// Signature and version of the format.
  private static let head = CompiledForm(id: [], version: [], guideVersion: [], title: []).encoded().prefix(8)
}

extension CompiledForm {
  /// Takes away what would refuse a random answer.
  fileprivate mutating func loosen() {
    checks = []
    for index in fields.indices {
      if fields[index].kind == .text { fields[index].rule = .one(.text) }
      fields[index].need = .optional
      fields[index].maxLength = 0
    }
    for index in groups.indices { groups[index].minimum = 0 }
  }
}
