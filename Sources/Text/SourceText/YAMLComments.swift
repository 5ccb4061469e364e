internal import CYaml
package import Diagnostics

/// Comments of YAML that may have been meant as part of a value: to YAML, `road #5` is `road` and a comment.
package enum YAMLComments {
  /// A warning for each comment that follows a plain value on its line, and for each `#` without a space behind it in
  /// place of a value. Values in quotation marks say where they end. What is no YAML is looked at up to its mistake.
  package static func warnings(in file: SourceFile) -> [Diagnostic] {
    let lines = file.text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
    return plainEnds(in: file.text).compactMap { end in
      guard end.line < lines.count else { return nil }
      let rest = lines[end.line].dropFirst(end.column)
      let blanks = rest.prefix { $0 == " " || $0 == "\t" }.count
      let comment = rest.dropFirst(blanks)
      guard blanks > 0, comment.first == "#" else { return nil }
      if end.isEmpty, comment.dropFirst().first.map({ $0 == " " || $0 == "\t" }) ?? true { return nil }
      return .warning(
        "yaml.comment-in-value",
        at: SourcePlace(file.path, line: end.line + 1, column: end.column + blanks + 1))
    }
  }

  /// Where a plain scalar ends; lines and columns, in Unicode scalars, count from 0.
  private struct End {
    var line: Int
    var column: Int
    var isEmpty: Bool
  }

  private static func plainEnds(in text: String) -> [End] {
    var text = text
    return text.withUTF8 { bytes in
      var parser = yaml_parser_t()
      guard yaml_parser_initialize(&parser) == 1 else { return [] }
      defer { yaml_parser_delete(&parser) }
      yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING)
      yaml_parser_set_input_string(&parser, bytes.baseAddress, bytes.count)
      var ends: [End] = []
      while true {
        var event = yaml_event_t()
        guard yaml_parser_parse(&parser, &event) == 1 else { return ends }
        defer { yaml_event_delete(&event) }
        if event.type == YAML_STREAM_END_EVENT || event.type == YAML_NO_EVENT { return ends }
        guard event.type == YAML_SCALAR_EVENT, event.data.scalar.style == YAML_PLAIN_SCALAR_STYLE else { continue }
        ends.append(
          End(line: event.end_mark.line, column: event.end_mark.column, isEmpty: event.data.scalar.length == 0))
      }
    }
  }
}
