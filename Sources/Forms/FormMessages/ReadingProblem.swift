#if canImport(Bytes)
  internal import Bytes
#endif
#if canImport(ZhinanValidation)
  package import ZhinanValidation
#endif

/// What can be odd about a file that is read back. Tables of sentences say those that a page can meet under `reading/`
/// and the name.
package enum ReadingProblem: Sendable, CaseIterable {
  case empty
  case tooLarge
  case tooManyParts
  case tooSlow
  case notAPDF
  case damaged
  case encrypted
  case flattened
  case noForm
  case foreign
  case otherForm
  case ambiguousField
  case merged
  case signed
  case changedAfterSigning
  case droppedSignature
  case attachment
  case droppedAttachment
  case repaired
  case restricted
  case noMetadata
  case otherVersion
  case otherGuide
  case missingField
  case unknownField
  case contradiction
  case alteredPage
  case addedDrawing
  case missingPage
  case addedPage
  case annotation
  case alteredField
  case lockedField
  case staleCode
  case lostCharacter
  case damagedCharacter
  case repairedCharacter
  case changed
  case added
  case removed
  // What only pages say, which read fewer files than the command.
  case encryptedForPages, brokenRecord

  /// The stable name, a diagnostic's id.
  package var name: StaticString {
    switch self {
    case .empty: "pdf.empty"
    case .tooLarge: "pdf.too-large"
    case .tooManyParts: "pdf.too-many-parts"
    case .tooSlow: "pdf.too-slow"
    case .notAPDF: "pdf.not-a-pdf"
    case .damaged: "pdf.damaged"
    case .encrypted: "pdf.encrypted"
    case .flattened: "pdf.flattened"
    case .noForm: "pdf.no-form"
    case .foreign: "pdf.foreign"
    case .otherForm: "pdf.other-form"
    case .ambiguousField: "pdf.ambiguous-field"
    case .merged: "pdf.merged"
    case .signed: "pdf.signed"
    case .changedAfterSigning: "pdf.changed-after-signing"
    case .droppedSignature: "pdf.signature-dropped"
    case .attachment: "pdf.attachment"
    case .droppedAttachment: "pdf.attachment-dropped"
    case .repaired: "pdf.repaired"
    case .restricted: "pdf.restricted"
    case .noMetadata: "pdf.no-metadata"
    case .otherVersion: "pdf.other-version"
    case .otherGuide: "pdf.other-guide"
    case .missingField: "pdf.missing-field"
    case .unknownField: "pdf.unknown-field"
    case .contradiction: "pdf.contradiction"
    case .alteredPage: "pdf.altered-page"
    case .addedDrawing: "pdf.added-drawing"
    case .missingPage: "pdf.missing-page"
    case .addedPage: "pdf.added-page"
    case .annotation: "pdf.annotation"
    case .alteredField: "pdf.altered-field"
    case .lockedField: "pdf.locked-field"
    case .staleCode: "pdf.stale-code"
    case .lostCharacter: "record.lost-character"
    case .damagedCharacter: "record.damaged-character"
    case .repairedCharacter: "record.healed-character"
    case .changed: "record.changed"
    case .added: "record.added"
    case .removed: "record.removed"
    case .encryptedForPages: "pdf.encryption"
    case .brokenRecord: "record.damaged"
    }
  }

  /// Whether it stops the reading or rejects the record.
  package var isError: Bool {
    switch self {
    case .empty, .tooLarge, .tooManyParts, .tooSlow, .notAPDF, .damaged, .encrypted, .flattened, .noForm, .foreign,
      .otherForm, .ambiguousField, .merged, .lostCharacter, .encryptedForPages, .brokenRecord:
      true
    default: false
    }
  }

  /// Whether a page can meet it.
  package var isForPages: Bool {
    switch self {
    case .tooSlow, .encrypted, .droppedSignature, .droppedAttachment, .repaired, .restricted, .alteredPage,
      .addedDrawing, .missingPage, .addedPage, .annotation, .alteredField, .lockedField, .staleCode,
      .repairedCharacter, .changed, .added, .removed:
      false
    default: true
    }
  }

  /// The name of its sentence in tables.
  package var tableName: [UInt8] { ("reading/" as StaticString).utf8 + name.bytes }
}

extension MessageTable {
  /// The sentence for something odd about a file; its name where the table has none.
  package func sentence(reading problem: ReadingProblem, _ values: MessageValues) -> Sentence {
    guard let message = message(problem.tableName) else { return Sentence(say: problem.name.utf8) }
    return Sentence(say: message.say.filled(values), hint: message.hint?.filled(values))
  }

  /// What a page of a PDF is called that has no label, counted from 1; without a page, what the file itself is called.
  package func name(ofPage page: Int?) -> [UInt8] {
    guard let page else { return message(Self.fileName)?.say.text ?? ("the file itself" as StaticString).utf8 }
    var number: [UInt8] = []
    number.appendDecimal(Int64(page))
    var values = MessageValues()
    values.set("page", number)
    return (message(Self.pageName)?.say ?? MessageTemplate(("page {page}" as StaticString).utf8)).filled(values)
  }

  /// The names of what pages and the file are called.
  package static let (pageName, fileName) = (("place/page" as StaticString).utf8, ("place/file" as StaticString).utf8)
}
