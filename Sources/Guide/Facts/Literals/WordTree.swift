/// Words that are looked for together: one walk finds all that begin at a place.
struct WordTree<Value: Sendable>: Sendable {
  private struct Branch: Sendable {
    var next: [Unicode.Scalar: Int] = [:]
    var value: Value?
  }

  private var branches = [Branch()]

  /// What stands for a word; `nil` for one that is not there.
  subscript(_ word: String) -> Value? {
    get {
      var branch = 0
      for scalar in word.unicodeScalars {
        guard let next = branches[branch].next[scalar] else { return nil }
        branch = next
      }
      return branches[branch].value
    }
    set {
      var branch = 0
      for scalar in word.unicodeScalars {
        if let next = branches[branch].next[scalar] {
          branch = next
        } else {
          branches.append(Branch())
          branches[branch].next[scalar] = branches.count - 1
          branch = branches.count - 1
        }
      }
      branches[branch].value = newValue
    }
  }

  /// The words that stand there, the shortest first, with where they end.
  func words(in text: FoldedText, at start: Int, skippingBlanks: Bool = false) -> [(value: Value, end: Int)] {
    var (branch, place) = (0, start)
    var found: [(value: Value, end: Int)] = []
    while let scalar = text[place] {
      if scalar == " ", skippingBlanks {
        place += 1
        continue
      }
      // 0.4至1.5 MB is written with a dash in data files, mostly.
      let isDash = skippingBlanks && (scalar == "至" || scalar == "到")
      guard let next = branches[branch].next[scalar] ?? (isDash ? branches[branch].next["-"] : nil) else { break }
      (branch, place) = (next, place + 1)
      if let value = branches[branch].value { found.append((value, place)) }
    }
    return found
  }
}
