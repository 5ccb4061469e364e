internal import Bytes
package import Content
package import Diagnostics
internal import SourceText
package import ZhinanValidation

/// What a version's data files say to rules, and what is wrong with it.
///
/// A data file is read for a rule when it has a mark of the rule's shape; one without is the guide's own.
package struct GuideFacts: Sendable {
  /// Prices of the rule `fee`, in `fees.yml`.
  package private(set) var prices: PriceList?
  /// What the guide says of its doubts about prices, in the order of ``PriceList/codes``.
  package private(set) var doubts: [DoubtSentence] = []
  /// Hours of the rule `review_hours`, in `hours.yml` and `holidays.yml`.
  package private(set) var calendar: ReviewCalendar?
  /// Files that the rule `upload_file` takes, in `limits.yml`.
  package private(set) var limits: UploadLimits?
  /// Whether it asks for scans in colour, there.
  package private(set) var wantsColour = false
  /// The guide's region, in `region.yml`.
  package private(set) var region = RegionFacts()

  private let version: GuideVersion
  private var found: [String: [Diagnostic]] = [:]

  /// Reads the data files of a version.
  package init(of version: GuideVersion) {
    self.version = version
    if let read = read("fees", marks: ["prices", "estimate"], PriceListReader.read) {
      prices = read.list
      doubts = read.doubts
    }
    let windows = read("hours", marks: HoursReader.marks, HoursReader.windows)
    // Without hours of this shape, holidays are the guide's own too.
    let days =
      found["hours"] == nil
      ? nil : read("holidays", marks: [], { HolidaysReader.days($0, windows: windows, diagnostics: &$1) })
    calendar = ReviewCalendar(windows, days)
    limits = read("limits", marks: ["bytes"], LimitsReader.limits).flatMap(\.self)
    wantsColour = limits != nil && version.data["limits"]?.root["scan"]?["colour"]?.text == "true"
    region = read("region", marks: ["id", "postalPrefix"], RegionFacts.read) ?? region
  }

  /// Everything that is wrong, and warnings.
  package var problems: [Diagnostic] { found.keys.sorted().flatMap { found[$0] ?? [] } }

  /// What is wrong with the files that a rule reads, or that there are none.
  package func problems(for rule: Rule) -> [Diagnostic] {
    func problems(_ files: String..., marks: [String], isThere: Bool) -> [Diagnostic] {
      let told = files.flatMap { found[$0] ?? [] }
      if isThere || told.hasErrors { return told }
      let path = "content/\(version.id)/data/\(files[0]).yml"
      let place = SourcePlace(version.data[files[0]]?.path ?? path)
      let name = "\(rule.name)"
      return version.data[files[0]] == nil
        ? [.error("facts.missing", at: place, ["rule": .text(name), "keys": .list(marks)])]
        : [.error("facts.missing/shape", at: place, ["rule": .text(name), "keys": .list(marks)])]
    }
    return switch rule {
    case .fee: problems("fees", marks: ["prices", "inputs", "estimate"], isThere: prices != nil)
    case .reviewHours: problems("hours", "holidays", marks: ["timezone", "week"], isThere: calendar != nil)
    case .uploadFile: problems("limits", marks: ["bytes", "formats"], isThere: limits != nil)
    case .postalCode: problems("region", marks: [], isThere: true)
    default: []
    }
  }

  /// Whether a problem is one of the facts that a data file's texts name, and the rule reads other files.
  package static func isOfAnotherFile(_ problem: Diagnostic, than rule: Rule) -> Bool {
    let names: [Rule: [String]] = [
      .fee: ["fees"], .reviewHours: ["hours", "holidays"], .uploadFile: ["limits"], .postalCode: ["region"],
    ]
    guard problem.id.hasPrefix("data.") || problem.id.hasPrefix("role."), let file = problem.place?.file,
      file.contains("/data/")
    else { return false }
    return !(names[rule] ?? []).contains { file.hasSuffix("/data/\($0).yml") }
  }

  /// What stands in a data file that has one of these keys; any map where no key is named.
  private mutating func read<Read>(
    _ name: String, marks: [String], _ read: (DataFile, inout [Diagnostic]) -> Read
  ) -> Read? {
    guard let file = version.data[name], let map = file.root.map,
      marks.isEmpty || map.contains(where: { marks.contains($0.key) })
    else { return nil }
    var diagnostics: [Diagnostic] = []
    let result = read(file, &diagnostics)
    found[name] = diagnostics
    return diagnostics.hasErrors ? nil : result
  }

  /// Whether a page's small tools have something to reckon with.
  package var hasTools: Bool { prices != nil || calendar != nil || limits != nil }

  /// What rules read of the guide, for pages: `{"$rules":{…}}`.
  package var rulesJSON: [UInt8] {
    var writer = JSONByteWriter(.misleading)
    writer.object { writeRules(&$0) }
    return writer.bytes
  }

  /// The same, and beside it the data files by their names; every scalar is a string, as it was written.
  package var json: [UInt8] {
    var writer = JSONByteWriter(.misleading)
    writer.object { writer in
      writeRules(&writer)
      for name in version.data.keys.sorted() where name != CompiledFacts.key {
        guard let file = version.data[name] else { continue }
        writer.key(name)
        Self.write(file.root, &writer)
      }
    }
    return writer.bytes
  }

  private func writeRules(_ writer: inout JSONByteWriter) {
    writer.key(CompiledFacts.key)
    CompiledFacts(prices: prices, calendar: calendar, limits: limits, region: region).write(&writer)
  }

  private static func write(_ node: SourceNode, _ writer: inout JSONByteWriter) {
    switch node.value {
    case .null: writer.raw("null")
    case .scalar(let text): writer.text(text)
    case .list(let nodes): writer.array(nodes) { writer, node in write(node, &writer) }
    case .map(let entries):
      writer.object { writer in
        for entry in entries {
          writer.key(entry.key)
          write(entry.value, &writer)
        }
      }
    }
  }
}
