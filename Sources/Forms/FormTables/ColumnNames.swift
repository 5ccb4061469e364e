#if canImport(Bytes)
  internal import Bytes
#endif
#if canImport(FormModel)
  package import FormModel
#endif

/// What the columns of a table of one form's records may be called.
package struct ColumnNames: Sendable {
  /// What a column answers.
  package enum Target: Sendable, Equatable {
    /// A field, by its index in the compiled form.
    case field(Int)
    /// The form's own name, as in a record's `form:`.
    case form
    /// What is filled in by hand on paper, by its index among such questions.
    case byHand(Int)
  }

  /// A target and its names (UTF-8).
  struct Named: Sendable {
    let target: Target
    let key: [UInt8]
    /// With the title of the group's element.
    let label: [UInt8]
    /// As it stands on paper.
    let short: [UInt8]
    /// The same, folded.
    let folded: [[UInt32]]
  }

  /// In the form's order.
  let list: [Named]

  /// The names of a form's questions.
  package init(_ form: CompiledForm) {
    var list = [Named(.form, Array("form".utf8), Array("表格".utf8), Array("form".utf8))]
    var hand = 0
    for question in form.questions {
      if let field = question.field {
        list.append(Named(.field(field), question.key, question.label, question.shortLabel))
      } else {
        list.append(Named(.byHand(hand), question.key, question.label, question.shortLabel))
        hand += 1
      }
    }
    self.list = list
  }

  /// What a name may mean; none when it is unknown, several when it is not clear.
  ///
  /// A name is a key or a label; or the label on paper; or either of them but for widths, capitals, spaces, line breaks
  /// and marks such as `*` and （必填）; or any text with a key in brackets behind it; or that without what stands in
  /// brackets, where only one target is meant.
  package func targets(of name: [UInt8]) -> [Target] {
    var found = list.filter { $0.key == name || $0.label == name }
    if found.isEmpty { found = list.filter { $0.short == name } }
    if found.isEmpty {
      let meant = Self.plain(name)
      if meant.isEmpty { return [] }
      found = list.filter { $0.folded[0] == meant || $0.folded[1] == meant }
      if found.isEmpty, let key = Self.keyInBrackets(meant) { found = list.filter { $0.folded[0] == key } }
      if found.isEmpty { found = list.filter { $0.folded[2] == meant } }
      if found.isEmpty {
        let bare = FoldedWord.withoutBrackets(meant)
        found = list.filter { $0.folded.dropFirst().contains { FoldedWord.withoutBrackets($0) == bare } }
        if bare.isEmpty || found.count > 1 { return [] }
      }
    }
    return found.map { $0.target }
  }

  /// A title (UTF-8) by which every form finds its field in a column and no other form finds one: the label, with the key
  /// in brackets behind it where that is not enough, or the key.
  ///
  /// - Parameter fields: what the column answers in each form; `nil` in a form that does not ask it.
  package static func title(label: [UInt8], key: [UInt8], of fields: [(names: ColumnNames, field: Int?)]) -> [UInt8] {
    let titles = [label, label + Array("（".utf8) + key + Array("）".utf8), key]
    return titles.first { title in
      fields.allSatisfy { form in form.names.targets(of: title) == form.field.map { [.field($0)] } ?? [] }
    } ?? key
  }

  /// The label of a target (UTF-8).
  package func label(of target: Target) -> [UInt8] { list.first { $0.target == target }?.label ?? [] }

  /// Keys and labels, in the form's order.
  package var known: [[UInt8]] { list.flatMap { [$0.key, $0.label] } }

  /// What stands in the last brackets of a folded name; those of a key of a repeated section are round there too.
  private static func keyInBrackets(_ name: [UInt32]) -> [UInt32]? {
    guard name.last == 0x29 else { return nil }
    var depth = 0
    for index in name.indices.reversed() {
      if name[index] == 0x29 { depth += 1 }
      if name[index] == 0x28 { depth -= 1 }
      if depth == 0 { return index > 0 ? Array(name[(index + 1)..<(name.count - 1)]) : nil }
    }
    return nil
  }

  /// A name folded, without marks around it: stars, a colon behind it, a remark in brackets that an answer is needed or
  /// not.
  static func plain(_ name: [UInt8]) -> [UInt32] {
    var text = FoldedWord.scalars(name, withSpaces: false).map { scalar in
      switch scalar {
      case 0x3010, 0x3014, 0x3016, 0x5B: UInt32(0x28)  // 【 〔 〖 [
      case 0x3011, 0x3015, 0x3017, 0x5D: UInt32(0x29)
      default: scalar
      }
    }[...]
    while true {
      let before = text.count
      while let first = text.first, isMark(first) { text = text.dropFirst() }
      while let last = text.last, isMark(last) || last == 0x3A { text = text.dropLast() }
      if text.last == 0x29, let open = text.lastIndex(of: 0x28), isRemark(text[(open + 1)...].dropLast()) {
        text = text[..<open]
      }
      if text.first == 0x28, let close = text.firstIndex(of: 0x29), isRemark(text[..<close].dropFirst()) {
        text = text[(close + 1)...]
      }
      if text.count == before { return Array(text) }
    }
  }

  /// `*`, ※, ∗, ★, ●.
  private static func isMark(_ scalar: UInt32) -> Bool {
    scalar == 0x2A || scalar == 0x203B || scalar == 0x2217 || scalar == 0x2605 || scalar == 0x25CF
  }

  private static let remarks = [
    "必填", "必须", "必选", "选填", "可填", "可选", "可空", "可不填", "非必填", "不必填", "required", "optional",
  ].map { UnicodeText.scalars($0.utf8) }

  private static func isRemark(_ text: ArraySlice<UInt32>) -> Bool { remarks.contains { text.starts(with: $0) } }
}

extension ColumnNames.Named {
  init(_ target: ColumnNames.Target, _ key: [UInt8], _ label: [UInt8], _ short: [UInt8]) {
    (self.target, self.key, self.label, self.short) = (target, key, label, short)
    folded = [key, label, short].map(ColumnNames.plain)
  }
}
