#if canImport(PDFParsing)
  package import PDFParsing
#endif

extension PDFObjects where Self: ~Copyable {
  /// An array's elements, taken from the budget; empty when the object is none.
  package func elements(of object: Object, budget: inout ReadingBudget) -> [Object] {
    let count = count(of: object)
    var elements: [Object] = []
    budget.claim(objects: count)
    if budget.isSpent { return elements }
    for index in 0..<count { elements.append(element(index, of: object)) }
    return elements
  }

  /// The elements of an array that stands in a dictionary.
  func elements(
    _ key: StaticString, of object: Object, budget: inout ReadingBudget
  ) -> [Object] {
    guard let list = entry(key, of: object) else { return [] }
    defer { release(list) }
    return elements(of: list, budget: &budget)
  }

  /// The objects will not be asked any more.
  package func release(_ objects: [Object]) { for object in objects { release(object) } }

  /// A dictionary's entry that is a name, without its slash.
  func name(_ key: StaticString, of object: Object, budget: inout ReadingBudget) -> [UInt8]? {
    let name = name(key, of: object)
    budget.claim(text: name?.count ?? 0)
    return name
  }

  /// A text in any of the shapes that writers give it: a string, a name, a stream of at most 64 KB.
  func text(_ object: Object, budget: inout ReadingBudget) -> PDFText? {
    if let name = name(object) {
      budget.claim(text: name.count)
      return PDFText(utf8: name)
    }
    guard let bytes = string(object) ?? content(of: object, atMost: 64 << 10) else { return nil }
    budget.claim(text: bytes.count)
    return budget.isSpent ? nil : PDFText(bytes)
  }

  /// A text that stands in a dictionary.
  func text(_ key: StaticString, of object: Object, budget: inout ReadingBudget) -> PDFText? {
    guard !budget.isSpent, let found = entry(key, of: object) else { return nil }
    defer { release(found) }
    return text(found, budget: &budget)
  }

  /// The four numbers of `/Rect`; empty when it is no list of four, fewer when some are no numbers.
  func rectangle(of object: Object) -> [Double] {
    guard let list = entry("/Rect", of: object) else { return [] }
    defer { release(list) }
    guard count(of: list) == 4 else { return [] }
    var numbers: [Double] = []
    for index in 0..<4 {
      let number = element(index, of: list)
      if let value = value(number) { numbers.append(value) }
      release(number)
    }
    return numbers
  }

  /// Every page in order, as the page tree names them; empty when it cannot be followed. A page that the tree names
  /// again and again stands there as often.
  package func pages(budget: inout ReadingBudget) -> [Object] {
    guard let tree = entry("/Pages", of: root()) else { return [] }
    var pages: [Object] = []
    var met = NumberTable()
    var room = 2 * ReadingBudget.mostPages
    walk(tree, depth: 0, met: &met, room: &room, into: &pages)
    if room < 0 { budget.spend() }
    return pages
  }

  private func walk(
    _ node: Object, depth: Int, met: inout NumberTable, room: inout Int, into pages: inout [Object]
  ) {
    guard let kids = entry("/Kids", of: node) else {
      if isDictionary(node) { pages.append(node) }
      return
    }
    defer { release(kids) }
    // A list that is met again makes a ring; an empty node is no page.
    for number in [number(of: node), number(of: kids)] where number != 0 {
      guard met.set(number) else { return }
    }
    // Deepest page tree that is followed.
    guard depth < 32 else { return }
    for index in 0..<count(of: kids) {
      // Nodes that are no pages count too, so that a tree of empty ones ends.
      room -= 1
      if pages.count >= ReadingBudget.mostPages { room = -1 }
      if room < 0 { return }
      walk(element(index, of: kids), depth: depth + 1, met: &met, room: &room, into: &pages)
    }
  }
}
