import PDFDrawing
import Testing

@Suite struct FieldDictionaries {
  let form: SampleForm

  init() throws { form = try SampleForm.draw() }

  @Test func aTextFieldHasItsEntries() {
    let object = form.object(form.text)
    for entry in [
      "/Subtype /Widget", "/FT /Tx", "/T (name)", "/Ff 2 ", "/F 4",
      "/DA (/Helv 10.5 Tf 0 g)", "/Rect [ 200 130 350 142 ]",
    ] {
      #expect(object.contains(entry), "\(entry)")
    }
    #expect(!object.contains("/V "))
    #expect(tooltip(of: object) == "<FEFF59D3540D0020D840DD64>")
    #expect(form.object(form.comb).contains("/Ff 29360128 /MaxLen 18 "))
  }

  /// The tooltip stands in an object of its own, so that a filled field's dictionary is short.
  private func tooltip(of object: String) -> Substring? {
    guard let number = object.split(separator: "/TU ").last?.split(separator: " ").first.flatMap({ Int($0) }) else {
      return nil
    }
    return form.object(number).split(separator: "\n").dropFirst().first
  }

  @Test func everyBoxOfAGroupHasItsTooltip() {
    #expect(tooltip(of: form.object(form.radio.kids[0])) == "<FEFF90AE5BC4>")
    #expect(!form.object(form.radio.kids[1]).contains("/TU"))
  }

  @Test func aFieldRefersToItsScripts() {
    #expect(form.object(form.comb).contains("/AA "))
    #expect(!form.object(form.text).contains("/AA"))
    let all = (1..<form.file.size).map(form.object)
    #expect(
      all.contains { $0.contains("/K << /S /JavaScript /JS (up\\(\\)) >> /V << /S /JavaScript /JS (ok\\(\\)) >>") })
  }

  @Test func optionsAreLiteralStrings() {
    let object = form.object(form.choice)
    #expect(object.contains("/Ff 131072 "))
    #expect(object.contains("[ (id) (\\376\\377\\\\El\\021\\216\\253N\\375\\213\\301\\000\\(N\\000\\000\\)) ]"))
    #expect(object.contains("] (\\376\\377QvN\\326) ]"))
  }

  @Test func boxesCarryTheirNames() {
    #expect(form.object(form.check).contains("/AP << /N << /Yes "))
    #expect(form.object(form.radio.kids[1]).contains("/AP << /N << /visit "))
    #expect(form.object(form.radio.kids[0]).contains("/Parent \(form.radio.parent) 0 R"))
    let kids = form.radio.kids.map { "\($0) 0 R " }.joined()
    #expect(form.object(form.radio.parent).contains("/Ff 49154 /Kids [ \(kids)]"))
  }

  @Test func whatFillingChangesCanBeTakenAway() {
    let fields = [
      (form.text, ["AP"]), (form.comb, ["AP"]), (form.choice, ["AP"]), (form.check, ["AS", "V"]),
      (form.radio.parent, ["V"]), (form.radio.kids[0], ["AS"]), (form.radio.kids[1], ["AS"]),
    ]
    for (number, changing) in fields {
      let entries = form.file.entries(of: number)
      for name in changing { #expect(entries[name] != nil, "\(number) \(name)") }
      let (kept, taken) = (entries.bytes(without: changing), entries.bytes(only: changing))
      #expect(kept.count + taken.count == entries.bytes(without: []).count && !taken.isEmpty)
      let words = String(decoding: kept, as: UTF8.self)
      for name in changing { #expect(!words.contains("/\(name) ") && !words.contains("/\(name)/")) }
    }
  }

  @Test func theFormNamesEveryField() {
    let catalog = form.object(form.file.root)
    #expect(catalog.contains("/AcroForm") && catalog.contains("/Lang (zh"))
    let all = (1..<form.file.size).map(form.object)
    let acroForm = all.first { $0.contains("/Fields [") }
    let numbers = [form.text, form.comb, form.choice, form.check, form.radio.parent, form.signature]
    #expect(acroForm?.contains("/Fields [ \(numbers.map { "\($0) 0 R " }.joined())]") == true)
    #expect(acroForm?.contains("NeedAppearances") == false)
  }
}
