import Diagnostics
import FormDefinition
import FormDrawing
import FormFilling
import FormModel
import Foundation
import TextLayout

/// The bench's pages for other programs: `blank.pdf`, and `ours.pdf`, the first variant as we fill it; `pairs.txt`, what
/// stands for 示例 in each document; `values.json`, the fields with what stands in them; and `page.txt`, the same pages
/// as flat drawing, a line each:
///
///     page WIDTH HEIGHT
///     fill X Y WIDTH HEIGHT GREY          a rectangle
///     line X1 Y1 X2 Y2 WIDTH GREY
///     box X Y WIDTH HEIGHT GREY           the frame of a box to tick
///     text X Y SIZE GREY TEXT             printed words
///     value X Y SIZE GREY TEXT            an answer, or a part of it
///     tick X Y WIDTH HEIGHT GREY          the mark in a box, a rectangle
///
/// Points from the page's bottom left; of texts, the first character's origin. Grey is 0 to 1.
struct TaskFiles {
  private struct Value: Codable {
    var name: String
    var value: String
    var size: Double
    var runs: [Run]
    struct Run: Codable {
      var x: Double
      var y: Double
      var text: String
    }
  }
  private struct Fields: Codable {
    var texts: [Value] = []
    /// Names of buttons and of their chosen states.
    var buttons: [String: String] = [:]
  }

  private let bench: FormBench
  private let ours: [UInt8]
  private var lines: [String] = []
  private var fields = Fields()

  init(_ bench: inout FormBench) throws {
    ours = try bench.sample()
    self.bench = bench
    let paper = try Self.paper(bench)
    let (record, placed) = try bench.placed(0)
    for (number, page) in paper.pages.enumerated() {
      add("page", [paper.width, paper.height])
      for shade in page.shades { add("fill", [shade.x, shade.y, shade.width, shade.height, 0.96]) }
      for line in page.lines { add("line", [line.x1, line.y1, line.x2, line.y2, line.width, line.ink.grey]) }
      for label in page.texts { add("text", [label.x, label.y, label.size, label.ink.grey], label.text) }
      for widget in page.widgets {
        guard case .options(let field, let boxes) = widget.kind else { continue }
        for (option, box) in boxes.enumerated() {
          add("box", [box.x, box.y, box.width, box.height, 0])
          guard record.answers.options(field) & (1 << UInt64(option)) != 0 else { continue }
          add("tick", [box.x + 1.5, box.y + 1.5, box.width - 3, box.height - 3, 0])
        }
      }
      for text in placed where bench.form.fields[text.field].widgets[text.widget].page == UInt16(number) {
        add(text)
      }
    }
    addButtons(record)
  }

  func write(to folder: URL) throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data(bench.blank).write(to: folder.appending(path: "blank.pdf"))
    try Data(ours).write(to: folder.appending(path: "ours.pdf"))
    try Data((lines.joined(separator: "\n") + "\n").utf8).write(to: folder.appending(path: "page.txt"))
    try Data(bench.pairs.joined(separator: "\n").utf8).write(to: folder.appending(path: "pairs.txt"))
    try JSONEncoder().encode(fields).write(to: folder.appending(path: "values.json"))
  }

  /// The blank's printed words and lines.
  private static func paper(_ bench: FormBench) throws -> PlacedPaper {
    let path = "content/templates/forms/ca-application.layout.yml"
    var diagnostics: [Diagnostic] = []
    if let layout = PaperLayout.read(try FormBench.source(path), diagnostics: &diagnostics),
      let compiled = bench.definition.compiled(diagnostics: &diagnostics),
      let paper = bench.definition.placed(
        on: layout, form: compiled, fonts: FontChain([bench.font]), diagnostics: &diagnostics)
    {
      return paper
    }
    throw BenchFailure(reason: "\(diagnostics)")
  }

  private mutating func add(_ operation: String, _ numbers: [Double], _ text: String = "") {
    let words = numbers.map { String(format: "%.2f", $0) }
    lines.append(([operation] + words + (text.isEmpty ? [] : [text])).joined(separator: " "))
  }

  private mutating func add(_ text: PlacedText) {
    let field = bench.form.fields[text.field]
    let box = field.widgets[text.widget].rectangle
    // The first variant's pair becomes 示例 again.
    func restored(_ text: String) -> String { text.replacing(bench.pairs[0], with: "示例") }
    let runs = text.runs.map { run in
      Value.Run(
        x: Double(run.x) / 100, y: Double(run.y) / 100,
        text: restored(String(String.UnicodeScalarView(run.scalars.compactMap(Unicode.Scalar.init)))))
    }
    for run in runs {
      add("value", [Double(box.x) / 100 + run.x, Double(box.y) / 100 + run.y, Double(text.size) / 100, 0], run.text)
    }
    fields.texts.append(
      Value(
        name: String(decoding: field.pdfName, as: UTF8.self),
        value: restored(String(decoding: text.value, as: UTF8.self)), size: Double(text.size) / 100, runs: runs))
  }

  private mutating func addButtons(_ record: CheckedRecord) {
    for (index, field) in bench.form.fields.enumerated() {
      let name = String(decoding: field.pdfName, as: UTF8.self)
      for (bit, option) in field.options.enumerated() where record.answers.options(index) & (1 << UInt64(bit)) != 0 {
        let value = String(decoding: option.value, as: UTF8.self)
        if field.kind == .choices {
          fields.buttons["\(name)-\(value)"] = value
        } else if field.widgets.contains(where: { $0.kind != .list }) {
          fields.buttons[name] = value
        }
      }
    }
  }
}

extension PaperInk {
  fileprivate var grey: Double {
    switch self {
    case .black: 0.08
    case .grey: 0.4
    case .faint: 0.76
    case .accent: 0.3
    }
  }
}
