/// How much of one PDF is read. A short file may name the same objects without end.
package struct ReadingBudget {
  /// Most pages; a form has a few.
  package static let mostPages = 1_000
  /// Most fields, annotations, options and parts of drawings together; a form has some hundred.
  private static let mostObjects = 20_000
  /// Most text in fields, in bytes.
  private static let mostText = 8 << 20

  /// Decoded bytes of the pages' drawings that still may be read. Beyond them a drawing counts as unreadable, which is
  /// no error. A blank's pages have some 100 KB.
  package var drawing = 8 << 20
  private var objects = mostObjects
  private var text = mostText

  /// All that may be read of a PDF.
  package init() {}

  /// Whether more was there than may be read: then nothing more is read, and what was read is not whole.
  package private(set) var isSpent = false

  /// Nothing more is read.
  mutating func spend() { isSpent = true }

  /// Takes so many objects.
  package mutating func claim(objects count: Int) {
    objects -= count
    if objects < 0 { isSpent = true }
  }

  /// Takes so many bytes of text.
  package mutating func claim(text count: Int) {
    text -= count
    if text < 0 { isSpent = true }
  }
}
