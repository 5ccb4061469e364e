internal import Diagnostics

/// Reads a Mustache template (github.com/mustache/spec, 1.4), without inheritance and lambdas.
struct TemplateParser {
  /// How deep sections may stand in sections.
  static let deepest = 32

  private let path: String
  private let source: [UInt8]
  /// Blanks that were put before each line.
  private let indentation: Int
  private var template = Template()
  private var open = Array("{{".utf8)
  private var close = Array("}}".utf8)
  private var place = 0
  /// The place's line, from 1, and where that line begins.
  private var line = 1
  private var lineStart = 0
  /// The sections that are open: their steps and names.
  private var sections: [(step: Int, name: [UInt8], place: SourcePlace)] = []

  /// The template's steps, or what is wrong with it first.
  ///
  /// - Parameter indentation: blanks that stand before each line of the source, which places do not count.
  static func parse(_ source: [UInt8], path: String, indentation: Int = 0) -> Result<Template, TemplateProblem> {
    var parser = TemplateParser(path: path, source: source, indentation: indentation)
    do throws(TemplateProblem) {
      while try parser.readTag() {}
      if let section = parser.sections.last {
        throw TemplateProblem.syntax("reason.template-unclosed", at: section.place)
      }
      return .success(parser.template)
    } catch {
      return .failure(error)
    }
  }

  private init(path: String, source: [UInt8], indentation: Int) {
    self.path = path
    self.source = source
    self.indentation = indentation
  }

  /// Takes the text up to the next tag and the tag; `false` when there is none.
  private mutating func readTag() throws(TemplateProblem) -> Bool {
    guard let start = find(open, from: place) else {
      addText(place..<source.count)
      return false
    }
    let textStart = place
    pass(to: start)
    let tagPlace = sourcePlace(of: start)
    var inside = start + open.count
    let sign = inside < source.count ? source[inside] : 0
    let isTriple = sign == UInt8(ascii: "{")
    let isDelimiters = sign == UInt8(ascii: "=")
    let ending = isTriple ? [UInt8(ascii: "}")] + close : isDelimiters ? [UInt8(ascii: "=")] + close : close
    if "{=&#^/>!%<$".utf8.contains(sign) { inside += 1 }
    guard let end = find(ending, from: inside) else { throw .syntax("reason.template-tag", at: tagPlace) }
    let content = Self.trimmed(source[inside..<end])
    var next = end + ending.count
    var textEnd = start
    var blanks = 0
    if "#^/>!=".utf8.contains(sign), let line = lineAlone(start, next) {
      (blanks, textEnd, next) = (start - line.start, line.start, line.end)
    }
    addText(textStart..<max(textStart, textEnd))
    pass(to: next)
    try add(sign, content, at: tagPlace, blanks: blanks)
    return true
  }

  private mutating func add(
    _ sign: UInt8, _ content: ArraySlice<UInt8>, at place: SourcePlace, blanks: Int
  ) throws(TemplateProblem) {
    switch sign {
    case UInt8(ascii: "!"): break
    case UInt8(ascii: "="): try setDelimiters(content, at: place)
    case UInt8(ascii: "%"): throw TemplateProblem(id: "template.pragma", place: place)
    case UInt8(ascii: "<"), UInt8(ascii: "$"): throw TemplateProblem(id: "template.block", place: place)
    case UInt8(ascii: ">"):
      let name = String(decoding: content, as: UTF8.self)
      guard Self.isName(content) else { throw .syntax("reason.template-name", at: place) }
      template.partials.append(Template.Partial(name: name, place: place, indentation: blanks))
      template.steps.append(.partial(template.partials.count - 1))
    case UInt8(ascii: "/"):
      guard let section = sections.popLast(), section.name == Array(content) else {
        throw .syntax("reason.template-close", at: place)
      }
      if case .section(let tag, let isInverted, _) = template.steps[section.step] {
        template.steps[section.step] = .section(tag: tag, isInverted: isInverted, end: template.steps.count)
      }
    case UInt8(ascii: "#"), UInt8(ascii: "^"):
      let tag = try addTag(content, at: place)
      sections.append((template.steps.count, Array(content), place))
      guard sections.count <= Self.deepest else { throw TemplateProblem(id: "template.depth", place: place) }
      template.steps.append(.section(tag: tag, isInverted: sign == UInt8(ascii: "^"), end: 0))
    default:
      let tag = try addTag(content, at: place)
      template.steps.append(.value(tag: tag, isRaw: sign == UInt8(ascii: "{") || sign == UInt8(ascii: "&")))
    }
  }

