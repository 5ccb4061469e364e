#if canImport(PDFParsing)
  internal import PDFParsing
#endif

/// A signature's dictionary as it hangs in a PDF.
package struct PDFSignatureValue: Sendable, Equatable {
  /// Partial names of its field, joined by full stops; empty when the field has none.
  package var name: [UInt8]
  /// Index of the page that shows it; `nil` when none does.
  package var page: Int?
  /// What it covers: offset and length before and after its own string; `[]` when it does not say.
  package var byteRange: [Int]
}

/// Gathers the signatures of a PDF: whatever hangs as one at the value of a field or of a box on a page, whether or not
/// the field has a name and a type, and what the catalog names (PDF 32000-1 §12.8).
struct SignatureReader {
  private(set) var found: [PDFSignatureValue] = []
  /// Numbers of the signatures that were found.
  private var known = NumberTable()
  /// Numbers of the fields and boxes that were looked at.
  private var examined = NumberTable()

  init() {}

  /// Whether a field or box with this number was not looked at before; direct ones never were.
  func isNew(_ number: Int) -> Bool { number == 0 || examined[number] == nil }

  /// Looks at the value of a field or box.
  mutating func examine<File: PDFObjects & ~Copyable>(
    _ node: File.Object, name: [UInt8], kind: PDFField.Kind, page: Int?, of file: borrowing File,
    budget: inout ReadingBudget
  ) {
    let number = file.number(of: node)
    if number != 0 { examined.set(number) }
    guard let value = file.entry("/V", of: node) else { return }
    defer { file.release(value) }
    add(value, name: name, isSigned: kind == .signature, page: page, of: file, budget: &budget)
  }

  /// Looks at the permissions of the catalog, which may name a signature that no field has (§12.8.4).
  mutating func examinePermissions<File: PDFObjects & ~Copyable>(
    of file: borrowing File, budget: inout ReadingBudget
  ) {
    guard let permissions = file.entry("/Perms", of: file.root()) else { return }
    defer { file.release(permissions) }
    let keys: [StaticString] = ["/DocMDP", "/UR3", "/UR"]
    for key in keys {
      guard let value = file.entry(key, of: permissions) else { continue }
      defer { file.release(value) }
      add(value, name: [], isSigned: true, page: nil, of: file, budget: &budget)
    }
  }

  /// - Parameter isSigned: whether the value is one of a signature by its place, so that its string alone shows that
  ///   somebody signed.
  private mutating func add<File: PDFObjects & ~Copyable>(
    _ value: File.Object, name: [UInt8], isSigned: Bool, page: Int?, of file: borrowing File,
    budget: inout ReadingBudget
  ) {
    guard file.has("/Contents", in: value), isSigned || file.has("/ByteRange", in: value) else { return }
    let number = file.number(of: value)
    guard number == 0 || known.set(number) else { return }
    let range = file.elements("/ByteRange", of: value, budget: &budget)
    var numbers: [Int] = []
    for part in range {
      if let value = file.value(part), let number = Int(exactly: value) { numbers.append(number) }
    }
    file.release(range)
    found.append(PDFSignatureValue(name: name, page: page, byteRange: numbers))
  }
}
