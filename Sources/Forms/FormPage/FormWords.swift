internal import Foundation
package import FormModel

/// The words with which a page says when a question is asked and what stands for no answer; from `templates/labels.yml`.
///
/// Names in braces are places that are filled in. The words that stand here are English.
package struct FormWords: Sendable, Equatable {
  /// A question that is not always asked.
  package var when = "Only if {condition}"
  /// A question that must not always be answered.
  package var required = "Required if {condition}"
  /// An option among others.
  package var option = "“{option}”"
  /// Between options, and before the last of several.
  package var (optionSeparator, optionLast) = (", ", " or ")
  /// One of the options is the answer; none of them is.
  package var (chosen, notChosen) = ("“{question}” is {options}", "“{question}” is not {options}")
  /// One of the options is among the answers; none of them is.
  package var (among, notAmong) = ("“{question}” includes {options}", "“{question}” does not include {options}")
  /// There is an answer; there is none.
  package var (present, absent) = ("“{question}” is answered", "“{question}” is not answered")
  /// Between conditions that must all hold, and between those of which one is enough.
  package var (and, or) = (" and ", " or ")
  /// What a number may be.
  package var (between, atLeast, atMost) = ("{minimum} to {maximum}", "{minimum} at least", "{maximum} at most")
  /// A fixed answer for one that is not given; another question's answer.
  package var (fallback, copy) = ("{value} if left empty", "As “{question}” if left empty")

  /// English words.
  package init() {}

  /// Every word by its name in `labels.yml`, with the places that it must have.
  package static var entries: [(name: String, places: [String], path: any WritableKeyPath<Self, String> & Sendable)] {
    [
      ("when", ["condition"], \.when), ("required", ["condition"], \.required), ("option", ["option"], \.option),
      ("optionSeparator", [], \.optionSeparator), ("optionLast", [], \.optionLast),
      ("chosen", ["question", "options"], \.chosen), ("notChosen", ["question", "options"], \.notChosen),
      ("among", ["question", "options"], \.among), ("notAmong", ["question", "options"], \.notAmong),
      ("present", ["question"], \.present), ("absent", ["question"], \.absent), ("and", [], \.and), ("or", [], \.or),
      ("between", ["minimum", "maximum"], \.between), ("atLeast", ["minimum"], \.atLeast),
      ("atMost", ["maximum"], \.atMost), ("default", ["value"], \.fallback), ("copy", ["question"], \.copy),
    ]
  }

  /// The text with its places filled, each value as it is.
  package static func fill(_ text: String, _ values: [String: String]) -> String {
    var written = ""
    var rest = text[...]
    while let start = rest.firstIndex(of: "{"), let end = rest[start...].firstIndex(of: "}") {
      written += rest[..<start]
      let name = rest[rest.index(after: start)..<end]
      written += values[String(name)] ?? String(rest[start...end])
      rest = rest[rest.index(after: end)...]
    }
    return written + rest
  }

  /// A condition over the form's questions, such as `“Kind” is “new”`.
  package func words(for condition: FieldCondition, in form: CompiledForm) -> String {
    words(for: condition, in: form, isHeld: true)
  }

  private func words(for condition: FieldCondition, in form: CompiledForm, isHeld: Bool) -> String {
    switch condition {
    case .chosen(let index, let options):
      let field = form.fields[index]
      let labels = field.options.enumerated().filter { options >> UInt64($0.offset) & 1 == 1 }
        .map { Self.fill(option, ["option": String(decoding: $0.element.label, as: UTF8.self)]) }
      let text = field.kind == .choices ? isHeld ? among : notAmong : isHeld ? chosen : notChosen
      return Self.fill(text, ["question": label(of: field), "options": list(labels)])
    case .present(let index):
      return Self.fill(isHeld ? present : absent, ["question": label(of: form.fields[index])])
    case .not(let inner): return words(for: inner, in: form, isHeld: !isHeld)
    case .all(let parts), .any(let parts):
      // None of several holds: each of them does not (De Morgan).
      var isAll = false
      if case .all = condition { isAll = true }
      return parts.map { words(for: $0, in: form, isHeld: isHeld) }.joined(separator: isAll == isHeld ? and : or)
    }
  }

  private func list(_ labels: [String]) -> String {
    guard let last = labels.last, labels.count > 1 else { return labels.joined() }
    return labels.dropLast().joined(separator: optionSeparator) + optionLast + last
  }

  /// The label without the title of a group's element.
  package func label(of field: CompiledField) -> String {
    String(decoding: field.label.dropFirst(field.titleLength), as: UTF8.self)
  }
}
