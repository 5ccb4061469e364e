internal import ArgumentParser
internal import Content
internal import Diagnostics
internal import FilledFields
internal import FormDefinition
internal import FormMessages
internal import FormReading
internal import Foundation
internal import Publishing

/// A filled PDF on disk.
struct FilledFile {
  let path: String
  let form: FilledForm

  /// What keeps a file from being read as a form.
  enum Rejection: Error {
    case unreadable([Diagnostic])
    case problem(ReadingProblem, [String: String])
  }

  /// Reads the file; one that is too large is not loaded.
  init(_ path: String) throws(Rejection) {
    self.path = path
    var problems: [Diagnostic] = []
    guard let bytes = BinaryFile.read(path, limit: FilledForm.largestFile + 1, diagnostics: &problems) else {
      throw .unreadable(problems)
    }
    let read: FilledForm?
    do {
      read = try ReadingLimits.within { () throws(FormReadingError) in try FilledForm(reading: bytes) }
    } catch {
      switch error {
      case .empty: throw .problem(.empty, [:])
      case .tooLarge: throw .problem(.tooLarge, ["limit": "\(FilledForm.largestFile >> 20) MB"])
      case .tooManyParts: throw .problem(.tooManyParts, ["pages": "\(ReadingBudget.mostPages)"])
      case .notAPDF: throw .problem(.notAPDF, [:])
      case .damaged: throw .problem(.damaged, [:])
      case .encrypted: throw .problem(.encrypted, [:])
      case .flattened(let origin): throw .problem(.flattened, ["form": ReadingNotes.shownIdentity(origin.formID)])
      case .noForm: throw .problem(.noForm, [:])
      }
    }
    guard let read else { throw .problem(.tooSlow, ["seconds": "\(ReadingLimits.seconds)"]) }
    form = read
  }

  /// Reads the file for a command; a rejection is printed and ends it.
  static func read(
    _ path: String, console: Console, messages: @autoclosure () -> MessageCatalog
  ) throws -> FilledFile {
    do {
      return try FilledFile(path)
    } catch {
      switch error {
      case .unreadable(let problems): try console.reportAndStop(onErrorsIn: problems)
      case .problem(.tooSlow, let values):
        console.report([messages().diagnostic(.tooSlow, at: SourcePlace(path), values)])
        // Without cleaning up: libqpdf is still at work.
        _exit(Outcome.problems.rawValue)
      case .problem(let problem, let values):
        try console.reportAndStop(onErrorsIn: [messages().diagnostic(problem, at: SourcePlace(path), values)])
      }
      throw Outcome.fault
    }
  }

  /// The guide's sentences, for problems that come before a form is known; English where the guide cannot be read.
  static func messages(root: URL, options: FormOptions) -> MessageCatalog {
    var ignored: [Diagnostic] = []
    var language = options.lang
    if language == nil, let today = try? Clock.today(options.today) {
      language = GuideReader.read(root: root, today: today, diagnostics: &ignored)?.language
    }
    return language.flatMap { MessageCatalog.read($0, root: root, diagnostics: &ignored) } ?? MessageCatalog()
  }
}
