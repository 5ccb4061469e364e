#if canImport(FormModel)
  package import FormModel
#endif
#if canImport(ZhinanValidation)
  internal import ZhinanValidation
#endif

extension MessageTable {
  /// First bytes of a table: `ZHMESS`.
  private static let signature: [UInt8] = [0x5A, 0x48, 0x4D, 0x45, 0x53, 0x53]
  /// The version of the bytes that this program writes and reads.
  package static let formatVersion: UInt16 = 2

  /// The table as bytes, laid out as docs/compiled-form.md tells.
  package func encoded() -> [UInt8] {
    var body = FormByteWriter()
    body.string(language)
    body.string(separator)
    body.optional(given) { writer, given in writer.string(given.text) }
    body.list(Array(names.indices)) { writer, index in
      writer.string(names[index])
      writer.string(messages[index].say.text)
      writer.optional(messages[index].hint) { writer, hint in writer.string(hint.text) }
    }
    return SealedBytes.seal(body.bytes, signature: Self.signature, version: Self.formatVersion)
  }

  /// Reads what ``encoded()`` wrote. Bytes of another kind or format, damaged bytes, and names that do not ascend are
  /// rejected.
  package init(decoding bytes: [UInt8]) throws(CompiledFormError) {
    var reader = FormByteReader(try SealedBytes.open(bytes, signature: Self.signature, version: Self.formatVersion))
    self.init(language: reader.string())
    separator = reader.string()
    given = reader.flag() ? MessageTemplate(reader.string()) : nil
    for _ in 0..<reader.integer(UInt16.self) {
      let name = reader.string()
      guard names.last?.lexicographicallyPrecedes(name) ?? true else { throw .damaged }
      let say = MessageTemplate(reader.string())
      let hint = reader.flag() ? MessageTemplate(reader.string()) : nil
      append(name, Message(say: say, hint: hint))
    }
    guard reader.isWhole else { throw .damaged }
  }
}
