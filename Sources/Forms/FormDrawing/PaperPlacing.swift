package import Diagnostics
package import FormDefinition
package import FormModel
package import TextLayout

extension FormDefinition {
  /// Places the form on paper; pure. What does not fit, is not known, is missing or stands twice is reported with the
  /// layout's line.
  ///
  /// - Parameter pictures: gives the bytes of the guide's picture of that name.
  package func placed(
    on layout: PaperLayout, form: CompiledForm, fonts: FontChain,
    pictures: @escaping (String) -> [UInt8]? = { _ in nil },
    diagnostics: inout [Diagnostic]
  ) -> PlacedPaper? {
    var placing = PaperPlacing(definition: self, layout: layout, form: form, fonts: fonts, pictures: pictures)
    placing.run()
    diagnostics += placing.diagnostics
    return placing.diagnostics.hasErrors ? nil : placing.paper
  }
}

/// Points of a millimetre.
let pointsPerMillimetre = 72 / 25.4

struct PaperPlacing {
  let definition: FormDefinition
  let layout: PaperLayout
  let form: CompiledForm
  let fonts: FontChain
  var paper: PlacedPaper
  var diagnostics: [Diagnostic] = []
  /// Distance of the next block from the page's top, in mm.
  var top: Double
  var seen: Set<String> = []
  /// The part that holds everything under the last heading.
  var section: Int?
  /// Where blocks begin, and how wide they may be, in mm: the space between the margins, or a column of it.
  var left: Double
  var contentWidth: Double
  /// The guide's pictures, by their names.
  let pictures: (String) -> [UInt8]?
  private let footerHeight = 8.0

  init(
    definition: FormDefinition, layout: PaperLayout, form: CompiledForm, fonts: FontChain,
    pictures: @escaping (String) -> [UInt8]?
  ) {
    self.definition = definition
    self.layout = layout
    self.form = form
    self.fonts = fonts
    self.pictures = pictures
    top = layout.margin
    left = layout.margin
    contentWidth = layout.width - 2 * layout.margin
    paper = PlacedPaper(
      width: layout.width * pointsPerMillimetre, height: layout.height * pointsPerMillimetre, pages: [PlacedPage()])
  }

  var page: PlacedPage {
    get { paper.pages[paper.pages.count - 1] }
    set { paper.pages[paper.pages.count - 1] = newValue }
  }

  /// Where the space between the margins ends, in mm from the page's top.
  var bottom: Double { layout.height - layout.margin - (layout.footer.isEmpty ? 0 : footerHeight) }

  mutating func run() {
    for block in layout.blocks { place(block) }
    for section in definition.sections {
      for field in section.fields {
        for key in keys(of: field, in: section) where !seen.contains(key) {
          diagnostics.append(
            .error("layout.missing-field", at: field.place, ["key": .text(key), "file": .text(layout.place.file)]))
        }
      }
    }
    for index in paper.pages.indices { finishPage(index) }
    if let code = layout.qrCode {
      for index in paper.pages.indices where index == 0 || code.isOnEveryPage { placeQRCode(code, on: index) }
    }
  }

  /// The element of a repeated group that `seals[2]` names.
  private mutating func item(_ name: String, at place: SourcePlace) -> GroupElement? {
    for (group, known) in form.groups.enumerated() {
      let key = String(decoding: known.key, as: UTF8.self)
      for index in 0..<known.maximum where name == "\(key)[\(index)]" {
        return GroupElement(group: UInt16(group), index: index)
      }
    }
    diagnostics.append(
      .error("layout.unknown-field/element", at: place, ["name": .text(name)]))
    return nil
  }

