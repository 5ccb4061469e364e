import Diagnostics
import FormDefinition
import FormMessages
import FormDrawing
import FormFilling
import FormModel
import Foundation
import SourceText
import Testing
import TextLayout
import TrueType
import ZhinanValidation

/// Tests/Fixtures/BrokenForms: forms, layouts, messages and records in which everything goes wrong once.
struct BrokenForms {
  static let folder = project.appending(path: "Tests/Fixtures/BrokenForms")
  private var diagnostics: [Diagnostic] = []

  /// Everything that is wrong in the folder, as it is printed, file by file.
  static func problems() throws -> [String] {
    var forms = BrokenForms()
    for path in try paths("forms") { _ = forms.form(path) }
    for path in try paths("messages") { _ = forms.messages(path) }
    guard let (definition, form) = forms.form("forms/good.yml"), let messages = forms.messages("messages/good.yml")
    else { return printed(forms.diagnostics) }
    var blank: (PlacedPaper, CompiledForm)?
    for path in try paths("layouts") {
      guard let layout = forms.source(path).flatMap({ PaperLayout.read($0, diagnostics: &forms.diagnostics) }),
        let paper = definition.placed(on: layout, form: form, fonts: fonts, diagnostics: &forms.diagnostics)
      else { continue }
      blank = (paper, form)
    }
    guard let (paper, placed) = blank else { return printed(forms.diagnostics) }
    var filler = try filler(paper, definition, placed)
    for path in try paths("records") { forms.record(path, &filler, messages) }
    try forms.fillLanguage(messages)
    return printed(forms.diagnostics)
  }

  private static func filler(
    _ paper: PlacedPaper, _ definition: FormDefinition, _ placed: CompiledForm
  ) throws -> FormFiller {
    var compiled = placed
    let pdf = try paper.drawn(
      definition, fonts: fonts, options: BlankOptions(language: "en", producer: "test"), form: &compiled)
    return try FormFiller(form: compiled, blank: pdf, fonts: fonts)
  }

  /// Records of the form in language/, whose answers are compared and worked out.
  private mutating func fillLanguage(_ messages: MessageCatalog) throws {
    guard let (definition, form) = form("language/form.yml"),
      let layout = source("language/form.layout.yml").flatMap({ PaperLayout.read($0, diagnostics: &diagnostics) }),
      let paper = definition.placed(on: layout, form: form, fonts: fonts, diagnostics: &diagnostics)
    else { return }
    var filler = try Self.filler(paper, definition, form)
    for name in ["more", "wrong"] { record("language/\(name).yml", &filler, messages) }
  }

  private static func paths(_ folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: Self.folder.appending(path: folder).path).sorted()
      .map { "\(folder)/\($0)" }
  }

  private mutating func source(_ path: String) -> SourceFile? {
    SourceFile.read(Self.folder.appending(path: path), as: path, diagnostics: &diagnostics)
  }

  private mutating func form(_ path: String) -> (FormDefinition, CompiledForm)? {
    guard let file = source(path),
      let definition = FormDefinition.read(
        file, id: "good", guideVersion: "v1", data: sampleData, diagnostics: &diagnostics),
      let form = definition.compiled(diagnostics: &diagnostics)
    else { return nil }
    return (definition, form)
  }

  private mutating func messages(_ path: String) -> MessageCatalog? {
    source(path).flatMap { MessageCatalog.read($0, diagnostics: &diagnostics) }
  }

  private mutating func record(
    _ path: String, _ filler: inout FormFiller, _ messages: MessageCatalog
  ) {
    guard let node = source(path).flatMap({ YAMLReader.read($0, diagnostics: &diagnostics) }),
      let record = RecordReader.read(node, form: filler.form, diagnostics: &diagnostics),
      let today = CalendarDate(year: 2026, month: 11, day: 22)
    else { return }
    let sentences = RecordSentences(form: filler.form, messages: messages.table)
    var violations: [Violation] = []
    if let checked = filler.form.check(record.answers, today: today, violations: &violations) {
      _ = filler.place(checked, violations: &violations)
    }
    diagnostics += violations.filter { !record.isConsequence($0) }.map {
      record.diagnostic(for: $0, form: filler.form, sentences: sentences)
    }
  }
}

/// The font that the forms are drawn with, from Debian's fonts-lxgw-wenkai.
private let fonts: FontChain = {
  let path = "/usr/share/fonts/truetype/lxgw-wenkai/LXGWWenKai-Regular.ttf"
  do {
    return FontChain([try TrueTypeFont([UInt8](Data(contentsOf: URL(fileURLWithPath: path))))])
  } catch {
    preconditionFailure("\(path) cannot be read; `make test` installs it: \(error)")
  }
}()

