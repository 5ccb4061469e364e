/// What a document says about itself: in its information dictionary, its XMP metadata and its catalog.
package struct PDFInfo: Sendable {
  /// `/Title` and `dc:title`, which viewers show in their title bar.
  package var title: String
  /// `nil` leaves `/Author` and `dc:creator` out, as forms do.
  package var author: String?
  /// What the document is about, in a form its notice; empty leaves `/Subject` and `dc:description` out.
  package var subject: String
  /// RFC 3066 language tag, such as `zh-CN`.
  package var language: String
  /// The program that wrote the PDF.
  package var producer: String
  /// The program or body that made the document it was written from.
  package var creator: String
  /// XMP property `form:id`, by which a filled PDF is known again; empty leaves it out.
  package var formID: String
  /// XMP property `form:version`; empty leaves it out.
  package var formVersion: String
  /// XMP property `form:guideVersion`; empty leaves it out.
  package var guideVersion: String
  /// PDF date (PDF 32000-1 §7.9.4), such as `D:20261122000000+08'00'`; given, so that the same input makes the same
  /// bytes.
  package var creationDate: String
  /// 16 bytes that tell this document from every other.
  package var fileID: [UInt8]

  /// Chinese and without an author unless said otherwise.
  package init(
    title: String, author: String? = nil, subject: String, language: String = "zh-CN", producer: String,
    creator: String, formID: String, formVersion: String, guideVersion: String, creationDate: String,
    fileID: [UInt8]
  ) {
    self.title = title
    self.author = author
    self.subject = subject
    self.language = language
    self.producer = producer
    self.creator = creator
    self.formID = formID
    self.formVersion = formVersion
    self.guideVersion = guideVersion
    self.creationDate = creationDate
    self.fileID = fileID
  }
}
