/// A signature's dictionary as it hangs in a PDF.
struct PDFSignatureValue: Sendable, Equatable {
  /// Partial names of its field, joined by full stops; empty when the field has none.
  var name: String
  /// Index of the page that shows it; `nil` when none does.
  var page: Int?
  /// What it covers: offset and length before and after its own string; `[]` when it does not say.
  var byteRange: [Int]
}

/// Gathers the signatures of a PDF: whatever hangs as one at the value of a field or of a box on a page, whether or not
/// the field has a name and a type, and what the catalog names (PDF 32000-1 §12.8).
struct SignatureReader {
  private(set) var found: [PDFSignatureValue] = []
  /// Numbers of the signatures that were found.
  private var known: Set<Int> = []
  /// Numbers of the fields and boxes that were looked at.
  private var examined: Set<Int> = []

  /// Whether a field or box with this number was not looked at before; direct ones never were.
  func isNew(_ number: Int) -> Bool { number == 0 || !examined.contains(number) }

  /// Looks at the value of a field or box.
  mutating func examine(
    _ node: QPDFHandle.Object, name: String, kind: String?, page: Int?, of file: borrowing QPDFHandle,
    budget: inout ReadingBudget
  ) throws(FormReadingError) {
    let number = file.number(of: node)
    if number != 0 { examined.insert(number) }
    guard let value = file.entry("/V", of: node) else { return }
    defer { file.release(value) }
    try add(value, name: name, isSigned: kind == "Sig", page: page, of: file, budget: &budget)
  }

  /// Looks at the permissions of the catalog, which may name a signature that no field has (§12.8.4).
  mutating func examinePermissions(
    of file: borrowing QPDFHandle, budget: inout ReadingBudget
  ) throws(FormReadingError) {
    guard let permissions = file.entry("/Perms", of: file.root()) else { return }
    defer { file.release(permissions) }
    for key in ["/DocMDP", "/UR3", "/UR"] {
      guard let value = file.entry(key, of: permissions) else { continue }
      defer { file.release(value) }
      try add(value, name: "", isSigned: true, page: nil, of: file, budget: &budget)
    }
  }

  /// - Parameter isSigned: whether the value is one of a signature by its place, so that its string alone shows that
  ///   somebody signed.
  private mutating func add(
    _ value: QPDFHandle.Object, name: String, isSigned: Bool, page: Int?, of file: borrowing QPDFHandle,
    budget: inout ReadingBudget
  ) throws(FormReadingError) {
    guard file.has("/Contents", in: value), isSigned || file.has("/ByteRange", in: value) else { return }
    let number = file.number(of: value)
    guard number == 0 || known.insert(number).inserted else { return }
    let range = try file.elements("/ByteRange", of: value, budget: &budget)
    let numbers = range.compactMap { file.value($0).flatMap { Int(exactly: $0) } }
    file.release(range)
    found.append(PDFSignatureValue(name: name, page: page, byteRange: numbers))
  }
}
