extension SourceNode {
  /// This value laid over another: maps key by key, in the other's order and then in this one's; else this value alone.
  package func laid(over other: SourceNode) -> SourceNode {
    guard let own = map, let others = other.map else { return self }
    var entries = others.map { entry in
      var entry = entry
      if let over = own.first(where: { $0.key == entry.key }) {
        entry.value = over.value.laid(over: entry.value)
        entry.keyPlace = over.keyPlace
      }
      return entry
    }
    entries += own.filter { entry in !others.contains { $0.key == entry.key } }
    var laid = other
    laid.value = .map(entries)
    return laid
  }
}
