/// The scalars of a text as its rule folds them, each with its place in the text.
struct WrittenScalars {
  /// What is left of the text after folding.
  private(set) var folded: [UInt32] = []
  /// The place of the first `@` of the folded text.
  private(set) var at: Int?
  /// Whether a foreign name is in Latin letters.
  let startsLatin: Bool
  private var places: [UInt32] = []
  private let all: [UInt32]
  private let style: Folding.Style

  init(_ text: UnsafeBufferPointer<UInt8>, style: Folding.Style) {
    self.style = style
    all = CompanyReading.scalars(of: text)
    startsLatin = Self.startsLatin(all)
    var end = 0
    for (place, scalar) in all.enumerated() {
      guard let changed = Folding.change(scalar, style) else { continue }
      let isSpace = Folding.isTrimmed(changed)
      if isSpace, folded.isEmpty { continue }
      folded.append(changed)
      places.append(UInt32(place))
      if !isSpace { end = folded.count }
    }
    folded.removeLast(folded.count - end)
    places.removeLast(places.count - end)
    at = folded.firstIndex(of: 0x40)
  }

  /// The folded text in ASCII, 0x80 for every other scalar.
  var ascii: [UInt8] { folded.map { $0 < 0x80 ? UInt8($0) : 0x80 } }

  private static func startsLatin(_ all: [UInt32]) -> Bool {
    var bytes: [UInt8] = []
    if let first = all.lazy.compactMap({ Folding.change($0, .name) }).first(where: { !Folding.isTrimmed($0) }) {
      bytes.append(scalar: first)
    }
    return bytes.withUnsafeBufferPointer { ForeignName.startsLatin($0) }
  }

  /// The scalar of the text that a place of the folded text comes from.
  func scalar(at place: Int) -> UnexpectedScalar {
    let offset = Int(places[place])
    return UnexpectedScalar(offset: offset, scalar: all[offset])
  }

  /// The first folded scalar of which something holds.
  func first(_ holds: (Int, UInt32) -> Bool) -> UnexpectedScalar? {
    for (place, changed) in folded.enumerated() where holds(place, changed) { return scalar(at: place) }
    return nil
  }
}
