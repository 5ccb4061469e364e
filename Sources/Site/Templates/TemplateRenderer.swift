internal import Bytes
package import Diagnostics

/// A filled template.
package struct FilledTemplate: Sendable {
  /// UTF-8; empty when the template could not be filled to its end.
  package var bytes: [UInt8] = []
  /// Names that nothing is found for, each place once.
  package var diagnostics: [Diagnostic] = []
  /// Why it could not be filled to its end.
  package var overrun: Message?
}

extension TemplateLibrary {
  /// The template filled; empty when there is none of the name, which was reported when the library was read.
  ///
  /// A name that no map around has is an error of the template, or, where a map of a data file should have it, of that
  /// file: a value that is printed must be there, a section asks whether it is.
  package func fill(_ name: String, _ value: TemplateValue) -> FilledTemplate {
    guard let number = program(name) else { return FilledTemplate() }
    var renderer = TemplateRenderer(programs: programs, stack: [value.made])
    renderer.run(number)
    // What is made is kept until the whole site is written: without the room that it grew into.
    if renderer.filled.bytes.capacity > renderer.filled.bytes.count * 9 / 8 {
      renderer.filled.bytes = renderer.filled.bytes.withUnsafeBufferPointer { [UInt8]($0) }
    }
    return renderer.filled
  }
}

private struct TemplateRenderer {
  /// Sections over one list in each other double the work with every level; beyond these a template is not filled.
  static let mostSteps = 5_000_000
  static let mostBytes = 64 << 20

  let programs: [TemplateLibrary.Program]
  /// The values that sections opened, the innermost one last.
  var stack: [TemplateValue]
  var filled = FilledTemplate()
  private var steps = 0
  /// Partials that are open.
  private var partialDepth = 0
  private var missed: Set<SourcePlace> = []

  init(programs: [TemplateLibrary.Program], stack: [TemplateValue]) {
    self.programs = programs
    self.stack = stack
    filled.bytes.reserveCapacity(8 << 10)
  }

  mutating func run(_ number: Int) {
    let program = programs[number]
    run(program, 0..<program.template.steps.count)
  }

  private mutating func run(_ program: TemplateLibrary.Program, _ range: Range<Int>) {
    var index = range.lowerBound
    while index < range.upperBound {
      steps += 1
      guard mayGoOn() else { return }
      switch program.template.steps[index] {
      case .text(let bytes): filled.bytes += program.template.text[bytes]
      case .value(let tag, let isRaw): show(tag, program.template, isRaw: isRaw)
      case .partial(let partial):
        partialDepth += 1
        run(program.partials[partial])
        partialDepth -= 1
      case .section(let tag, let isInverted, let end):
        section(tag, isInverted, program, index + 1..<end)
        index = end - 1
      }
      index += 1
    }
  }

  private mutating func mayGoOn() -> Bool {
    if filled.overrun != nil { return false }
    if steps > Self.mostSteps { filled.overrun = Message("reason.template-steps") }
    if filled.bytes.count > Self.mostBytes { filled.overrun = Message("reason.template-text") }
    if filled.overrun != nil { filled.bytes = [] }
    return filled.overrun == nil
  }

  private mutating func section(
    _ tag: Int, _ isInverted: Bool, _ program: TemplateLibrary.Program, _ range: Range<Int>
  ) {
    let value = value(of: tag, program.template, isPrinted: false)
    guard value.isFalse == isInverted else { return }
    if isInverted { return run(program, range) }
    if case .list(let elements) = value {
      for element in elements {
        stack.append(element.made)
        run(program, range)
        stack.removeLast()
      }
      return
    }
    stack.append(value)
    run(program, range)
    stack.removeLast()
  }

  private mutating func show(_ tag: Int, _ template: Template, isRaw: Bool) {
    switch value(of: tag, template, isPrinted: true) {
    case .text(let text): escape(text)
    case .html(let html): if isRaw { filled.bytes += html } else { html.withUnsafeBufferPointer { escape($0) } }
    case .number(let number): filled.bytes += "\(number)".utf8
    case .flag(let flag): filled.bytes += (flag ? "true" : "false").utf8
    case .list, .map, .absent, .unfilled, .lazy: break
    }
  }

  /// Signs are found as bytes: one with a combining mark behind it is another character to Swift, but not to a browser.
  private mutating func escape(_ text: String) {
    var text = text
    text.withUTF8 { escape($0) }
  }

  private mutating func escape(_ bytes: UnsafeBufferPointer<UInt8>) {
    var start = 0
    for place in 0..<bytes.count {
      let entity: StaticString
      switch bytes[place] {
      case UInt8(ascii: "&"): entity = "&amp;"
      case UInt8(ascii: "<"): entity = "&lt;"
      case UInt8(ascii: ">"): entity = "&gt;"
      case UInt8(ascii: "\""): entity = "&quot;"
      case UInt8(ascii: "'"): entity = "&#39;"
      default: continue
      }
      filled.bytes += bytes[start..<place]
      entity.withUTF8Buffer { filled.bytes += $0 }
      start = place + 1
    }
    filled.bytes += bytes[start...]
  }

  private mutating func value(of tag: Int, _ template: Template, isPrinted: Bool) -> TemplateValue {
    let path = template.tags[tag].path
    guard let first = path.first else { return stack.last ?? .absent }
    var found: TemplateValue?
    var frame = stack.count
    while frame > 0, found == nil {
      frame -= 1
      if case .map(let map) = stack[frame] { found = map[first] }
    }
    guard var value = found?.made else {
      miss(template.tags[tag], first, isPrinted: isPrinted)
      return .absent
    }
    if case .unfilled = value {
      if partialDepth == 0 { report(template.tags[tag], first, in: nil) }
      return .absent
    }
    for key in path.dropFirst() {
      guard case .map(let map) = value else { return .absent }
      guard let inner = map[key] else {
        if isPrinted || map.source == nil { report(template.tags[tag], key, in: map) }
        return .absent
      }
      value = inner.made
    }
    return value
  }

  /// No map around has the key.
  private mutating func miss(_ tag: Template.Tag, _ key: TemplateKey, isPrinted: Bool) {
    var innermost: TemplateMap?
    for case .map(let map) in stack.reversed() where map.source != nil {
      innermost = map
      break
    }
    guard let innermost else { return report(tag, key, in: nil) }
    if isPrinted { report(tag, key, in: innermost) }
  }

  private mutating func report(_ tag: Template.Tag, _ key: TemplateKey, in map: TemplateMap?) {
    guard missed.insert(tag.place).inserted else { return }
    let name = key.name
    guard let source = map?.source else {
      return filled.diagnostics.append(.error("template.unknown-key", at: tag.place, ["part": .text(name)]))
    }
    let near = NearWord.nearest(to: name, in: source.keys.map(\.name))
    let place = source.keys.first { $0.name == near }?.place ?? source.place
    filled.diagnostics.append(
      .error(
        "data.missing", at: place, ["key": .text(name), "template": .text("\(tag.place)")], hint: .near(near)))
  }
}
