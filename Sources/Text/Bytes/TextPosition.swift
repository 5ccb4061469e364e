/// A place in a text: line and column in Unicode scalars, both from 1.
package struct TextPosition: Sendable, Hashable {
  /// From 1.
  package var line: Int
  /// In Unicode scalars, from 1.
  package var column: Int

  /// The place at a line and column, both from 1.
  package init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }
}
