internal import Bytes
package import FormDefinition
package import FormModel
package import Glyphs
package import PDFDrawing
package import TextLayout

/// Why a placed form could not be drawn.
package enum PaperDrawingError: Error {
  case font(GlyphError)
  case drawing(PDFDrawingError)
}

/// What a blank says besides its form.
package struct BlankOptions: Sendable {
  /// The document's language (RFC 3066), such as `zh-CN`.
  package var language: String
  /// The program's name and version, written into the PDF.
  package var producer: String
  /// The words of tooltips and scripts, in the document's language.
  package var messages: MessageCatalog
  /// Whether the fields' boxes and names are drawn, for maintainers.
  package var showsBoxes: Bool

  /// A blank without boxes, whose tooltips are put together as in English, unless said otherwise.
  package init(
    language: String, producer: String, messages: MessageCatalog = MessageCatalog(), showsBoxes: Bool = false
  ) {
    self.language = language
    self.producer = producer
    self.messages = messages
    self.showsBoxes = showsBoxes
  }
}

extension PlacedPaper {
  /// Draws the blank, fillable PDF, and adds its language, every field's box and the blank's object numbers to the
  /// compiled form.
  package func drawn(
    _ definition: FormDefinition, fonts: FontChain, options: BlankOptions, form: inout CompiledForm
  ) throws(PaperDrawingError) -> VerifiedBlank {
    form.language = Array(options.language.utf8)
    let subsets = try subsets(of: fonts, also: options.showsBoxes ? fieldNames : "")
    let identity = SHA256.digest(of: form.encoded())
    let info = PDFInfo(
      title: definition.title, subject: definition.notice, language: options.language,
      producer: options.producer, creator: options.producer,
      formID: definition.id, formVersion: definition.version, guideVersion: definition.guideVersion,
      creationDate: creationDate(guideVersion: definition.guideVersion), fileID: Array(identity.prefix(16)))
    do {
      var document = try PDFDocument(info: info, fonts: subsets)
      var drawing = PaperDrawing(
        paper: self, definition: definition, messages: options.messages, names: options.showsBoxes ? fonts : nil)
      drawing.draw(into: &document, form: form)
      let file = try document.save()
      let packed = try file.packed()
      let blank = VerifiedBlank(drawn: packed.bytes)
      form.blank = BlankFile(file, packed, digest: blank.digest, pages: pages, fonts: fonts, subset: subsets.first)
      form.qrCodes = pages.enumerated().compactMap { number, page in
        page.qrCode.map { QRCodePlace(page: UInt16(number), rectangle: $0.hundredths) }
      }
      form.samples = pages.flatMap(\.samples)
      drawing.bind(file, to: &form)
      return blank
    } catch {
      throw .drawing(error)
    }
  }

  /// The guide's version is a date or a month; the blank carries it, so that the same content gives the same bytes.
  private func creationDate(guideVersion: String) -> String {
    let digits = guideVersion.filter { $0.isASCII && $0.isNumber }
    let padded = digits.count >= 8 ? String(digits.prefix(8)) : digits.count >= 6 ? digits.prefix(6) + "01" : "20000101"
    return "D:\(padded)000000+08'00'"
  }

  /// One subset a font, each with the characters that it is the first to have.
  private func subsets(of fonts: FontChain, also text: String) throws(PaperDrawingError) -> [FontSubset] {
    var scalars = Array(repeating: Set<UInt32>(), count: fonts.fonts.count)
    for text in pages.flatMap({ $0.texts.map(\.text) }) + [text] {
      for scalar in text.unicodeScalars {
        if let (font, _) = fonts.measure(scalar.value) { scalars[font].insert(scalar.value) }
      }
    }
    var subsets: [FontSubset] = []
    for (font, used) in zip(fonts.fonts, scalars) where !used.isEmpty || subsets.isEmpty {
      do { subsets.append(try FontSubset(of: font, scalars: used.sorted(), isCoarse: true)) } catch {
        throw .font(error)
      }
    }
    return subsets
  }
}
