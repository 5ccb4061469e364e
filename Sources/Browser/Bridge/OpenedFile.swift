#if canImport(Bytes)
  internal import Bytes
#endif
#if canImport(FilledFields)
  internal import FilledFields
#endif
#if canImport(FormMessages)
  internal import FormMessages
#endif
#if canImport(FormModel)
  package import FormModel
#endif
#if canImport(ZhinanValidation)
  package import ZhinanValidation
#endif

/// What a file that somebody chose holds for the open form.
package struct OpenedFile: Sendable {
  /// What kind of file it is.
  package enum Kind: Sendable {
    case pdf, record, other

    var name: StaticString {
      switch self {
      case .pdf: "pdf"
      case .record: "record"
      case .other: "other"
      }
    }
  }

  /// Something that is told of the file.
  package struct Note: Sendable {
    /// The stable name, without `record.` where the problem is one of a record.
    package let code: StaticString
    /// In the session's language.
    package let sentence: Sentence
    /// Whether nothing was left out for it.
    package let warns: Bool
  }

  /// What kind of file it is.
  package let kind: Kind
  /// Which form it says it is, or is by its fields; `nil` when that cannot be known.
  package internal(set) var form: [UInt8]?
  /// Of which version of the guide it says it is.
  package internal(set) var guideVersion: [UInt8]?
  /// What could be read; `nil` when nothing could.
  package internal(set) var answers: Answers?
  /// What happened to the file, and what of it could not be taken.
  package internal(set) var notes: [Note] = []
  /// A page is told so many notes, and how many more there are.
  private static let mostNotes = 20

  /// As a page gets it: `{"kind":…,"form":…,"guideVersion":…,"record":{…},"notes":[{"code":…,"say":…,"hint":…,
  /// "warns":…},…],"more":…}`, without what is not known.
  func json(for asked: CompiledForm) -> [UInt8] {
    var writer = JSONByteWriter()
    writer.raw("{\"kind\":")
    writer.string(kind.name)
    if let form, Self.isName(form) {
      writer.raw(",\"form\":")
      writer.string(form)
    }
    if let guideVersion, Self.isName(guideVersion) {
      writer.raw(",\"guideVersion\":")
      writer.string(guideVersion)
    }
    if let answers {
      writer.raw(",\"record\":")
      answers.write(to: &writer, of: asked)
    }
    writer.raw(",\"notes\":")
    writer.array(notes.prefix(Self.mostNotes)) { writer, note in
      writer.raw("{\"code\":")
      writer.string(note.code)
      writer.raw(",\"say\":")
      writer.string(note.sentence.say)
      if let hint = note.sentence.hint {
        writer.raw(",\"hint\":")
        writer.string(hint)
      }
      writer.raw(",\"warns\":")
      writer.bool(note.warns)
      writer.raw("}")
    }
    if notes.count > Self.mostNotes {
      writer.raw(",\"more\":")
      writer.number(Int64(notes.count - Self.mostNotes))
    }
    writer.raw("}")
    return writer.bytes
  }

  /// Whether a text can be the name of a form or of a version; a page is told no other.
  private static func isName(_ text: [UInt8]) -> Bool {
    for byte in text {
      switch byte {
      case 0x61...0x7A, 0x41...0x5A, 0x30...0x39, 0x2D, 0x2E, 0x5F: break
      default: return false
      }
    }
    return !text.isEmpty && text.count <= 60
  }
}

extension Answers {
  /// Writes a record: the form's name, then every answer in the form's order, groups as lists.
  func write(to writer: inout JSONByteWriter, of form: CompiledForm) {
    writer.raw("{\"form\":")
    writer.string(form.id)
    var written = 0
    for (index, field) in form.fields.enumerated() {
      guard let item = field.item else {
        if isPresent(index) {
          writer.raw(",")
          write(index, field.key[...], to: &writer, of: form)
        }
        continue
      }
      let group = Int(item.group)
      guard group >= written else { continue }
      written = group + 1
      let count = min(itemCounts[group], form.groups[group].maximum)
      if count > 0 { write(group: group, count, to: &writer, of: form) }
    }
    writer.raw("}")
  }

  private func write(group: Int, _ count: UInt16, to writer: inout JSONByteWriter, of form: CompiledForm) {
    writer.raw(",")
    writer.string(form.groups[group].key)
    writer.raw(":")
    writer.array(0..<count) { writer, element in
      writer.raw("{")
      var isFirst = true
      for (index, field) in form.fields.enumerated() where isPresent(index) {
        guard let item = field.item, Int(item.group) == group, item.index == element,
          let dot = field.key.firstIndex(of: 0x2E)
        else { continue }
        if !isFirst { writer.raw(",") }
        isFirst = false
        write(index, field.key[(dot + 1)...], to: &writer, of: form)
      }
      writer.raw("}")
    }
  }

  private func write(
    _ index: Int, _ key: ArraySlice<UInt8>, to writer: inout JSONByteWriter, of form: CompiledForm
  ) {
    let field = form.fields[index]
    writer.string(Array(key))
    writer.raw(":")
    guard !field.options.isEmpty else { return writer.string(Array(text(index))) }
    var chosen: [[UInt8]] = []
    for (number, option) in field.options.enumerated() where options(index) >> UInt64(number) & 1 == 1 {
      chosen.append(option.value)
    }
    if field.kind == .choices {
      writer.array(chosen) { writer, value in writer.string(value) }
    } else {
      writer.string(chosen.first ?? [])
    }
  }
}