@Suite struct BrokenFormsFixture {
  @Test func everyMistakeIsToldAsExpected() throws {
    let found = try BrokenForms.problems()
    let file = BrokenForms.folder.appending(path: "expected.txt")
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
      try Data((found.joined(separator: "\n") + "\n").utf8).write(to: file)
      Issue.record("recorded \(file.path)")
      return
    }
    let expected = ExpectedProblems.read(file)
    for problem in expected where !found.contains(problem) { Issue.record("not told: \(problem)") }
    for problem in found where !expected.contains(problem) { Issue.record("not expected: \(problem)") }
    #expect(found.count == expected.count)
  }

  /// Every name of a problem that stands in the sources of forms, layouts, records, messages and fonts is expected
  /// somewhere: here, by the tests of the command, or by Tests/PDF/altered.py and signed.py.
  @Test func everyNameInTheSourcesIsExpectedSomewhere() throws {
    let covered = try Set(
      ExpectedProblems.names(in: [
        "expected.txt", "expected-command.txt", "expected-reading.txt", "expected-signing.txt",
      ])
    )
    // What floods the program: CommandTests/FloodTests.
    .union(["form.text-length", "pdf.too-slow"])
    // What pages say: BridgeTests and Tests/Browser/reopen.py.
    .union(["pdf.encryption", "record.damaged"])
    let possible = try ExpectedProblems.namesInSources()
    #expect(possible.count > 30)
    for name in possible.sorted() where !covered.contains(name) {
      Issue.record("\(name) stands in Sources, but no fixture expects it")
    }
    // A record's file cannot choose twice; a PDF's and a browser's answers can.
    for code in FormProblemCode.allCases where code != .eOneOption && !covered.contains("record.\(code.name)") {
      Issue.record("record.\(code.name) can be told, but no fixture expects it")
    }
    for problem in ReadingProblem.allCases where !covered.contains(problem.rawValue) {
      Issue.record("\(problem.rawValue) can be told, but no fixture expects it")
    }
  }
}

/// Expected problems as they stand in a fixture: a line each, its hint on a line of its own.
enum ExpectedProblems {
  static func read(_ file: URL) -> [String] {
    guard let text = try? String(contentsOf: file, encoding: .utf8) else { return [] }
    return text.replacing("\n  hint: ", with: "\u{0}").split(separator: "\n")
      .map { String($0).replacing("\u{0}", with: "\n  hint: ") }
  }

  /// The names in square brackets at the lines' ends.
  static func names(in files: [String]) throws -> [String] {
    let name = try Regex(#"\[([a-zA-Z_.-]+)\](\n|$)"#, as: (Substring, Substring, Substring).self)
    return files.flatMap { read(BrokenForms.folder.appending(path: $0)) }
      .compactMap { $0.firstMatch(of: name).map { String($0.output.1) } }
  }

  /// The names that string literals in Sources/ can make; those that ``MapReader`` makes from a first part are looked
  /// up there.
  static func namesInSources() throws -> Set<String> {
    let sources = project.appending(path: "Sources")
    let families = "form|layout|record|messages|fonts?"
    let whole = try Regex("\"((?:\(families))\\.[a-z-]+)(?:/[a-z-]+)?\"", as: (Substring, Substring).self)
    let first = try Regex("\\bid: \"(\(families))\"", as: (Substring, Substring).self)
    let second = try Regex(#""\\\(id\)\.([a-z-]+)""#, as: (Substring, Substring).self)
    var names: Set<String> = []
    var firsts: Set<String> = []
    var seconds: Set<String> = []
    for folder in ["Forms", "Command", "Text"] {
      let files = FileManager.default.enumerator(at: sources.appending(path: folder), includingPropertiesForKeys: nil)
      while let file = files?.nextObject() as? URL {
        guard file.pathExtension == "swift", !file.path.contains("/Catalogue/") else { continue }
        let text = try String(contentsOf: file, encoding: .utf8)
        for match in text.matches(of: whole) { names.insert(String(match.output.1)) }
        for match in text.matches(of: first) { firsts.insert(String(match.output.1)) }
        if file.lastPathComponent == "MapReader.swift" {
          for match in text.matches(of: second) { seconds.insert(String(match.output.1)) }
        }
      }
    }
    // A list of messages has no words to choose from, and no form is known whose drawing fails once it is placed.
    let never: Set<String> = ["messages.value", "form.drawing"]
    for first in firsts { names.formUnion(seconds.map { "\(first).\($0)" }) }
    return names.subtracting(never)
  }
}
