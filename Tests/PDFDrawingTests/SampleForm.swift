import Foundation
import Glyphs
import PDFDrawing
import TrueType

/// A form with one field of each kind, and the object numbers of its fields.
struct SampleForm {
  var file: PDFFile
  var text = 0
  var comb = 0
  var choice = 0
  var check = 0
  var radio: (parent: Int, kids: [Int]) = (0, [])
  var signature = 0

  static let fonts = Result { try ["lxgw-wenkai/LXGWWenKai-Regular", "hanazono/HanaMinA"].map(font) }

  private static func font(_ name: String) throws -> TrueTypeFont {
    try TrueTypeFont([UInt8](Data(contentsOf: URL(filePath: "/usr/share/fonts/truetype/\(name).ttf"))))
  }

  static let info = PDFInfo(
    title: "借书证申请表 & 𠅤", author: "图书馆", subject: "<申请>", producer: "zhinan 0.1", creator: "测试",
    formID: "card", formVersion: "2", guideVersion: "2026-11", creationDate: "D:20261122000000+08'00'",
    fileID: Array(0..<16))

  /// Subsets of both fonts for the characters of a text; the second has what the first lacks.
  static func subsets(for text: String) throws -> [FontSubset] {
    let fonts = try fonts.get()
    let first = try FontSubset(of: fonts[0], scalars: text.unicodeScalars.map(\.value))
    return [first, try FontSubset(of: fonts[1], scalars: first.missing)]
  }

  static func draw() throws -> SampleForm {
    let label = "姓名：䶮𬭎𠅤 ☑"
    var pdf = try PDFDocument(info: info, fonts: subsets(for: label))
    let page = pdf.addPage(width: 595.276, height: 841.89)
    let last = pdf.addPage(width: 841.89, height: 595.276)
    pdf.text(label, at: PDFPoint(x: 50, y: 700), page: page, size: 12, color: PDFColor(red: 0.5, green: 0, blue: 0))
    pdf.rectangle(.init(x: 40, y: 690, width: 300, height: 30), page: page, fill: .gray(0.9), stroke: PDFStroke())
    pdf.line(
      from: PDFPoint(x: 40, y: 600), to: PDFPoint(x: 340, y: 600), page: page,
      stroke: PDFStroke(.gray(0.5), dash: [2, 1]))
    pdf.ellipse(in: .init(x: 400, y: 400, width: 100, height: 100), page: page, stroke: PDFStroke(dash: [3, 2]))
    pdf.tick(in: .init(x: 40, y: 400, width: 10, height: 10), page: page)
    let text = pdf.addTextField(
      .init(name: "name", tooltip: "姓名 𠅤", page: page, rectangle: box(1), fontSize: 10.5, required: true))
    let comb = pdf.addTextField(
      .init(
        name: "number", tooltip: "证号", page: page, rectangle: box(2), fontSize: 11, maximumLength: 18, comb: true,
        scripts: .init(keystroke: "up()", validate: "ok()")))
    let choice = pdf.addChoice(
      .init(
        name: "kind", tooltip: "证件类型", page: page, rectangle: box(3),
        options: [.init(export: "id", display: "居民身份证(一)"), .init(export: "其他", display: "其他")], fontSize: 11))
    let check = pdf.addCheckBox(
      .init(name: "agree", tooltip: "同意", page: page, rectangle: box(4, width: 12), exportName: "Yes"))
    let radio = pdf.addRadioGroup(
      .init(
        name: "way", tooltip: "领取方式", required: true,
        buttons: [
          .init(page: page, rectangle: box(5, width: 12), exportName: "mail", tooltip: "邮寄"),
          .init(page: last, rectangle: box(6, width: 12), exportName: "visit"),
        ]))
    let signature = pdf.addSignature(.init(name: "signature", tooltip: "签名", page: last, rectangle: box(7)))
    pdf.addOutlineEntry(title: "第一页 𠅤", page: page, y: 841)
    pdf.addOutlineEntry(title: "第二页", page: last, y: 595)
    return SampleForm(
      file: try pdf.save(), text: text, comb: comb, choice: choice, check: check, radio: radio, signature: signature)
  }

  private static func box(_ row: Double, width: Double = 150) -> PDFRectangle {
    PDFRectangle(x: 200, y: 100 + row * 30, width: width, height: 12)
  }

  func object(_ number: Int) -> String { String(decoding: file.object(number), as: UTF8.self) }
}
