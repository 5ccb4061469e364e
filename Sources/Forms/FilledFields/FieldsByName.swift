/// Fields by the last part of their names, or by their whole names.
struct FieldsByName {
  /// Ascending by name, each name once, its fields in the PDF's order.
  private(set) var entries: [(name: [UInt8], fields: [PDFField])] = []

  init(_ fields: [PDFField], byWholeName isWhole: Bool = false) {
    for field in fields {
      let name = isWhole ? field.name : Array(field.lastName)
      let place = place(of: name)
      if place < entries.count, entries[place].name == name {
        entries[place].fields.append(field)
      } else {
        entries.insert((name, [field]), at: place)
      }
    }
  }

  /// The fields of a name.
  subscript(_ name: [UInt8]) -> [PDFField] {
    let place = place(of: name)
    return place < entries.count && entries[place].name == name ? entries[place].fields : []
  }

  /// Where a name stands or would stand.
  private func place(of name: [UInt8]) -> Int {
    var (low, high) = (0, entries.count)
    while low < high {
      let middle = (low + high) / 2
      if entries[middle].name.lexicographicallyPrecedes(name) { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
