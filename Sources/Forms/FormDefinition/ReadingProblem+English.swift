package import Diagnostics
package import FormMessages
internal import SourceText
package import ZhinanValidation

extension ReadingProblem {
  /// The name as a string.
  package var rawValue: String { "\(name)" }

  /// The problem of this name.
  package init?(rawValue: String) {
    guard let problem = Self.allCases.first(where: { $0.rawValue == rawValue }) else { return nil }
    self = problem
  }

  /// The sentence in English.
  package var say: String {
    switch self {
    case .empty: "The file is empty."
    case .tooLarge: "The file is larger than {limit}."
    case .tooManyParts: "The PDF has more than {pages} pages, or more fields, notes or text than any form."
    case .tooSlow: "Reading the PDF takes more than {seconds} seconds of computing."
    case .notAPDF: "This is no PDF."
    case .damaged: "The PDF is damaged and cannot be put right."
    case .encrypted: "The PDF asks for a password."
    case .flattened: "The PDF was the form “{form}”, but has no fields any more: it was printed to a file or flattened."
    case .noForm: "The PDF has no form fields."
    case .foreign: "The PDF is not one of this guide's forms."
    case .otherForm: "The PDF is the form “{form}”, not “{wanted}”."
    case .ambiguousField: "“{label}” stands in the PDF several times with different answers."
    case .merged: "Several forms were put into this PDF; which one is meant cannot be known ({names})."
    case .signed:
      "The PDF is signed in “{label}”, and nothing was changed afterwards; the signature itself was not checked."
    case .changedAfterSigning: "The PDF was changed after it was signed in “{label}”. Other answers: {names}."
    case .droppedSignature: "The fresh PDF does not keep the digital signature of “{label}”."
    case .attachment: "The PDF has files attached, which were not read: {names}."
    case .droppedAttachment: "The fresh PDF does not keep the attached files: {names}."
    case .repaired: "The PDF was damaged; what could be found was read."
    case .restricted: "The PDF is protected against changes; it was read all the same."
    case .noMetadata: "The PDF does not say which form it is; by its fields it is “{form}”."
    case .otherVersion: "The PDF is version {found} of the form; this guide has {version}."
    case .otherGuide: "The PDF is of the guide's version {found}; it was read as one of {version}."
    case .missingField: "The PDF lacks {count} of the form's fields: {names}."
    case .unknownField: "The PDF has fields that the form does not have: {names}."
    case .contradiction: "“{label}” shows another choice than it holds."
    case .alteredPage: "Page {page} is not drawn as on the blank form: somebody changed it, or a program wrote it anew."
    case .addedDrawing: "Something was drawn on page {page} of the form."
    case .missingPage: "Page {page} of the form is missing."
    case .addedPage: "Page {page} of the PDF is no page of the form."
    case .annotation: "Page {page} has a note or mark that is no field ({kind}); what it says was not read."
    case .alteredField: "The fields’ place, length or choices are not those of the blank form: {names}."
    case .lockedField: "“{label}” is locked in the form; the record changed it all the same."
    case .staleCode: "The printed code is not that of these answers: they were changed after it was printed."
    case .lostCharacter: "A character of “{label}” was lost, at place {place}."
    case .damagedCharacter:
      "“{label}” has {found} ({foundCode}) at place {place}, which may be the rest of {character} ({code})."
    case .repairedCharacter: "“{label}”: {found} ({foundCode}) was put right to {character} ({code}), as in the record."
    case .changed: "“{label}” was {old}, is {new}."
    case .added: "“{label}” was empty, is {new}."
    case .removed: "“{label}” was {old}, is empty."
    case .encryptedForPages: "The PDF is encrypted, with a password or against changes; a page cannot read it."
    case .brokenRecord: "This is no record: its JSON is broken in line {line}."
    }
  }

