extension PDFContents {
  /// Deepest tree of names that is followed.
  private static let deepestNames = 16

  /// Names of the files that a PDF carries (PDF 32000-1 §7.11.4): those of the catalog and those that notes hold.
  static func attachments(
    of file: borrowing QPDFHandle, budget: inout ReadingBudget
  ) throws(FormReadingError) -> [String] {
    var found: [String] = []
    let root = file.root()
    if let names = file.entry("/Names", of: root) {
      if let tree = file.entry("/EmbeddedFiles", of: names) {
        try collect(tree, depth: 0, of: file, budget: &budget, into: &found)
      }
    }
    for specification in try file.elements("/AF", of: root, budget: &budget) {
      let name = try self.name(of: specification, in: file, budget: &budget)
      if !found.contains(name) { found.append(name) }
    }
    return found
  }

  private static func collect(
    _ node: QPDFHandle.Object, depth: Int, of file: borrowing QPDFHandle, budget: inout ReadingBudget,
    into found: inout [String]
  ) throws(FormReadingError) {
    guard depth < deepestNames else { return }
    let pairs = try file.elements("/Names", of: node, budget: &budget)
    for index in stride(from: 1, to: pairs.count, by: 2) {
      found.append(try name(of: pairs[index], in: file, budget: &budget))
    }
    file.release(pairs)
    for kid in try file.elements("/Kids", of: node, budget: &budget) {
      try collect(kid, depth: depth + 1, of: file, budget: &budget, into: &found)
      file.release(kid)
    }
  }

  /// The name that a file specification gives its file; `?` when it has none.
  static func name(
    of specification: QPDFHandle.Object, in file: borrowing QPDFHandle, budget: inout ReadingBudget
  ) throws(FormReadingError) -> String {
    if let text = try file.text("/UF", of: specification, budget: &budget) { return text.text }
    return try file.text("/F", of: specification, budget: &budget)?.text ?? "?"
  }
}
