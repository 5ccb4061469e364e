internal import Bytes
internal import FormModel

/// The name of a row's PDF: `0000012-3f9ac41b07de.pdf`, the row and the first 12 hexadecimal digits of a SHA-256 over
/// the checked record, the form and the program. It holds nothing of the record that could be read.
struct RecordName: Equatable {
  let row: Int
  /// Six bytes.
  let hash: [UInt8]

  init(row: Int, hash: [UInt8]) {
    self.row = row
    self.hash = hash
  }

  init(row: Int, _ record: CheckedRecord, _ form: BatchForm) {
    var content = form.identity
    let answers = record.answers
    for count in answers.itemCounts { content.append(UInt8(truncatingIfNeeded: count)) }
    for index in form.compiled.fields.indices where answers.isPresent(index) {
      let options = answers.options(index)
      content.append(UInt8(truncatingIfNeeded: index))
      content.append(UInt8(truncatingIfNeeded: index >> 8))
      withUnsafeBytes(of: options.littleEndian) { content.append(contentsOf: $0) }
      let text = answers.text(index)
      withUnsafeBytes(of: UInt32(text.count).littleEndian) { content.append(contentsOf: $0) }
      content += text
    }
    self.init(row: row, hash: Array(SHA256.digest(of: content).prefix(6)))
  }

  var file: String {
    let digits = String(row)
    return String(repeating: "0", count: max(0, 7 - digits.count)) + digits + "-" + Hexadecimal.text(hash) + ".pdf"
  }
}
