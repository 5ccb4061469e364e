#if canImport(Bytes)
  internal import Bytes
#endif
#if canImport(FormModel)
  internal import FormModel
#endif

// Pages that change: painted on, left out, without fields.
extension FilledPDF {
  /// Writes the pages that something is painted on or that lose their fields, and the page tree when pages are left
  /// out.
  func writePages() {
    var kept: [UInt32] = []
    for (index, page) in form.blank.pages.enumerated() {
      guard form.keeps(page: index, for: record.answers) else { continue }
      kept.append(page.object.number)
      if !painted[index].content.isEmpty || options.flattens { write(page, painted[index]) }
    }
    guard kept.count < form.blank.pages.count else { return }
    let tree = form.blank.pageTree
    update.object(tree.number) { out in
      out += tree.fixedEntries
      out.appendASCII("/Kids[")
      for number in kept {
        out.appendReference(number)
        out.append(32)
      }
      out.appendASCII("]/Count ")
      out.appendDecimal(Int64(kept.count))
      out.appendASCII(">>")
    }
  }

  private func write(_ page: BlankPage, _ painted: PaintedPage) {
    var added: UInt32?
    if !painted.content.isEmpty {
      let number = update.newNumber()
      update.stream(number, painted.content)
      added = number
    }
    let fontResources = form.blank.fontResources
    let annotations = options.flattens ? [] : page.annotations
    update.object(page.object.number) { out in
      out += page.object.fixedEntries
      out.appendASCII("/Contents[")
      out.appendReference(page.contents)
      if let added {
        out.append(32)
        out.appendReference(added)
      }
      out.appendASCII("]/Resources<</Font ")
      out.appendReference(fontResources)
      if !painted.objects.isEmpty || !page.pictures.isEmpty {
        out.appendASCII("/XObject<<")
        out += page.pictures
        out += painted.objects
        out.appendASCII(">>")
      }
      out.appendASCII(">>")
      if !annotations.isEmpty {
        out.appendASCII("/Annots")
        out += annotations
      }
      out.appendASCII(">>")
    }
  }

  /// Draws the boxes whose sizes the answers give.
  func paintSamples() {
    for (page, content) in form.paintedSamples(for: record.answers) { painted[page].content += content }
  }
}

/// The drawing of boxes for impressions, in page coordinates.
struct SampleDrawing {
  private let boxes: SealBoxes
  private let width: Int32
  private let height: Int32
  private let outline: SealBoxes.Outline

  /// Width and height of the outline in hundredths of a point.
  init(_ boxes: SealBoxes, width: Int32, height: Int32, outline: SealBoxes.Outline) {
    self.boxes = boxes
    self.width = width
    self.height = height
    self.outline = outline
  }

  /// Operators that paint all boxes.
  var content: [UInt8] {
    var out: [UInt8] = []
    out.appendASCII("/Artifact BMC q 0.5 w .55 G\n")
    let part = boxes.rectangle.width / Int32(max(boxes.count, 1))
    let y = boxes.rectangle.y + boxes.rectangle.height / 2
    for index in 0..<Int32(boxes.count) {
      let x = boxes.rectangle.x + part * index + part / 2
      append(outline, x, y, to: &out)
      appendCrosses(x, y, within: part, to: &out)
    }
    out.appendASCII("Q EMC\n")
    return out
  }

  private func append(_ outline: SealBoxes.Outline, _ x: Int32, _ y: Int32, to out: inout [UInt8]) {
    let (a, b) = (width / 2, height / 2)
    out.appendASCII("[2 2]0 d\n")
    switch outline {
    case .rectangle:
      out.append(numbers: [x - a, y - b, width, height])
      out.appendASCII("re S\n")
    case .ellipse:
      // Four Bézier curves, which stray from the ellipse by less than 0.03 % of its radius.
      let p = Int32(Int64(a) * 5523 / 10000)
      let q = Int32(Int64(b) * 5523 / 10000)
      out.append(numbers: [x + a, y])
      out.appendASCII("m\n")
      for curve in [
        [x + a, y + q, x + p, y + b, x, y + b], [x - p, y + b, x - a, y + q, x - a, y],
        [x - a, y - q, x - p, y - b, x, y - b], [x + p, y - b, x + a, y - q, x + a, y],
      ] {
        out.append(numbers: curve)
        out.appendASCII("c\n")
      }
      out.appendASCII("s\n")
    }
  }

  /// Crosses stand where the room around the outline ends, but within the box's own part of the row and off its lines.
  private func appendCrosses(_ x: Int32, _ y: Int32, within part: Int32, to out: inout [UInt8]) {
    let arm: Int32 = 425  // 1.5 mm
    let edge = arm + 142  // 0.5 mm from the line
    let right = min(width / 2 + boxes.room, part / 2 - edge)
    let top = min(height / 2 + boxes.room, boxes.rectangle.height / 2 - edge)
    out.appendASCII("[]0 d\n")
    for (cx, cy) in [(x - right, y - top), (x + right, y - top), (x - right, y + top), (x + right, y + top)] {
      out.append(numbers: [cx - arm, cy])
      out.appendASCII("m ")
      out.append(numbers: [cx + arm, cy])
      out.appendASCII("l ")
      out.append(numbers: [cx, cy - arm])
      out.appendASCII("m ")
      out.append(numbers: [cx, cy + arm])
      out.appendASCII("l S\n")
    }
  }
}

extension [UInt8] {
  /// Hundredths of a point, each followed by a space.
  fileprivate mutating func append(numbers: [Int32]) {
    for number in numbers {
      appendHundredths(number)
      append(32)
    }
  }
}
