#if canImport(Bytes)
  internal import Bytes
#endif
#if canImport(FormMessages)
  internal import FormMessages
#endif
#if canImport(FormModel)
  internal import FormModel
#endif
#if canImport(Glyphs)
  internal import Glyphs
#endif
#if canImport(RuleLines)
  internal import RuleLines
#endif
#if canImport(TextLayout)
  internal import TextLayout
#endif
#if canImport(ZhinanValidation)
  internal import ZhinanValidation
#endif

/// What a page asks while somebody answers a form: it holds the guide's facts, one form and, where many records are filled
/// in, their table, and answers with bytes. The same in a browser and in the tests that run it natively.
package struct Session {
  /// The guide's facts as they came; what a call needs of them it takes from there, so that a page's module holds no more.
  private var factData = JSONValue.null
  private(set) var messages = MessageTable()
  private var packs = GlyphPackReader()
  var opened: OpenForm?
  var tables: TableState?

  /// A session without a form and without facts.
  package init() {}

  /// Takes the guide's facts, one JSON object; whether it is JSON.
  package mutating func accept(facts json: [UInt8]) -> Bool {
    guard let value = JSONValue(json) else { return false }
    factData = value
    return true
  }

  /// All facts.
  private var facts: RuleFacts { RuleFacts(factData) }

  /// What the guide takes uploads by; nothing else is read.
  var uploadLimits: UploadLimits? { RuleFacts.uploadLimits(factData) }

  /// Opens a compiled form in place of the one before; whether it can be used. One that cannot leaves no form open.
  package mutating func open(form bytes: [UInt8]) -> Bool {
    tables = nil
    opened = (try? CompiledForm(decoding: bytes)).map { OpenForm($0, messages) }
    return opened != nil
  }

  /// Takes a language's table of sentences, in which problems are told from now on; whether it can be used. One that
  /// cannot leaves the sentences as they were: codes, and English, before the first.
  package mutating func accept(messages bytes: [UInt8]) -> Bool {
    guard let table = try? MessageTable(decoding: bytes) else { return false }
    messages = table
    opened?.say(in: table)
    return true
  }

  /// The answer of a rule to a message `rule LF today LF json`: one JSON line; `nil` for a message of another shape, and
  /// for a rule whose facts the guide does not have.
  package func answerRule(_ message: [UInt8]) -> [UInt8]? {
    guard let (line, json) = ruleLine(message) else { return nil }
    return line.answer(json: json)
  }

  /// The same for the rules that pages ask, ``RuleLine/answerTool(json:)``.
  package func answerTool(_ message: [UInt8]) -> [UInt8]? {
    guard let (line, json) = ruleLine(message) else { return nil }
    return line.answerTool(json: json)
  }

  private func ruleLine(_ message: [UInt8]) -> (RuleLine, json: [UInt8])? {
    guard let end = message.firstIndex(of: 0x0A), let rule = Rule(name: message[..<end]),
      let (today, json) = Self.parted(Array(message[(end + 1)...]))
    else { return nil }
    return facts.lacks(rule) ? nil : (RuleLine(rule: rule, today: today, facts: facts), json)
  }

  /// Takes the next glyph pack, with which answers are drawn from now on; whether it fits behind those before. One that
  /// does not changes nothing.
  package mutating func accept(pack bytes: [UInt8]) -> Bool {
    guard packs.add(bytes) else { return false }
    opened?.placer = nil
    opened?.filler = nil
    return true
  }

  /// The faces that answers are drawn with, of the packs so far.
  var fonts: FontChain { FontChain(packs.faces) }
  /// Whether no further pack will come.
  var hasAllPacks: Bool { packs.isComplete }
}
