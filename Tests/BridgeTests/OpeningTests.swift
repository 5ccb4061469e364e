import Bridge
import FormMessages
import FormModel
import Testing
import ZhinanValidation

private let form: [UInt8] = {
  var form = CompiledForm(id: Array("sample".utf8), version: [0x31], guideVersion: [0x31], title: Array("样表".utf8))
  form.fields = [
    CompiledField(key: Array("name".utf8), label: Array("名称".utf8), kind: .text, rule: .one(.text)),
    CompiledField(key: Array("day".utf8), label: Array("日期".utf8), kind: .date, rule: .one(.date)),
    CompiledField(key: Array("month".utf8), label: Array("月份".utf8), kind: .yearMonth, rule: .one(.yearMonth)),
    CompiledField(key: Array("hour".utf8), label: Array("时间".utf8), kind: .time, rule: .one(.time)),
  ]
  form.blank.objectCount = 1
  return form.encoded()
}()

private let box = "/Subtype /Widget /Rect [0 0 9 9] /FT /Tx"

/// A file of the form's fields with these entries; `end` stands before the trailer's end.
private func pdf(name: String, day: String = "", month: String = "", hour: String = "", end: String = "") -> [UInt8] {
  let objects = [
    "<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [4 0 R 5 0 R 6 0 R 7 0 R] >> >>",
    "<< /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Annots [4 0 R 5 0 R 6 0 R 7 0 R] >>", "<< \(box) /T (name) \(name) >>",
    "<< \(box) /T (day) \(day) >>",
    "<< \(box) /T (month) \(month) >>", "<< \(box) /T (hour) \(hour) >>",
  ]
  var text = "%PDF-1.7\n"
  var table = "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n"
  for (index, object) in objects.enumerated() {
    let digits = "\(text.utf8.count)"
    table += String(repeating: "0", count: 10 - digits.count) + digits + " 00000 n \n"
    text += "\(index + 1) 0 obj\n\(object)\nendobj\n"
  }
  let start = text.utf8.count
  return Array(
    "\(text)\(table)trailer\n<< /Size \(objects.count + 1) /Root 1 0 R \(end) >>\nstartxref\n\(start)\n%%EOF\n".utf8)
}

@Suite struct OpenedFiles {
  private func answer(_ file: [UInt8], asked: String = "sample") -> String? {
    var session = Session()
    let isOpen = session.open(form: form)
    #expect(isOpen)
    return session.openFile(Array("\(asked)\n".utf8) + file).map { String(decoding: $0, as: UTF8.self) }
  }

  @Test(arguments: [
    (pdf(name: "/V (x)"), #""record":{"form":"sample","name":"x"},"notes":[{"code":"pdf.no-metadata""#),
    (
      pdf(name: "/V <FEFF738B>", day: "/V <FEFF 0032003000320036 5E74 0037 6708 0035 65E5>"),
      #""record":{"form":"sample","name":"王","day":"2026-07-05"}"#
    ),
    (
      pdf(name: "/V (x)", month: "/V <FEFF 0032003000320036 5E74 0037 6708>", hour: "/V (9:30)"),
      #""record":{"form":"sample","name":"x","month":"2026-07","hour":"09:30"}"#
    ),
    (pdf(name: "/V <FEFF738BD872>", day: "/V (2026-07-05)"), #""record":{"form":"sample","day":"2026-07-05"}"#),
    (pdf(name: "/V <FEFF738BD872>"), #"{"code":"record.lost-character","#),
    (pdf(name: "/V (x)", end: "/Encrypt 1 0 R"), #"{"kind":"pdf","notes":[{"code":"pdf.encryption","#),
    (pdf(name: "/V (x"), #"{"kind":"pdf","notes":[{"code":"pdf.damaged","#),
    (Array(pdf(name: "/V (x)").dropLast(30)), #"{"kind":"pdf","notes":[{"code":"pdf.damaged","#),
    (
      Array(#"{"name":"x","day":null}"#.utf8),
      #"{"kind":"record","form":"sample","record":{"form":"sample","name":"x"},"notes":[]}"#
    ),
    (Array(#"{"form":"other","name":"x"}"#.utf8), #"{"kind":"record","form":"other","notes":[{"code":"form","#),
    (Array("hello".utf8), #"{"kind":"other","notes":[{"code":"pdf.not-a-pdf","#),
    ([], #"{"kind":"other","notes":[{"code":"pdf.empty","#),
  ])
  func areToldAsAPageNeedsThem(file: [UInt8], part: String) {
    #expect(answer(file)?.contains(part) == true, "\(answer(file) ?? "")")
  }

  @Test func anotherFormsPageHasNoAnswer() {
    #expect(answer([], asked: "other") == nil)
    #expect(Session().openFile(Array("sample\n".utf8)) == nil)
  }

  /// Whatever bytes are changed, something is told and nothing traps.
  @Test func changedBytesNeverTrap() {
    var random = SystemRandomNumberGenerator()
    let whole = pdf(name: "/V <FEFF738B> /Opt [[(a) (b)] (c)]", day: "/V (2026-07-05) /AS /On /I [0 1]")
    for _ in 0..<3000 {
      var file = whole
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        file[Int.random(in: 0..<file.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
      }
      let told = answer(file)
      #expect(told?.contains(#""notes":[{"code""#) == true, "\(told ?? "") \(file)")
    }
  }
}
