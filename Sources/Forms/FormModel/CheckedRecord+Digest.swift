#if canImport(Bytes)
  internal import Bytes
#endif

extension CheckedRecord {
  /// SHA-256 of the form's id, version and guide version and of all answers in the form's order, each as
  /// `key`, 0, canonical value, 10; the options of a choice are joined by `;`.
  package func digest(in form: CompiledForm) -> [UInt8] {
    var content: [UInt8] = []
    content.reserveCapacity(2048)
    for text in [form.id, form.version, form.guideVersion] {
      content += text
      content.append(10)
    }
    for (index, field) in form.fields.enumerated() where answers.isPresent(index) {
      content += field.key
      content.append(0)
      let bits = answers.options(index)
      if bits == 0 {
        content += answers.text(index)
      } else {
        for (number, option) in field.options.enumerated() where bits & (1 << UInt64(number)) != 0 {
          content += option.value
          content.append(0x3B)
        }
        content.removeLast()
      }
      content.append(10)
    }
    return SHA256.digest(of: content)
  }
}
