#if canImport(ZhinanValidation)
  internal import ZhinanValidation
#endif

extension CompiledForm {
  /// Reads what ``encoded()`` wrote. Bytes of another kind or format, damaged bytes and indices that lead nowhere are
  /// rejected.
  package init(decoding bytes: [UInt8]) throws(CompiledFormError) {
    var reader = FormByteReader(try SealedBytes.open(bytes, signature: Self.signature, version: Self.formatVersion))
    self.init(
      id: reader.string(), version: reader.string(), guideVersion: reader.string(),
      title: reader.string())
    dateFormat = reader.string()
    language = reader.string()
    blank = reader.blank()
    roles = reader.list { reader in reader.string() }
    groups = reader.list { reader in reader.group() }
    fields = reader.list { reader in reader.field() }
    handFields = reader.list { reader in reader.handField() }
    checks = reader.list { reader in reader.check() }
    qrCodes = reader.list { reader in
      QRCodePlace(page: reader.integer(UInt16.self), rectangle: reader.rectangle())
    }
    samples = reader.list { reader in reader.samples() }
    guard reader.isWhole, indicesLeadSomewhere, objectsAreTheBlanks else { throw .damaged }
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
      if case .when(let condition) = field.need, !condition.isUsable(before: index, groups: groups.count) {
        return false
      }
      if let appliesWhen = field.appliesWhen, !appliesWhen.isUsable(before: index, groups: groups.count) {
        return false
      }
      for expression in [field.earliest, field.latest, field.computation] {
        if let expression, !expression.isUsable(before: index, groups: groups.count) { return false }
      }
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
    if let condition = check.condition, !condition.isUsable(before: fields.count, groups: groups.count) {
      return false
    }
    switch check.kind {
    case .equal(let other, _, _), .different(let other, _, _):
      return check.field < fields.count && other < fields.count
    case .within: return check.field < fields.count
    case .holds(let condition):
      return check.field < fields.count && condition.isUsable(before: fields.count, groups: groups.count)
    case .distinct(let list), .oneOf(let list):
      return check.field < fields.count && list.allSatisfy { $0 < fields.count }
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
  fileprivate mutating func field() -> CompiledField {
    let key = string()
    let label = label()
    let hint = optionalString()
    let kind = FieldKind(rawValue: byte())
    if kind == nil { fail() }
    var field = CompiledField(key: key, label: label.whole, kind: kind ?? .text, rule: rule())
    (field.titleLength, field.shortLabel, field.hint) = (label.titleLength, label.short, hint)
    field.maxLength = integer(UInt16.self)
    field.digits = byte()
    if field.digits > 4 { fail() }
    field.unit = string()
    field.minimum = integer(Int64.self)
    field.maximum = integer(Int64.self)
    field.earliest = optional { reader in reader.expression() }
    field.latest = optional { reader in reader.expression() }
    field.computation = optional { reader in reader.expression() }
    field.options = list { reader in
      FieldOption(value: reader.string(), label: reader.string())
    }
    switch byte() {
    case 0: break
    case 1: field.need = .always
    case 2: field.need = .when(condition())
    default: fail()
    }
    field.appliesWhen = optional { reader in reader.condition() }
    switch byte() {
    case 0: break
    case 1: field.fallback = .constant(string())
    case 2: field.fallback = .copy(field: Int(integer(UInt16.self)), first: byte(), last: byte())
    default: fail()
    }
    if case .copy(_, 0, _) = field.fallback { fail() }
    let privacy = byte()
    field.privacy = MaskKind(rawValue: privacy &- 1)
    if field.privacy == nil, privacy != 0 { fail() }
    field.item = optional { reader in reader.item() }
    field.role = optional { reader in reader.byte() }
    field.widgets = list { reader in reader.widget() }
    return field
  }

  fileprivate mutating func group() -> FieldGroup {
    let group = FieldGroup(
      key: string(), title: string(), minimum: integer(UInt16.self), maximum: integer(UInt16.self))
    if group.minimum > group.maximum || group.maximum > FieldGroup.mostElements { fail() }
    return group
  }

  fileprivate mutating func handField() -> HandField {
    let position = integer(UInt16.self)
    let key = string()
    let label = label()
    return HandField(
      position: position, key: key, label: label.whole, titleLength: label.titleLength, shortLabel: label.short,
      item: optional { reader in reader.item() })
  }

  private mutating func label() -> (whole: [UInt8], titleLength: Int, short: [UInt8]?) {
    let whole = string()
    let titleLength = integer(UInt32.self)
    guard titleLength <= UInt32(whole.count) else {
      fail()
      return (whole, 0, nil)
    }
    return (whole, Int(titleLength), optionalString())
  }

  private mutating func optionalString() -> [UInt8]? {
    optional { reader in reader.string() }
  }

  fileprivate mutating func check() -> FieldCheck {
    let field = integer(UInt16.self)
    let number = byte()
    let others = list { reader in reader.integer(UInt16.self) }
    let (first, last) = (byte(), byte())
    let (minimum, maximum) = (integer(Int64.self), integer(Int64.self))
    let claim = optional { reader in reader.condition() }
    let condition = optional { reader in reader.condition() }
    let kind: FieldCheck.Kind
    switch number {
    case 0: kind = .equal(others.first ?? .max, first: first, last: last)
    case 1: kind = .different(others.first ?? .max, first: first, last: last)
    case 2: kind = .within(minimum: minimum, maximum: maximum)
    case 3: kind = .holds(claim ?? .all([]))
    case 4: kind = .distinct(others)
    default: kind = .oneOf(others)
    }
    // Characters count from 1; what a kind does not use is not there.
    let comparesCharacters = number < 2
    if number > 5 || comparesCharacters != (first > 0) || !comparesCharacters && last > 0 || minimum > maximum
      || comparesCharacters && others.count != 1 || (2...3).contains(number) && !others.isEmpty
      || number != 2 && (minimum, maximum) != (0, 0) || (number == 3) != (claim != nil)
    {
      fail()
    }
    return FieldCheck(
      field: field, kind: kind, condition: condition, warns: flag(), say: list { reader in reader.string() })
  }

  private mutating func namedRule() -> Rule {
    guard let rule = Rule(rawValue: byte()), rule.takesText else {
      fail()
      return .fullwidthFold
    }
    return rule
  }

  private mutating func rule() -> FieldRule {
    guard flag() else { return .one(namedRule()) }
    let by = Int(integer(UInt16.self))
    let cases = list { reader in
      let option = reader.byte()
      if option > 63 { reader.fail() }
      return RuleCase(option: option, rule: reader.namedRule())
    }
    return .chosen(by: by, cases: cases, otherwise: namedRule())
  }

  private mutating func condition() -> FieldCondition {
    nested { reader in
      switch reader.byte() {
      case 0: return .chosen(field: Int(reader.integer(UInt16.self)), options: reader.integer(UInt64.self))
      case 1: return .present(field: Int(reader.integer(UInt16.self)))
      case 2: return .not(reader.condition())
      case 3: return .all(reader.list { reader in reader.condition() })
      case 4: return .any(reader.list { reader in reader.condition() })
      case 5: return reader.comparison()
      default:
        reader.fail()
        return .all([])
      }
    }
  }
}
