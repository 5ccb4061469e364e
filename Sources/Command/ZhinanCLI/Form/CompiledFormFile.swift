internal import Diagnostics
internal import FormModel

/// A compiled form and its blank PDF as `zhinan build` publishes them side by side: `NAME.form`, `NAME.pdf`.
struct CompiledFormFile {
  let form: CompiledForm
  let blank: VerifiedBlank

  /// The largest file that is taken for a compiled form, in bytes.
  private static let limit = 16 << 20

  /// The blank PDF's path.
  static func blankPath(_ path: String) -> String { path.dropLast(5) + ".pdf" }

  /// Reads both files; what is missing, damaged, or does not belong together is reported.
  static func read(_ path: String, diagnostics: inout [Diagnostic]) -> CompiledFormFile? {
    guard
      let bytes = BinaryFile.read(
        path, limit: limit, hint: Message("hint.compiled-forms"),
        diagnostics: &diagnostics),
      let form = decode(bytes, from: path, diagnostics: &diagnostics)
    else { return nil }
    let blankPath = blankPath(path)
    guard
      let bytes = BinaryFile.read(
        blankPath, limit: Int(form.blank.size) + 1,
        hint: Message("hint.blank-beside"),
        diagnostics: &diagnostics)
    else { return nil }
    guard let blank = try? VerifiedBlank(bytes, of: form) else {
      diagnostics.append(
        .error("form.other-blank", at: SourcePlace(blankPath)))
      return nil
    }
    guard bytes.starts(with: Array("%PDF-".utf8)) else {
      diagnostics.append(
        .error("form.damaged/blank", at: SourcePlace(blankPath)))
      return nil
    }
    return CompiledFormFile(form: form, blank: blank)
  }

  private static func decode(_ bytes: [UInt8], from path: String, diagnostics: inout [Diagnostic]) -> CompiledForm? {
    do {
      return try CompiledForm(decoding: bytes)
    } catch {
      diagnostics.append(diagnostic(for: error, at: SourcePlace(path)))
      return nil
    }
  }

  private static func diagnostic(for error: CompiledFormError, at place: SourcePlace) -> Diagnostic {
    switch error {
    case .notACompiledForm:
      .error("form.not-compiled", at: place)
    case .otherFormat(let version):
      .error(
        "form.other-format", at: place,
        ["version": .number(Int(version)), "supported": .number(Int(CompiledForm.formatVersion))])
    case .damaged, .otherBlank:
      .error("form.damaged", at: place)
    }
  }
}
