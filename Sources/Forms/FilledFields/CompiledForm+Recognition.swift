#if canImport(FormModel)
  package import FormModel
#endif

extension CompiledForm {
  /// Whether a PDF that does not say which form it is has nearly all of its fields from this one, and half of this one's.
  package func isProbably(_ contents: FilledContents) -> Bool {
    var names: [[UInt8]] = []
    for (name, _) in FieldsByName(contents.fields).entries { names.append(name) }
    return isProbably(fieldsNamed: names)
  }

  /// The same for fields of these names, each of which stands once.
  package func isProbably(fieldsNamed names: [[UInt8]]) -> Bool {
    var (own, shared) = (0, 0)
    for field in fields {
      for name in field.pdfNames {
        own += 1
        if names.contains(name) { shared += 1 }
      }
    }
    // Fields for signatures are the form's too, but hold no answer.
    return shared * 2 >= own && shared * 10 >= names.count * 8
  }
}

extension ReadAnswers {
  /// Names of fields that the PDF lacks, without those of elements of which it has nothing: a filler leaves their pages
  /// out.
  package func missingNames(of form: CompiledForm) -> [[UInt8]] {
    var names: [[UInt8]] = []
    for field in lacking {
      if let item = form.fields[field.field].item {
        var isThere = false
        for (index, other) in form.fields.enumerated() where other.item == item {
          isThere = isThere || !lacking.contains { $0.field == index }
        }
        if !isThere { continue }
      }
      names.append(field.name)
    }
    return names
  }
}
