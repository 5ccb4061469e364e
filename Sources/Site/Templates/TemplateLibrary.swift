internal import Bytes
package import Diagnostics
package import SourceText

/// Templates that hold each other, ready to be filled.
package struct TemplateLibrary: Sendable {
  /// A template with its partials as numbers in ``programs``.
  struct Program: Sendable {
    var template: Template
    var partials: [Int] = []
  }

  /// How deep partials may stand in partials.
  private static let deepest = 32
  /// Most bytes of all templates, each with the blanks before its lines where it stands indented.
  private static let mostBytes = 16 << 20

  private(set) var programs: [Program] = []
  private var numbers: [String: Int] = [:]
  /// Those that could be read, by name; some of them may not be fit to be filled.
  private let templates: [String: Template]

  /// Reads templates, each named as partials name it. Those that cannot be read, hold themselves or partials that do not
  /// exist, or are nested too deeply are reported and cannot be filled.
  package init(_ sources: [(name: String, file: SourceFile)], diagnostics: inout [Diagnostic]) {
    var linker = TemplateLinker()
    for (name, file) in sources { linker.read(name, file, diagnostics: &diagnostics) }
    templates = linker.templates
    linker.refuseUnfit(deepest: Self.deepest, diagnostics: &diagnostics)
    for (name, _) in sources {
      numbers[name] = linker.link(name, mostBytes: Self.mostBytes, diagnostics: &diagnostics)
    }
    programs = linker.programs
  }

  /// The names of templates that can be filled.
  package var names: [String] { numbers.keys.sorted() }

  func program(_ name: String) -> Int? { numbers[name] }

  /// Each tag that stands in these templates and in the partials that they hold: the parts of its name, and its place.
  package func tags(of names: [String]) -> [(path: [String], place: SourcePlace)] {
    held(by: names).flatMap { name in (templates[name]?.tags ?? []).map { ($0.path.map(\.name), $0.place) } }
  }

  /// These templates and the partials that they hold.
  package func held(by names: [String]) -> Set<String> {
    var open = names
    var seen: Set<String> = []
    while let name = open.popLast() {
      guard seen.insert(name).inserted else { continue }
      open += (templates[name]?.partials ?? []).map(\.name)
    }
    return seen
  }
}

/// Ties templates to their partials.
private struct TemplateLinker {
  private struct Key: Hashable {
    var name: String
    var indentation: Int
  }

  private var files: [String: SourceFile] = [:]
  private(set) var templates: [String: Template] = [:]
  private var names: [String] = []
  private var linked: [Key: Int] = [:]
  private var bytes = 0
  private(set) var programs: [TemplateLibrary.Program] = []

  mutating func read(_ name: String, _ file: SourceFile, diagnostics: inout [Diagnostic]) {
    files[name] = file
    switch TemplateParser.parse(Array(file.text.utf8), path: file.path) {
    case .success(let template):
      templates[name] = template
      names.append(name)
    case .failure(let problem): diagnostics.append(problem.diagnostic)
    }
  }

  /// Takes out templates with partials that do not exist or that hold them again, or that stand in each other too deeply.
  mutating func refuseUnfit(deepest: Int, diagnostics: inout [Diagnostic]) {
    var unfit: Set<String> = []
    for name in names {
      var checked: Set<String> = []
      for partial in templates[name]?.partials ?? [] where checked.insert(partial.name).inserted {
        if files[partial.name] == nil {
          diagnostics.append(
            .error(
              "template.partial", at: partial.place, ["name": .text(partial.name)],
              hint: .near(NearWord.nearest(to: partial.name, in: files.keys.sorted()))))
          unfit.insert(name)
        } else if let chain = chain(from: partial.name, to: name) {
          unfit.insert(name)
          diagnostics.append(
            .error(
              "template.cycle", at: partial.place,
              [
                "name": .text(partial.name), "inner": .text(name),
                "chain": .text(([name] + chain).joined(separator: " → ")),
              ]))
        }
      }
    }
    for name in unfit { templates[name] = nil }
    refuseDeep(deepest: deepest, diagnostics: &diagnostics)
  }

