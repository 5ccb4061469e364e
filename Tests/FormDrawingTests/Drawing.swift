import Content
import Diagnostics
import Facts
import FormDefinition
import FormDrawing
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

/// The font that the forms are drawn with, from Debian's fonts-lxgw-wenkai.
let fonts: FontChain = {
  let path = "/usr/share/fonts/truetype/lxgw-wenkai/LXGWWenKai-Regular.ttf"
  do {
    return FontChain([try TrueTypeFont([UInt8](Data(contentsOf: URL(fileURLWithPath: path))))])
  } catch {
    preconditionFailure("\(path) cannot be read; `make test` installs it: \(error)")
  }
}()

/// A form of the guide's newest version, placed and drawn.
struct DrawnForm: Sendable {
  static let version = "2026-12"
  static let ids = ["ca-application", "pickup", "seal-sample"]

  var definition: FormDefinition
  var compiled: CompiledForm
  var paper: PlacedPaper
  var blank: [UInt8]

  init(_ id: String) throws {
    let content = "content/\(Self.version)"
    var problems: [Diagnostic] = []
    let day = try #require(CalendarDate(year: 2026, month: 11, day: 22))
    let guide = GuideReader.read(root: project, today: day, rules: { WorkedFacts($0) }, diagnostics: &problems)
    guard let version = guide?.versions.first(where: { $0.id == Self.version }) else { throw Problems(lines: []) }
    /// A file's text with the version's facts in it.
    func filled(_ path: String) throws -> String {
      var filler = FactFiller(version)
      return filler.filled(try Self.text(path), at: SourcePlace(path))
    }
    self = try Self(
      filled("\(content)/forms/\(id).yml"), id: id, layout: filled("content/templates/forms/\(id).layout.yml"),
      messages: Self.text("templates/messages/zh-CN.yml"),
      data: { name in
        var ignored: [Diagnostic] = []
        return (try? Self.text("\(content)/data/\(name).yml"))
          .flatMap { YAMLReader.read(SourceFile(path: name, text: $0), diagnostics: &ignored) }
      })
  }

  init(
    _ form: String, id: String, layout: String, messages: String = "codes: {}", showsBoxes: Bool = false,
    data: (String) -> SourceNode? = { _ in nil }, pictures: @escaping (String) -> [UInt8]? = { _ in nil }
  ) throws {
    var diagnostics: [Diagnostic] = []
    let source = SourceFile(path: "form.yml", text: form)
    guard
      let definition = FormDefinition.read(
        source, id: id, guideVersion: Self.version, data: data, diagnostics: &diagnostics),
      var compiled = definition.compiled(diagnostics: &diagnostics),
      let layout = PaperLayout.read(SourceFile(path: "layout.yml", text: layout), diagnostics: &diagnostics),
      let messages = MessageCatalog.read(SourceFile(path: "messages.yml", text: messages), diagnostics: &diagnostics),
      let paper = definition.placed(
        on: layout, form: compiled, fonts: fonts, pictures: pictures, diagnostics: &diagnostics)
    else { throw Problems(lines: diagnostics.inOrder().map { DiagnosticFormat.text.lines(for: $0) }) }
    blank = try paper.drawn(
      definition, fonts: fonts,
      options: BlankOptions(
        language: "zh-CN", producer: "zhinan test", messages: messages, showsBoxes: showsBoxes),
      form: &compiled
    ).bytes
    (self.definition, self.compiled, self.paper) = (definition, compiled, paper)
  }

  private static func text(_ path: String) throws -> String {
    try String(contentsOf: project.appending(path: path), encoding: .utf8)
  }

  struct Problems: Error { var lines: [String] }
}

/// Points as millimetres with three decimals.
func mm(_ points: Double) -> Double { (points * 25.4 / 72 * 1000).rounded() / 1000 }

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

/// A PDF's objects as qpdf tells them: names start with `/`, texts with `u:`, references read `12 0 R`.
struct PDFObjects {
  typealias Dictionary = [String: Any]
  private let objects: [String: Dictionary]
  /// Objects that are texts.
  private let texts: [String: String]
  let trailer: Dictionary

  init(_ path: String) throws {
    let output = try Tool.run("qpdf", ["--json=2", "--json-key=qpdf", "--json-stream-data=none", path]).output
    let json = try JSONSerialization.jsonObject(with: output) as? Dictionary
    let all = (json?["qpdf"] as? [Any])?.last as? [String: Dictionary] ?? [:]
    objects = all.mapValues {
      ($0["value"] as? Dictionary) ?? ($0["stream"] as? Dictionary)?["dict"] as? Dictionary ?? [:]
    }
    texts = all.compactMapValues { $0["value"] as? String }
    trailer = objects["trailer"] ?? [:]
  }

  /// A dictionary that stands here or is referred to.
  func dictionary(_ value: Any?) -> Dictionary {
    if let name = value as? String { return objects["obj:\(name)"] ?? [:] }
    return value as? Dictionary ?? [:]
  }

  /// A text that stands here or is referred to, without its mark.
  func text(_ value: Any?) -> String? {
    guard let name = value as? String else { return nil }
    let text = texts["obj:\(name)"] ?? name
    return text.hasPrefix("u:") ? String(text.dropFirst(2)) : text
  }

  var catalog: Dictionary { dictionary(trailer["/Root"]) }
  var form: Dictionary { dictionary(catalog["/AcroForm"]) }

  /// The fields by their names.
  var fields: [String: Dictionary] {
    var fields: [String: Dictionary] = [:]
    for reference in form["/Fields"] as? [Any] ?? [] {
      let field = dictionary(reference)
      fields[text(field["/T"]) ?? ""] = field
    }
    return fields
  }

  /// The dictionaries of all pages, first page first.
  var pages: [Dictionary] { kids(of: dictionary(catalog["/Pages"])) }

  private func kids(of node: Dictionary) -> [Dictionary] {
    (node["/Kids"] as? [Any] ?? []).map(dictionary).flatMap { $0["/Kids"] == nil ? [$0] : kids(of: $0) }
  }

  /// The states of a box besides `Off`.
  func states(of widget: Dictionary) -> [String] {
    dictionary(dictionary(widget["/AP"])["/N"]).keys.filter { $0 != "/Off" }.map { String($0.dropFirst()) }
  }
}
