import FilledFields
import FormReading
import Testing

@Suite struct TextStrings {
  @Test(
    arguments: [
      ([0xFE, 0xFF, 0x73, 0x8B, 0xD8, 0x72, 0xDF, 0x4E], "王\u{2CB4E}"),
      ([0xFF, 0xFE, 0x8B, 0x73, 0x72, 0xD8, 0x4E, 0xDF], "王\u{2CB4E}"),
      ([0xEF, 0xBB, 0xBF, 0xE7, 0x8E, 0x8B], "王"),
      ([0x41, 0x80, 0x92, 0xA0, 0x18, 0xE9], "A\u{2022}\u{2122}\u{20AC}\u{2D8}é"),
      ([0xFE, 0xFF, 0x00, 0x1B, 0x00, 0x7A, 0x00, 0x68, 0x00, 0x1B, 0x73, 0x8B], "王"),
      ([0xFE, 0xFF, 0x00, 0x41, 0x00, 0x0D, 0x00, 0x0A, 0x00, 0x42, 0x00, 0x0D, 0x00, 0x43], "A\nB\nC"),
      ([], ""), ([0xFE, 0xFF], ""), ([0xFE, 0xFF, 0x73], ""),
    ] as [([UInt8], String)])
  func everyEncodingIsRead(bytes: [UInt8], text: String) {
    #expect(PDFText(bytes).text == text)
  }

  @Test func aLoneSurrogateIsKeptAsItsNumber() {
    let text = PDFText([0xFE, 0xFF, 0x73, 0x8B, 0xD8, 0x72])
    #expect(text.scalars == [0x738B, 0xD872])
    #expect(text.text == "王\u{FFFD}")
  }
}

@Suite struct Origins {
  private let expected = ("pickup", "1.0.0", "2026-11")

  @Test(arguments: [
    "<rdf:Description xmlns:form=\"urn:zhinan:form\"><form:id>pickup</form:id><form:version>1.0.0</form:version>"
      + "<form:guideVersion>2026-11</form:guideVersion></rdf:Description>",
    "<rdf:Description xmlns:form='urn:zhinan:form' form:id='pickup' form:version='1.0.0' form:guideVersion='2026-11'/>",
    "<rdf:Description rdf:about=\"\" xmlns:ns1=\"urn:zhinan:form\"\n  ns1:id=\"pickup\"\n  ns1:version=\"1.0.0\""
      + "\n  ns1:guideVersion=\"2026-11\"/>",
    "<a xmlns:other=\"urn:other\" other:id=\"no\"/><rdf:Description xmlns:form=\"urn:zhinan:form\"><form:id xml:lang=\"x\">"
      + "\n pickup \n</form:id><form:version>1.0.0</form:version><form:guideVersion>2026-11</form:guideVersion>"
      + "</rdf:Description>",
  ])
  func propertiesMayBeElementsOrAttributes(packet: String) throws {
    let utf16: [UInt8] = [0xFE, 0xFF] + packet.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 255)] }
    for metadata in [Array(packet.utf8), utf16] {
      let origin = try #require(FormOrigin(metadata: metadata))
      #expect((origin.formID, origin.formVersion, origin.guideVersion) == expected)
    }
  }

  @Test(arguments: [
    "", "<form:id>pickup</form:id>", "<x xmlns:form=\"urn:other:form\"><form:id>pickup</form:id></x>",
    "<x xmlns:form=\"urn:zhinan:form\"><form:id></form:id></x>", "<x xmlns:form=\"urn:zhinan:form\"><form:id>pick",
    "<x xmlns:form=\"urn:zhinan:form\" xform:id=\"pickup\"/>",
  ])
  func otherMetadataNameNoForm(packet: String) {
    #expect(FormOrigin(metadata: Array(packet.utf8)) == nil)
  }
}
