internal import Bytes
internal import Diagnostics
internal import Files
internal import SourceText

/// What a form is drawn from, but for the data files that it names, as UTF-8: forms with the same sources have the same
/// blank.
struct FormSources: Equatable {
  /// Path of its definition.
  var path: BytePath
  /// The definition's text.
  var definition: [UInt8]
  /// Path of its layout.
  var layoutPath: BytePath
  /// The layout's text.
  var layout: [UInt8]
  /// Their texts with the facts in them, where they name any.
  var facts: [String]
  /// The guide's version.
  var version: [UInt8]
  /// What the catalogue of messages says, as a file.
  var messages: [UInt8]
  /// The guide's language, and the program's name and version.
  var spoken: [[UInt8]]
  var showsBoxes: Bool
  /// What tells the fonts from others, and how many of them were read before it.
  var fonts: [UInt8]
  var fontCount: Int
}

/// What drawing a form came to besides the form.
struct FormDrawingNotes {
  /// What was found that is no error.
  var diagnostics: [Diagnostic]
  /// How many fonts were read when it was drawn.
  var fontCount: Int
}

extension SourceNode {
  /// All texts of the value, one behind another.
  var texts: String {
    switch value {
    case .null: ""
    case .scalar(let text): text
    case .list(let nodes): nodes.map(\.texts).joined()
    case .map(let entries): entries.map { $0.key + $0.value.texts }.joined()
    }
  }

  /// The value and all that it holds, with their places, as bytes: other bytes for each other file, and for names that
  /// are the same to Unicode only.
  var content: [UInt8] {
    var writer = JSONByteWriter()
    write(into: &writer)
    return writer.bytes
  }

  private func write(into writer: inout JSONByteWriter) {
    writer.object { writer in
      writer.member("\(place)", Int(0))
      switch value {
      case .null: break
      case .scalar(let text): writer.member("text", text)
      case .list(let nodes):
        writer.key("list")
        writer.array(nodes) { $1.write(into: &$0) }
      case .map(let entries):
        writer.key("map")
        writer.array(entries) { writer, entry in
          writer.object { writer in
            writer.member(entry.key, "\(entry.keyPlace)")
            writer.key("value")
            entry.value.write(into: &writer)
          }
        }
      }
    }
  }
}
