#if !hasFeature(Embedded)
  extension JSONByteWriter {
    /// Which characters of a text stand as an escape, besides the quotation mark and the backslash.
    package enum Escapes: Sendable {
      /// Control characters of ASCII and what ends a line in JavaScript (U+2028, U+2029), as `\uXXXX`.
      case needed
      /// For what people look at: line ends and tabs as `\n`, `\r`, `\t`, and the characters below U+10000 that mislead
      /// (``Swift/Unicode/Scalar/misleads``) as `\uXXXX`. YAML reads these too, in double quotation marks.
      case misleading
      /// All but printable ASCII, as `\uXXXX` a UTF-16 unit: a string of JavaScript in any encoding.
      case beyondASCII
    }

    /// Writes a scalar where its form is another than the one that JSON needs.
    mutating func wroteEscape(_ scalar: Unicode.Scalar) -> Bool {
      switch (escapes, scalar) {
      case (.misleading, "\n"): raw("\\n")
      case (.misleading, "\r"): raw("\\r")
      case (.misleading, "\t"): raw("\\t")
      case (.misleading, _) where scalar.value < 0x10000 && scalar.misleads: escape(scalar.value)
      case (.beyondASCII, _) where scalar.value > 0x7F:
        for unit in UTF16.encode(scalar) ?? UTF16.encodedReplacementCharacter { escape(UInt32(unit)) }
      default: return false
      }
      return true
    }

    /// Text as it stands, without quotation marks: a line for people among those of JSON.
    package mutating func unquoted(_ text: String) { bytes += text.utf8 }

    /// Text in quotation marks.
    package mutating func text(_ text: String) { string(text.utf8) }

    /// An object with the members that `write` writes.
    package mutating func object(_ write: (inout Self) -> Void) {
      raw("{")
      write(&self)
      raw("}")
    }

    /// A member's key, after a comma unless it is the first of its object or begins a line; its value has to follow.
    package mutating func key(_ name: String) {
      if let last = bytes.last, last != 0x7B, last != 10 { raw(",") }
      text(name)
      raw(":")
    }

    /// A member that is a text.
    package mutating func member(_ name: String, _ value: String) {
      key(name)
      text(value)
    }

    /// A member that is a whole number.
    package mutating func member(_ name: String, _ value: Int) {
      key(name)
      number(Int64(value))
    }

    /// One text in quotation marks.
    package static func quoted(_ text: String, _ escapes: Escapes) -> String {
      var writer = Self(escapes)
      writer.text(text)
      return String(decoding: writer.bytes, as: UTF8.self)
    }
  }
#endif
