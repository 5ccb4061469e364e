extension PDFInfo {
  /// Entries of the information dictionary (PDF 32000-1 §14.3.3).
  var dictionary: [UInt8] {
    var entries = PDFTokens()
    for (key, value) in [
      ("Title", title), ("Author", author ?? ""), ("Subject", subject), ("Creator", creator), ("Producer", producer),
    ] where !value.isEmpty {
      entries.name(key)
      entries.hexadecimal(value.pdfText)
    }
    for key in ["CreationDate", "ModDate"] {
      entries.name(key)
      entries.literal(creationDate.utf8)
    }
    return entries.bytes
  }

  /// The XMP packet (ISO 16684-1), which also says which form this is; in the clear, for programs that only search it.
  var metadata: [UInt8] {
    var lines = [
      "<?xpacket begin=\"\u{FEFF}\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>",
      "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">",
      "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">",
      "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
        + " xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\""
        + " xmlns:form=\"urn:zhinan:form\">",
      "<dc:format>application/pdf</dc:format>",
      "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">\(title.escapedForXML)</rdf:li></rdf:Alt></dc:title>",
      "<dc:language><rdf:Bag><rdf:li>\(language.escapedForXML)</rdf:li></rdf:Bag></dc:language>",
    ]
    if !subject.isEmpty {
      lines.append(
        "<dc:description><rdf:Alt><rdf:li xml:lang=\"x-default\">\(subject.escapedForXML)</rdf:li></rdf:Alt>"
          + "</dc:description>")
    }
    if let author {
      lines.append("<dc:creator><rdf:Seq><rdf:li>\(author.escapedForXML)</rdf:li></rdf:Seq></dc:creator>")
    }
    for (element, value) in [
      ("xmp:CreateDate", isoDate), ("xmp:ModifyDate", isoDate), ("xmp:CreatorTool", creator),
      ("pdf:Producer", producer), ("form:id", formID), ("form:version", formVersion),
      ("form:guideVersion", guideVersion),
    ] where !value.isEmpty {
      lines.append("<\(element)>\(value.escapedForXML)</\(element)>")
    }
    lines += ["</rdf:Description>", "</rdf:RDF>", "</x:xmpmeta>", "<?xpacket end=\"r\"?>"]
    return Array(lines.joined(separator: "\n").utf8)
  }

  /// The creation date in ISO 8601, as XMP wants it; empty when it is no PDF date with seconds and offset.
  private var isoDate: String {
    let digits = creationDate.utf8.filter { $0 >= 0x30 && $0 <= 0x39 }.map { String(UnicodeScalar($0)) }
    guard digits.count == 18 else { return "" }
    func part(_ range: Range<Int>) -> String { digits[range].joined() }
    let sign = creationDate.utf8.contains(0x2D) ? "-" : "+"
    return "\(part(0..<4))-\(part(4..<6))-\(part(6..<8))T\(part(8..<10)):\(part(10..<12)):\(part(12..<14))"
      + "\(sign)\(part(14..<16)):\(part(16..<18))"
  }
}

extension String {
  fileprivate var escapedForXML: String {
    var escaped = ""
    for character in unicodeScalars {
      switch character {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      default: escaped.unicodeScalars.append(character)
      }
    }
    return escaped
  }
}
