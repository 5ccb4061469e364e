internal import CYaml

/// What a YAML text holds, from libyaml's events alone: they come one by one, and an alias is one whatever it stands for.
/// Yams composes the nodes of a whole text, and compares the keys of each map by all that they hold; so what could make
/// that endless is found here before, in linear time.
struct YAMLOutline {
  /// What must not be composed. Lines and columns, in Unicode scalars, count from 1.
  enum Fault {
    /// The first alias beyond the limit.
    case tooManyAliases(line: Int)
    /// A key that is a list, a map or an alias.
    case key(line: Int, column: Int)
  }

  private enum Open { case list, mapBeforeKey, mapBeforeValue }

  private let aliasLimit: Int
  private var aliases = 0
  private var open: [Open] = []

  /// The first fault of a text. What is no YAML ends the search: composing it ends there as well, and says so.
  static func fault(in text: String, aliasLimit: Int) -> Fault? {
    var text = text
    return text.withUTF8 { bytes in
      var parser = yaml_parser_t()
      guard yaml_parser_initialize(&parser) == 1 else { return nil }
      defer { yaml_parser_delete(&parser) }
      yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING)
      yaml_parser_set_input_string(&parser, bytes.baseAddress, bytes.count)
      var outline = YAMLOutline(aliasLimit: aliasLimit)
      var isAtEnd = false
      while !isAtEnd {
        var event = yaml_event_t()
        guard yaml_parser_parse(&parser, &event) == 1 else { return nil }
        defer { yaml_event_delete(&event) }
        if let fault = outline.take(event) { return fault }
        isAtEnd = event.type == YAML_STREAM_END_EVENT || event.type == YAML_NO_EVENT
      }
      return nil
    }
  }

  private init(aliasLimit: Int) { self.aliasLimit = aliasLimit }

  private mutating func take(_ event: yaml_event_t) -> Fault? {
    let line = event.start_mark.line + 1
    switch event.type {
    case YAML_SCALAR_EVENT: _ = beginsKey()
    case YAML_ALIAS_EVENT, YAML_SEQUENCE_START_EVENT, YAML_MAPPING_START_EVENT:
      if beginsKey() { return .key(line: line, column: event.start_mark.column + 1) }
      if event.type == YAML_ALIAS_EVENT {
        aliases += 1
        return aliases > aliasLimit ? .tooManyAliases(line: line) : nil
      }
      open.append(event.type == YAML_SEQUENCE_START_EVENT ? .list : .mapBeforeKey)
    case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT: _ = open.popLast()
    default: break
    }
    return nil
  }

  /// Whether the node that begins is a key of the innermost map.
  private mutating func beginsKey() -> Bool {
    guard let last = open.popLast() else { return false }
    switch last {
    case .list: open.append(.list)
    case .mapBeforeKey: open.append(.mapBeforeValue)
    case .mapBeforeValue: open.append(.mapBeforeKey)
    }
    return last == .mapBeforeKey
  }
}
