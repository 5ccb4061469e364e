extension PDFDocument {
  /// Ends the document; throws the first problem of its making.
  package consuming func save() throws(PDFDrawingError) -> PDFFile {
    for page in pages {
      if page.content.isOutOfRange { note(.coordinate) }
      let end = page.role == nil ? [] : Array("EMC\n".utf8)
      library.finish(
        page: page.object, content: page.content.bytes + end, fonts: fontResources,
        pictures: pictureEntries(of: page), annotations: page.widgets,
        structureKey: elements.isEmpty ? nil : page.structureKey)
    }
    setForm()
    setStructure()
    setMetadata()
    let infoNumber = library.setInfo(info.dictionary, fileID: info.fileID)
    if let problem { throw problem }
    let saved = try library.save()
    return PDFFile(
      bytes: saved.bytes, objectOffsets: saved.offsets, root: saved.root, info: infoNumber,
      startXref: saved.startXref, fileID: info.fileID)
  }

  /// `/AcroForm` (PDF 32000-1 §12.7.2), without NeedAppearances: viewers then show what is drawn.
  private mutating func setForm() {
    guard !fields.isEmpty else { return }
    var entries = PDFTokens()
    entries.raw("/Fields [")
    for field in fields { entries.reference(field) }
    entries.raw("] /DA (/Helv 0 Tf 0 g) /DR << /Font")
    entries.reference(fontResources.number)
    entries.raw(">>")
    let form = library.addDictionary()
    library.setEntries(entries.bytes, of: form)
    library.setCatalog("AcroForm", form)
  }

  private mutating func setMetadata() {
    let metadata = library.addStream(
      info.metadata, deflated: false, entries: Array("/Type /Metadata /Subtype /XML ".utf8))
    library.setCatalog("Metadata", metadata)
    library.setCatalog("Lang", text: info.language)
    let preferences = library.addDictionary()
    library.setEntries(Array("/DisplayDocTitle true ".utf8), of: preferences)
    library.setCatalog("ViewerPreferences", preferences)
  }
}