  /// The shortest way from a template by its partials to `goal`, both named; `nil` when there is none.
  private func chain(from start: String, to goal: String) -> [String]? {
    var before: [String: String] = [start: start]
    var open = [start]
    var next = 0
    while next < open.count {
      let name = open[next]
      next += 1
      if name == goal {
        var way = [name]
        while let last = way.last, last != start, let previous = before[last] { way.append(previous) }
        return way.reversed()
      }
      for partial in templates[name]?.partials ?? [] where before[partial.name] == nil {
        before[partial.name] = name
        open.append(partial.name)
      }
    }
    return nil
  }

  /// The first that is too deep on each way is told; those that hold it cannot be filled either.
  private mutating func refuseDeep(deepest: Int, diagnostics: inout [Diagnostic]) {
    var depths: [String: Int] = [:]
    var begun: Set<String> = []
    // Partials first, without recursion: they may be nested as deep as there are templates.
    var open = names
    while let name = open.last {
      let partials = templates[name]?.partials ?? []
      if begun.insert(name).inserted {
        open += partials.map(\.name).filter { !begun.contains($0) }
        continue
      }
      open.removeLast()
      guard depths[name] == nil else { continue }
      let inner = partials.max { (depths[$0.name] ?? 0) < (depths[$1.name] ?? 0) }
      let depth = inner.map { (depths[$0.name] ?? 0) + 1 } ?? 0
      depths[name] = depth
      if depth == deepest + 1, let inner {
        diagnostics.append(
          .error(
            "template.size", at: inner.place,
            [
              "inner": .text(name),
              "what": .message(Message("reason.template-partials", ["limit": .number(deepest)])),
            ]))
      }
      if depth > deepest { templates[name] = nil }
    }
  }

  /// The number of a template with its partials; `nil` for one that cannot be filled.
  mutating func link(_ name: String, mostBytes: Int, diagnostics: inout [Diagnostic]) -> Int? {
    guard let template = templates[name] else { return nil }
    if let number = linked[Key(name: name, indentation: 0)] { return number }
    return link(name, template, mostBytes: mostBytes, diagnostics: &diagnostics)
  }

  private mutating func link(
    _ name: String, _ template: Template, indentation: Int = 0, mostBytes: Int, diagnostics: inout [Diagnostic]
  ) -> Int? {
    var program = TemplateLibrary.Program(template: template)
    for partial in template.partials {
      let key = Key(name: partial.name, indentation: partial.indentation)
      if let number = linked[key] {
        program.partials.append(number)
        continue
      }
      guard let file = files[partial.name], templates[partial.name] != nil else { return nil }
      let source = Array(file.text.utf8)
      let lines = source.count { $0 == 0x0A } + 1
      bytes += source.count + lines * partial.indentation
      guard bytes <= mostBytes else {
        if bytes - source.count - lines * partial.indentation <= mostBytes {
          diagnostics.append(
            .error(
              "template.size", at: partial.place,
              [
                "inner": .text(partial.name),
                "what": .message(Message("reason.template-bytes", ["size": .number(mostBytes >> 20)])),
              ]))
        }
        return nil
      }
      let indented = Self.indented(source, by: partial.indentation)
      guard
        case .success(let inner) = TemplateParser.parse(
          indented, path: file.path, indentation: partial.indentation),
        let number = link(
          partial.name, inner, indentation: partial.indentation, mostBytes: mostBytes, diagnostics: &diagnostics)
      else { return nil }
      program.partials.append(number)
    }
    programs.append(program)
    linked[Key(name: name, indentation: indentation)] = programs.count - 1
    return programs.count - 1
  }

  /// The source with blanks before each line that is not empty.
  private static func indented(_ source: [UInt8], by count: Int) -> [UInt8] {
    guard count > 0 else { return source }
    let blanks = [UInt8](repeating: 0x20, count: count)
    var indented: [UInt8] = []
    var isLineStart = true
    for byte in source {
      if isLineStart, byte != 0x0A { indented += blanks }
      indented.append(byte)
      isLineStart = byte == 0x0A
    }
    return indented
  }
}
