import FormDefinition
import FormDrawing
import FormModel
import Foundation
import FoundationXML
import Testing

@Suite(.serialized) struct Blanks {
  @Test(arguments: DrawnForm.ids)
  func theSameFormGivesTheSameBytes(id: String) throws {
    let (first, second) = (try DrawnForm(id), try DrawnForm(id))
    #expect(first.blank == second.blank)
    #expect(first.compiled == second.compiled)
    #expect(throws: Never.self) { try VerifiedBlank(first.blank, of: first.compiled) }
    #expect(try CompiledForm(decoding: first.compiled.encoded()) == first.compiled)
  }

  @Test(arguments: DrawnForm.ids)
  func qpdfFindsNothingWrong(id: String) throws {
    try Tool.withFile(try DrawnForm(id).blank) { path in
      let (status, output, problems) = try Tool.run("qpdf", ["--check", path])
      #expect(status == 0 && problems.isEmpty, "\(problems)")
      #expect(String(decoding: output, as: UTF8.self).contains("No syntax or stream encoding errors found"))
    }
  }

  @Test(arguments: DrawnForm.ids)
  func everyFieldIsAsTheDefinitionSays(id: String) throws {
    let drawn = try DrawnForm(id)
    let pdf = try Tool.withFile(drawn.blank) { try PDFObjects($0) }
    var fields = pdf.fields
    for field in drawn.compiled.fields {
      let name = String(decoding: field.pdfName, as: UTF8.self)
      let label = String(decoding: field.label, as: UTF8.self)
      let hint = field.hint.map { String(decoding: $0, as: UTF8.self) }
      let options = field.options.map {
        [String(decoding: $0.value, as: UTF8.self), String(decoding: $0.label, as: UTF8.self)]
      }
      let required = field.need == .always ? 2 : 0
      guard field.kind != .choices else {
        for option in options {
          let box = fields.removeValue(forKey: "\(name)-\(option[0])") ?? [:]
          #expect(box["/FT"] as? String == "/Btn" && box["/Ff"] == nil)
          #expect(pdf.states(of: box) == [option[0]])
          let tooltip = pdf.text(box["/TU"]) ?? ""
          #expect(
            tooltip.hasPrefix(label) && (hint.map { tooltip.contains($0) } ?? true)
              && tooltip.hasSuffix("：\(option[1])"))
          #expect(box["/AS"] as? String == "/Off" && box["/V"] as? String == "/Off")
        }
        continue
      }
      let found = fields.removeValue(forKey: name) ?? [:]
      let tooltip = pdf.text(found["/TU"]) ?? ""
      #expect(tooltip.hasPrefix(label) && (hint.map { tooltip.contains($0) } ?? true), "\(tooltip)")
      #expect(tooltip.contains("必填") == (field.need == .always || hint?.contains("必填") == true), "\(tooltip)")
      let flags = found["/Ff"] as? Int ?? 0
      switch try #require(field.widgets.first).kind {
      case .text(let cells), .part(let cells, _):
        let kids = (found["/Kids"] as? [Any] ?? []).map { pdf.dictionary($0) }
        #expect(kids.count == (field.widgets.count == 1 ? 0 : field.widgets.count))
        #expect(kids.allSatisfy { pdf.text($0["/TU"]) == tooltip && $0["/V"] == nil })
        let comb = cells > 0 ? 1 << 22 | 1 << 23 | 1 << 24 : 0
        #expect(found["/FT"] as? String == "/Tx")
        #expect(flags == required | comb | (field.widgets[0].wraps ? 1 << 12 : 0), "\(name)")
        let length = cells > 0 ? Int(cells) : field.maxLength > 0 ? Int(field.maxLength) : nil
        #expect(found["/MaxLen"] as? Int == length, "\(name)")
        for widget in kids.isEmpty ? [found] : kids {
          #expect(pdf.text(widget["/DA"])?.hasPrefix("/Helv ") == true)
        }
      case .list:
        #expect(found["/FT"] as? String == "/Ch" && flags == 1 << 17 | required)
        let given = (found["/Opt"] as? [[Any]])?.map { $0.map { pdf.text($0) } }
        #expect(given == options)
      case .radio:
        #expect(found["/FT"] as? String == "/Btn" && flags == 1 << 15 | 1 << 14 | required)
        let kids = (found["/Kids"] as? [Any] ?? []).map { pdf.dictionary($0) }
        #expect(kids.flatMap { pdf.states(of: $0) } == options.map { $0[0] })
        #expect(kids.map { pdf.text($0["/TU"]) } == options.map { "\(label)：\($0[1])" })
        #expect(found["/V"] as? String == "/Off" && kids.allSatisfy { $0["/AS"] as? String == "/Off" })
      case .check: Issue.record("\(name) is no check box")
      }
    }
    let signatures = drawn.definition.fields.filter { $0.kind == .signature }.map(\.key)
    #expect(fields.keys.sorted() == signatures.sorted())
    for key in signatures {
      #expect(fields[key]?["/FT"] as? String == "/Sig" && fields[key]?["/V"] == nil)
    }
  }

  /// Every filling writes them again.
  @Test(arguments: DrawnForm.ids)
  func theDictionariesOfFieldsAreShort(id: String) throws {
    for field in try DrawnForm(id).compiled.fields {
      let isTyped = field.options.isEmpty
      for widget in field.widgets { #expect(widget.object.fixedEntries.count <= (isTyped ? 170 : 640)) }
    }
  }

  @Test(arguments: DrawnForm.ids)
  func theDocumentSaysWhatItIs(id: String) throws {
    let drawn = try DrawnForm(id)
    try Tool.withFile(drawn.blank) { path in
      let pdf = try PDFObjects(path)
      #expect(pdf.text(pdf.catalog["/Lang"]) == "zh-CN")
      #expect(pdf.dictionary(pdf.catalog["/ViewerPreferences"])["/DisplayDocTitle"] as? Bool == true)
      #expect(pdf.form["/NeedAppearances"] == nil && pdf.form["/XFA"] == nil)
      #expect(pdf.text(pdf.form["/DA"]) == "/Helv 0 Tf 0 g")
      #expect(pdf.dictionary(pdf.dictionary(pdf.form["/DR"])["/Font"])["/Helv"] != nil)
      let info = pdf.dictionary(pdf.trailer["/Info"])
      #expect(pdf.text(info["/Title"]) == drawn.definition.title)
      #expect(pdf.text(info["/Producer"]) == "zhinan test")
      let number = try #require((pdf.catalog["/Metadata"] as? String)?.split(separator: " ").first)
      let packet = try Tool.run("qpdf", ["--show-object=\(number)", "--filtered-stream-data", path]).output
      let xmp = String(decoding: packet, as: UTF8.self)
      for element in [
        "<form:id>\(id)</form:id>", "<form:version>\(drawn.definition.version)</form:version>",
        "<form:guideVersion>\(DrawnForm.version)</form:guideVersion>", "<pdf:Producer>zhinan test</pdf:Producer>",
        "<rdf:li>zh-CN</rdf:li>",
      ] { #expect(xmp.contains(element), "\(element)") }
      #expect(XMLParser(data: packet).parse())
    }
  }

  /// Readers who move with the tab key follow the order of the fields (PDF 32000-1 §12.5.1).
  @Test(arguments: DrawnForm.ids)
  func tabGoesFromFieldToFieldInTheirOrder(id: String) throws {
    let drawn = try DrawnForm(id)
    let pdf = try Tool.withFile(drawn.blank) { try PDFObjects($0) }
    #expect(pdf.pages.count == drawn.paper.pages.count)
    for (page, placed) in zip(pdf.pages, drawn.paper.pages) {
      let widgets = (page["/Annots"] as? [Any] ?? []).map { pdf.dictionary($0) }
      let boxes = placed.widgets.flatMap { widget in
        if case .options(_, let boxes) = widget.kind { return boxes }
        return [widget.box]
      }
      let left = widgets.map { (($0["/Rect"] as? [Any])?.first as? NSNumber)?.doubleValue ?? -1 }
      #expect(left.count == boxes.count)
      #expect(zip(left, boxes).allSatisfy { abs($0 - $1.x) < 0.01 })
      #expect(widgets.isEmpty || page["/Tabs"] as? String == "/S")
    }
  }

  @Test(arguments: DrawnForm.ids)
  func everyFontThatIsShownIsEmbedded(id: String) throws {
    try Tool.withFile(try DrawnForm(id).blank) { path in
      let output = String(decoding: try Tool.run("pdffonts", [path]).output, as: UTF8.self)
      let fonts = output.split(separator: "\n").dropFirst(2)
      #expect(fonts.count == 3)
      // Viewers have these two themselves; they are for what is typed later and for ticks.
      for line in fonts where !line.hasPrefix("Helvetica ") && !line.hasPrefix("ZapfDingbats ") {
        #expect(line.contains("LXGWWenKai") && line.contains("yes yes yes"), "\(line)")
      }
    }
  }

  @Test(arguments: DrawnForm.ids)
  func everyPrintedWordCanBeCopied(id: String) throws {
    let drawn = try DrawnForm(id)
    let text = try Tool.withFile(drawn.blank) { path in
      String(decoding: try Tool.run("pdftotext", ["-layout", path, "-"]).output, as: UTF8.self)
    }
    let copied = text.filter { !$0.isWhitespace }
    for label in drawn.paper.pages.flatMap(\.texts) where label.text != "*" {
      let words = label.text.split(separator: " ")
      #expect(words.allSatisfy { copied.contains($0.filter { !$0.isWhitespace }) }, "“\(label.text)”")
    }
  }

  @Test func aSignatureInARepeatedPartHasANameOfItsOwn() throws {
    let drawn = try DrawnForm(
      "title: T\nversion: 1\nsections: [{title: S, repeat: {key: k, min: 0, max: 2}, "
        + "fields: [{key: sign, label: L, type: signature}]}]\n", id: "t",
      layout: "blocks: [{rows: [{cells: [{field: 'k[0].sign'}, {field: 'k[1].sign'}]}]}]\n")
    let pdf = try Tool.withFile(drawn.blank) { try PDFObjects($0) }
    #expect(pdf.fields.keys.sorted() == ["k-0-sign", "k-1-sign"])
  }
}