  private mutating func addTag(_ content: ArraySlice<UInt8>, at place: SourcePlace) throws(TemplateProblem) -> Int {
    var path: [TemplateKey] = []
    if !content.elementsEqual([UInt8(ascii: ".")]) {
      for part in content.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false) {
        guard Self.isName(part) else { throw .syntax("reason.template-name", at: place) }
        path.append(TemplateKey(String(decoding: part, as: UTF8.self)))
      }
    }
    template.tags.append(Template.Tag(path: path, place: place))
    return template.tags.count - 1
  }

  private mutating func setDelimiters(_ content: ArraySlice<UInt8>, at place: SourcePlace) throws(TemplateProblem) {
    let parts = content.split(whereSeparator: Self.isBlank).map(Array.init)
    guard parts.count == 2, !parts.joined().contains(UInt8(ascii: "=")) else {
      throw .syntax("reason.template-delimiters", at: place)
    }
    (open, close) = (parts[0], parts[1])
  }

  private mutating func addText(_ range: Range<Int>) {
    guard !range.isEmpty else { return }
    let start = template.text.count
    template.text += source[range]
    template.steps.append(.text(start..<template.text.count))
  }

  /// Where the line begins and the next one does when nothing but blanks stands beside the tag.
  private func lineAlone(_ start: Int, _ end: Int) -> (start: Int, end: Int)? {
    var first = start
    while first > 0, source[first - 1] == 0x20 || source[first - 1] == 0x09 { first -= 1 }
    guard first == 0 || source[first - 1] == 0x0A else { return nil }
    var last = end
    while last < source.count, source[last] == 0x20 || source[last] == 0x09 { last += 1 }
    if last < source.count, source[last] == 0x0D { last += 1 }
    if last == source.count { return (first, last) }
    return source[last] == 0x0A ? (first, last + 1) : nil
  }

  private mutating func pass(to end: Int) {
    while place < end {
      if source[place] == 0x0A { (line, lineStart) = (line + 1, place + 1) }
      place += 1
    }
  }

  /// Lines and columns of the source without the blanks that were put before its lines.
  private func sourcePlace(of start: Int) -> SourcePlace {
    let scalars = source[lineStart..<start].count { $0 & 0xC0 != 0x80 }
    return SourcePlace(path, line: line, column: max(1, scalars + 1 - indentation))
  }

  private func find(_ bytes: [UInt8], from start: Int) -> Int? {
    var at = start
    while at + bytes.count <= source.count {
      if source[at] == bytes[0], source[at..<(at + bytes.count)].elementsEqual(bytes) { return at }
      at += 1
    }
    return nil
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

  private static func trimmed(_ content: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var content = content.drop(while: isBlank)
    while let last = content.last, isBlank(last) { content.removeLast() }
    return content
  }

  /// Whether it may name a value or a partial: no blanks, braces, brackets or quotation marks.
  private static func isName(_ name: ArraySlice<UInt8>) -> Bool {
    !name.isEmpty && !name.contains { isBlank($0) || "{}()<>\"'&".utf8.contains($0) }
  }
}

/// What is wrong with a template.
struct TemplateProblem: Error {
  var id: String
  var place: SourcePlace
  var reason: String?

  static func syntax(_ reason: String, at place: SourcePlace) -> TemplateProblem {
    TemplateProblem(id: "template.syntax", place: place, reason: reason)
  }

  var diagnostic: Diagnostic {
    var arguments: [String: MessageArgument] = [:]
    if let reason { arguments["reason"] = .message(Message(reason)) }
    if id == "template.depth" { arguments["limit"] = .number(TemplateParser.deepest) }
    return .error(id, at: place, arguments)
  }
}
