package import Glyphs

/// A PDF 1.7 document that is being drawn: pages with text, lines and form fields. Points, origin at the bottom left.
///
/// Nothing throws while it is drawn: the first problem is kept and thrown by `save()`. The same calls make the same
/// bytes.
package struct PDFDocument: ~Copyable {
  /// A page, what is painted on it, and its widgets in reading order.
  struct Page {
    let object: HaruObject
    var content = PDFTokens()
    var widgets: [HaruObject] = []
    /// Indices of the pictures that it shows.
    var pictures: [Int] = []
    /// Its key in the parent tree of a tagged document.
    let structureKey: Int
    /// The elements of its marked contents, by their numbers (MCID).
    var marks: [Int] = []
    /// What the open marked-content sequence is; `nil` when none is open.
    var role: PDFContentRole?
  }

  /// What a key of the parent tree leads to (PDF 32000-1 §14.7.4.4).
  enum StructureParent {
    case page(Int)
    case element(Int)
  }

  let info: PDFInfo
  let fonts: [FontSubset]
  var library: HaruDocument
  var pages: [Page] = []
  /// Top fields of the form.
  var fields: [Int] = []
  /// Appearances of boxes, shared by all boxes of one size.
  var boxAppearances: [BoxAppearance] = []
  /// The structure's elements; none in a document that is not tagged.
  var elements: [StructureElement] = []
  /// By their keys in the parent tree.
  var structureParents: [StructureParent] = []
  /// Pictures by their names, and the numbers of their objects.
  var pictures: [(name: String, object: Int)] = []
  /// Texts that are objects of their own, kept to be used again.
  private var textObjects: [String: Int] = [:]
  var problem: PDFDrawingError?
  /// The font resources of all pages and of the form: `/F0`, `/F1` … in the order of `fonts`, `/Helv`, `/ZaDb`.
  let fontResources: HaruObject

  /// Starts a document whose texts are drawn with `fonts`, asked in their order for each character.
  package init(info: PDFInfo, fonts: [FontSubset]) throws(PDFDrawingError) {
    precondition(info.fileID.count == 16, "a file identifier has 16 bytes")
    self.info = info
    self.fonts = fonts
    var library = try HaruDocument()
    fontResources = library.addDictionary()
    var resources = PDFTokens()
    for (index, font) in fonts.enumerated() {
      resources.name("F\(index)")
      resources.reference(library.addFont(font))
    }
    resources.name("Helv")
    resources.raw("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>")
    resources.name("ZaDb")
    resources.raw("<< /Type /Font /Subtype /Type1 /BaseFont /ZapfDingbats >>")
    library.setEntries(resources.bytes, of: fontResources)
    self.library = library
  }

  /// Starts a document with one font.
  package init(info: PDFInfo, font: FontSubset) throws(PDFDrawingError) { try self.init(info: info, fonts: [font]) }

  /// Adds a page, points; its sides are between 3 and 14,400 points long.
  package mutating func addPage(width: Double, height: Double) -> PDFPageIndex {
    if !width.isFinite || !height.isFinite { note(.coordinate) }  // libharu would write garbage
    pages.append(Page(object: library.addPage(width: width, height: height), structureKey: structureParents.count))
    structureParents.append(.page(pages.count - 1))
    return PDFPageIndex(number: pages.count - 1)
  }

  /// Adds a bookmark at the end of the outline that leads to height `y` of a page.
  package mutating func addOutlineEntry(title: String, page: PDFPageIndex, y: Double) {
    if !y.isFinite { note(.coordinate) }
    library.addOutlineEntry(title: title.pdfText, page: pages[page.number].object, y: y)
  }

  /// The number of an object that is this text; the same text has one object.
  mutating func textObject(_ text: String) -> Int {
    if let known = textObjects[text] { return known }
    let number = library.addString(text.pdfText)
    textObjects[text] = number
    return number
  }

  /// Keeps the first problem.
  mutating func note(_ problem: PDFDrawingError) {
    if self.problem == nil { self.problem = problem }
  }
}