  /// The code must have the paper to itself.
  private mutating func placeQRCode(_ code: PaperQRCode, on number: Int) {
    let area = box(left: layout.width - code.right - code.size, top: code.top, width: code.size, height: code.size)
    let page = paper.pages[number]
    let isFree =
      page.texts.allSatisfy { label in
        let width = lineWidth(label.text, size: label.size)
        return !area.meets(
          PlacedBox(x: label.x, y: label.y - label.size * 0.2, width: width, height: label.size * 1.1))
      }
      && page.lines.allSatisfy { line in
        !area.meets(
          PlacedBox(
            x: min(line.x1, line.x2), y: min(line.y1, line.y2), width: abs(line.x2 - line.x1),
            height: abs(line.y2 - line.y1)))
      } && page.widgets.allSatisfy { !area.meets($0.box) }
    let isOnPage =
      area.x >= 0 && area.y >= 0 && area.x + area.width <= paper.width && area.y + area.height <= paper.height
    if !isFree || !isOnPage {
      diagnostics.append(
        .error(
          isOnPage ? "layout.overlap" : "layout.overlap/beside", at: code.place, ["page": .number(number + 1)]))
    }
    paper.pages[number].qrCode = area
  }

  /// What the cells of a field are called: one in a section, one an element in a repeated section.
  private func keys(of field: FieldDefinition, in section: FormSection) -> [String] {
    guard let repetition = section.repetition else { return [field.key] }
    return (0..<repetition.maximum).map { "\(repetition.key)[\($0)].\(field.key)" }
  }

  /// The box of a rectangle given in mm from the page's top left.
  func box(left: Double, top: Double, width: Double, height: Double) -> PlacedBox {
    PlacedBox(
      x: left * pointsPerMillimetre, y: paper.height - (top + height) * pointsPerMillimetre,
      width: width * pointsPerMillimetre, height: height * pointsPerMillimetre)
  }

  /// Words of the form in a text: `{title}`, `{version}`, `{guide}`, `{notice}`, `{id}`.
  func filled(_ text: String) -> String {
    [
      "title": definition.title, "version": definition.version, "guide": definition.guideVersion,
      "notice": definition.notice, "id": definition.id,
    ].sorted { $0.key < $1.key }.reduce(text) { $0.replacing("{\($1.key)}", with: $1.value) }
  }

  mutating func makeRoom(_ height: Double, at place: SourcePlace) {
    if top + height <= bottom + 0.001 { return }
    if height > bottom - layout.margin {
      diagnostics.append(
        .error(
          "layout.too-high", at: place,
          ["needed": .text(format(height)), "room": .text(format(bottom - layout.margin))]))
    }
    breakPage()
  }

  /// Starts a page; one that only the room asks for is left out where the page before it is.
  mutating func breakPage(isFree: Bool = false) {
    let item = isFree ? nil : page.item
    paper.pages.append(PlacedPage())
    page.item = item
    top = layout.margin
  }

  /// A page that may be left out has no bookmark, because it would lead nowhere.
  mutating func addBookmark(_ title: String, at area: PlacedBox) {
    guard page.item == nil else { return }
    paper.outline.append(PlacedOutlineEntry(title: title, page: paper.pages.count - 1, y: area.y + area.height))
  }

  func format(_ number: Double) -> String { "\((number * 10).rounded() / 10)" }

