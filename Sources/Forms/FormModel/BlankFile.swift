/// What filling must know of the blank PDF that a form was compiled with.
package struct BlankFile: Sendable, Equatable {
  /// Size in bytes.
  package var size: UInt32 = 0
  /// SHA-256 of the whole file.
  package var digest: [UInt8] = []
  /// Byte offset of the cross-reference stream.
  package var startXref: UInt32 = 0
  /// First object number that is free.
  package var objectCount: UInt32 = 0
  /// Object number of the information dictionary, which the trailer of an update names again.
  package var info: UInt32 = 0
  /// First part of the file identifier (PDF 32000-1 §14.4).
  package var fileID: [UInt8] = []
  /// The catalog without its form, its scripts and its structure tree, which flattening takes away.
  package var catalog = BlankObject()
  /// The root of the page tree without `/Kids` and `/Count`.
  package var pageTree = BlankObject()
  /// The dictionary of font resources that all pages share.
  package var fontResources: UInt32 = 0
  /// The font of the printed words, whose glyphs answers use too.
  package var font = BlankFont()
  /// In the order of the page tree.
  package var pages: [BlankPage] = []

  /// No blank: of a form that is compiled and not yet drawn.
  package init() {}
}

/// A subset font of the blank PDF. Its glyph 0 is `.notdef`; the character at index n of `scalars` is glyph n + 1.
package struct BlankFont: Sendable, Equatable {
  /// Object number of the Type0 font; 0 when the blank has none.
  package var object: UInt32 = 0
  /// PostScript name of the font that it was taken from, without the subset's tag.
  package var name: [UInt8] = []
  /// Number of glyphs of that font; an answer uses the blank's only when name and number are those of the filler's
  /// first font.
  package var sourceGlyphs: UInt32 = 0
  /// Unicode scalar values, ascending.
  package var scalars: [UInt32] = []

  /// No font: answers bring all their characters.
  package init() {}
}

/// A page of the blank PDF.
package struct BlankPage: Sendable, Equatable {
  /// The page's dictionary without `/Contents`, `/Annots` and `/Resources`.
  package var object: BlankObject
  /// Object number of its content stream.
  package var contents: UInt32
  /// The value of `/Annots`, empty when it has none.
  package var annotations: [UInt8]
  /// The entries of `/XObject` in its resources: pictures that are printed there.
  package var pictures: [UInt8]
  /// The element of a repeated group without which a filled form leaves the page out.
  package var item: GroupElement?

  /// A page as it stands in the blank; `item` is `nil` for a page that is never left out.
  package init(
    object: BlankObject, contents: UInt32, annotations: [UInt8], pictures: [UInt8] = [], item: GroupElement? = nil
  ) {
    self.object = object
    self.contents = contents
    self.annotations = annotations
    self.pictures = pictures
    self.item = item
  }
}

/// An object of the blank PDF that filling replaces: its number and the part of its dictionary that stays.
package struct BlankObject: Sendable, Equatable {
  /// The object's number; 0 for none.
  package var number: UInt32
  /// The dictionary from `<<` on, without the entries that a fill writes.
  package var fixedEntries: [UInt8]
  /// Field flags (`/Ff`, PDF 32000-1 §12.7.3.1), which are not among the fixed entries.
  package var flags: UInt32
  /// The entries that a fill replaces as they stand in the blank: `/AP` of texts and lists, `/AS` and `/V` of boxes.
  package var replaceableEntries: [UInt8]

  /// No object, unless its parts are given.
  package init(number: UInt32 = 0, fixedEntries: [UInt8] = [], flags: UInt32 = 0, replaceableEntries: [UInt8] = []) {
    self.number = number
    self.fixedEntries = fixedEntries
    self.flags = flags
    self.replaceableEntries = replaceableEntries
  }
}

/// Where a two-dimensional code that names the form and the record is printed.
package struct QRCodePlace: Sendable, Equatable {
  /// Index of the page, from 0.
  package var page: UInt16
  /// A square, with the code's quiet zone.
  package var rectangle: PageRectangle

  /// The place of a code: a page's index, and a square in hundredths of a point.
  package init(page: UInt16, rectangle: PageRectangle) {
    self.page = page
    self.rectangle = rectangle
  }

  /// Where a code of so many modules a side stands, without its quiet zone of four modules on every side: side, left
  /// and bottom in hundredths of a point.
  package func square(ofModules size: Int) -> (side: Int32, x: Int32, y: Int32) {
    let side = rectangle.width / Int32(size + 8) * Int32(size)
    let quiet = (rectangle.width - side) / 2
    return (side, rectangle.x + quiet, rectangle.y + quiet)
  }
}

/// Boxes side by side for impressions of one thing, as large as the answers say: its outline, room around it and a
/// cross at each corner of the room.
package struct SealBoxes: Sendable, Equatable {
  /// The form of an impression; raw values are those of the compiled form.
  package enum Outline: UInt8, Sendable {
    case ellipse, rectangle
  }

  /// Index of the page, from 0.
  package var page: UInt16
  /// What the boxes share: each stands in the middle of an equal part.
  package var rectangle: PageRectangle
  /// How many boxes stand side by side, 1 to 12.
  package var count: UInt8
  /// Index of the field whose answer is the width in millimetres.
  package var width: UInt16
  /// Index of the field whose answer is the height in millimetres.
  package var height: UInt16
  /// Index of the field that is the choice of outlines.
  package var shape: UInt16
  /// The outline for each option of that choice, in the options' order.
  package var outlines: [Outline]
  /// Room around the outline, hundredths of a point.
  package var room: Int32

  /// Boxes by their page, their fields' indices and their measures.
  package init(
    page: UInt16, rectangle: PageRectangle, count: UInt8, width: UInt16, height: UInt16, shape: UInt16,
    outlines: [Outline], room: Int32
  ) {
    self.page = page
    self.rectangle = rectangle
    self.count = count
    self.width = width
    self.height = height
    self.shape = shape
    self.outlines = outlines
    self.room = room
  }
}
