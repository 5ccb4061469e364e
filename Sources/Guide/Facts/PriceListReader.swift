internal import Content
internal import Diagnostics
internal import SourceText
internal import ZhinanValidation

/// What a guide says where its price list is in doubt.
package struct DoubtSentence: Sendable, Equatable {
  /// `W_…`.
  package let code: String
  /// What is open.
  package let say: String
  /// What to do about it.
  package let hint: String?
}

/// Reads `fees.yml`: prices, what is asked for, and how they make a sum.
struct PriceListReader {
  private var diagnostics: [Diagnostic] = []
  /// Tiers by the prices' ids.
  private var prices: [String: [PriceList.Tier]] = [:]
  private var priceIDs: [String] = []
  private(set) var inputs: [PriceList.Input] = []
  /// Whether all names are known; names that nothing has are no second problem otherwise.
  private var knowsAllNames = true

  /// The price list, `nil` where there are prices alone, and its doubts; of no use when there is an error.
  static func read(
    _ file: DataFile, _ diagnostics: inout [Diagnostic]
  ) -> (list: PriceList?, doubts: [DoubtSentence]) {
    var reader = PriceListReader()
    let read = reader.read(file.root)
    diagnostics += reader.diagnostics
    return read
  }

  /// The same, with what is asked for.
  static func readWithInputs(
    _ file: DataFile, _ diagnostics: inout [Diagnostic]
  ) -> (list: PriceList?, inputs: [PriceList.Input]) {
    var reader = PriceListReader()
    let list = reader.read(file.root).list
    diagnostics += reader.diagnostics
    return (list, reader.inputs)
  }

  /// Whether a file has the marks of the shape.
  static func isPriceList(_ file: DataFile) -> Bool {
    file.root.map?.contains { ["prices", "estimate"].contains($0.key) } == true
  }

  private mutating func read(_ root: SourceNode) -> (list: PriceList?, doubts: [DoubtSentence]) {
    var top = MapReader(root, "what.price-list")
    _ = top.requiredText("currency")
    for node in top.requiredList("prices") { readPrice(node) }
    let inputNodes = root["estimate"] == nil ? top.list("inputs") : top.requiredList("inputs")
    for node in inputNodes { readInput(node) }
    for key in ["prices", "inputs"] where root[key]?.list == nil { knowsAllNames = false }
    let estimate = root["inputs"] == nil ? top.list("estimate") : top.requiredList("estimate")
    let charges = estimate.map { readCharge($0) }
    let upper = top.list("upper").map { readCharge($0) }
    let doubts = top.list("doubts").compactMap { readDoubt($0) }
    let examples = top.list("examples")
    if let node = top.node("calculator") {
      var calculator = MapReader(node, "what.calculator")
      _ = calculator.requiredText("one")
      if !upper.isEmpty { _ = calculator.requiredText("range") }
      calculator.finish(&diagnostics)
    }
    top.finish(&diagnostics)
    guard !estimate.isEmpty, !diagnostics.hasErrors else { return (nil, []) }
    let list = PriceList(
      inputs: inputs, estimate: charges.compactMap(\.self), upper: upper.compactMap(\.self),
      doubts: doubts.map(\.doubt))
    if list.estimate(inputs.map { .number($0.most) }).verdict.errors.contains(.eRange) {
      diagnostics.append(.error("facts.too-large", at: root["estimate"]?.place))
    } else {
      for node in examples { diagnostics += PriceExample.problems(node, list, inputs) }
    }
    return (list, doubts.map(\.sentence))
  }

  private mutating func readPrice(_ node: SourceNode) {
    var reader = MapReader(node, "what.price")
    diagnostics += FactNumber.commas(in: node)
    let id = reader.requiredNode("id").flatMap { checkedID($0, known: priceIDs) }
    _ = reader.requiredText("name")
    _ = reader.text("unit")
    _ = reader.text("text")
    _ = reader.text("remark")
    let price = reader.decimal("price")
    let tierNodes = reader.list("tiers")
    let tiers = readTiers(tierNodes)
    if (node["price"] == nil) == (node["tiers"] == nil) {
      reader.report(.error("facts.price", at: node.place))
    }
    reader.finish(&diagnostics)
    guard let id else { return }
    priceIDs.append(id)
    prices[id] = price.map { [PriceList.Tier(price: $0)] } ?? tiers
  }

  /// Each part of a quantity up to its bound at its own price; the last has no bound.
  private mutating func readTiers(_ nodes: [SourceNode]) -> [PriceList.Tier] {
    var tiers: [PriceList.Tier] = []
    for (place, node) in nodes.enumerated() {
      var reader = MapReader(node, "what.tier")
      diagnostics += FactNumber.commas(in: node)
      let price = reader.requiredDecimal("price")
      _ = reader.text("label")
      let isLast = place == nodes.count - 1
      let bound = reader.decimal("up-to")
      if let written = node["up-to"], let bound {
        if isLast {
          reader.report(.error("facts.tier-open", at: written.place))
        } else if bound <= tiers.last?.upTo ?? 0 {
          reader.report(
            .error(
              "facts.tier-order", at: written.place,
              ["text": .text(FactNumber.text(bound)), "before": .text(FactNumber.text(tiers.last?.upTo ?? 0))]))
        }
      } else if node["up-to"] == nil, !isLast {
        reader.report(.error("facts.tier-bound", at: node.place))
      }
      reader.finish(&diagnostics)
      tiers.append(PriceList.Tier(upTo: isLast ? .max : bound ?? tiers.last?.upTo ?? 0, price: price ?? 0))
    }
    return tiers
  }

