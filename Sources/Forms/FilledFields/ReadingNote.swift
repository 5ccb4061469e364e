#if canImport(Bytes)
  internal import Bytes
#endif
#if canImport(FormMessages)
  package import FormMessages
#endif
#if canImport(FormModel)
  package import FormModel
#endif
#if canImport(ZhinanValidation)
  package import ZhinanValidation
#endif

/// Something that is to be told of a file that was read.
package struct ReadingNote: Sendable {
  /// What it is.
  package let problem: ReadingProblem
  /// What its sentence says.
  package fileprivate(set) var values = MessageValues()

  /// A note with what its sentence's placeholders stand for (UTF-8).
  package init(_ problem: ReadingProblem, _ values: [(StaticString, [UInt8])] = []) {
    self.problem = problem
    for (name, value) in values { self.values.set(name, value) }
  }

  /// Names a character.
  fileprivate mutating func set(_ scalar: UInt32, _ character: StaticString, _ code: StaticString) {
    var (sign, point): ([UInt8], [UInt8]) = ([], [])
    sign.appendUTF8(scalar)
    point.appendCodePoint(scalar)
    values.set(character, sign)
    values.set(code, point)
  }
}

/// Tells what is odd about filled PDFs of one form. Names of strangers are masked (``ShownAnswer``).
package struct ReadingNotes {
  private let form: CompiledForm
  private let messages: MessageTable
  /// The notes so far.
  package private(set) var all: [ReadingNote] = []

  /// Nothing yet, of a PDF of `form`; lists and places are called as in `messages`.
  package init(_ form: CompiledForm, in messages: MessageTable) {
    self.form = form
    self.messages = messages
  }

  /// Adds what the file itself and the answers in it give to say.
  package mutating func add(_ file: FileCondition, _ read: ReadAnswers) {
    if !read.copyNames.isEmpty {
      add(.merged, ("names", listed(read.copyNames.prefix(Self.mostNames + 1).map { Self.shown(copy: $0) })))
    }
    for signature in file.signatures { add(signature) }
    if !file.attachments.isEmpty { add(.attachment, ("names", attachments(of: file))) }
    if file.wasRepaired { add(.repaired) }
    if file.isRestricted { add(.restricted) }
    for field in read.ambiguous { add(.ambiguousField, ("label", form.fields[field].label)) }
    for field in read.contradictions { add(.contradiction, ("label", form.fields[field].label)) }
    if !read.unknownNames.isEmpty {
      let names = read.unknownNames.prefix(Self.mostNames + 1).map { name in
        read.copyNames.contains(name) ? Self.shown(copy: name) : ShownAnswer.word(name)
      }
      add(.unknownField, ("names", listed(names)))
    }
    guard let origin = file.origin else { return }
    if origin.guide != form.guideVersion {
      add(.otherGuide, ("found", Self.shown(identity: origin.guide)), ("version", form.guideVersion))
    }
    if origin.version != form.version {
      add(.otherVersion, ("found", Self.shown(identity: origin.version)), ("version", form.version))
    }
  }

  /// Adds a character that a viewer damaged.
  package mutating func add(_ damage: DamagedCharacter, of field: Int) {
    var place: [UInt8] = []
    place.appendDecimal(Int64(damage.offset + 1))
    var note = ReadingNote(damage.isCertain ? .lostCharacter : .damagedCharacter)
    note.values.set("label", form.fields[field].label)
    note.values.set("place", place)
    note.set(damage.found, "found", "foundCode")
    if let proposal = damage.proposals.first { note.set(proposal, "character", "code") }
    all.append(note)
  }

  /// Adds the fields that the PDF lacks.
  package mutating func add(missing names: [[UInt8]]) {
    guard !names.isEmpty else { return }
    var count: [UInt8] = []
    count.appendDecimal(Int64(names.count))
    add(.missingField, ("names", listed(names)), ("count", count))
  }

  /// Adds a note.
  package mutating func add(_ problem: ReadingProblem, _ values: (StaticString, [UInt8])...) {
    all.append(ReadingNote(problem, values))
  }

  private mutating func add(_ signature: PDFSignature) {
    let label = label(of: signature)
    guard let changed = signature.changedFields else { return add(.signed, ("label", label)) }
    let names = listed(changed.map { self.label(ofPDFField: $0) })
    add(.changedAfterSigning, ("label", label), ("names", names.isEmpty ? ("–" as StaticString).utf8 : names))
  }

  /// Names of attached files: their first character and what kind they are, because people name files after persons.
  package func attachments(of file: FileCondition) -> [UInt8] {
    listed(
      file.attachments.prefix(Self.mostNames + 1).map { name in
        var shown = ShownAnswer.word(name.isEmpty ? [0x3F] : name, mayBeKey: false)
        if let dot = name.lastIndex(of: 0x2E), dot > 0, Self.isKind(name[(dot + 1)...]) { shown += name[dot...] }
        return shown
      })
  }

  private static func isKind(_ ending: ArraySlice<UInt8>) -> Bool {
    var hasLetter = false
    for byte in ending {
      guard byte > 0x20, byte < 0x80 else { return false }
      if (0x41...0x5A).contains(byte & 0xDF) { hasLetter = true }
    }
    return hasLetter && ending.count <= 5
  }

  /// What readers call the place of a signature: its field, or its page where the field has no name.
  package func label(of signature: PDFSignature) -> [UInt8] {
    if !signature.fieldName.isEmpty { return label(ofPDFField: signature.fieldName) }
    return messages.name(ofPage: signature.page)
  }

  /// The name of a copy of one of the form's fields, whose number may be somebody's.
  private static func shown(copy name: [UInt8]) -> [UInt8] {
    var digits = 0
    for byte in name {
      if (0x30...0x39).contains(byte) { digits += 1 }
      if byte > 0x7F { digits = 6 }
    }
    return digits < 6 ? name : ShownAnswer.word(name)
  }

  /// What readers call a field of the PDF; its name where no question knows it.
  private func label(ofPDFField name: [UInt8]) -> [UInt8] {
    let last = PDFField(name: name, kind: .other).lastName
    for question in form.questions where CompiledField.pdfName(of: question.key).elementsEqual(last) {
      return question.label
    }
    return ShownAnswer.word(Array(last))
  }

  /// What a PDF says of itself – its form's name, a version –, as messages may show it: a word such as
  /// ``ShownAnswer`` shows it, or a version such as 2026-11 or 1.0.0.
  package static func shown(identity word: [UInt8]) -> [UInt8] {
    var (parts, digits, longest): (Int, Int, Int) = (1, 0, 0)
    var separator: UInt8 = 0
    for byte in word {
      if (0x30...0x39).contains(byte) {
        digits += 1
        longest = max(longest, digits)
      } else {
        guard byte == 0x2D || byte == 0x2E, digits > 0, separator == 0 || separator == byte else {
          return ShownAnswer.word(word)
        }
        separator = byte
        parts += 1
        digits = 0
      }
    }
    let isYear = word.count >= 4 && word.prefix(4).allSatisfy { (0x30...0x39).contains($0) }
    let isVersion: Bool =
      isYear
      ? word.count == 4 || separator == 0x2D && parts == 2 && word[4] == 0x2D && (1...2).contains(digits)
      : (1...2).contains(longest) && digits > 0 && separator != 0x2D && parts <= 3
    return isVersion ? word : ShownAnswer.word(word)
  }

  /// Most names in one sentence; a foreign PDF may have thousands.
  private static let mostNames = 12

  /// At most twelve names, the first characters of each.
  package func listed(_ names: [[UInt8]]) -> [UInt8] {
    var list: [UInt8] = []
    for (index, name) in names.enumerated() {
      if index == Self.mostNames { return list + ("…" as StaticString).utf8 }
      if index > 0 { list += messages.separator }
      list += RecordSentences.shortened(name)
    }
    return list
  }
}

#if !hasFeature(Embedded)
  extension ReadingNotes {
    /// What a PDF says of itself, as messages may show it.
    package static func shownIdentity(_ word: String) -> String {
      String(decoding: shown(identity: Array(word.utf8)), as: UTF8.self)
    }
  }
#endif
