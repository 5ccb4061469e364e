internal import FilledFields
package import FormModel

/// Which fields of a filled PDF are read-only (PDF 32000-1 §12.7.3.1), though they are not in the blank.
package enum FieldLocks: Sendable, Equatable {
  case none, all
  /// Every field of some roles: bit n stands for the form's role n.
  case roles(UInt64)
}

extension FilledForm {
  /// The fields of `form` that are locked: all of those that stand in the PDF for them.
  package func lockedFields(of form: CompiledForm) -> Set<Int> {
    var byName: [String: [PDFField]] = [:]
    for field in contents.fields { byName[field.shortName, default: []].append(field) }
    return Set(
      form.fields.indices.filter { index in
        let found = form.fields[index].pdfNames.flatMap { byName[String(decoding: $0, as: UTF8.self)] ?? [] }
        return !form.fields[index].isAlwaysLocked && !found.isEmpty && found.allSatisfy { $0.flags & 1 != 0 }
      })
  }

  /// What is locked, as a filler can lock it: everything, or whole roles. Of pages that were left out nothing is known.
  package func locks(of form: CompiledForm) -> FieldLocks {
    let locked = lockedFields(of: form)
    let names = names
    let here = form.fields.indices.filter { index in
      !form.fields[index].isAlwaysLocked
        && form.fields[index].pdfNames.contains { names.contains(String(decoding: $0, as: UTF8.self)) }
    }
    if locked.isEmpty { return .none }
    if here.allSatisfy({ locked.contains($0) }) { return .all }
    var bits: UInt64 = 0
    for role in form.roles.indices.prefix(64) {
      let fields = here.filter { form.fields[$0].role.map { Int($0) } == role }
      if !fields.isEmpty, fields.allSatisfy({ locked.contains($0) }) { bits |= 1 << UInt64(role) }
    }
    return bits == 0 ? .none : .roles(bits)
  }
}

extension CompiledField {
  /// Whether the blank itself has it read-only.
  fileprivate var isAlwaysLocked: Bool { widgets.contains { $0.lockable.flags & 1 != 0 } }
}

extension FieldWidget {
  /// The object that has the field's flags.
  fileprivate var lockable: BlankObject {
    if case .radio(_, let parent, _) = kind { return parent }
    if case .part(_, let parent) = kind { return parent }
    return object
  }
}
