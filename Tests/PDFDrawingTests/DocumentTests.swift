import Foundation
import PDFDrawing
import Testing

@Suite struct Documents {
  @Test func qpdfFindsNothingWrong() throws {
    let (status, output) = try run("qpdf", "--check", on: SampleForm.draw().file.bytes)
    #expect(status == 0, "\(output)")
    #expect(output.contains("PDF Version: 1.7"))
  }

  @Test func qpdfFindsNothingWrongInAFilledForm() throws {
    let form = try SampleForm.draw()
    let (status, output) = try run("qpdf", "--check", on: filled(form))
    #expect(status == 0, "\(output)")
  }

  @Test func textOfEveryPlaneIsExtracted() throws {
    let (status, output) = try run("pdftotext", on: SampleForm.draw().file.bytes, "-")
    #expect(status == 0)
    #expect(output.contains("姓名：䶮𬭎𠅤 ☑"))
    #expect(!output.contains("Error") && !output.contains("Warning"))
  }

  @Test func whatTheDocumentSaysOfItselfIsRead() throws {
    let (_, output) = try run("pdfinfo", on: SampleForm.draw().file.bytes)
    for line in [
      "借书证申请表 & 𠅤", "图书馆", "<申请>", "zhinan 0.1", "Form:            AcroForm", "Pages:           2",
    ] {
      #expect(output.contains(line), "\(line)")
    }
    let packet = String(decoding: try SampleForm.draw().file.bytes, as: UTF8.self)
    for element in [
      "<form:id>card</form:id>", "<form:version>2</form:version>", "<form:guideVersion>2026-11</form:guideVersion>",
      "<xmp:CreateDate>2026-11-22T00:00:00+08:00</xmp:CreateDate>", "借书证申请表 &amp; 𠅤", "&lt;申请&gt;",
    ] {
      #expect(packet.contains(element), "\(element)")
    }
    #expect(packet.contains("/ID [ <000102030405060708090A0B0C0D0E0F>"))
  }

  @Test func theSameCallsMakeTheSameBytes() throws {
    #expect(try SampleForm.draw().file.bytes == SampleForm.draw().file.bytes)
  }

  @Test func everyObjectIsWhereTheFileSays() throws {
    let file = try SampleForm.draw().file
    for number in 1..<file.size {
      #expect(file.object(number).starts(with: Array("\(number) 0 obj\n".utf8)))
      #expect(file.object(number).suffix(6) == Array("endobj".utf8))
    }
    #expect(file.bytes[file.startXref...].starts(with: Array("xref\n0 \(file.size)\n".utf8)))
    let trailer = String(decoding: file.bytes.suffix(300), as: UTF8.self)
    #expect(trailer.contains("/Root \(file.root) 0 R") && trailer.contains("/Info \(file.info) 0 R"))
  }

  @Test func aCharacterWithoutGlyphIsAProblem() throws {
    var pdf = try PDFDocument(info: SampleForm.info, fonts: SampleForm.subsets(for: "甲"))
    let page = pdf.addPage(width: 100, height: 100)
    pdf.text("甲乙丙", at: PDFPoint(x: 0, y: 0), page: page, size: 10)
    let error = savingError(pdf)
    #expect(error == .missingGlyph(0x4E59))
  }

  @Test(arguments: [Double.nan, .infinity, 40000])
  func aCoordinateOutOfRangeIsAProblem(x: Double) throws {
    var pdf = try PDFDocument(info: SampleForm.info, fonts: [])
    let page = pdf.addPage(width: 100, height: 100)
    pdf.line(from: PDFPoint(x: x, y: 0), to: PDFPoint(x: 1, y: 1), page: page)
    let error = savingError(pdf)
    #expect(error == .coordinate)
  }

  @Test func whatTheLibraryRefusesIsToldInItsOwnNumber() throws {
    var pdf = try PDFDocument(info: SampleForm.info, fonts: [])
    _ = pdf.addPage(width: 20_000, height: 100)
    let error = savingError(pdf)
    #expect(error?.description == "libharu error 0x1054")
  }
}

extension Documents {
  private func savingError(_ pdf: consuming PDFDocument) -> PDFDrawingError? {
    do {
      _ = try pdf.save()
      return nil
    } catch { return error }
  }

  /// The form with a ticked box and a chosen one, as an incremental update.
  private func filled(_ form: SampleForm) -> [UInt8] {
    var bytes = form.file.bytes
    var table = "0 1\n0000000000 65535 f \n"
    let changes = [
      (form.check, "/AS /Yes /V /Yes"), (form.radio.parent, "/V /visit"), (form.radio.kids[1], "/AS /visit"),
    ]
    for (number, entries) in changes.sorted(by: { $0.0 < $1.0 }) {
      let offset = String(bytes.count)
      table += "\(number) 1\n\(String(repeating: "0", count: 10 - offset.count))\(offset) 00000 n \n"
      bytes += Array("\(number) 0 obj\n<<".utf8)
      bytes += form.file.entries(of: number).bytes(without: ["AS", "V"])
      bytes += Array("\(entries)>>\nendobj\n".utf8)
    }
    let start = bytes.count
    let trailer = "/Size \(form.file.size) /Root \(form.file.root) 0 R /Prev \(form.file.startXref)"
    return bytes + Array("xref\n\(table)trailer\n<< \(trailer) >>\nstartxref\n\(start)\n%%EOF\n".utf8)
  }

  /// Runs a program on a file with these bytes; gives its status and all that it prints.
  private func run(
    _ program: String, _ options: String..., on bytes: [UInt8], _ last: String...
  ) throws -> (status: Int32, output: String) {
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).pdf")
    try Data(bytes).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [program] + options + [file.path] + last
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: output, as: UTF8.self))
  }
}
