import Diagnostics
import FormDefinition
import FormFilling
import FormModel
import Foundation
import SourceText
import TextLayout
import TrueType
import ZhinanValidation

struct BenchFailure: Error { var reason: String }

/// The published application form and records of it that differ in some characters.
struct FormBench {
  static let fontPath = "/usr/share/fonts/truetype/lxgw-wenkai/LXGWWenKai-Regular.ttf"

  let form: CompiledForm
  let blank: [UInt8]
  let definition: FormDefinition
  let font: TrueTypeFont
  /// What stands for 示例 in each variant.
  let pairs: [String]
  let today: CalendarDate
  private let records: [FormRecord]
  private let checker: RecordChecker
  private var filler: FormFiller

  init(variants: Int) throws {
    var diagnostics: [Diagnostic] = []
    form = try CompiledForm(decoding: Self.bytes("site/2026-12/forms/ca-application.form"))
    blank = try Self.bytes("site/2026-12/forms/ca-application.pdf")
    font = try TrueTypeFont(Self.bytes(Self.fontPath))
    guard let today = CalendarDate(year: 2026, month: 11, day: 22),
      let platforms = YAMLReader.read(
        try Self.source("content/2026-12/data/trade-platforms.yml"), diagnostics: &diagnostics),
      let definition = FormDefinition.read(
        try Self.source("content/2026-12/forms/ca-application.yml"), id: "ca-application", guideVersion: "2026-12",
        data: { $0 == "trade-platforms" ? platforms : nil }, diagnostics: &diagnostics)
    else { throw BenchFailure(reason: "\(diagnostics)") }
    self.today = today
    self.definition = definition
    pairs = Self.pairs(variants, in: font)
    let text = try Self.source("Benchmarks/record.yml").text
    var records: [FormRecord] = []
    for pair in pairs {
      let file = SourceFile(path: "record.yml", text: text.replacing("示例", with: pair))
      guard let node = YAMLReader.read(file, diagnostics: &diagnostics),
        let record = RecordReader.read(node, form: form, diagnostics: &diagnostics)
      else { throw BenchFailure(reason: "\(diagnostics)") }
      records.append(record)
    }
    self.records = records
    checker = RecordChecker(form)
    filler = try FormFiller(form: form, blank: VerifiedBlank(blank, of: form), fonts: FontChain([font]))
  }

  static func bytes(_ path: String) throws -> [UInt8] { [UInt8](try Data(contentsOf: URL(fileURLWithPath: path))) }

  static func source(_ path: String) throws -> SourceFile {
    var diagnostics: [Diagnostic] = []
    guard let file = SourceFile.read(URL(fileURLWithPath: path), as: path, diagnostics: &diagnostics) else {
      throw BenchFailure(reason: "\(path) cannot be read")
    }
    return file
  }

  /// Pairs of Han characters that the font has, the same in every run: the numbers of a linear congruential generator.
  private static func pairs(_ count: Int, in font: TrueTypeFont) -> [String] {
    var state: UInt64 = 20_261_122
    func character() -> Unicode.Scalar {
      while true {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        let scalar = UInt32(0x4E00 + (state >> 33) % 20_902)
        if font.glyph(for: scalar) != 0, let character = Unicode.Scalar(scalar) { return character }
      }
    }
    return (0..<count).map { _ in String(String.UnicodeScalarView([character(), character()])) }
  }

  /// A variant's record, checked and placed.
  mutating func placed(_ variant: Int) throws -> (CheckedRecord, [PlacedText]) {
    var violations: [Violation] = []
    guard
      let record = checker.check(
        records[variant % records.count].answers, today: today, violations: &violations),
      let placed = filler.place(record, violations: &violations)
    else { throw BenchFailure(reason: "record \(variant) is rejected: \(violations)") }
    return (record, placed)
  }

  /// Nanoseconds of one core to check a record.
  func checking(rounds: Int) -> Double {
    var violations: [Violation] = []
    var best = Double.infinity
    for _ in 0..<5 {
      let start = Self.processorTime
      for round in 0..<rounds {
        _ = checker.check(records[round % records.count].answers, today: today, violations: &violations)
        violations.removeAll(keepingCapacity: true)
      }
      best = min(best, (Self.processorTime - start) / Double(rounds))
    }
    return best
  }

  /// Nanoseconds of one core to fill a record that is checked and placed: the best of three rounds.
  mutating func filling(documents: Int) throws -> Double {
    var ready: [(CheckedRecord, [PlacedText])] = []
    for variant in records.indices { ready.append(try placed(variant)) }
    var best = Double.infinity
    for _ in 0..<3 {
      let start = Self.processorTime
      for document in 0..<documents {
        let (record, placed) = ready[document % ready.count]
        _ = try filler.fill(record, placed)
      }
      best = min(best, (Self.processorTime - start) / Double(documents))
    }
    return best
  }

  /// Nanoseconds of one core to check, place and fill a record: the best of three rounds.
  mutating func whole(documents: Int) throws -> Double {
    var best = Double.infinity
    for _ in 0..<3 {
      let start = Self.processorTime
      for document in 0..<documents {
        let (record, placed) = try placed(document)
        _ = try filler.fill(record, placed)
      }
      best = min(best, (Self.processorTime - start) / Double(documents))
    }
    return best
  }

  /// The first variant, filled.
  mutating func sample() throws -> [UInt8] {
    let (record, placed) = try placed(0)
    return try filler.fill(record, placed)
  }

  /// Nanoseconds that this process has used.
  private static var processorTime: Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) * 1e9 + Double(time.tv_nsec)
  }
}
