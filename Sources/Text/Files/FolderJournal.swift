internal import Diagnostics

/// What a change of a folder does, for whoever has to undo it: a line each step.
struct FolderJournal {
  enum Entry: Equatable {
    case folder(String)
    /// A file with the identity that it was staged with (``FileStatus/identity``).
    case placed(String, Int, UInt64, replaces: Bool)
    case removed(String, Int)
  }

  static let path = "\(FolderChange.staging)/journal"
  private static let head = "zhinan-journal 2"
  private static let largest = 64 << 20

  var entries: [Entry]

  /// Writes it under another name, to the disk, and then gives it its own.
  func write(in folder: RealFolder) throws(OutputFailure) {
    let lines = entries.map { entry in
      switch entry {
      case .folder(let path): "folder 0 0 \(path)"
      case .placed(let path, let number, let file, let replaces):
        "\(replaces ? "new" : "add") \(number) \(file) \(path)"
      case .removed(let path, let number): "gone \(number) 0 \(path)"
      }
    }
    let text = ([Self.head] + lines).map { $0 + "\n" }.joined()
    try folder.create("\(Self.path).part", Array(text.utf8), synchronised: true)
    try folder.rename("\(Self.path).part", to: Self.path)
  }

  /// Reads it; one that was not written by ``write(in:)`` is refused.
  static func read(in folder: RealFolder) throws(OutputFailure) -> FolderJournal {
    let text = String(decoding: try folder.read(path, limit: largest, isOwn: true), as: UTF8.self)
    var lines = text.split(separator: "\n")[...]
    guard lines.popFirst() == Substring(head) else {
      throw OutputFailure(path: path, reason: Message("reason.no-journal"))
    }
    var entries: [Entry] = []
    for line in lines {
      // By scalars: a path may begin with a mark that combines with the space before it.
      let words = line.unicodeScalars.split(separator: " ", maxSplits: 3).map { String($0) }
      guard words.count == 4, let number = Int(words[1]), let file = UInt64(words[2]), PlainPath.isPlain(words[3])
      else { throw OutputFailure(path: path, reason: Message("reason.no-journal")) }
      switch words[0] {
      case "folder": entries.append(.folder(words[3]))
      case "new", "add": entries.append(.placed(words[3], number, file, replaces: words[0] == "new"))
      case "gone": entries.append(.removed(words[3], number))
      default: throw OutputFailure(path: path, reason: Message("reason.no-journal"))
      }
    }
    return FolderJournal(entries: entries)
  }
}
