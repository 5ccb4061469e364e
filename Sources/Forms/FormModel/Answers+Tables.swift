extension Answers {
  /// An answer as a table has it (UTF-8): options by their labels, ； between several; empty where there is none.
  package func cell(_ field: Int, of form: CompiledForm) -> [UInt8] {
    guard isPresent(field) else { return [] }
    let asked = form.fields[field].options
    if asked.isEmpty { return Array(text(field)) }
    let chosen = options(field)
    var cell: [UInt8] = []
    for (index, option) in asked.enumerated() where chosen & (1 << UInt64(index)) != 0 {
      if !cell.isEmpty { cell += [0xEF, 0xBC, 0x9B] }
      cell += option.label
    }
    return cell
  }
}
