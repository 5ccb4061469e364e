internal import Bytes

/// A file of the index: its path below the version's folder and its bytes.
package struct SearchFile: Sendable, Hashable {
  /// Parts joined by `/`.
  package let path: String
  /// A script that hands a piece to the page, as `zhinanSearch("name", payload)`.
  package let bytes: [UInt8]

  /// A script that hands `payload` over under this name.
  init(_ name: String, payload: [UInt8]) {
    path = "search/\(name).js"
    bytes = Array("zhinanSearch(\"\(name)\",".utf8) + payload + Array(");\n".utf8)
  }

  /// The most bytes that its call needs beside the payload.
  static let longestCall = 64
}

/// Cuts a sorted list of texts into pieces, each a script with an array of arrays of texts.
struct PieceWriter<Key> {
  /// The pieces so far, but the one that is being written.
  private(set) var files: [SearchFile] = []
  /// The key of the first element of each piece, the last one's too.
  private(set) var starts: [Key] = []
  private let name: String
  /// Bytes of a piece.
  let limit: Int
  private var elements: [[[UInt8]]] = []
  private var size = 0

  init(_ name: String, limit: Int) {
    self.name = name
    self.limit = limit - SearchFile.longestCall
  }

  /// Adds an element. One that the piece has no room for begins the next; `isFirst` makes it do so anyway.
  mutating func append(_ element: [[UInt8]], of key: Key, beginsPiece isFirst: Bool = false) {
    let cost = Self.cost(of: element)
    if starts.isEmpty || isFirst && !elements.isEmpty || size + cost > limit {
      finish()
      starts.append(key)
    }
    elements.append(element)
    size += cost
  }

  /// Adds a text to the last element where that begins with `head` and there is room, else an element of both.
  mutating func append(_ text: [UInt8], under head: [UInt8], of key: Key) {
    let cost = 3 + Self.cost(of: text)
    guard elements.last?.first == head, size + cost <= limit else { return append([head, text], of: key) }
    elements[elements.count - 1].append(text)
    size += cost
  }

  /// Ends the last piece.
  mutating func finish() {
    guard !elements.isEmpty else { return }
    var writer = JSONByteWriter()
    writer.array(elements) { writer, texts in writer.array(texts) { $0.string($1) } }
    files.append(SearchFile("\(name)-\(files.count)", payload: writer.bytes))
    elements.removeAll(keepingCapacity: true)
    size = 0
  }

  /// How many bytes an element takes at most: brackets, commas, quotation marks and escapes counted.
  static func cost(of element: [[UInt8]]) -> Int {
    element.reduce(3) { $0 + 3 + cost(of: $1) }
  }

  /// How many bytes a text takes at most between its quotation marks.
  static func cost(of text: some Sequence<UInt8>) -> Int {
    text.reduce(0) { $0 + cost(of: $1) }
  }

  /// How many bytes a byte of UTF-8 takes at most.
  static func cost(of byte: UInt8) -> Int {
    switch byte {
    case 0..<0x20, 0x7F: 6
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): 2
    // It may begin one of the three bytes U+2028, which becomes six.
    case 0xE2: 4
    default: 1
    }
  }
}
