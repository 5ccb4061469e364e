#if canImport(FormModel)
  internal import FormModel
#endif

extension FilledPDF {
  /// Paints the code that names form and record, when the form has a place for it.
  mutating func paintCode() {
    guard let (page, content) = form.paintedCode(digest: digest) else { return }
    painted[page].content += content
  }
}
