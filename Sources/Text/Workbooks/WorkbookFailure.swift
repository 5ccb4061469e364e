internal import Diagnostics
internal import Files

/// Why a workbook, or the rest of one, is not read.
enum WorkbookFailure: Error, Equatable {
  /// The system's reason.
  case unreadable(InputFailure)
  /// This part is missing, cut off or not as it should be; the archive itself where it is empty.
  case damaged(String)
  /// It opens with a password.
  case encrypted
  /// A workbook of Excel before 2007, or of WPS (.et).
  case oldFormat
  /// A page with a table, or XML of 2003, under the name of a workbook.
  case webPage
  /// A text file under the name of a workbook.
  case text
  /// A file of another program, by what its names end in.
  case otherFormat(String)
  /// More than what anybody's sheet holds, or nearly nothing inflated to very much.
  case tooLarge(String)
  /// No sheet has this name; these are there.
  case noSheet(String, known: [String])
  /// There is no sheet with cells at all.
  case noSheets
  /// Whoever reads has stopped.
  case stopped

  func diagnostic(_ path: String) -> Diagnostic {
    let place = SourcePlace(path)
    switch self {
    case .unreadable(let failure): return .error("file.unreadable", at: place, ["reason": .message(failure.reason)])
    case .damaged(""): return .error("workbook.damaged/archive", at: place)
    case .damaged(let part): return .error("workbook.damaged", at: place, ["part": .text(part)])
    case .encrypted: return .error("workbook.encrypted", at: place)
    case .oldFormat: return .error("workbook.old-format", at: place)
    case .webPage: return .error("workbook.web-page", at: place)
    case .text: return .error("workbook.text", at: place)
    case .otherFormat(let kind): return .error("workbook.other-format", at: place, ["kind": .text(kind)])
    case .tooLarge(let part): return .error("workbook.too-large", at: place, ["part": .text(part)])
    case .noSheet(let name, let known):
      return .error("workbook.no-sheet", at: place, ["name": .text(name), "names": .list(known)])
    case .noSheets, .stopped: return .error("workbook.no-sheets", at: place)
    }
  }
}
