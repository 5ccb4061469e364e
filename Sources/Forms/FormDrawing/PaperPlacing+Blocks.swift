internal import Diagnostics
internal import FormDefinition
internal import PDFDrawing

// Blocks that hold others, and pictures.
extension PaperPlacing {
  /// Places a band: tables with a cell at their left. It stays together where a page has room for it, but for tables with
  /// a header: they begin where there is room, and go on on the next page.
  mutating func placeBand(_ label: String, width: Double, _ tables: [PaperTable], at place: SourcePlace) {
    guard hasRoom(width, leaving: 1, for: Message("word.band"), at: place) else { return reject(tables) }
    let height = tables.reduce(0) { $0 + $1.height }
    let mayBreak = tables.contains { $0.header != nil } && top + height > bottom + 0.001
    let isWhole = !mayBreak && height <= bottom - layout.margin + 0.001
    if isWhole { makeRoom(height, at: place) }
    let band = addPart(.section, in: section)
    let heading = addHeading(in: band, spoken: filled(label))
    var open = tables.map { begin($0, left: left + width, width: contentWidth - width, in: band) }
    // As many rows as a page has room for, then the next page; each part has its own cell at the left.
    for (number, part) in (isWhole ? [whole(tables)] : parts(of: tables)).enumerated() {
      makeRoom(part.height, at: place)
      frameBand(label, width, from: top, part.height, heading, isFirst: number == 0, at: place)
      for (table, rows) in part.rows {
        placeHeader(of: &open[table])
        self.place(rows: rows, of: open[table])
      }
    }
  }

  /// What stands of a band on one page: rows of its tables, and their height in mm.
  private struct BandPart {
    var rows: [(table: Int, rows: Range<Int>)] = []
    var height = 0.0
  }

  private func whole(_ tables: [PaperTable]) -> BandPart {
    BandPart(
      rows: tables.enumerated().map { ($0.offset, $0.element.rows.indices) },
      height: tables.reduce(0) { $0 + $1.height })
  }

  /// Tables as pages have room for their rows, the header above each part.
  private func parts(of tables: [PaperTable]) -> [BandPart] {
    var parts = [BandPart()]
    var room = bottom - top
    for (number, table) in tables.enumerated() {
      let header = table.header?.height ?? 0
      for (index, row) in table.rows.enumerated() {
        let isNew = parts[parts.count - 1].rows.last?.table != number
        if row.height + (isNew ? header : 0) > room + 0.001 {
          if parts[parts.count - 1].rows.isEmpty { parts.removeLast() }
          parts.append(BandPart())
          room = bottom - layout.margin
        }
        let last = parts.count - 1
        let height = row.height + (parts[last].rows.last?.table == number ? 0 : header)
        if let before = parts[last].rows.last, before.table == number {
          parts[last].rows[parts[last].rows.count - 1].rows = before.rows.lowerBound..<(index + 1)
        } else {
          parts[last].rows.append((number, index..<(index + 1)))
        }
        parts[last].height += height
        room -= height
      }
    }
    return parts
  }

  /// The cell at the left of a band.
  private mutating func frameBand(
    _ label: String, _ width: Double, from start: Double, _ height: Double, _ heading: Int, isFirst: Bool,
    at place: SourcePlace
  ) {
    let area = box(left: left, top: start, width: width, height: height)
    page.shades.append(area)
    frame(area)
    let before = page.texts.count
    write(
      stacked(filled(label), width: width), of: heading, in: area,
      TextStyle(size: layout.labelSize, minimum: layout.minimumSize, align: .centre, valign: .middle), at: place)
    if isFirst {
      addBookmark(filled(label), at: area)
    } else {
      for index in before..<page.texts.count { page.texts[index].part = PlacedLabel.decoration }
    }
  }

