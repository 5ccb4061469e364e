import CHaru
import Testing

@testable import PDFDrawing

/// The assumptions of HaruInternals.swift about the installed libharu. Where one fails, read that file against the
/// new version's headers before the version here is changed.
@Suite struct HaruLayout {
  @Test func theHeadersAndTheLibraryAreOfTheVersionThatIsKnown() {
    #expect(HPDF_VERSION_TEXT == HaruInternals.version)
    #expect(HPDF_GetVersion().map { String(cString: $0) } == HaruInternals.version)
  }

  /// Sizes in bytes on a machine with pointers of 64 bits.
  @Test func theStructuresHaveTheirKnownSizes() {
    #expect(MemoryLayout<_HPDF_Obj_Header>.size == 8)
    #expect(MemoryLayout<_HPDF_Dict_Rec>.size == 96)
    #expect(MemoryLayout<_HPDF_Stream_Rec>.size == 88)
    #expect(MemoryLayout<_HPDF_PageAttr_Rec>.size == 136)
    #expect(MemoryLayout<_HPDF_Xref_Rec>.size == 56)
  }

  /// The library and the headers mean the same members: what is set through one is seen through the other.
  @Test func theMembersAreWhereTheLibraryHasThem() throws {
    let document = try #require(HPDF_New(nil, nil))
    defer { HPDF_Free(document) }
    let (memory, references, catalog) = try #require(HaruInternals.parts(of: document))
    let dictionary = try #require(HPDF_Dict_New(memory))
    #expect(HPDF_Xref_Add(references, dictionary) == 0)
    let count = HaruInternals.offsets(in: references).objects.count
    #expect(HaruInternals.number(of: dictionary) == count - 1, "the object that was added last")
    let page = try #require(HPDF_AddPage(document))
    let content = try #require(HaruInternals.content(ofPage: page))
    let before = HPDF_Stream_Size(content)
    #expect(HPDF_Page_SetLineWidth(page, 2) == 0)
    #expect(HPDF_Stream_Size(content) > before, "a page's operators go to its content")
    #expect(HaruInternals.resources(ofPage: page) != nil)
    #expect(HaruInternals.info(of: document) != nil)
    HaruInternals.setVersion17(of: document)
    #expect(HPDF_SaveToStream(document) == 0)
    var bytes = [UInt8](repeating: 0, count: Int(HPDF_GetStreamSize(document)))
    var size = HPDF_UINT32(bytes.count)
    #expect(HPDF_ReadFromStream(document, &bytes, &size) == 0)
    #expect(bytes.starts(with: Array("%PDF-1.7".utf8)))
    let saved = HaruInternals.offsets(in: references)
    #expect(bytes[saved.table...].starts(with: Array("xref".utf8)))
    let number = HaruInternals.number(of: catalog)
    #expect(bytes[saved.objects[number]...].starts(with: Array("\(number) 0 obj".utf8)))
  }
}
