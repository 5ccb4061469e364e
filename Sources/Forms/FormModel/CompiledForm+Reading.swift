#if canImport(Validation)
  internal import Validation
#endif

extension CompiledForm {
  /// Reads what ``encoded()`` wrote. Bytes of another kind or format, damaged bytes and indices that lead nowhere are
  /// rejected.
  package init(decoding bytes: [UInt8]) throws(CompiledFormError) {
    var reader = FormByteReader(
      try SealedBytes.open(bytes, signature: Self.signature, version: Self.formatVersion))
    self.init(
      id: try reader.string(), version: try reader.string(), guideVersion: try reader.string(),
      title: try reader.string())
    dateFormat = try reader.string()
    language = try reader.string()
    blank = try reader.blank()
    roles = try reader.list { (reader) throws(CompiledFormError) in try reader.string() }
    groups = try reader.list { (reader) throws(CompiledFormError) in try reader.group() }
    fields = try reader.list { (reader) throws(CompiledFormError) in try reader.field() }
    handFields = try reader.list { (reader) throws(CompiledFormError) in try reader.handField() }
    checks = try reader.list { (reader) throws(CompiledFormError) in try reader.check() }
    qrCodes = try reader.list { (reader) throws(CompiledFormError) in
      QRCodePlace(page: try reader.integer(UInt16.self), rectangle: try reader.rectangle())
    }
    samples = try reader.list { (reader) throws(CompiledFormError) in try reader.samples() }
    guard reader.isAtEnd, indicesLeadSomewhere, objectsAreTheBlanks else { throw .damaged }
  }

  /// Most questions of a form, those that are answered by hand with them, and most checks.
  package static let maximumQuestionCount = 4096
  /// Largest blank in bytes.
  package static let largestBlank: UInt32 = 64 << 20
  /// Objects of a PDF that readers must take (PDF 32000-1 annex C).
  private static let mostObjects: UInt32 = 8_388_607

  /// Whether every object number is one of the blank's, and there are few enough to number those of an update.
  private var objectsAreTheBlanks: Bool {
    guard blank.objectCount <= Self.mostObjects, blank.size <= Self.largestBlank, blank.startXref <= blank.size else {
      return false
    }
    func isKnown(_ number: UInt32) -> Bool { number < blank.objectCount }
    var count = 0
    for field in fields {
      count += field.widgets.count
      for widget in field.widgets {
        guard isKnown(widget.object.number) else { return false }
        switch widget.kind {
        case .text, .list: break
        case .part(_, let parent): if !isKnown(parent.number) { return false }
        case .check(_, let appearances): if !isKnown(appearances.on) || !isKnown(appearances.off) { return false }
        case .radio(_, let parent, let appearances):
          if !isKnown(parent.number) || !isKnown(appearances.on) || !isKnown(appearances.off) { return false }
        }
      }
    }
    return count <= 16_384 && blank.pages.count <= 16_384
      && blank.pages.allSatisfy { isKnown($0.object.number) && isKnown($0.contents) }
      && [blank.info, blank.catalog.number, blank.pageTree.number, blank.fontResources, blank.font.object]
        .allSatisfy(isKnown)
  }

  private var indicesLeadSomewhere: Bool {
    guard roles.count <= 64, fields.count + handFields.count <= Self.maximumQuestionCount,
      checks.count <= Self.maximumQuestionCount
    else { return false }
    for (index, field) in fields.enumerated() {
      if field.options.count > 64 { return false }
      if !hasRoom(for: field.item) { return false }
      if let role = field.role, role >= roles.count { return false }
      if case .chosen(let by, _, _) = field.rule, by >= index { return false }
      if case .copy(let other, _, _) = field.fallback, other >= index { return false }
      if case .when(let condition) = field.need, !condition.isUsable(before: index) { return false }
      if let appliesWhen = field.appliesWhen, !appliesWhen.isUsable(before: index) { return false }
      for widget in field.widgets {
        switch widget.kind {
        case .check(let option, _), .radio(let option, _, _): if option >= field.options.count { return false }
        case .text, .part, .list: break
        }
        if widget.page >= blank.pages.count { return false }
      }
    }
    if !qrCodes.allSatisfy({ $0.page < blank.pages.count }) { return false }
    if !blank.pages.allSatisfy({ hasRoom(for: $0.item) }) { return false }
    var position: UInt16 = 0
    for field in handFields {
      if field.position < position || field.position > fields.count || !hasRoom(for: field.item) { return false }
      position = field.position
    }
    return checks.allSatisfy { isUsable($0) } && samples.allSatisfy { isUsable($0) }
  }

  private func isUsable(_ check: FieldCheck) -> Bool {
    if let condition = check.condition, !condition.isUsable(before: fields.count) { return false }
    switch check.kind {
    case .equal(let other, _, _), .different(let other, _, _):
      return check.field < fields.count && other < fields.count
    case .within: return check.field < fields.count
    }
  }

  /// Whether the element of a repeated group is one of those that the form has.
  private func hasRoom(for item: GroupElement?) -> Bool {
    guard let item else { return true }
    return item.group < groups.count && item.index < groups[Int(item.group)].maximum
  }

  private func isUsable(_ boxes: SealBoxes) -> Bool {
    boxes.page < blank.pages.count && boxes.width < fields.count && boxes.height < fields.count
      && boxes.shape < fields.count && boxes.outlines.count == fields[Int(boxes.shape)].options.count
  }
}

