// The parts of a compiled form that lie on the blank PDF, as bytes.
extension FormByteWriter {
  mutating func blank(_ blank: BlankFile) {
    integer(blank.size)
    string(blank.digest)
    integer(blank.startXref)
    integer(blank.objectCount)
    integer(blank.info)
    string(blank.fileID)
    object(blank.catalog)
    object(blank.pageTree)
    integer(blank.fontResources)
    integer(blank.font.object)
    string(blank.font.name)
    integer(blank.font.sourceGlyphs)
    list(blank.font.scalars) { writer, scalar in writer.integer(scalar) }
    list(blank.pages) { writer, page in
      writer.object(page.object)
      writer.integer(page.contents)
      writer.string(page.annotations)
      writer.string(page.pictures)
      writer.optional(page.item) { writer, item in writer.item(item) }
    }
  }

  mutating func object(_ object: BlankObject) {
    integer(object.number)
    string(object.fixedEntries)
    integer(object.flags)
    string(object.replaceableEntries)
  }

  mutating func item(_ item: GroupElement) {
    integer(item.group)
    integer(item.index)
  }

  mutating func rectangle(_ rectangle: PageRectangle) {
    for side in [rectangle.x, rectangle.y, rectangle.width, rectangle.height] { integer(side) }
  }

  mutating func samples(_ boxes: SealBoxes) {
    integer(boxes.page)
    rectangle(boxes.rectangle)
    byte(boxes.count)
    for field in [boxes.width, boxes.height, boxes.shape] { integer(field) }
    list(boxes.outlines) { writer, outline in writer.byte(outline.rawValue) }
    integer(boxes.room)
  }

  mutating func widget(_ widget: FieldWidget) {
    switch widget.kind {
    case .text(let cells):
      byte(0)
      byte(cells)
    case .check(let option, let appearances):
      byte(1)
      byte(option)
      self.appearances(appearances)
    case .radio(let option, let parent, let appearances):
      byte(2)
      byte(option)
      object(parent)
      self.appearances(appearances)
    case .list: byte(3)
    case .part(let cells, let parent):
      byte(4)
      byte(cells)
      object(parent)
    }
    object(widget.object)
    integer(widget.page)
    rectangle(widget.rectangle)
    integer(widget.size)
    integer(widget.minimumSize)
    byte(widget.alignment.rawValue)
    byte(widget.wraps ? 1 : 0)
  }

  private mutating func appearances(_ appearances: BoxAppearances) {
    integer(appearances.on)
    integer(appearances.off)
  }
}

extension FormByteReader {
  mutating func blank() -> BlankFile {
    var blank = BlankFile()
    blank.size = integer(UInt32.self)
    blank.digest = string()
    blank.startXref = integer(UInt32.self)
    blank.objectCount = integer(UInt32.self)
    blank.info = integer(UInt32.self)
    blank.fileID = string()
    blank.catalog = object()
    blank.pageTree = object()
    blank.fontResources = integer(UInt32.self)
    blank.font.object = integer(UInt32.self)
    blank.font.name = string()
    blank.font.sourceGlyphs = integer(UInt32.self)
    blank.font.scalars = list { reader in reader.integer(UInt32.self) }
    blank.pages = list { reader in
      BlankPage(
        object: reader.object(), contents: reader.integer(UInt32.self), annotations: reader.string(),
        pictures: reader.string(), item: reader.optional { reader in reader.item() })
    }
    if !isAscending(blank.font.scalars) { fail() }
    return blank
  }

  private func isAscending(_ scalars: [UInt32]) -> Bool {
    for index in scalars.indices.dropFirst() where scalars[index] <= scalars[index - 1] { return false }
    return scalars.allSatisfy { $0 <= 0x10FFFF }
  }

  mutating func object() -> BlankObject {
    BlankObject(
      number: integer(UInt32.self), fixedEntries: string(), flags: integer(UInt32.self),
      replaceableEntries: string())
  }

  mutating func item() -> GroupElement {
    GroupElement(group: integer(UInt16.self), index: integer(UInt16.self))
  }

  mutating func rectangle() -> PageRectangle {
    let rectangle = PageRectangle(
      x: integer(Int32.self), y: integer(Int32.self), width: integer(Int32.self),
      height: integer(Int32.self))
    // No page is longer than 14,400 points (PDF 32000-1 annex C); sums of sides then stay within 32 bits.
    for side in [rectangle.x, rectangle.y, rectangle.width, rectangle.height] where side.magnitude > 1_440_000 {
      fail()
    }
    if rectangle.width < 0 || rectangle.height < 0 { fail() }
    return rectangle
  }

  mutating func samples() -> SealBoxes {
    let page = integer(UInt16.self)
    let rectangle = rectangle()
    let count = byte()
    let width = integer(UInt16.self)
    let height = integer(UInt16.self)
    let shape = integer(UInt16.self)
    let outlines = list { reader in
      let outline = SealBoxes.Outline(rawValue: reader.byte())
      if outline == nil { reader.fail() }
      return outline ?? .rectangle
    }
    let room = integer(Int32.self)
    if room < 0 || room > 1_440_000 { fail() }
    return SealBoxes(
      page: page, rectangle: rectangle, count: count, width: width, height: height, shape: shape, outlines: outlines,
      room: room)
  }

  mutating func widget() -> FieldWidget {
    let kind: FieldWidget.Kind
    switch byte() {
    case 0: kind = .text(cells: byte())
    case 1: kind = .check(option: byte(), appearances: appearances())
    case 2: kind = .radio(option: byte(), parent: object(), appearances: appearances())
    case 4: kind = .part(cells: byte(), parent: object())
    case let number:
      kind = .list
      if number != 3 { fail() }
    }
    let object = object()
    let page = integer(UInt16.self)
    let rectangle = rectangle()
    let size = integer(UInt16.self)
    let minimumSize = integer(UInt16.self)
    let alignment = FieldWidget.Alignment(rawValue: byte())
    if minimumSize == 0 || minimumSize > size || alignment == nil { fail() }
    return FieldWidget(
      kind: kind, object: object, page: page, rectangle: rectangle, size: size, minimumSize: minimumSize,
      alignment: alignment ?? .left, wraps: flag())
  }

  private mutating func appearances() -> BoxAppearances {
    BoxAppearances(on: integer(UInt32.self), off: integer(UInt32.self))
  }
}
