package import FormModel

/// Why a PDF gives no answers.
package enum FormReadingError: Error, Equatable {
  case notAPDF
  case encrypted
  /// It has no form fields.
  case noForm
  /// It is not one of our forms: its metadata name none.
  case foreign
}

/// What a filled PDF says: which form it is and the value of every field, by the field's name.
package struct FilledForm: Sendable, Equatable {
  package var formID: String
  package var formVersion: String
  package var guideVersion: String
  /// Values of text fields and lists as text, of buttons the chosen option's name; absent when empty or `Off`.
  package private(set) var values: [String: String] = [:]

  /// Reads a PDF that any viewer has saved.
  package init(reading bytes: [UInt8]) throws(FormReadingError) {
    let file = try QPDFHandle(bytes)
    let root = file.root()
    guard let form = file.entry("/AcroForm", of: root), let fields = file.entry("/Fields", of: form) else {
      throw .noForm
    }
    let metadata = file.entry("/Metadata", of: root).flatMap { file.content(of: $0) }
    let packet = String(decoding: metadata ?? [], as: UTF8.self)
    guard let id = Self.element("form:id", in: packet) else { throw .foreign }
    formID = id
    formVersion = Self.element("form:version", in: packet) ?? ""
    guideVersion = Self.element("form:guideVersion", in: packet) ?? ""
    for field in file.elements(of: fields) { read(field, of: file) }
  }

  private mutating func read(_ field: QPDFHandle.Object, of file: borrowing QPDFHandle) {
    guard let name = file.entry("/T", of: field).flatMap({ file.text(of: $0) }) else { return }
    var value = file.entry("/V", of: field).flatMap { file.text(of: $0) }
    if value == nil, file.entry("/FT", of: field).flatMap({ file.text(of: $0) }) == "Btn" {
      let kids = file.entry("/Kids", of: field).map { file.elements(of: $0) } ?? [field]
      for kid in kids where value == nil {
        let state = file.entry("/AS", of: kid).flatMap { file.text(of: $0) }
        if state != "Off" { value = state }
      }
    }
    if let value, !value.isEmpty, value != "Off" { values[name] = value }
  }

  private static func element(_ name: String, in packet: String) -> String? {
    guard let start = packet.firstRange(of: "<\(name)>"),
      let end = packet[start.upperBound...].firstRange(of: "</\(name)>")
    else { return nil }
    return String(packet[start.upperBound..<end.lowerBound])
  }

  /// The answers to a form's questions, ready to be checked.
  package func answers(to form: CompiledForm) -> Answers {
    var answers = Answers(for: form)
    for (index, field) in form.fields.enumerated() {
      let name = String(decoding: field.pdfName, as: UTF8.self)
      if field.kind == .choices {
        for option in field.options {
          let value = String(decoding: option.value, as: UTF8.self)
          if values["\(name)-\(value)"] != nil { answers.choose(index, word: option.value, in: form) }
        }
      } else if let value = values[name] {
        if field.options.isEmpty {
          answers.set(index, text: value.utf8)
        } else {
          answers.choose(index, word: Array(value.utf8), in: form)
        }
      }
      if let item = field.item, answers.isPresent(index) {
        answers.itemCounts[Int(item.group)] = max(answers.itemCounts[Int(item.group)], item.index + 1)
      }
    }
    return answers
  }
}
