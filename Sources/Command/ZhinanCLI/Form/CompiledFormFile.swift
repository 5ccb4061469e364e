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
        path, limit: limit, hint: "`zhinan build` publishes compiled forms: VERSION/forms/NAME.form.",
        diagnostics: &diagnostics),
      let form = decode(bytes, from: path, diagnostics: &diagnostics)
    else { return nil }
    let blankPath = blankPath(path)
    guard
      let bytes = BinaryFile.read(
        blankPath, limit: Int(form.blank.size) + 1,
        hint: "The blank PDF stands beside the compiled form, as `zhinan build` publishes both.",
        diagnostics: &diagnostics)
    else { return nil }
    guard let blank = try? VerifiedBlank(bytes, of: form) else {
      diagnostics.append(
        .error(
          "form.other-blank", at: SourcePlace(blankPath),
          "This is not the blank PDF that the form was compiled with: its size or its SHA-256 is another.",
          hint: "Copy both files from the same run of `zhinan build`."))
      return nil
    }
    guard bytes.starts(with: Array("%PDF-".utf8)) else {
      diagnostics.append(
        .error(
          "form.damaged", at: SourcePlace(blankPath),
          "The compiled form names this as its blank PDF, but it is no PDF.",
          hint: "Copy both files again from where they were published."))
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
      .error("form.not-compiled", at: place, "This is no compiled form.", hint: "`zhinan build` publishes them.")
    case .otherFormat(let version):
      .error(
        "form.other-format", at: place,
        "The compiled form has format version \(version), but this program reads \(CompiledForm.formatVersion).",
        hint: "Publish it again with this program's `zhinan build`, or use the program that wrote it.")
    case .damaged, .otherBlank:
      .error(
        "form.damaged", at: place, "The compiled form is damaged.", hint: "Copy it again from where it was published.")
    }
  }
}
