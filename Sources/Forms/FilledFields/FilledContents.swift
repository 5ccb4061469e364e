#if canImport(Bytes)
  internal import Bytes
#endif
#if canImport(PDFParsing)
  package import PDFParsing
#endif

/// What a PDF holds beside its drawings, copied out of whoever parsed it: fields, signatures, attachments, metadata.
package struct FilledContents: Sendable, Equatable {
  /// Kinds of annotations that are no form fields, such as `FreeText`, by page; none for a page that stands in the tree
  /// a second time.
  package private(set) var annotations: [[[UInt8]]] = []
  /// From the form dictionary and from the pages alike.
  package private(set) var fields: [PDFField] = []
  /// Signatures in the order of the fields.
  package private(set) var signatures: [PDFSignatureValue] = []
  /// Names of embedded files (UTF-8).
  package private(set) var attachments: [[UInt8]] = []
  /// Which form it says it is.
  package private(set) var origin: FormOrigin?

  /// A PDF without anything.
  package init() {}

  /// Reads what an open PDF holds, as far as the budget goes.
  package init<File: PDFObjects & ~Copyable>(
    of file: borrowing File, budget: inout ReadingBudget
  ) {
    let root = file.root()
    var reader = FieldReader<File>()
    var met = NumberTable()
    for (index, page) in file.pages(budget: &budget).enumerated() {
      annotations.append([])
      // A page that stands in the tree twice is read once.
      let number = file.number(of: page)
      guard number == 0 || met.set(number) else { continue }
      for annotation in file.elements("/Annots", of: page, budget: &budget) {
        let kind = file.name("/Subtype", of: annotation) ?? []
        if ("Widget" as StaticString).equals(kind) {
          if file.number(of: annotation) != 0 { reader.pages.set(file.number(of: annotation), index) }
          reader.widgets.append(annotation)
        } else {
          if !("Popup" as StaticString).equals(kind) { annotations[index].append(Array(kind.prefix(40))) }
          if ("FileAttachment" as StaticString).equals(kind), let specification = file.entry("/FS", of: annotation) {
            attachments.append(Self.name(of: specification, in: file, budget: &budget))
          }
          file.release(annotation)
        }
      }
      file.release(page)
    }
    if let form = file.entry("/AcroForm", of: root) {
      for field in file.elements("/Fields", of: form, budget: &budget) {
        reader.read(field, FieldReader.Inherited(), depth: 0, of: file, budget: &budget)
      }
    }
    reader.readOrphanFields(of: file, budget: &budget)
    reader.readOrphanSignatures(of: file, budget: &budget)
    reader.signatures.examinePermissions(of: file, budget: &budget)
    fields = reader.fields
    signatures = reader.signatures.found
    readAttachments(of: file, budget: &budget)
    if let packet = file.entry("/Metadata", of: root), let metadata = file.content(of: packet, atMost: 64 << 10) {
      origin = FormOrigin(metadata: metadata)
    }
  }

  /// Names of the files that a PDF carries (PDF 32000-1 §7.11.4): those of the catalog; those that notes hold stand
  /// already.
  private mutating func readAttachments<File: PDFObjects & ~Copyable>(
    of file: borrowing File, budget: inout ReadingBudget
  ) {
    let root = file.root()
    var found: [[UInt8]] = []
    if let names = file.entry("/Names", of: root), let tree = file.entry("/EmbeddedFiles", of: names) {
      Self.collect(tree, depth: 0, of: file, budget: &budget, into: &found)
    }
    for specification in file.elements("/AF", of: root, budget: &budget) {
      let name = Self.name(of: specification, in: file, budget: &budget)
      if !found.contains(name) { found.append(name) }
    }
    attachments += found
  }

  private static func collect<File: PDFObjects & ~Copyable>(
    _ node: File.Object, depth: Int, of file: borrowing File, budget: inout ReadingBudget, into found: inout [[UInt8]]
  ) {
    // Deepest tree of names that is followed.
    guard depth < 16 else { return }
    let pairs = file.elements("/Names", of: node, budget: &budget)
    for index in stride(from: 1, to: pairs.count, by: 2) {
      found.append(name(of: pairs[index], in: file, budget: &budget))
    }
    file.release(pairs)
    for kid in file.elements("/Kids", of: node, budget: &budget) {
      collect(kid, depth: depth + 1, of: file, budget: &budget, into: &found)
      file.release(kid)
    }
  }

  /// The name that a file specification gives its file; `?` when it has none.
  private static func name<File: PDFObjects & ~Copyable>(
    of specification: File.Object, in file: borrowing File, budget: inout ReadingBudget
  ) -> [UInt8] {
    if let text = file.text("/UF", of: specification, budget: &budget) { return text.utf8 }
    return file.text("/F", of: specification, budget: &budget)?.utf8 ?? [0x3F]
  }
}
