internal import Bytes
internal import Diagnostics
internal import SourceText

/// Texts of YAML files that no page can show: control characters and noncharacters, which escapes can bring, and titles in
/// which there is nothing to see.
enum UnfitText {
  /// Most that are told of one file.
  private static let mostTold = 20

  /// Errors for the scalars below a node.
  static func problems(in node: SourceNode) -> [Diagnostic] {
    var found: [Diagnostic] = []
    look(at: node, &found)
    return found
  }

  private static func look(at node: SourceNode, _ found: inout [Diagnostic]) {
    if found.count >= mostTold { return }
    switch node.value {
    case .null: break
    case .scalar(let text):
      guard let scalar = text.unicodeScalars.first(where: isUnfit) else { return }
      let code = String(scalar.value, radix: 16, uppercase: true)
      let shown = "U+" + String(repeating: "0", count: max(0, 4 - code.count)) + code
      found.append(.error("markdown.control", at: node.place, ["code": .text(shown)]))
    case .list(let nodes): for node in nodes { look(at: node, &found) }
    case .map(let entries): for entry in entries { look(at: entry.value, &found) }
    }
  }

  private static func isUnfit(_ scalar: Unicode.Scalar) -> Bool {
    let value = scalar.value
    if value < 0x20 { return value != 0x09 && value != 0x0A && value != 0x0D }
    return (0x7F...0x9F).contains(value) || (0xFDD0...0xFDEF).contains(value) || value & 0xFFFE == 0xFFFE
  }

  /// Whether nothing of it can be seen.
  static func isBlank(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy { $0.properties.isWhitespace || UnicodeText.isInvisible($0.value) }
  }
}
