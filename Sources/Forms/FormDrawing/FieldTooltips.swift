internal import FormDefinition
internal import FormModel
internal import ZhinanValidation

/// What a field is called and what is to be known of it: shown over it, and told to those who listen.
struct FieldTooltips {
  let messages: MessageCatalog

  /// The label, then whether an answer is required, the hint and what the rule asks.
  func tooltip(_ field: CompiledField) -> String {
    let hint = field.hint.map { String(decoding: $0, as: UTF8.self) }
    var notes: [String] = []
    if field.need == .always, let required = messages.tooltip.required { notes.append(required) }
    if let hint { notes.append(hint) }
    if let rule = words(of: field.rule), hint?.contains(rule) != true { notes.append(rule) }
    return messages.tooltip.text(label: String(decoding: field.label, as: UTF8.self), notes: notes)
  }

  /// The tooltip of one box of a choice; `withNotes` where each box is a field of its own.
  func tooltip(_ field: CompiledField, option: Int, withNotes: Bool) -> String {
    let label = withNotes ? tooltip(field) : String(decoding: field.label, as: UTF8.self)
    return messages.tooltip.text(label: label, option: String(decoding: field.options[option].label, as: UTF8.self))
  }

  /// A rule that depends on another answer is not told.
  private func words(of rule: FieldRule) -> String? {
    guard case .one(let rule) = rule else { return nil }
    return messages.words(of: rule)
  }
}
