internal import CHaru

/// What is done with the insides of libharu's structures, for which it has no function. Nothing else names their
/// members; a test compares the version and the layout that this was written for with those that are installed.
enum HaruInternals {
  /// The version of libharu whose structures these are.
  static let version = "2.3.0"

  /// The parts of a document that its objects are made with; `nil` where it could not make them.
  static func parts(of document: HPDF_Doc) -> (memory: HPDF_MMgr, references: HPDF_Xref, catalog: HPDF_Dict)? {
    guard let memory = document.pointee.mmgr, let references = document.pointee.xref,
      let catalog = document.pointee.catalog
    else { return nil }
    return (memory, references, catalog)
  }

  /// The number of a dictionary or stream of the document; the bits above it say what libharu does with the object.
  static func number(of object: HPDF_Dict) -> Int { Int(object.pointee.header.obj_id & 0x00FF_FFFF) }

  /// The number of a string that stands in the document by itself.
  static func number(of object: HPDF_Binary) -> Int { Int(object.pointee.header.obj_id & 0x00FF_FFFF) }

  /// Says whether a stream is deflated when the file is saved; returns what its content is written to.
  static func content(of stream: HPDF_Dict, deflated: Bool) -> HPDF_Stream? {
    stream.pointee.filter = HPDF_UINT(deflated ? HPDF_STREAM_FILTER_FLATE_DECODE : HPDF_STREAM_FILTER_NONE)
    return stream.pointee.stream
  }

  /// Lets a dictionary write and then free `text`, which is libharu's own memory, instead of its entries.
  static func setEntries(_ text: HPDF_Stream, of dictionary: HPDF_Dict) {
    dictionary.pointee.attr = UnsafeMutableRawPointer(text)
    dictionary.pointee.write_fn = { dictionary, output in
      let text = dictionary?.pointee.attr?.assumingMemoryBound(to: _HPDF_Stream_Rec.self)
      return HPDF_Stream_WriteToStream(text, output, HPDF_UINT(HPDF_STREAM_FILTER_NONE), nil)
    }
    dictionary.pointee.free_fn = { dictionary in
      HPDF_Stream_Free(dictionary?.pointee.attr?.assumingMemoryBound(to: _HPDF_Stream_Rec.self))
    }
  }

  /// What a page's content is written to.
  static func content(ofPage page: HPDF_Dict) -> HPDF_Stream? {
    page.pointee.attr?.assumingMemoryBound(to: _HPDF_PageAttr_Rec.self).pointee.stream
  }

  /// A page's own dictionary of resources, or the one that it inherits.
  static func resources(ofPage page: HPDF_Dict) -> HPDF_Dict? {
    HPDF_Page_GetInheritableItem(page, "Resources", HPDF_UINT16(HPDF_OCLASS_DICT))?
      .assumingMemoryBound(to: _HPDF_Dict_Rec.self)
  }

  /// The information dictionary, and the trailer.
  static func info(of document: HPDF_Doc) -> HPDF_Dict? { document.pointee.info }
  static func trailer(of document: HPDF_Doc) -> HPDF_Dict? { document.pointee.trailer }

  /// Makes the file say that it is PDF 1.7, which libharu's functions do not offer.
  static func setVersion17(of document: HPDF_Doc) { document.pointee.pdf_version = HPDF_VER_17 }

  /// Where each object of a saved file starts, and where its table of them does.
  static func offsets(in references: HPDF_Xref) -> (objects: [Int], table: Int) {
    let objects = (0..<references.pointee.entries.pointee.count).map { index in
      Int(HPDF_Xref_GetEntry(references, index).pointee.byte_offset)
    }
    return (objects, Int(references.pointee.addr))
  }
}
