/// Where a PDF's objects stand, by number (PDF 32000-1 §7.5.4, §7.5.8). The newest section's word counts.
struct CrossReferences: Sendable {
  /// Where an object stands.
  struct Place: Sendable {
    /// How it stands there.
    enum Kind: Sendable {
      /// No section has named it.
      case unknown
      /// It was deleted.
      case free
      /// At an offset of the file.
      case offset
      /// In an object stream.
      case stream
    }

    var kind = Kind.unknown
    /// The offset, or the number of the object stream.
    var value = 0
    var generation = 0
  }

  /// Greatest object number.
  private static let greatest = 1_000_000

  private var places: [Place] = []

  /// Where an object stands; one of an unknown kind that no section names.
  subscript(_ number: Int) -> Place { number > 0 && number < places.count ? places[number] : Place() }

  /// Tells where an object stands, unless a newer section has; whether such a number can be.
  mutating func add(_ number: Int, _ place: Place) -> Bool {
    guard number <= Self.greatest else { return false }
    while places.count <= number { places.append(Place()) }
    if places[number].kind == .unknown { places[number] = place }
    return true
  }
}
