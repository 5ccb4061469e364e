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
  mutating func blank() throws(CompiledFormError) -> BlankFile {
    var blank = BlankFile()
    blank.size = try integer(UInt32.self)
    blank.digest = try string()
    blank.startXref = try integer(UInt32.self)
    blank.objectCount = try integer(UInt32.self)
    blank.info = try integer(UInt32.self)
    blank.fileID = try string()
    blank.catalog = try object()
    blank.pageTree = try object()
    blank.fontResources = try integer(UInt32.self)
    blank.font.object = try integer(UInt32.self)
    blank.font.name = try string()
    blank.font.sourceGlyphs = try integer(UInt32.self)
    blank.font.scalars = try list { (reader) throws(CompiledFormError) in try reader.integer(UInt32.self) }
    blank.pages = try list { (reader) throws(CompiledFormError) in
      BlankPage(
        object: try reader.object(), contents: try reader.integer(UInt32.self), annotations: try reader.string(),
        item: try reader.optional { (reader) throws(CompiledFormError) in try reader.item() })
    }
    guard isAscending(blank.font.scalars) else { throw .damaged }
    return blank
  }

  private func isAscending(_ scalars: [UInt32]) -> Bool {
    for index in scalars.indices.dropFirst() where scalars[index] <= scalars[index - 1] { return false }
    return scalars.allSatisfy { $0 <= 0x10FFFF }
  }

  mutating func object() throws(CompiledFormError) -> BlankObject {
    BlankObject(
      number: try integer(UInt32.self), fixedEntries: try string(), flags: try integer(UInt32.self),
      replaceableEntries: try string())
  }

  mutating func item() throws(CompiledFormError) -> GroupElement {
    GroupElement(group: try integer(UInt16.self), index: try integer(UInt16.self))
  }

  mutating func rectangle() throws(CompiledFormError) -> PageRectangle {
    let rectangle = PageRectangle(
      x: try integer(Int32.self), y: try integer(Int32.self), width: try integer(Int32.self),
      height: try integer(Int32.self))
    // No page is longer than 14,400 points (PDF 32000-1 annex C); sums of sides then stay within 32 bits.
    for side in [rectangle.x, rectangle.y, rectangle.width, rectangle.height] {
      guard (-1_440_000...1_440_000).contains(side) else { throw .damaged }
    }
    guard rectangle.width >= 0, rectangle.height >= 0 else { throw .damaged }
    return rectangle
  }

  mutating func samples() throws(CompiledFormError) -> SealBoxes {
    let page = try integer(UInt16.self)
    let rectangle = try rectangle()
    let count = try byte()
    let width = try integer(UInt16.self)
    let height = try integer(UInt16.self)
    let shape = try integer(UInt16.self)
    let outlines = try list { (reader) throws(CompiledFormError) in
      guard let outline = SealBoxes.Outline(rawValue: try reader.byte()) else { throw CompiledFormError.damaged }
      return outline
    }
    let room = try integer(Int32.self)
    guard (0...1_440_000).contains(room) else { throw .damaged }
    return SealBoxes(
      page: page, rectangle: rectangle, count: count, width: width, height: height, shape: shape, outlines: outlines,
      room: room)
  }

  mutating func widget() throws(CompiledFormError) -> FieldWidget {
    let kind: FieldWidget.Kind
    switch try byte() {
    case 0: kind = .text(cells: try byte())
    case 1: kind = .check(option: try byte(), appearances: try appearances())
    case 2: kind = .radio(option: try byte(), parent: try object(), appearances: try appearances())
    case 3: kind = .list
    case 4: kind = .part(cells: try byte(), parent: try object())
    default: throw .damaged
    }
    let object = try object()
    let page = try integer(UInt16.self)
    let rectangle = try rectangle()
    let size = try integer(UInt16.self)
    let minimumSize = try integer(UInt16.self)
    guard minimumSize > 0, minimumSize <= size, let alignment = FieldWidget.Alignment(rawValue: try byte()) else {
      throw .damaged
    }
    return FieldWidget(
      kind: kind, object: object, page: page, rectangle: rectangle, size: size, minimumSize: minimumSize,
      alignment: alignment, wraps: try flag())
  }

  private mutating func appearances() throws(CompiledFormError) -> BoxAppearances {
    BoxAppearances(on: try integer(UInt32.self), off: try integer(UInt32.self))
  }
}