  mutating func place(_ block: PaperBlock) {
    switch block.content {
    case .gap(let height): top += height
    case .pageBreak(let element):
      breakPage(isFree: true)
      if let element { page.item = item(element, at: block.place) }
    case .heading(let text, let size, let height):
      makeRoom(height, at: block.place)
      let line = filled(text)
      let area = box(left: left, top: top, width: contentWidth, height: height)
      let under = addPart(.section, in: nil)
      section = under
      write(
        line, of: addHeading(in: under), in: area,
        TextStyle(size: size, minimum: size, align: .centre, valign: .middle), at: block.place)
      addBookmark(line, at: area)
      top += height
    case .paragraph(let text, let size):
      let height = textHeight(filled(text), width: contentWidth, size: size)
      makeRoom(height, at: block.place)
      let area = box(left: left, top: top, width: contentWidth, height: height)
      write(
        filled(text), of: addPart(.paragraph, in: section), in: area,
        TextStyle(size: size, minimum: size, align: .left, valign: .top, ink: .grey), at: block.place)
      top += height
    case .scaleBar(let length):
      makeRoom(9, at: block.place)
      _ = hasRoom(length, for: Message("word.scale-bar"), at: block.place)
      placeScaleBar(length, at: block.place)
      top += 9
    case .rows(let tables):
      for table in tables { place(table, left: left, width: contentWidth, in: section) }
    case .band(let label, let width, let tables): placeBand(label, width: width, tables, at: block.place)
    case .columns(let columns, let gap): placeColumns(columns, gap: gap, at: block.place)
    case .picture(let picture): placePicture(picture, at: block.place)
    }
  }

  /// The four sides of a rectangle.
  mutating func frame(_ area: PlacedBox, ink: PaperInk = .grey, width: Double = 0.5) {
    let (x1, y1, x2, y2) = (area.x, area.y, area.x + area.width, area.y + area.height)
    for (a, b, c, d) in [(x1, y1, x2, y1), (x1, y2, x2, y2), (x1, y1, x1, y2), (x2, y1, x2, y2)] {
      page.lines.append(PlacedLine(x1: a, y1: b, x2: c, y2: d, width: width, ink: ink))
    }
  }

  private mutating func placeScaleBar(_ length: Double, at place: SourcePlace) {
    let left = left
    func line(_ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double) -> PlacedLine {
      let from = box(left: x1, top: y1, width: 0, height: 0)
      let to = box(left: x2, top: y2, width: 0, height: 0)
      return PlacedLine(x1: from.x, y1: from.y, x2: to.x, y2: to.y, width: 0.4, ink: .black)
    }
    page.lines.append(line(left, top + 4, left + length, top + 4))
    for tick in stride(from: 0, through: length, by: 10) {
      let long = tick == 0 || tick == length || tick == length / 2
      page.lines.append(line(left + tick, top + (long ? 1.5 : 2.5), left + tick, top + 4))
    }
    let end = "\(format(length).replacing(".0", with: "")) mm"
    let part = addPart(.paragraph, in: section, spoken: "0–\(end)")
    write(
      "0", of: part, in: box(left: left, top: top + 4.2, width: 10, height: 4),
      TextStyle(size: 7, minimum: 7, align: .left, valign: .top), at: place)
    write(
      end, of: part,
      in: box(left: left + length - 14, top: top + 4.2, width: 20, height: 4),
      TextStyle(size: 7, minimum: 7, align: .centre, valign: .top), at: place)
  }

  private mutating func finishPage(_ index: Int) {
    if let distance = layout.cornerMarks {
      for x in [distance, layout.width - distance] {
        for y in [distance, layout.height - distance] {
          let centre = box(left: x, top: y, width: 0, height: 0)
          let arm = PaperLayout.crossArm * pointsPerMillimetre
          for (dx, dy) in [(arm, 0.0), (0.0, arm)] {
            paper.pages[index].lines.append(
              PlacedLine(
                x1: centre.x - dx, y1: centre.y - dy, x2: centre.x + dx, y2: centre.y + dy, width: 0.4, ink: .black))
          }
        }
      }
    }
    guard !layout.footer.isEmpty else { return }
    let text = filled(layout.footer).replacing("{page}", with: "\(index + 1)")
      .replacing("{pages}", with: "\(paper.pages.count)")
    let area = box(
      left: layout.margin, top: layout.height - layout.margin - 4.5, width: layout.width - 2 * layout.margin, height: 5)
    let labels = fitted(
      text, in: area, TextStyle(size: 7, minimum: 5, align: .centre, valign: .bottom, ink: .grey),
      at: layout.footerPlace)
    paper.pages[index].texts += labels
  }
}
