internal import FormModel
internal import Glyphs
internal import PDFDrawing
internal import TextLayout

extension BlankFile {
  /// What filling must know of a drawn file.
  ///
  /// - Parameters:
  ///   - digest: the SHA-256 of the packed file.
  ///   - subset: the font of the printed words, made of the first of `fonts`.
  init(
    _ file: PDFFile, _ packed: PackedPDF, digest: [UInt8], pages placed: [PlacedPage], fonts: FontChain,
    subset: FontSubset?
  ) {
    self.init()
    size = UInt32(packed.bytes.count)
    self.digest = digest
    startXref = UInt32(packed.startXref)
    objectCount = UInt32(packed.size)
    info = UInt32(file.info)
    fileID = file.fileID
    let root = file.entries(of: file.root)
    catalog = BlankObject(
      number: UInt32(file.root),
      fixedEntries: file.fixedEntries(file.root, without: ["AcroForm", "Names", "StructTreeRoot", "MarkInfo"]))
    let tree = root.number("Pages")
    pageTree = BlankObject(number: UInt32(tree), fixedEntries: file.fixedEntries(tree, without: ["Kids", "Count"]))
    pages = zip(file.references(in: file.entries(of: tree)["Kids"] ?? []), placed).map { number, page in
      let entries = file.entries(of: number)
      return BlankPage(
        object: BlankObject(
          number: UInt32(number), fixedEntries: file.fixedEntries(number, without: ["Contents", "Annots", "Resources"])),
        contents: UInt32(entries.number("Contents")), annotations: entries["Annots"] ?? [],
        pictures: entries.dictionary("Resources")?.dictionary("XObject")?.bytes(without: []) ?? [], item: page.item)
    }
    guard let first = pages.first,
      let resources = file.entries(of: Int(first.object.number)).dictionary("Resources")
    else { return }
    fontResources = UInt32(resources.number("Font"))
    guard let font = fonts.fonts.first, let subset, subset.name.hasSuffix(font.postScriptName) else { return }
    self.font.object = UInt32(file.entries(of: Int(fontResources)).number("F0"))
    self.font.name = font.postScriptName
    self.font.sourceGlyphs = UInt32(font.glyphCount)
    self.font.scalars = subset.scalars
  }
}

extension PDFFile {
  /// A field's object; `changing` names the entries that a fill replaces.
  func blankObject(_ number: Int, changing: [String]) -> BlankObject {
    let entries = entries(of: number)
    return BlankObject(
      number: UInt32(number), fixedEntries: fixedEntries(number, without: ["Type", "Ff"] + changing),
      flags: UInt32(entries.number("Ff")), replaceableEntries: entries.bytes(only: changing))
  }

  /// The two appearances of a box.
  func appearances(of number: Int) -> BoxAppearances {
    guard let appearances = entries(of: number).dictionary("AP")?.dictionary("N"),
      let on = appearances.entries.first(where: { $0.name != Array("/Off".utf8) })
    else { preconditionFailure("object \(number) is no box") }
    return BoxAppearances(
      on: UInt32(appearances.number(String(decoding: on.name.dropFirst(), as: UTF8.self))),
      off: UInt32(appearances.number("Off")))
  }

  /// `<<` and the entries that stay.
  fileprivate func fixedEntries(_ number: Int, without names: [String]) -> [UInt8] {
    Array("<<".utf8) + entries(of: number).bytes(without: names)
  }

  /// The object numbers in an array of references.
  fileprivate func references(in array: [UInt8]) -> [Int] {
    String(decoding: array, as: UTF8.self).split { !$0.isNumber }.enumerated()
      .compactMap { index, number in index % 2 == 0 ? Int(number) : nil }
  }
}

extension [UInt8] {
  fileprivate func hasSuffix(_ other: [UInt8]) -> Bool { suffix(other.count).elementsEqual(other) }
}
