#if canImport(Bytes)
  internal import Bytes
#endif

/// Which options of a choice a text names.
package enum OptionWords {
  /// The index of the option whose value or label is `word`, or is it but for widths, capitals and spaces, or is it
  /// without what its label has in brackets; `nil` where none is, or more than one.
  static func option(_ word: [UInt8], of options: [FieldOption]) -> Int? {
    if let index = options.firstIndex(where: { $0.value == word || $0.label == word }) { return index }
    let meant = FoldedWord.scalars(word, withSpaces: false)
    if meant.isEmpty { return nil }
    if isYesOrNo(options), let index = yesOrNo(meant) { return index }
    return only(options) { FoldedWord.scalars($0, withSpaces: false) == meant }
      ?? only(options) { FoldedWord.withoutBrackets(FoldedWord.scalars($0, withSpaces: false)) == meant }
  }

  /// Whether these are the options of a question of yes or no.
  static func isYesOrNo(_ options: [FieldOption]) -> Bool {
    options.count == 2 && ("yes" as StaticString).equals(options[0].value)
      && ("no" as StaticString).equals(options[1].value)
  }

  /// What YAML, JSON and spreadsheets have for yes and no, whatever the options are called; `nil` for another word.
  private static func yesOrNo(_ word: [UInt32]) -> Int? {
    for (index, words)
      in ([["yes", "true", "y", "1", "是", "√", "✓"], ["no", "false", "n", "0", "否"]] as [[StaticString]])
      .enumerated()
    where words.contains(where: { UnicodeText.scalars($0.utf8) == word }) {
      return index
    }
    return nil
  }

  /// 0 for a word that means yes, 1 for one that means no, `nil` for all others (UTF-8).
  package static func yesOrNo(_ word: [UInt8]) -> Int? { yesOrNo(FoldedWord.scalars(word, withSpaces: false)) }

  /// The options that a text names one after another, as bits, with signs that part lists between them: 、 , ; / | + and
  /// spaces. `nil` where a part of it names none. At each place the longest word counts, so that a sign which an option
  /// holds may part options too. A text of such signs alone names none, which is no option: 0.
  static func options(_ text: [UInt8], of options: [FieldOption]) -> UInt64? {
    if text.isEmpty { return nil }
    if let index = option(text, of: options) { return 1 << UInt64(index) }
    return read(UnicodeText.scalars(text), options) { UnicodeText.scalars($0) }
      ?? read(FoldedWord.scalars(text, withSpaces: true), options) { FoldedWord.scalars($0, withSpaces: true) }
  }

  private static func read(
    _ text: [UInt32], _ options: [FieldOption], _ scalars: ([UInt8]) -> [UInt32]
  ) -> UInt64? {
    let words = options.map { [scalars($0.value), scalars($0.label)] }
    var bits: UInt64 = 0
    var rest = text[...]
    while true {
      rest = rest.drop { isSeparator($0) }
      if rest.isEmpty { return bits }
      var longest: (index: Int, length: Int)?
      for (index, spellings) in words.enumerated() {
        for word in spellings where word.count > longest?.length ?? 0 && rest.starts(with: word) {
          if rest.count == word.count || isSeparator(rest[rest.startIndex + word.count]) {
            longest = (index, word.count)
          }
        }
      }
      guard let longest else { return nil }
      bits |= 1 << UInt64(longest.index)
      rest = rest.dropFirst(longest.length)
    }
  }

  private static func isSeparator(_ scalar: UInt32) -> Bool {
    switch scalar {
    // Spaces and line breaks, the ideographic space.
    case 0x20, 0x09, 0x0A, 0x0D, 0x3000, 0xA0: true
    // & + , / ; | and their full-width forms, 、.
    case 0x26, 0x2B, 0x2C, 0x2F, 0x3B, 0x7C, 0xFF06, 0xFF0B, 0xFF0C, 0xFF0F, 0xFF1B, 0xFF5C, 0x3001: true
    default: false
    }
  }

  /// The only option whose value or label is meant; `nil` where none is, or several.
  private static func only(_ options: [FieldOption], where isMeant: ([UInt8]) -> Bool) -> Int? {
    var found: Int?
    for (index, option) in options.enumerated() where isMeant(option.value) || isMeant(option.label) {
      guard found == nil else { return nil }
      found = index
    }
    return found
  }
}
