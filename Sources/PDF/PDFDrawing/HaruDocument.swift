internal import CHaru

/// A dictionary or stream of the document. Number 0: libharu could not make it, and the document remembers why.
struct HaruObject {
  let number: Int
  fileprivate let dictionary: HPDF_Dict?

  fileprivate init(_ dictionary: HPDF_Dict?) {
    self.dictionary = dictionary
    number = dictionary.map { HaruInternals.number(of: $0) } ?? 0
  }
}

/// libharu's document, as a writer of objects: numbering, page tree, outline, deflated streams, cross-reference table.
/// The dictionaries of fonts and fields are given as bytes, whose order is then ours. Only this file calls
/// libharu, and only ``HaruInternals`` looks into its structures.
///
/// Errors do not stop it: the first one is kept and thrown by `save()`.
struct HaruDocument: ~Copyable {
  private let document: HPDF_Doc
  private let memory: HPDF_MMgr
  private let references: HPDF_Xref
  private let catalog: HPDF_Dict
  private var firstError: HPDF_STATUS = 0

  init() throws(PDFDrawingError) {
    guard let document = HPDF_New(nil, nil) else { throw .library(code: UInt(HPDF_FAILD_TO_ALLOC_MEM)) }
    guard let parts = HaruInternals.parts(of: document) else {
      let code = HPDF_GetError(document)
      HPDF_Free(document)
      throw .library(code: code)
    }
    self.document = document
    (memory, references, catalog) = parts
    note(HPDF_SetCompressionMode(document, HPDF_UINT(HPDF_COMP_TEXT)))
  }

  deinit { HPDF_Free(document) }

  /// A new object that is a dictionary; its entries follow with `setEntries`.
  mutating func addDictionary() -> HaruObject {
    guard let dictionary = made(HPDF_Dict_New(memory)) else { return HaruObject(nil) }
    let status = HPDF_Xref_Add(references, dictionary)
    note(status)
    return HaruObject(status == 0 ? dictionary : nil)
  }

  /// A new object that is a stream, whose dictionary has `entries` besides its length and filter.
  mutating func addStream(_ content: [UInt8], deflated: Bool, entries: [UInt8]) -> HaruObject {
    let object = HaruObject(made(HPDF_DictStream_New(memory, references)))
    guard let dictionary = object.dictionary else { return object }
    if let stream = HaruInternals.content(of: dictionary, deflated: deflated) { write(content, to: stream) }
    setEntries(entries, of: object)
    return object
  }

  /// A new object that is a string; returns its number.
  mutating func addString(_ bytes: [UInt8]) -> Int {
    guard let string = binary(bytes) else {
      note(HPDF_STATUS(HPDF_FAILD_TO_ALLOC_MEM))
      return 0
    }
    note(HPDF_Xref_Add(references, string))
    return HaruInternals.number(of: string)
  }

  /// Gives a dictionary its entries, which are written as they are. libharu calls back for them when it saves; what
  /// it is handed is memory of its own.
  mutating func setEntries(_ entries: [UInt8], of object: HaruObject) {
    guard let dictionary = object.dictionary,
      let text = made(HPDF_MemStream_New(memory, HPDF_UINT(max(entries.count, 64))))
    else { return }
    write(entries, to: text)
    HaruInternals.setEntries(text, of: dictionary)
  }

  /// A new page of this size in points.
  mutating func addPage(width: Double, height: Double) -> HaruObject {
    guard let page = made(HPDF_AddPage(document)) else { return HaruObject(nil) }
    note(HPDF_Page_SetWidth(page, HPDF_REAL(width)))
    note(HPDF_Page_SetHeight(page, HPDF_REAL(height)))
    return HaruObject(page)
  }

  /// Gives a page its content, its fonts and its annotations in reading order, and in a tagged document its key in the
  /// parent tree.
  mutating func finish(
    page: HaruObject, content: [UInt8], fonts: HaruObject, pictures: [UInt8], annotations: [HaruObject],
    structureKey: Int?
  ) {
    guard let dictionary = page.dictionary,
      let stream = HaruInternals.content(ofPage: dictionary),
      let resources = HaruInternals.resources(ofPage: dictionary)
    else {
      note(HPDF_STATUS(HPDF_INVALID_PAGE))
      return
    }
    write(content, to: stream)
    note(HPDF_Dict_Add(resources, "Font", fonts.dictionary))
    if !pictures.isEmpty, let objects = made(HPDF_Dict_New(memory)) {
      note(HPDF_Dict_Add(resources, "XObject", objects))
      setEntries(pictures, of: HaruObject(objects))
    }
    if let structureKey { note(HPDF_Dict_AddNumber(dictionary, "StructParents", HPDF_INT32(structureKey))) }
    guard !annotations.isEmpty, let array = made(HPDF_Array_New(memory)) else { return }
    note(HPDF_Dict_Add(dictionary, "Annots", array))
    for annotation in annotations { note(HPDF_Array_Add(array, annotation.dictionary)) }
    note(HPDF_Dict_AddName(dictionary, "Tabs", structureKey == nil ? "R" : "S"))
  }

