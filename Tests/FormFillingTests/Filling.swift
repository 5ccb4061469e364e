import Content
import Diagnostics
import Facts
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

/// The project's folder.
let project = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  .deletingLastPathComponent()

/// The fonts of templates/fonts.yml; the fallbacks hold 50 MB and are read when a test asks for them.
enum Fonts {
  static let first = chain(["lxgw-wenkai/LXGWWenKai-Regular"])
  static let all = chain(["lxgw-wenkai/LXGWWenKai-Regular", "hanazono/HanaMinA", "hanazono/HanaMinB"])

  private static func chain(_ names: [String]) -> FontChain {
    FontChain(
      names.map { name in
        let path = "/usr/share/fonts/truetype/\(name).ttf"
        do {
          return try TrueTypeFont([UInt8](Data(contentsOf: URL(fileURLWithPath: path), options: .alwaysMapped)))
        } catch {
          preconditionFailure("\(path) cannot be read; `make test` installs it: \(error)")
        }
      })
  }
}

/// A form of the guide, drawn.
struct GuideForm: Sendable {
  var definition: FormDefinition
  var compiled: CompiledForm
  var blank: [UInt8]

  static let caApplication = Result { try GuideForm("ca-application") }
  static let pickup = Result { try GuideForm("pickup") }
  static let sealSample = Result { try GuideForm("seal-sample") }

  static func named(_ id: String) throws -> GuideForm {
    switch id {
    case "ca-application": try caApplication.get()
    case "pickup": try pickup.get()
    default: try sealSample.get()
    }
  }

  private init(_ id: String) throws {
    var diagnostics: [Diagnostic] = []
    func source(_ path: String) -> SourceFile? {
      SourceFile.read(project.appending(path: path), as: path, diagnostics: &diagnostics)
    }
    guard let day = CalendarDate(year: 2026, month: 11, day: 22) else { throw Refusal(problems: []) }
    let guide = GuideReader.read(root: project, today: day, rules: { WorkedFacts($0) }, diagnostics: &diagnostics)
    guard let version = guide?.versions.first(where: { $0.id == "2026-12" }) else {
      throw Refusal(problems: diagnostics.inOrder().map { DiagnosticFormat.text.lines(for: $0) })
    }
    /// A file with the version's facts in it.
    func filled(_ path: String) -> SourceNode? {
      guard let file = source(path), let root = YAMLReader.read(file, diagnostics: &diagnostics) else { return nil }
      var filler = FactFiller(version)
      return filler.filled(root)
    }
    guard let form = filled("content/2026-12/forms/\(id).yml"),
      let definition = FormDefinition.read(
        form, id: id, guideVersion: "2026-12", data: { version.data[$0]?.root }, diagnostics: &diagnostics),
      var compiled = definition.compiled(diagnostics: &diagnostics),
      let layout = filled("content/templates/forms/\(id).layout.yml")
        .flatMap({ PaperLayout.read($0, diagnostics: &diagnostics) }),
      let paper = definition.placed(on: layout, form: compiled, fonts: Fonts.first, diagnostics: &diagnostics)
    else { throw Refusal(problems: diagnostics.inOrder().map { DiagnosticFormat.text.lines(for: $0) }) }
    blank = try paper.drawn(
      definition, fonts: Fonts.first, options: BlankOptions(language: "zh-CN", producer: "test"), form: &compiled
    ).bytes
    (self.definition, self.compiled) = (definition, compiled)
  }
}

/// The errors of a record that was not filled, as they are printed.
struct Refusal: Error { var problems: [String] }

/// A record that was read, checked, placed and filled.
struct FilledRecord: Sendable {
  /// The guide's examples.
  static let examples = [
    "ca-application/new-company.yml", "ca-application/reissue-pickup.json", "pickup/by-agent.yml",
    "seal-sample/two-seals.yml",
  ]

  var form: GuideForm
  var checked: CheckedRecord
  var placed: [PlacedText]
  var pdf: [UInt8]

  /// An example of the guide.
  init(example: String, fonts: FontChain = Fonts.first, options: FillOptions = FillOptions()) throws {
    let path = "content/2026-12/examples/\(example)"
    let text = try String(contentsOf: project.appending(path: path), encoding: .utf8)
    try self.init(text, path: path, form: String(example.prefix { $0 != "/" }), fonts: fonts, options: options)
  }

  /// A seal-sample sheet with these seals, each as YAML in braces.
  init(seals: [String]) throws {
    let text = """
      form: seal-sample
      orgName: 鞍山示例建筑工程有限公司
      uscc: 91210302WWG7LCMK6D
      agentName: 钱示例
      agentMobile: "13800000001"
      seals:

      """
    try self.init(
      text + seals.map { "  - {\($0)}\n" }.joined(), path: "record.yml", form: "seal-sample", fonts: Fonts.first)
  }

