#if canImport(FormModel)
  internal import FormModel
#endif

extension FilledPDF {
  /// Paints the code that names form and record wherever the form has a place for it.
  func paintCode() {
    for (page, content) in form.paintedCodes(digest: digest) { painted[page].content += content }
  }
}