extension FormByteReader {
  fileprivate mutating func field() throws(CompiledFormError) -> CompiledField {
    let key = try string()
    let label = try label()
    let hint = try optionalString()
    guard let kind = FieldKind(rawValue: try byte()) else { throw .damaged }
    var field = CompiledField(key: key, label: label.whole, kind: kind, rule: try rule())
    (field.titleLength, field.shortLabel, field.hint) = (label.titleLength, label.short, hint)
    field.maxLength = try integer(UInt16.self)
    field.minimum = try integer(Int32.self)
    field.maximum = try integer(Int32.self)
    field.options = try list { (reader) throws(CompiledFormError) in
      FieldOption(value: try reader.string(), label: try reader.string())
    }
    switch try byte() {
    case 0: field.need = .optional
    case 1: field.need = .always
    case 2: field.need = .when(try condition())
    default: throw .damaged
    }
    field.appliesWhen = try optional { (reader) throws(CompiledFormError) in try reader.condition() }
    switch try byte() {
    case 0: field.fallback = .none
    case 1: field.fallback = .constant(try string())
    case 2: field.fallback = .copy(field: Int(try integer(UInt16.self)), first: try byte(), last: try byte())
    default: throw .damaged
    }
    if case .copy(_, let first, _) = field.fallback, first == 0 { throw .damaged }
    let privacy = try byte()
    field.privacy = MaskKind(rawValue: privacy &- 1)
    guard field.privacy != nil || privacy == 0 else { throw .damaged }
    field.item = try optional { (reader) throws(CompiledFormError) in try reader.item() }
    field.role = try optional { (reader) throws(CompiledFormError) in try reader.byte() }
    field.widgets = try list { (reader) throws(CompiledFormError) in try reader.widget() }
    return field
  }

  fileprivate mutating func group() throws(CompiledFormError) -> FieldGroup {
    let group = FieldGroup(
      key: try string(), title: try string(), minimum: try integer(UInt16.self), maximum: try integer(UInt16.self))
    guard group.minimum <= group.maximum, group.maximum <= FieldGroup.mostElements else { throw .damaged }
    return group
  }

  fileprivate mutating func handField() throws(CompiledFormError) -> HandField {
    let position = try integer(UInt16.self)
    let key = try string()
    let label = try label()
    return HandField(
      position: position, key: key, label: label.whole, titleLength: label.titleLength, shortLabel: label.short,
      item: try optional { (reader) throws(CompiledFormError) in try reader.item() })
  }

  private mutating func label() throws(CompiledFormError) -> (whole: [UInt8], titleLength: Int, short: [UInt8]?) {
    let whole = try string()
    let titleLength = try integer(UInt32.self)
    guard titleLength <= UInt32(whole.count) else { throw .damaged }
    return (whole, Int(titleLength), try optionalString())
  }

  private mutating func optionalString() throws(CompiledFormError) -> [UInt8]? {
    try optional { (reader) throws(CompiledFormError) in try reader.string() }
  }

  fileprivate mutating func check() throws(CompiledFormError) -> FieldCheck {
    let field = try integer(UInt16.self)
    let kind: FieldCheck.Kind
    switch try byte() {
    case 0: kind = .equal(try integer(UInt16.self), first: try place(), last: try byte())
    case 1: kind = .different(try integer(UInt16.self), first: try place(), last: try byte())
    case 2: kind = .within(minimum: try integer(Int32.self), maximum: try integer(Int32.self))
    default: throw .damaged
    }
    let condition = try optional { (reader) throws(CompiledFormError) in try reader.condition() }
    return FieldCheck(field: field, kind: kind, condition: condition, warns: try flag(), say: try string())
  }

  /// A character's place, counted from 1.
  private mutating func place() throws(CompiledFormError) -> UInt8 {
    let place = try byte()
    guard place > 0 else { throw .damaged }
    return place
  }

  private mutating func namedRule() throws(CompiledFormError) -> Rule {
    guard let rule = Rule(rawValue: try byte()), rule.takesText else { throw .damaged }
    return rule
  }

  private mutating func rule() throws(CompiledFormError) -> FieldRule {
    switch try byte() {
    case 0: return .one(try namedRule())
    case 1:
      let by = Int(try integer(UInt16.self))
      let cases = try list { (reader) throws(CompiledFormError) in
        let option = try reader.byte()
        guard option < 64 else { throw CompiledFormError.damaged }
        return RuleCase(option: option, rule: try reader.namedRule())
      }
      return .chosen(by: by, cases: cases, otherwise: try namedRule())
    default: throw .damaged
    }
  }

  private mutating func condition() throws(CompiledFormError) -> FieldCondition {
    try nested { (reader) throws(CompiledFormError) in
      switch try reader.byte() {
      case 0: return .chosen(field: Int(try reader.integer(UInt16.self)), options: try reader.integer(UInt64.self))
      case 1: return .present(field: Int(try reader.integer(UInt16.self)))
      case 2: return .not(try reader.condition())
      case 3: return .all(try reader.list { (reader) throws(CompiledFormError) in try reader.condition() })
      case 4: return .any(try reader.list { (reader) throws(CompiledFormError) in try reader.condition() })
      default: throw CompiledFormError.damaged
      }
    }
  }
}