  /// The new company's application with other answers: lines are replaced by their keys, new ones are added. Fields
  /// that are narrowed have room for a few words.
  init(
    newCompanyWith changes: [(key: String, value: String)], fonts: FontChain = Fonts.first, narrowing: [String] = []
  ) throws {
    let path = project.appending(path: "content/2026-12/examples/ca-application/new-company.yml")
    var lines = try String(contentsOf: path, encoding: .utf8).split(separator: "\n").map(String.init)
    for (key, value) in changes {
      if let line = lines.firstIndex(where: { $0.hasPrefix("\(key):") }) {
        lines[line] = "\(key): \(value)"
      } else {
        lines.append("\(key): \(value)")
      }
    }
    try self.init(
      lines.joined(separator: "\n") + "\n", path: "record.yml", form: "ca-application", fonts: fonts,
      narrowing: narrowing)
  }

  private init(
    _ text: String, path: String, form id: String, fonts: FontChain, options: FillOptions = FillOptions(),
    narrowing: [String] = []
  ) throws {
    let form = try GuideForm.named(id)
    var diagnostics: [Diagnostic] = []
    let file = SourceFile(path: path, text: text)
    let node =
      path.hasSuffix(".json")
      ? JSONReader.read(file, diagnostics: &diagnostics) : YAMLReader.read(file, diagnostics: &diagnostics)
    var compiled = form.compiled
    for key in narrowing {
      let field = try #require(compiled.field(Array(key.utf8)))
      compiled.fields[field].widgets[0].rectangle.width = 9000
    }
    guard let node, let today = CalendarDate(year: 2026, month: 11, day: 22),
      let record = RecordReader.read(node, form: compiled, diagnostics: &diagnostics)
    else { throw Refusal(problems: diagnostics.inOrder().map { DiagnosticFormat.text.lines(for: $0) }) }
    var violations: [Violation] = []
    var filler = try FormFiller(form: compiled, blank: VerifiedBlank(form.blank, of: compiled), fonts: fonts)
    guard let checked = compiled.check(record.answers, today: today, violations: &violations),
      let placed = filler.place(checked, violations: &violations)
    else {
      let sentences = RecordSentences(form: compiled)
      throw Refusal(
        problems: violations.filter(\.isError).map {
          DiagnosticFormat.text.lines(
            for: record.diagnostic(for: $0, form: compiled, sentences: sentences))
        })
    }
    (self.form, self.checked, self.placed) = (form, checked, placed)
    pdf = try filler.fill(checked, placed, options: options)
  }

  /// The placed text of a field.
  func text(_ key: String) throws -> PlacedText {
    let field = try #require(form.compiled.field(Array(key.utf8)))
    return try #require(placed.first { $0.field == field })
  }

  /// What a reader of the PDF finds, by the fields' names: texts, and the names of chosen boxes.
  var values: [String: String] {
    var values: [String: String] = [:]
    for text in placed {
      let name = String(decoding: form.compiled.fields[text.field].pdfName, as: UTF8.self)
      values[name] = String(decoding: text.value, as: UTF8.self)
    }
    for (index, field) in form.compiled.fields.enumerated() {
      let name = String(decoding: field.pdfName, as: UTF8.self)
      for (bit, option) in field.options.enumerated() where checked.answers.options(index) & (1 << UInt64(bit)) != 0 {
        let value = String(decoding: option.value, as: UTF8.self)
        if field.kind == .choices { values["\(name)-\(value)"] = value } else { values[name] = value }
      }
    }
    return values
  }
}

/// A program that appearances at PDFs; a missing one is a failure, because `make test` installs them.
enum Tool {
  static func run(_ tool: String, _ arguments: [String]) throws -> (status: Int32, output: Data, problems: String) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [tool] + arguments
    let output = Pipe()
    let problems = Pipe()
    process.standardOutput = output
    process.standardError = problems
    try process.run()
    let bytes = output.fileHandleForReading.readDataToEndOfFile()
    let words = problems.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, bytes, String(decoding: words, as: UTF8.self))
  }

  /// Calls `body` with the path of a file that holds these bytes.
  static func withFile<Result>(_ bytes: [UInt8], _ body: (String) throws -> Result) throws -> Result {
    let file = FileManager.default.temporaryDirectory.appending(path: "zhinan-\(UUID().uuidString).pdf")
    try Data(bytes).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    return try body(file.path)
  }
}
