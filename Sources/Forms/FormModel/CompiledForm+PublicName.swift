extension CompiledForm {
  /// The field by which people tell records apart where others may look on: the first name of an organisation that the
  /// form does not mark as private, else the first such text; its index, `nil` where there is none.
  package var publicName: Int? {
    let open = fields.indices.filter { fields[$0].privacy == nil && fields[$0].options.isEmpty }
    let names = open.filter { index in
      if case .organisation = fields[index].expected { return true }
      return false
    }
    return names.first ?? open.first { fields[$0].kind == .text }
  }
}