  private mutating func readInput(_ node: SourceNode) {
    var reader = MapReader(node, "what.input")
    diagnostics += FactNumber.commas(in: node)
    let id = reader.requiredNode("id").flatMap { checkedID($0, known: inputs.map(Self.name)) }
    _ = reader.requiredText("name")
    _ = reader.text("unit")
    let digits = reader.choice("decimals", among: (1...4).map { ("\($0)", Int32($0)) }) ?? 0
    let least = reader.decimal("min", digits: digits) ?? 0
    let most = reader.requiredDecimal("max", digits: digits)
    let usual = reader.decimal("default", digits: digits) ?? least
    _ = reader.decimal("start", digits: digits)
    let isYears = reader.choice("kind", among: [("amount", false), ("years", true)]) ?? false
    if let most, least > most {
      reader.report(order("min", "max", at: node["min"]))
    } else if let most, !(least...most).contains(usual) {
      reader.report(order(usual < least ? "min" : "default", usual < least ? "default" : "max", at: node["default"]))
    }
    reader.finish(&diagnostics)
    guard let id else { return }
    inputs.append(
      PriceList.Input(
        Array(id.utf8), least: least, most: most ?? least, usual: usual, digits: digits, isYears: isYears))
  }

  private func order(_ first: String, _ last: String, at node: SourceNode?) -> Diagnostic {
    .error("facts.order", at: node?.place, ["first": .text(first), "last": .text(last)])
  }

  /// A name that texts, requests and pages can use, and no other of its list has.
  private mutating func checkedID(_ node: SourceNode, known: [String]) -> String? {
    guard let id = node.text, id.wholeMatch(of: /[A-Za-z][A-Za-z0-9_-]*/) != nil else {
      diagnostics.append(.error("facts.id", at: node.place, ["id": .message(node.textOrKind)]))
      knowsAllNames = false
      return nil
    }
    if known.contains(id) {
      diagnostics.append(.error("facts.twice", at: node.place, ["id": .text(id)]))
      knowsAllNames = false
      return nil
    }
    return id
  }

  private static func name(_ input: PriceList.Input) -> String { String(decoding: input.name, as: UTF8.self) }

  private mutating func readCharge(_ node: SourceNode) -> PriceList.Charge? {
    var reader = MapReader(node, "what.charge")
    var tiers: [PriceList.Tier]?
    if let price = reader.requiredNode("price") {
      tiers = price.text.flatMap { prices[$0] }
      if tiers == nil, knowsAllNames {
        reader.report(
          .error(
            "facts.unknown-price", at: price.place, ["id": .message(price.textOrKind)],
            hint: FactorReader.hint(price.text ?? "", in: priceIDs)))
      }
    }
    let nodes = reader.list("times")
    let times = factors(nodes)
    for (node, factor) in zip(nodes, times).dropFirst()
    where inputs[factor.input].digits > 0 || factor.less % 10_000 > 0 {
      reader.report(.error("facts.factor-digits", at: node.place, ["text": .message(node.textOrKind)]))
    }
    reader.finish(&diagnostics)
    return tiers.map { PriceList.Charge(tiers: $0, times: times) }
  }

  private mutating func factors(_ nodes: [SourceNode]) -> [PriceList.Factor] {
    let reader = FactorReader(inputs: inputs, areAll: knowsAllNames)
    return nodes.compactMap { reader.factor($0, diagnostics: &diagnostics) }
  }

  private mutating func readDoubt(_ node: SourceNode) -> (doubt: PriceList.Doubt, sentence: DoubtSentence)? {
    var reader = MapReader(node, "what.doubt")
    let code = reader.requiredNode("code")
    let say = reader.requiredText("say")
    let hint = reader.text("hint")
    let when = factors(reader.list("when"))
    if let code, !Self.isFree(code.text ?? "") {
      reader.report(.error("facts.code", at: code.place, ["code": .message(code.textOrKind)]))
    }
    reader.finish(&diagnostics)
    guard let code = code?.text, let say else { return nil }
    return (PriceList.Doubt(Array(code.utf8), when: when), DoubtSentence(code: code, say: say, hint: hint))
  }

  /// Whether a word is a warning's code that zhinan does not have itself.
  private static func isFree(_ code: String) -> Bool {
    code.wholeMatch(of: /W_[A-Z0-9_]+/) != nil && !Code.allCases.contains { "\($0.name)" == code }
  }
}
