internal import Bytes
internal import FormDefinition
internal import FormModel
internal import PDFDrawing
internal import ZhinanValidation

/// JavaScript for viewers that run it: capitals while one types, a warning when a check digit does not fit. An answer is
/// never rejected or lost, and a viewer without JavaScript misses nothing but the warning.
struct FieldScripts {
  let messages: MessageCatalog

  /// The scripts of a field; none when its rule depends on another answer or is not among those known here.
  func scripts(of field: CompiledField) -> PDFFieldScripts? {
    guard case .one(let rule) = field.rule, let check = Self.function(of: rule) else { return nil }
    let label = Self.literal(String(decoding: field.label, as: UTF8.self))
    return PDFFieldScripts(
      keystroke: rule == .mobile ? nil : "fieldRules.key()", validate: "fieldRules.check(\"\(check)\",\(label))")
  }

  private static func function(of rule: Rule) -> String? {
    switch rule {
    case .uscc: "uscc"
    case .citizenID, .citizenIDAdult: "citizen"
    case .mobile: "mobile"
    default: nil
    }
  }

  /// What the fields' scripts call, with the sentences of the guide's language.
  var document: String {
    let codes: [StaticString] = ["E_LENGTH", "E_CHARSET", "E_CHECK", "E_DATE", "E_SEGMENT"]
    let words = codes.map { code in
      let (say, hint) = messages.sentence(for: code, label: "{label}")
      return "\(code): \(Self.literal(say + (hint.map { "\n" + $0 } ?? "")))"
    }
    return Self.functions.replacing("WORDS", with: words.joined(separator: ",\n    "))
  }

  /// The algorithms of GB 32100-2015 (MOD 31-3) and GB 11643-1999 (ISO 7064 MOD 11-2); ECMAScript 5, for old viewers.
  private static let functions = """
    var fieldRules = {
      words: {
        WORDS
      },
      // While one types: letters become capitals.
      key: function () {
        event.change = String(event.change).toUpperCase();
      },
      // When one leaves the field: the value as it is meant, and a warning.
      check: function (rule, label) {
        var value = String(event.value).replace(/[\\uFF01-\\uFF5E]/g, function (wide) {
          return String.fromCharCode(wide.charCodeAt(0) - 0xFEE0);
        }).replace(/[\\s\\u00AD\\u200B-\\u200F\\u2010-\\u2015\\u2060\\uFEFF-]/g, "").replace(/^(\\+|00)?86(?=1[0-9]{10}$)/, "").toUpperCase();
        if (!value) return;
        event.value = value;
        var code = this[rule](value);
        if (code) app.alert(this.words[code].split("{label}").join(label), 1);
      },
      uscc: function (value) {
        var letters = "0123456789ABCDEFGHJKLMNPQRTUWXY", sum = 0, weight = 1;
        if (value.length != 18) return "E_LENGTH";
        for (var i = 0; i < 18; i++) {
          var digit = letters.indexOf(value.charAt(i));
          if (digit < 0) return "E_CHARSET";
          sum += digit * (i < 17 ? weight : 1);
          weight = weight * 3 % 31;
        }
        if (!(sum % 31)) return "";
        // Xiamen gave out codes with another check character before 2016; the organisation code's own must be right.
        for (sum = 0, i = 8; i < 16; i++) sum += [3, 7, 9, 10, 5, 8, 4, 2][i - 8] * parseInt(value.charAt(i), 36);
        return /^..3502..M0/.test(value) && "0X987654321".charAt(sum % 11) == value.charAt(16) ? "" : "E_CHECK";
      },
      citizen: function (value) {
        if (value.length != 18) return "E_LENGTH";
        if (!/^[0-9]{17}[0-9X]$/.test(value)) return "E_CHARSET";
        var month = value.substr(10, 2) - 1, date = new Date(value.substr(6, 4), month, value.substr(12, 2));
        if (date.getMonth() != month) return "E_DATE";
        for (var sum = 0, i = 0; i < 18; i++) sum = sum * 2 + "0123456789X".indexOf(value.charAt(i));
        return sum % 11 == 1 ? "" : "E_CHECK";
      },
      mobile: function (value) {
        if (/[^0-9]/.test(value)) return "E_CHARSET";
        if (value.length != 11) return "E_LENGTH";
        return /^1[3-9]/.test(value) ? "" : "E_SEGMENT";
      }
    };
    """

  /// A string of JavaScript in ASCII, which is short in a PDF and in no viewer's encoding wrong.
  private static func literal(_ text: String) -> String { JSONByteWriter.quoted(text, .beyondASCII) }
}
