internal import Bytes
internal import FormModel

/// The name of a row's PDF: `0000012-3f9ac41b07de.pdf`, the row and the first 12 hexadecimal digits of a SHA-256 over
/// the checked record, the form and the program. It holds nothing of the record that could be read, but for one answer
/// where that is asked for, between the two.
struct RecordName: Equatable {
  let row: Int
  /// Six bytes.
  let hash: [UInt8]
  /// An answer that was asked to stand in the name; empty for none.
  let label: String

  init(row: Int, hash: [UInt8], label: String = "") {
    self.row = row
    self.hash = hash
    self.label = label
  }

  /// - Parameter labelled: index of the field whose answer stands in the name.
  init(row: Int, _ record: CheckedRecord, _ form: BatchForm, labelledBy labelled: Int? = nil) {
    // Another label is another name of the same record.
    var content = form.identity + (labelled.map { form.compiled.fields[$0].key } ?? [])
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
    let label =
      labelled.map { FileLabel.text(String(decoding: answers.cell($0, of: form.compiled), as: UTF8.self)) } ?? ""
    self.init(row: row, hash: Array(SHA256.digest(of: content).prefix(6)), label: label)
  }

  var file: String {
    let digits = String(row)
    return String(repeating: "0", count: max(0, 7 - digits.count)) + digits + "-"
      + (label.isEmpty ? "" : label + "-") + Hexadecimal.text(hash) + ".pdf"
  }
}