  /// Places blocks beside one another; those who listen hear one column after the other.
  mutating func placeColumns(_ columns: [PaperColumn], gap: Double, at place: SourcePlace) {
    let given = columns.reduce(0) { $0 + ($1.width ?? 0) } + gap * Double(columns.count - 1)
    let free = Double(columns.count { $0.width == nil })
    guard given + free <= contentWidth + 0.001 else {
      _ = hasRoom(given + free, for: Message("word.columns"), at: place)
      return columns.flatMap(\.blocks).forEach { block in
        switch block.content {
        case .rows(let tables), .band(_, _, let tables): reject(tables)
        case .heading, .paragraph, .columns, .picture, .gap, .pageBreak, .scaleBar: break
        }
      }
    }
    let whole = (left: left, width: contentWidth, section: section)
    let widths = columns.map { $0.width ?? (contentWidth - given) / free }
    makeRoom(zip(columns, widths).map { height(of: $0.blocks, width: $1) }.max() ?? 0, at: place)
    let start = top
    var end = top
    for (column, width) in zip(columns, widths) {
      (top, contentWidth) = (start, width)
      for block in column.blocks { self.place(block) }
      end = max(end, top)
      left += width + gap
    }
    (top, left, contentWidth, section) = (end, whole.left, whole.width, whole.section)
  }

  /// Height in mm that blocks need one below the other.
  private func height(of blocks: [PaperBlock], width: Double) -> Double {
    blocks.reduce(0) { height, block in
      switch block.content {
      case .gap(let gap): height + gap
      case .heading(_, _, let own): height + own
      case .paragraph(let text, let size): height + textHeight(filled(text), width: width, size: size)
      case .rows(let tables), .band(_, _, let tables): height + tables.reduce(0) { $0 + $1.height }
      case .scaleBar: height + 9
      case .picture(let picture): height + (pictureSize(picture, width: width)?.height ?? 0)
      case .pageBreak, .columns: height
      }
    }
  }

  /// Places a picture in the width that blocks have.
  mutating func placePicture(_ picture: PaperPicture, at place: SourcePlace) {
    guard let bytes = pictures(picture.name) else {
      diagnostics.append(.error("layout.picture", at: place, ["name": .text(picture.name)]))
      return
    }
    let image: PDFPicture
    do throws(PDFPictureError) {
      image = try PDFPicture(bytes)
    } catch {
      diagnostics.append(
        .error(
          "layout.picture/unusable", at: place,
          ["name": .text(picture.name), "reason": .message(Message(error.reason))]))
      return
    }
    guard let size = pictureSize(picture, width: contentWidth) else { return }
    _ = hasRoom(size.width, for: Message("word.picture"), at: place)
    makeRoom(size.height, at: place)
    let free = contentWidth - size.width
    let start = left + (picture.align == .left ? 0 : picture.align == .right ? free : free / 2)
    page.pictures.append(
      PlacedPicture(
        name: picture.name, picture: image, box: box(left: start, top: top, width: size.width, height: size.height),
        part: addPart(.figure, in: section, spoken: filled(picture.alternative))))
    top += size.height
  }

  /// Width and height in mm; the one that is not given follows from the other. `nil` where there is no such picture.
  private func pictureSize(_ picture: PaperPicture, width: Double) -> (width: Double, height: Double)? {
    guard let bytes = pictures(picture.name), let image = try? PDFPicture(bytes) else { return nil }
    let ratio = Double(image.width) / Double(image.height)
    switch (picture.width, picture.height) {
    case (let width?, let height?): return (width, height)
    case (let width?, nil): return (width, width / ratio)
    case (nil, let height): return ((height ?? 12) * ratio, height ?? 12)
    }
  }
}

extension PaperTable {
  /// Millimetres.
  var height: Double { rows.reduce(header?.height ?? 0) { $0 + $1.height } }
}

extension PDFPictureError {
  /// Why a picture cannot stand on paper, as a phrase of the catalogue.
  fileprivate var reason: String {
    switch self {
    case .kind: "reason.picture-kind"
    case .transparent: "reason.picture-transparent"
    case .interlaced: "reason.picture-interlaced"
    case .damaged: "reason.picture-damaged"
    case .tooLarge: "reason.picture-large"
    }
  }
}
