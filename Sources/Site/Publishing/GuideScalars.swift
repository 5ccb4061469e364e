internal import Content
internal import FormModel

extension Guide {
  /// Every character that a page or a data file has (Unicode scalar values).
  var scalars: Set<UInt32> {
    var scalars: Set<UInt32> = []
    for version in versions {
      for page in version.pages { scalars.formUnion((page.title + page.body).unicodeScalars.lazy.map(\.value)) }
      scalars.formUnion(GuideFacts.json(of: version).unicodeScalars.lazy.map(\.value))
    }
    return scalars
  }
}

extension DrawnForm {
  /// Every character that the blank prints, or that a filled form may show of an option (Unicode scalar values).
  var scalars: Set<UInt32> {
    var scalars = Set(compiled.blank.font.scalars)
    for option in compiled.fields.lazy.flatMap(\.options) {
      scalars.formUnion(String(decoding: option.label, as: UTF8.self).unicodeScalars.lazy.map(\.value))
    }
    return scalars
  }
}
