/// How much of one PDF is read. A short file may name the same objects without end.
package struct ReadingBudget {
  /// Most pages; a form has a few.
  package static let mostPages = 1_000
  /// Most fields, annotations, options and parts of drawings together; a form has some hundred.
  static let mostObjects = 20_000
  /// Most text in fields, in bytes.
  static let mostText = 8 << 20

  /// Decoded bytes of the pages' drawings that still may be read. Beyond them a drawing counts as unreadable, which is
  /// no error. A blank's pages have some 100 KB.
  var drawing = 8 << 20
  private var objects = mostObjects
  private var text = mostText

  /// Takes so many objects.
  mutating func claim(objects count: Int) throws(FormReadingError) {
    objects -= count
    if objects < 0 { throw .tooManyParts }
  }

  /// Takes so many bytes of text.
  mutating func claim(text count: Int) throws(FormReadingError) {
    text -= count
    if text < 0 { throw .tooManyParts }
  }
}
