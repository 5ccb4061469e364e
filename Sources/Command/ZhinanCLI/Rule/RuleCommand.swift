internal import ArgumentParser
internal import Bytes
internal import Content
internal import Diagnostics
internal import Facts
internal import Files
internal import FormDefinition
internal import Foundation
internal import Publishing
internal import RuleLines
internal import SourceText
internal import ZhinanValidation

/// `zhinan rule`: one rule on values, a JSON line each.
struct RuleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rule", abstract: "Answers a rule on values, or on one value a line on standard input.",
    discussion: """
      Each answer is one line {"rule","ok","value","errors":[…],"warnings":[…]}. Rules with several inputs take JSON: \
      date_validity ["2016-11-22","长期"], mask {"kind":"id","input":"…"}, fee {"new":1,"years":2}. upload_file takes the \
      paths of files, or ["a.jpg",300000,"FFD8FF…"]. A bad value never ends the stream, and one of more than 1 MiB is E_LENGTH for every rule; \
      the exit code is 1 when a value was rejected.

      Give personal values on standard input, not as arguments: every user of the machine sees a command's arguments \
      in its list of processes (ps), and the shell keeps them in its history. An answer repeats a value that is right: \
      it belongs where the values came from, in no log.
      """)

  @Argument(help: "The rule's name; --list prints all.")
  var rule: String?
  @Argument(help: ArgumentHelp("Values; standard input when there is none.", valueName: "value"))
  var values: [String] = []
  @Flag(help: "Each value is JSON: a string, or what a rule with several inputs takes.")
  var jsonl = false
  @Flag(help: "Tells what each value holds: region, birthday, check character and so on; with --format json as JSON.")
  var explain = false
  @Flag(help: "Prints every rule with its standard.")
  var list = false
  @Option(help: ArgumentHelp("Version of the guide whose facts are used; the current one when not given."))
  var guide: String?
  @Option(help: ArgumentHelp("Today's date.", valueName: "YYYY-MM-DD"))
  var today: String?
  @OptionGroup var language: LanguageOption
  @OptionGroup var shared: SharedOptions

  func run() throws {
    if list {
      for rule in Rule.allCases { try shared.console.write("\(rule.name)\t\(rule.standard)") }
      return
    }
    guard let name = rule else { throw ValidationError(saying: "usage.rule-missing") }
    guard let rule = Rule(name: Array(name.utf8)) else {
      let near = NearWord.nearest(to: name, in: Rule.allCases.map { "\($0.name)" })
      throw ValidationError(
        saying: "usage.rule",
        [
          "name": .text(MessageCatalog.shown(name, near: near)),
          "advice": .message(.near(near) ?? Message("hint.rule-list")),
        ])
    }
    if rule == .uploadFile, !jsonl, !explain { return try judgeFiles() }
    var answers = ValueAnswers(console: shared.console, explain ? try explanations(of: rule) : try judgements(by: rule))
    try answers.answer(values)
    if !answers.areAllFine { throw Outcome.problems }
  }

  /// Answers to files by their paths; those that cannot be read are told in the end.
  private func judgeFiles() throws {
    let files = FileAnswers(
      line: RuleLine(rule: .uploadFile, today: try Clock.today(today), facts: try facts(for: .uploadFile)))
    var answers = ValueAnswers(console: shared.console) { files.answer($0, into: &$1) }
    try answers.answer(values)
    shared.console.report(files.problems)
    if !answers.areAllFine { throw Outcome.problems }
    if !files.problems.isEmpty { throw Outcome.inputOutput }
  }

  /// The rule's answers, a line of JSON each.
  private func judgements(by rule: Rule) throws -> ValueAnswers.Answer {
    let line = RuleLine(rule: rule, today: try Clock.today(today), facts: try facts(for: rule))
    let takesJSON = jsonl
    return { value, answers in
      switch value {
      case .value(let text) where takesJSON: line.judge(json: text, into: &answers)
      case .value(let text): line.judge(text: text, into: &answers)
      case .tooLong: line.judgeTooLong(into: &answers)
      }
    }
  }

  /// What values of a rule hold.
  private func explanations(of rule: Rule) throws -> ValueAnswers.Answer {
    guard rule == .fee || ValueExplanation.knows(rule) else {
      let names = Rule.allCases.filter { $0 == .fee || ValueExplanation.knows($0) }.map { "\($0.name)" }
      throw ValidationError(saying: "usage.explain", ["rule": .text("\(rule.name)"), "names": .list(names)])
    }
    let today = try Clock.today(today)
    let prices = rule == .fee ? try guideFacts(for: rule) : nil
    let lines = ExplanationLines(
      explanation: ValueExplanation(rule: rule, today: today),
      inChinese: Arguments.language == .chinese,
      writesJSON: jsonl || shared.format == .json, readsJSON: jsonl,
      prices: prices.map { (RuleLine(rule: rule, today: today, facts: Self.facts($0)), $0) })
    return { lines.explain($0, into: &$1) }
  }

  /// The guide's facts, where the rule needs any.
  private func facts(for rule: Rule) throws -> RuleFacts {
    switch rule {
    case .fee, .reviewHours, .uploadFile, .postalCode: Self.facts(try guideFacts(for: rule))
    default: RuleFacts()
    }
  }

  private static func facts(_ facts: GuideFacts) -> RuleFacts { RuleFacts(JSONValue(facts.rulesJSON) ?? .null) }

  /// What the guide says; what is wrong with it is the guide's problem, not the value's.
  private func guideFacts(for rule: Rule) throws -> GuideFacts {
    var diagnostics: [Diagnostic] = []
    let read = GuideReader.read(
      root: shared.rootURL, today: try Clock.today(today), rules: { WorkedFacts($0) }, diagnostics: &diagnostics)
    diagnostics.removeAll { GuideFacts.isOfAnotherFile($0, than: rule) }
    if guide != nil { diagnostics.removeAll { $0.id == "guide.current" } }
    try shared.console.reportAndStop(onErrorsIn: diagnostics)
    guard let read, let version = guide.map({ id in read.versions.first { $0.id == id } }) ?? read.current else {
      throw ValidationError(saying: "usage.version", ["version": .text(guide ?? "")])
    }
    let facts = GuideFacts(of: version)
    try shared.console.reportAndStop(onErrorsIn: facts.problems(for: rule))
    return facts
  }
}
