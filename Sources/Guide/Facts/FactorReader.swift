internal import Bytes
internal import Diagnostics
internal import SourceText
internal import ZhinanValidation

/// Reads what a price is multiplied by: an input's id, or `id - 1`.
struct FactorReader {
  let inputs: [PriceList.Input]
  /// Whether there are no others; what is unknown is reported only then.
  var areAll = true

  /// The factor; `nil` when it is reported.
  func factor(_ node: SourceNode, diagnostics: inout [Diagnostic]) -> PriceList.Factor? {
    let text = node.text ?? ""
    if let place = place(of: text) { return PriceList.Factor(place) }
    if let match = text.wholeMatch(of: /(.+?) *- *([0-9.]+)/),
      let less = FactNumber.read(String(match.output.2), digits: 4)
    {
      if let place = place(of: String(match.output.1)) { return PriceList.Factor(place, less: less) }
      if areAll { diagnostics.append(unknown(String(match.output.1), at: node.place)) }
    } else if text.wholeMatch(of: /[A-Za-z0-9_-]+/) != nil {
      if areAll { diagnostics.append(unknown(text, at: node.place)) }
    } else {
      diagnostics.append(.error("facts.factor", at: node.place, ["text": .message(node.textOrKind)]))
    }
    return nil
  }

  /// That nothing is asked for by this name.
  func unknown(_ id: String, at place: SourcePlace) -> Diagnostic {
    .error(
      "facts.unknown-input", at: place, ["id": .text(id)],
      hint: Self.hint(id, in: inputs.map { String(decoding: $0.name, as: UTF8.self) }))
  }

  /// The place of the input with a name.
  func place(of id: String) -> Int? { inputs.firstIndex { $0.name.elementsEqual(id.utf8) } }

  /// The name that was meant, or those that there are.
  static func hint(_ name: String, in names: [String]) -> Message? {
    Message.near(NearWord.nearest(to: name, in: names))
      ?? (names.isEmpty ? nil : Message("hint.there-are", ["names": .list(names)]))
  }
}

/// An example of a sum, which must be what the price list makes of its request.
enum PriceExample {
  static func problems(
    _ node: SourceNode, _ list: PriceList, _ inputs: [PriceList.Input]
  ) -> [Diagnostic] {
    var problems: [Diagnostic] = []
    problems += FactNumber.commas(in: node)
    var reader = MapReader(node, "what.example")
    // What is not written is worked out, where the request can be reckoned.
    let estimate = reader.decimal("estimate")
    let upper = reader.decimal("upper")
    let request = reader.requiredNode("request")
    let given = request.flatMap { Self.given($0, inputs, &problems) }
    reader.finish(&problems)
    guard problems.isEmpty, let given else { return problems }
    let checked = list.estimate(given)
    guard let sums = checked.value else {
      let code = checked.verdict.errors.map { "\($0.name)" }.joined()
      return [.error("facts.example/refused", at: request?.place, ["code": .text(code)])]
    }
    guard let estimate, let place = node["estimate"]?.place else { return [] }
    func differs(_ written: Int64?, _ sum: Int64, at place: SourcePlace?) -> [Diagnostic] {
      if let written, written.multipliedReportingOverflow(by: 10_000) == (sum, false) { return [] }
      return [
        .error(
          "facts.example", at: place,
          [
            "found": .text(FactNumber.text(hundredMillionths: sum)),
            "written": .text(written.map { FactNumber.text($0) } ?? "–"),
          ])
      ]
    }
    return differs(estimate, sums.estimate, at: place)
      + differs(upper ?? estimate, sums.upper, at: node["upper"]?.place ?? place)
  }

  private static func given(
    _ node: SourceNode, _ inputs: [PriceList.Input], _ problems: inout [Diagnostic]
  ) -> [PriceList.Given]? {
    guard let map = node.map else {
      MapReader(node, "what.example").finish(&problems)
      return nil
    }
    var given = inputs.map { _ in PriceList.Given.absent }
    let reader = FactorReader(inputs: inputs)
    for entry in map {
      guard let place = reader.place(of: entry.key) else {
        problems.append(reader.unknown(entry.key, at: entry.keyPlace))
        continue
      }
      let digits = inputs[place].digits
      if let number = FactNumber.read(entry.value.text ?? "", digits: digits) {
        given[place] = .number(number)
      } else {
        problems.append(FactNumber.problem(entry.value, entry.key, digits: digits))
      }
    }
    return given
  }
}
