import Foundation
import PDFDrawing
import Testing

/// The tags of a small document; those of whole forms are checked by Tests/PDF/tagged.py.
@Suite struct Structures {
  private let objects: [String]
  private let catalog: String
  /// The file with its contents uncompressed.
  private let plain: String

  init() throws {
    var pdf = try PDFDocument(info: SampleForm.info, fonts: SampleForm.subsets(for: "甲乙丙页"))
    let whole = pdf.addElement(.document, in: nil)
    let first = pdf.addPage(width: 200, height: 200)
    let second = pdf.addPage(width: 200, height: 200)
    let title = pdf.addElement(.heading1, in: whole, actualText: "甲")
    let table = pdf.addElement(.table, in: whole)
    let row = pdf.addElement(.row, in: table)
    let header = pdf.addElement(.headerCell, in: row)
    let cell = pdf.addElement(.cell, in: row, columns: 3, header: header)
    pdf.text("甲", at: PDFPoint(x: 10, y: 150), page: first, size: 10, role: .part(title))
    pdf.text("甲", at: PDFPoint(x: 10, y: 120), page: first, size: 10, role: .part(title))
    pdf.line(from: PDFPoint(x: 0, y: 100), to: PDFPoint(x: 200, y: 100), page: first)
    pdf.text("乙", at: PDFPoint(x: 10, y: 80), page: first, size: 10, role: .part(header))
    pdf.text("乙", at: PDFPoint(x: 10, y: 80), page: second, size: 10, role: .part(header))
    pdf.text("页", at: PDFPoint(x: 10, y: 10), page: second, size: 5, role: .footer)
    _ = pdf.addTextField(
      .init(
        name: "a", tooltip: "乙", page: second, rectangle: .init(x: 50, y: 80, width: 90, height: 12), fontSize: 9,
        element: pdf.addElement(.form, in: cell)))
    let file = try pdf.save()
    objects = (1..<file.size).map { String(decoding: file.object($0), as: UTF8.self) }
    catalog = String(decoding: file.object(file.root), as: UTF8.self)
    plain = try Self.uncompressed(file.bytes)
  }

  private static func uncompressed(_ bytes: [UInt8]) throws -> String {
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).pdf")
    try Data(bytes).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["qpdf", "--stream-data=uncompress", file.path, "-"]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return String(decoding: output, as: UTF8.self)
  }

  private func element(_ type: String) -> String { objects.first { $0.contains("/StructElem /S /\(type) ") } ?? "" }

  private func number(_ object: String) -> String { String(object.prefix { $0 != " " }) }

  @Test func theDocumentSaysThatItIsTagged() {
    #expect(catalog.contains("/StructTreeRoot ") && catalog.contains("/MarkInfo "))
    #expect(objects.contains { $0.contains("/Marked true") })
  }

  @Test func anUntaggedDocumentDoesNotSaySo() throws {
    let form = try SampleForm.draw()
    let catalog = form.object(form.file.root)
    #expect(!catalog.contains("/StructTreeRoot") && !catalog.contains("/MarkInfo"))
    #expect((1..<form.file.size).map(form.object).contains { $0.contains("/Tabs /R") })
  }

  @Test func textsOfOneElementShareAMark() {
    let first = plain.split(separator: "endstream").first { $0.contains("/H1 << /MCID 0 >> BDC") } ?? ""
    let words = first.split { $0 == "\n" || $0 == " " }.filter { ["BMC", "BDC", "EMC", "Tj", "S"].contains($0) }
    #expect(words == ["BDC", "Tj", "Tj", "EMC", "BMC", "S", "EMC", "BDC", "Tj", "EMC"])
    #expect(element("H1").contains("/K [ 0 ]"))
  }

  @Test func contentOnAnotherPageNamesIt() {
    let header = element("TH")
    #expect(header.contains("/K [ 1 << /Type /MCR /Pg ") && header.contains("/MCID 0 >> ]"))
  }

  @Test func aCellNamesItsHeader() {
    #expect(element("TH").contains("/ID (h00004) /A << /O /Table /Scope /Row >>"))
    #expect(element("TD").contains("/A << /O /Table /ColSpan 3 /Headers [ (h00004) ] >>"))
    #expect(objects.contains { $0.contains("/IDTree << /Names [ (h00004) \(number(element("TH"))) 0 R ]") })
  }

  @Test func theParentTreeLeadsBackToElements() {
    let (title, header, form) = (number(element("H1")), number(element("TH")), number(element("Form")))
    let numbers = "[ 0 [ \(title) 0 R \(header) 0 R ] 1 [ \(header) 0 R ] 2 \(form) 0 R ]"
    #expect(objects.contains { $0.contains("/ParentTreeNextKey 3 /ParentTree << /Nums \(numbers)") })
    #expect(objects.contains { $0.contains("/Widget") && $0.contains("/StructParent 2 ") })
    #expect(element("Form").contains("<< /Type /OBJR /Obj "))
  }

  @Test func theFooterIsPagination() {
    #expect(plain.contains("/Artifact << /Type /Pagination /Subtype /Footer >> BDC"))
  }
}
