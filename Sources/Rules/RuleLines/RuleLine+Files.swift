#if canImport(Bytes)
  internal import Bytes
#endif
#if canImport(ZhinanValidation)
  internal import ZhinanValidation
#endif

extension RuleLine {
  /// Adds the judgement on a file that lies on a disk, and behind it what the file is: `"file"` (its path), `"bytes"`,
  /// `"found"` (the kind by its first bytes) and, where they tell, `"width"`, `"height"` (pixels) and `"dpi"`.
  ///
  /// - Parameters:
  ///   - path: UTF-8; what stands behind its last `/` is the name.
  ///   - size: bytes of the whole file.
  ///   - head: its first bytes, as many as the largest file that is taken has.
  ///   - answers: gets one line without its end.
  /// - Returns: whether the file has no error.
  package func judge(
    file path: UnsafeBufferPointer<UInt8>, size: Int64, head: UnsafeBufferPointer<UInt8>,
    into answers: inout RuleAnswers
  ) -> Bool {
    let start = path.lastIndex(of: 0x2F).map { $0 + 1 } ?? 0
    let name = UnsafeBufferPointer(rebasing: path[start...])
    let file = UploadedFile.look(at: head, size: size)
    var answer =
      facts.uploadLimits.map { limits in
        judgement(on: UploadedFile.check(name: name, size: size, head: head, limits: limits))
      } ?? Answer(Verdict(.eType))
    answer.details = { writer in
      writer.raw(",\"file\":")
      writer.string(path)
      writer.raw(",\"bytes\":")
      writer.number(size)
      if let found = file.kind {
        writer.raw(",\"found\":")
        writer.string(found.name)
      }
      for (key, number) in [
        ("width", file.header?.width), ("height", file.header?.height), ("dpi", file.header?.resolution),
      ] as [(StaticString, Int32?)] {
        guard let number else { continue }
        writer.raw(",\"")
        writer.raw(key)
        writer.raw("\":")
        writer.number(Int64(number))
      }
    }
    return add(answer, to: &answers)
  }

  /// The answer to a file whose name, size and first bytes are known.
  func judgement(on checked: CheckedValue<UploadedFile>) -> Answer {
    Answer(checked.verdict) { writer in
      if let file = checked.value { writer.string(file.kind.name) }
    }
  }
}
