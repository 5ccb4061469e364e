#if canImport(Bytes)
  internal import Bytes
#endif
#if canImport(FormMessages)
  internal import FormMessages
#endif
#if canImport(RuleLines)
  internal import RuleLines
#endif
#if canImport(ZhinanValidation)
  internal import ZhinanValidation
#endif

// What the tools on a guide's pages ask, which know no form.
extension Session {
  /// The table's sentences for a message `label LF code LF code…`, with the label in them:
  /// `[{"say":…,"hint":…},…]`, in the order of the codes. A code that the table lacks stands for itself.
  package func tell(_ message: [UInt8]) -> [UInt8] {
    let lines = message.split(separator: 0x0A, omittingEmptySubsequences: false)
    var values = MessageValues()
    values.set("label", lines.first.map { Array($0) } ?? [])
    if let limits = uploadLimits {
      values.set("formats", messages.list(limits.kinds.map { $0.name.utf8.map { $0 & 0xDF } }))
    }
    var writer = JSONByteWriter()
    writer.array(lines.dropFirst()) { writer, code in
      let found = messages.message(code)
      writer.raw("{\"say\":")
      writer.string(found?.say.filled(values) ?? Array(code))
      if let hint = found?.hint?.filledWhole(values) {
        writer.raw(",\"hint\":")
        writer.string(hint)
      }
      writer.raw("}")
    }
    return writer.bytes
  }

  /// Whether the guide's platform takes a file, for a message `bytes LF name LF first bytes of the file`, the number of
  /// its bytes in decimal digits: one JSON line, as `zhinan rule upload_file` prints it; `nil` for a message of another
  /// shape, and for a guide without limits.
  package func judgeFile(_ message: [UInt8]) -> [UInt8]? {
    guard let first = message.firstIndex(of: 0x0A), let second = message[(first + 1)...].firstIndex(of: 0x0A),
      let size = Self.size(message[..<first]), let limits = uploadLimits,
      let anyDay = CalendarDate(year: 2000, month: 1, day: 1)
    else { return nil }
    // No file is judged by the day.
    var facts = RuleFacts()
    facts.uploadLimits = limits
    let line = RuleLine(rule: .uploadFile, today: anyDay, facts: facts)
    var answers = RuleAnswers()
    message.withUnsafeBufferPointer { bytes in
      _ = line.judge(
        file: UnsafeBufferPointer(rebasing: bytes[(first + 1)..<second]), size: size,
        head: UnsafeBufferPointer(rebasing: bytes[(second + 1)...]), into: &answers)
    }
    return answers.writer.bytes
  }

  private static func size(_ digits: ArraySlice<UInt8>) -> Int64? {
    guard (1...15).contains(digits.count) else { return nil }
    var size: Int64 = 0
    for digit in digits {
      guard (0x30...0x39).contains(digit) else { return nil }
      size = size * 10 + Int64(digit - 0x30)
    }
    return size
  }
}
