internal import SourceText

/// How large a template is with its partials, each counted as often as it is named.
struct TemplateSize {
  var tags = 0
  /// How deep partials stand in partials.
  var depth = 0
  /// All its bytes, and the blanks before each line of a partial that stands indented.
  var bytes = 0
  /// At most so many pieces have blanks put before them when the template stands indented.
  var pieces = 0

  init() {}

  /// A template without its partials.
  init(tags: Int, file: SourceFile?) {
    self.tags = tags
    bytes = file?.text.utf8.count ?? 0
    pieces = 1 + 3 * tags + (file?.text.utf8.count { $0 == UInt8(ascii: "\n") } ?? 0)
  }

  /// Tags and bytes in one measure: the limits of both weigh about the same.
  var weight: Int { 160 * tags + bytes }

  /// Counts a partial that stands in the template.
  mutating func add(_ partial: TemplateSize, indentation: Int) {
    tags += partial.tags
    depth = max(depth, partial.depth + 1)
    bytes += partial.bytes + partial.pieces * indentation
    pieces += partial.pieces
  }
}