  /// A bookmark that leads to a height on a page and leaves the zoom alone; libharu's own function wants a zoom, and
  /// its encoder loses characters beyond U+FFFF.
  mutating func addOutlineEntry(title: [UInt8], page: HaruObject, y: Double) {
    guard let entry = made(HPDF_CreateOutline(document, nil, "", nil)),
      let destination = made(HPDF_Array_New(memory))
    else { return }
    note(HPDF_Array_Add(destination, page.dictionary))
    note(HPDF_Array_AddName(destination, "XYZ"))
    note(HPDF_Array_AddNumber(destination, 0))
    note(HPDF_Array_AddReal(destination, HPDF_REAL(y)))
    note(HPDF_Array_AddNumber(destination, 0))
    note(HPDF_Dict_Add(entry, "Title", binary(title)))
    note(HPDF_Dict_Add(entry, "Dest", destination))
  }

  /// Puts a reference to an object into the catalog.
  mutating func setCatalog(_ key: String, _ object: HaruObject) {
    note(HPDF_Dict_Add(catalog, key, object.dictionary))
  }

  /// Puts an ASCII string into the catalog.
  mutating func setCatalog(_ key: String, text: String) {
    note(HPDF_Dict_Add(catalog, key, HPDF_String_New(memory, text, nil)))
  }

  /// Gives the information dictionary its entries instead of libharu's own, and the trailer the file's identity.
  /// Returns the dictionary's number.
  mutating func setInfo(_ entries: [UInt8], fileID: [UInt8]) -> Int {
    guard let info = made(HaruInternals.info(of: document)), let array = made(HPDF_Array_New(memory)) else { return 0 }
    note(HPDF_Dict_RemoveElement(info, "Producer"))
    setEntries(entries, of: HaruObject(info))
    note(HPDF_Dict_Add(HaruInternals.trailer(of: document), "ID", array))
    for _ in 0..<2 { note(HPDF_Array_Add(array, binary(fileID))) }
    return HaruObject(info).number
  }

  /// The whole file, and where each object starts in it.
  mutating func save() throws(PDFDrawingError) -> (
    bytes: [UInt8], offsets: [Int], root: Int, startXref: Int
  ) {
    HaruInternals.setVersion17(of: document)
    if firstError == 0 { note(HPDF_SaveToStream(document)) }
    var size = firstError == 0 ? HPDF_GetStreamSize(document) : 0
    var bytes = [UInt8](repeating: 0, count: Int(size))
    if firstError == 0 {
      bytes.withUnsafeMutableBufferPointer { note(HPDF_ReadFromStream(document, $0.baseAddress, &size)) }
    }
    guard firstError == 0 else { throw .library(code: firstError) }
    let offsets = HaruInternals.offsets(in: references)
    return (bytes, offsets.objects, HaruObject(catalog).number, offsets.table)
  }

  private mutating func binary(_ bytes: [UInt8]) -> HPDF_Binary? {
    var bytes = bytes  // libharu copies them, but its parameter is not const
    return bytes.withUnsafeMutableBufferPointer { HPDF_Binary_New(memory, $0.baseAddress, HPDF_UINT($0.count)) }
  }

  private mutating func write(_ bytes: [UInt8], to stream: HPDF_Stream) {
    guard !bytes.isEmpty else { return }
    bytes.withUnsafeBufferPointer { note(HPDF_Stream_Write(stream, $0.baseAddress, HPDF_UINT($0.count))) }
  }

  private mutating func made<Object>(_ object: Object?) -> Object? {
    if object == nil {
      let code = HPDF_GetError(document)
      note(code == 0 ? HPDF_STATUS(HPDF_FAILD_TO_ALLOC_MEM) : code)
    }
    return object
  }

  private mutating func note(_ status: HPDF_STATUS) {
    if firstError == 0 { firstError = status }
  }
}
