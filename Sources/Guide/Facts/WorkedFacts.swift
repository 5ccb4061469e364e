package import Content
internal import Diagnostics
internal import SourceText
package import ZhinanValidation

/// The rules of a version's data files, as expressions of texts ask them.
package struct WorkedFacts: FactRules {
  private let prices: PriceList?
  private let inputs: [PriceList.Input]
  private let calendar: ReviewCalendar?

  /// Reads the rules; what is wrong with them is told by ``GuideFacts``.
  package init(_ data: [String: DataFile]) {
    var ignored: [Diagnostic] = []
    let file = data["fees"].flatMap { PriceListReader.isPriceList($0) ? $0 : nil }
    let read = file.map { PriceListReader.readWithInputs($0, &ignored) }
    prices = read.flatMap { ignored.hasErrors ? nil : $0.list }
    inputs = read?.inputs ?? []
    calendar = Self.calendar(data)
  }

  private static func calendar(_ data: [String: DataFile]) -> ReviewCalendar? {
    guard let hours = data["hours"], hours.root.map?.contains(where: { HoursReader.marks.contains($0.key) }) == true
    else { return nil }
    var problems: [Diagnostic] = []
    let windows = HoursReader.windows(hours, &problems)
    let holidays = data["holidays"].flatMap { $0.root.map == nil ? nil : $0 }
    let days = holidays.map { HolidaysReader.days($0, windows: windows, diagnostics: &problems) }
    return problems.hasErrors ? nil : ReviewCalendar(windows, days)
  }

  /// The minutes of the windows of each day.
  package var workingMinutes: [Int64]? {
    guard let calendar else { return nil }
    return (Int32(1)...7).map { day in
      calendar.windows.reduce(0) { $1.weekday == day ? $0 + Int64($1.closes - $1.opens) : $0 }
    }
  }

  /// When the office works; what hangs on holidays that nobody has written down is not known.
  package func nextOpening(from time: LocalTime) -> OpeningAnswer {
    guard let calendar else { return .none }
    let checked = calendar.answer(at: time)
    let codes = (checked.verdict.errors.map(\.name) + checked.verdict.warnings.map(\.name)).map { "\($0)" }
    guard codes.isEmpty, let answer = checked.value else { return .refused(codes.joined(separator: ", ")) }
    if answer.isOpen { return .at(time) }
    return answer.change.map { .at($0) } ?? .refused("E_RANGE")
  }

  /// What the price list makes of a request.
  package func fee(_ request: [(name: String, number: Int64)]) -> FeeAnswer {
    guard let prices else { return .none }
    var given = inputs.map { _ in PriceList.Given.absent }
    let reader = FactorReader(inputs: inputs)
    for (name, number) in request {
      guard let place = reader.place(of: name) else {
        return .unknown(name, known: inputs.map { String(decoding: $0.name, as: UTF8.self) })
      }
      given[place] = .number(number)
    }
    let checked = prices.estimate(given)
    guard let sums = checked.value else {
      return .refused(checked.verdict.errors.map { "\($0.name)" }.joined(separator: ", "))
    }
    return .sums(estimate: sums.estimate, upper: sums.upper)
  }

  /// The price list with the sums of its examples, where they are not written.
  package func completed(_ data: [String: DataFile]) -> [String: DataFile] {
    guard prices != nil, var file = data["fees"], let entries = file.root.map else { return data }
    let map = entries.map { entry -> SourceEntry in
      guard entry.key == "examples", let examples = entry.value.list else { return entry }
      var entry = entry
      entry.value.value = .list(examples.map(completed))
      return entry
    }
    file.root.value = .map(map)
    var data = data
    data["fees"] = file
    return data
  }

  /// An example with what its request comes to.
  private func completed(_ example: SourceNode) -> SourceNode {
    guard example["estimate"] == nil, let entries = example.map, let request = example["request"]?.map else {
      return example
    }
    let numbers = request.compactMap { entry in
      FactNumber.read(entry.value.text ?? "", digits: 4).map { (name: entry.key, number: $0) }
    }
    guard numbers.count == request.count, case .sums(let estimate, let upper) = fee(numbers) else { return example }
    func entry(_ key: String, _ sum: Int64) -> SourceEntry {
      SourceEntry(
        key: key, keyPlace: example.place,
        value: SourceNode(.scalar(FactNumber.text(hundredMillionths: sum)), at: example.place))
    }
    var example = example
    let isRange = upper != estimate && example["upper"] == nil
    example.value = .map(
      entries + [entry("estimate", estimate)] + (isRange ? [entry("upper", upper)] : []))
    return example
  }
}
