import Diagnostics
import FormDefinition
import FormFilling
import FormModel
import Foundation
import SourceText
import TextLayout
import TrueType
import Validation

// How fast a record is checked and filled, on one core, in memory: `make bench`. It reads the published application form
// from site/ and the example record.

struct BenchFailure: Error { var reason: String }

func bytes(_ path: String) throws -> [UInt8] { [UInt8](try Data(contentsOf: URL(fileURLWithPath: path))) }

/// Nanoseconds a run, the best of five rounds.
func measure(_ rounds: Int, _ body: () throws -> Void) rethrows -> Double {
  var best = Double.infinity
  for _ in 0..<5 {
    let clock = ContinuousClock()
    let start = clock.now
    for _ in 0..<rounds { try body() }
    let time = start.duration(to: clock.now).components
    best = min(best, (Double(time.seconds) * 1e9 + Double(time.attoseconds) / 1e9) / Double(rounds))
  }
  return best
}

let form = try CompiledForm(decoding: bytes("site/2026-11/forms/ca-application.form"))
let blank = try bytes("site/2026-11/forms/ca-application.pdf")
let font = try TrueTypeFont(bytes("/usr/share/fonts/truetype/lxgw-wenkai/LXGWWenKai-Regular.ttf"))
guard let today = CalendarDate(year: 2026, month: 11, day: 22) else { throw BenchFailure(reason: "no date") }

var diagnostics: [Diagnostic] = []
@MainActor func source(_ path: String) throws -> SourceFile {
  guard let file = SourceFile.read(URL(fileURLWithPath: path), as: path, diagnostics: &diagnostics) else {
    throw BenchFailure(reason: "\(path) cannot be read")
  }
  return file
}
let trade = try source("content/2026-11/data/trade-platforms.yml")
guard
  let platforms = YAMLReader.read(trade, diagnostics: &diagnostics),
  let definition = FormDefinition.read(
    try source("content/2026-11/forms/ca-application.yml"), id: "ca-application", guideVersion: "2026-11",
    data: { $0 == "trade-platforms" ? platforms : nil }, diagnostics: &diagnostics),
  let node = YAMLReader.read(
    try source("content/2026-11/examples/ca-application/new-company.yml"), diagnostics: &diagnostics),
  let record = RecordReader.read(node, form: form, definition: definition, diagnostics: &diagnostics)
else { throw BenchFailure(reason: "\(diagnostics)") }

var violations: [Violation] = []
guard let checked = form.check(record.answers, today: today, violations: &violations) else {
  throw BenchFailure(reason: "the example record is refused: \(violations)")
}
let checker = RecordChecker(form)
var filler = try FormFiller(form: form, blank: blank, fonts: FontChain([font]))
guard let placed = filler.place(checked, violations: &violations) else {
  throw BenchFailure(reason: "the example record does not fit: \(violations)")
}
let size = try filler.fill(checked, placed).count

// `FormBench check` checks only, to be run under a profiler.
if CommandLine.arguments.dropFirst().first == "check" {
  print(
    Int(
      measure(200_000) {
        _ = checker.check(record.answers, today: today, violations: &violations)
        violations.removeAll(keepingCapacity: true)
      }))
  exit(0)
}

let checking = measure(20_000) {
  _ = checker.check(record.answers, today: today, violations: &violations)
  violations.removeAll(keepingCapacity: true)
}
let filling = try measure(200) {
  guard let record = checker.check(record.answers, today: today, violations: &violations),
    let placed = filler.place(record, violations: &violations)
  else { throw BenchFailure(reason: "refused") }
  _ = try filler.fill(record, placed)
}
print("application form, \(form.fields.count) questions: checked in \(Int(checking)) ns")
print("checked, placed and filled: \(Int(1e9 / filling)) PDFs a second, \(size) bytes each")
