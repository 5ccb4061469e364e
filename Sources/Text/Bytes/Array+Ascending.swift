extension [UInt64] {
  /// Sorts the numbers, smallest first. Everything that filling sorts is packed into such numbers, because each further
  /// kind of element would bring the standard library's sort into the browser's module once more.
  package mutating func sortAscending() {
    var gap = 1
    while gap < count / 3 { gap = gap * 3 + 1 }
    while gap > 0 {
      for start in indices.dropFirst(gap) {
        let number = self[start]
        var place = start
        while place >= gap, self[place - gap] > number {
          self[place] = self[place - gap]
          place -= gap
        }
        self[place] = number
      }
      gap /= 3
    }
  }
}
