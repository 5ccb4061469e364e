import Testing

@testable import Bytes

@Suite("Writing JSON")
struct JSONWritingTests {
  private static let sample = "\"\\\n\r\t\u{7}\u{7F}\u{85}\u{202E}\u{2028}中\u{E0041}𠮷"

  @Test(
    "escapes what each reader needs, as it always has",
    arguments: [
      (
        .needed,
        #""\"\\\u000a\u000d\u0009\u0007\u007f"# + "\u{85}\u{202E}" + #"\u2028"# + "中\u{E0041}𠮷\""
      ),
      (.misleading, #""\"\\\n\r\t\u0007\u007f\u0085\u202e\u2028"# + "中\u{E0041}𠮷\""),
      (
        .beyondASCII,
        #""\"\\\u000a\u000d\u0009\u0007\u007f\u0085\u202e\u2028\u4e2d\udb40\udc41\ud842\udfb7""#
      ),
    ] as [(JSONByteWriter.Escapes, String)])
  func escapes(escapes: JSONByteWriter.Escapes, written: String) throws {
    let text = JSONByteWriter.quoted(Self.sample, escapes)
    #expect(text == written)
    let read = try #require(JSONValue(Array(text.utf8))?.text)
    #expect(String(decoding: read, as: UTF8.self) == Self.sample)
  }

  @Test("separates members and elements by commas, whatever they hold")
  func commas() {
    var writer = JSONByteWriter()
    writer.object { writer in
      writer.member("a", "{")
      writer.member("b", -7)
      writer.raw(",\n")
      writer.key("c")
      writer.array([[], [1, 2]] as [[Int64]]) { writer, numbers in
        writer.array(numbers) { $0.number($1) }
      }
      writer.key("d")
      writer.object { _ in }
      writer.key("e")
      writer.bool(true)
    }
    #expect(
      String(decoding: writer.bytes, as: UTF8.self) == "{\"a\":\"{\",\"b\":-7,\n\"c\":[[],[1,2]],\"d\":{},\"e\":true}")
  }

  @Test("bytes that are no text become U+FFFD")
  func damaged() {
    var writer = JSONByteWriter()
    writer.string([0x61, 0xFF, 0x62])
    #expect(String(decoding: writer.bytes, as: UTF8.self) == "\"a\u{FFFD}b\"")
  }

  @Test("a text in one piece is written like one that comes byte by byte")
  func pieces() {
    let parts: [[UInt8]] = [
      Array("a".utf8), [0x22], [0x5C], [0x1F], [0x7F], [0xC2, 0x80], [0xC2], [0xDF, 0xBF], [0xE0, 0xA0, 0x80],
      [0xE0, 0x80, 0x80], Array("\u{2027}".utf8), Array("\u{2028}".utf8), Array("\u{2029}".utf8),
      Array("\u{202E}".utf8),
      Array("鞍".utf8), [0xED, 0xA0, 0x80], [0xEE, 0x80, 0x80], [0xEF, 0xBF], Array("\u{20BB7}".utf8),
      [0xF5, 0x80, 0x80, 0x80],
    ]
    for first in parts {
      for second in parts {
        let text = first + second + [0x7A]
        for escapes: JSONByteWriter.Escapes in [.needed, .misleading, .beyondASCII] {
          var whole = JSONByteWriter(escapes)
          whole.string(text)
          var single = JSONByteWriter(escapes)
          single.string(AnySequence { AnyIterator(text.makeIterator()) })
          #expect(whole.bytes == single.bytes, "\(text)")
        }
      }
    }
  }
}