  /// What to do about it, in English.
  package var hint: String? {
    switch self {
    case .tooLarge: "Save the form again from a viewer, without attachments or pictures."
    case .tooManyParts: "Give a file that holds nothing but the form."
    case .tooSlow: "Save the form again from a viewer, and give the new file."
    case .notAPDF: "Give the PDF that the form was saved as, not a picture or a document."
    case .damaged: "Open it in a viewer and save it again, or send it again: it may have been cut off."
    case .encrypted: "Save it without a password first."
    case .flattened: "Give the file that still can be filled, or the record."
    case .noForm: "A scanned or printed form cannot be read back."
    case .foreign: "--form FORM reads it as one of the guide's forms."
    case .ambiguousField: "Give one form a file."
    case .merged: "Give one form a file."
    case .signed: "A viewer or the signature platform tells who signed."
    case .changedAfterSigning: "Ask the signer which version counts."
    case .droppedSignature: "Let it be signed again, or keep the signed PDF."
    case .droppedAttachment: "Attach them again, or keep the other PDF."
    case .repaired: "Compare every answer."
    case .noMetadata: "--form FORM says which form it is."
    case .otherVersion: "Compare every answer: questions may have changed. The blank was not compared."
    case .missingField: "Their answers count as not given."
    case .contradiction: "Look at the PDF and compare the choice."
    case .alteredPage, .addedDrawing, .missingPage, .addedPage, .alteredField:
      "The answers were read by their names; --rebake FILE puts them on a fresh form."
    case .annotation: "Type answers into the form's fields."
    case .lockedField: "Take it out of the record if the answer of the form is to stay."
    case .staleCode: "--rebake FILE writes a form with the right code."
    case .lostCharacter: "--against RECORD puts it right when the record has it; or type it again."
    case .damagedCharacter:
      "The viewer may have cut a rare character. Compare it with the document and correct the record."
    case .repairedCharacter: "Some viewers cut rare characters; --rebake FILE writes the form anew."
    case .encryptedForPages: "Save it again from a viewer, without a password and without restrictions."
    case .brokenRecord: "Choose a record that this page saved, or send it again: it may have been cut off."
    default: nil
    }
  }

  /// What a page says in place of ``hint``, in English, where that speaks of the command or of what it does besides.
  package var pageHint: String? {
    switch self {
    case .notAPDF: "Choose the PDF or the record (.json) that the form was saved as, not a picture or a document."
    case .foreign: "Choose a PDF of this form."
    case .otherForm: "Open it on the page of that form."
    case .noMetadata: "Compare every answer."
    case .otherVersion: "Compare every answer: questions may have changed."
    case .lostCharacter: "Answer this question again."
    case .damagedCharacter: "The viewer may have cut a rare character. Compare it with the document."
    default: nil
    }
  }
}

extension MessageCatalog {
  /// What is odd about a PDF, in the catalogue's words or in English where it has none.
  package func diagnostic(
    _ problem: ReadingProblem, at place: SourcePlace, _ values: [String: String] = [:]
  ) -> Diagnostic {
    let words = reading[problem] ?? Wording(problem)
    return Diagnostic(
      problem.isError ? .error : .warning, problem.rawValue, at: place, Self.fill(words.say, values),
      hint: words.hint.map { Self.fill($0, values) })
  }

  /// The same for a note.
  package func diagnostic(
    _ problem: ReadingProblem, at place: SourcePlace, _ values: MessageValues
  ) -> Diagnostic {
    let words = reading[problem] ?? Wording(problem)
    func filled(_ text: String) -> [UInt8] { MessageTemplate(Array(text.utf8)).filled(values) }
    return Diagnostic(
      problem.isError ? .error : .warning, problem.rawValue, at: place,
      Sentence(say: filled(words.say), hint: words.hint.map(filled)))
  }
}

extension MessageCatalog.Wording {
  /// What is said in English.
  init(_ problem: ReadingProblem) {
    self.init(say: problem.say, hint: problem.hint, page: problem.pageHint)
  }
}
