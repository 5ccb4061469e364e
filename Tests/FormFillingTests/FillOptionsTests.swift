import FormFilling
import FormModel
import Foundation
import Testing

@Suite(.serialized) struct Flattening {
  @Test(arguments: FilledRecord.examples)
  func noFieldIsLeftAndThePictureIsTheSame(example: String) throws {
    let filled = try FilledRecord(example: example)
    let flat = try FilledRecord(example: example, options: FillOptions(flattens: true))
    let pictures = try (GreyPicture.pages(of: filled.pdf), GreyPicture.pages(of: flat.pdf))
    #expect(pictures.0.count == pictures.1.count)
    for (one, other) in zip(pictures.0, pictures.1) {
      let difference = try #require(one.difference(to: other))
      // Poppler puts the lines of boxes on whole pixels, and a box may fall on the next one.
      #expect(
        difference.worst <= 24 && difference.pixels * 10_000 <= Pictures.pagePixels * one.pixels.count, "\(difference)")
    }
    try Tool.withFile(flat.pdf) { path in
      #expect(try Tool.run("qpdf", ["--check", path]).status == 0)
      let form = String(
        decoding: try Tool.run("qpdf", ["--json=2", "--json-key=acroform", path]).output, as: UTF8.self)
      #expect(form.contains("\"hasacroform\": false") && form.contains("\"fields\": []"))
      let text = String(decoding: try Tool.run("pdftotext", ["-layout", path, "-"]).output, as: UTF8.self)
        .filter { !$0.isWhitespace }
      for placed in filled.placed {
        for run in placed.runs {
          let words = String(String.UnicodeScalarView(run.scalars.compactMap(Unicode.Scalar.init)))
          #expect(text.contains(words.filter { !$0.isWhitespace }), "“\(words)”")
        }
      }
    }
  }
}

/// `make test` makes .venv; without it these tests are told as skipped.
@Suite(
  .serialized,
  .enabled(if: FileManager.default.fileExists(atPath: project.path + "/.venv/bin/python"), "`make test` makes .venv"))
struct Locking {
  /// Which fields pypdf finds read-only.
  private func locked(_ pdf: [UInt8]) throws -> [String: Bool] {
    let run = try Tool.withFile(pdf) {
      try Tool.run(project.path + "/.venv/bin/python", [project.path + "/Tests/Tools/field_flags.py", $0])
    }
    #expect(run.status == 0, "\(run.problems)")
    return try JSONDecoder().decode([String: Int].self, from: run.output).mapValues { $0 & 1 == 1 }
  }

  /// The names of a form's fields, of one role or of all.
  private func names(_ form: CompiledForm, role: Int? = nil) -> Set<String> {
    var names: Set<String> = []
    for field in form.fields where role == nil || field.role.map(Int.init) == role {
      let name = String(decoding: field.pdfName, as: UTF8.self)
      for widget in field.widgets {
        if case .check(let option, _) = widget.kind {
          names.insert("\(name)-\(String(decoding: field.options[Int(option)].value, as: UTF8.self))")
        } else {
          names.insert(name)
        }
      }
    }
    return names
  }

  @Test(arguments: FilledRecord.examples)
  func allFieldsAreReadOnlyWithAnAnswerOrWithout(example: String) throws {
    let filled = try FilledRecord(example: example)
    #expect(try !locked(filled.pdf).values.contains(true))
    let sealed = try FilledRecord(example: example, options: FillOptions(locked: .all))
    let flags = try locked(sealed.pdf)
    #expect(Set(flags.filter(\.value).keys) == names(filled.form.compiled))
    #expect(flags.filter { !$0.value }.keys.allSatisfy { $0.hasSuffix("Signature") }, "those are for signing")
    for (one, other) in zip(try GreyPicture.pages(of: filled.pdf), try GreyPicture.pages(of: sealed.pdf)) {
      #expect(one.difference(to: other)?.pixels == 0)
    }
    let check = try Tool.withFile(sealed.pdf) { try Tool.run("qpdf", ["--check", $0]) }
    #expect(check.status == 0, "\(check.problems)")
  }

  @Test func aRoleLocksItsFieldsOnly() throws {
    let filled = try FilledRecord(example: "ca-application/new-company.yml")
    let roles = filled.form.compiled.roles.map { String(decoding: $0, as: UTF8.self) }
    #expect(roles == ["申请人", "经办人", "CA机构"])
    for role in roles.indices {
      let options = FillOptions(locked: .roles(1 << UInt64(role)))
      let sealed = try FilledRecord(example: "ca-application/new-company.yml", options: options)
      #expect(Set(try locked(sealed.pdf).filter(\.value).keys) == names(filled.form.compiled, role: role))
    }
  }
}
