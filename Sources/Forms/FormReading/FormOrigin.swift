/// Which form of which guide a PDF says it is, in its XMP metadata (ISO 16684-1).
package struct FormOrigin: Sendable, Equatable {
  /// Never empty.
  package var formID: String
  /// The form's own version, such as `1.0.0`; empty when the metadata does not say.
  package var formVersion: String
  /// Such as `2026-11`; empty when the metadata does not say.
  package var guideVersion: String

  private static let namespace = "urn:zhinan:form"

  /// Reads a metadata packet in which the properties are elements or attributes, as writers like it; `nil` when it names
  /// no form.
  package init?(metadata: [UInt8]) {
    let isUTF16 = metadata.starts(with: [0xFE, 0xFF]) || metadata.starts(with: [0xFF, 0xFE])
    let packet = isUTF16 ? PDFText(metadata).text : String(decoding: metadata, as: UTF8.self)
    for prefix in Self.prefixes(in: packet) {
      guard let id = Self.property("\(prefix):id", in: packet), !id.isEmpty else { continue }
      formID = id
      formVersion = Self.property("\(prefix):version", in: packet) ?? ""
      guideVersion = Self.property("\(prefix):guideVersion", in: packet) ?? ""
      return
    }
    return nil
  }

  /// The prefixes that the packet binds to our namespace.
  private static func prefixes(in packet: String) -> [String] {
    var prefixes: [String] = []
    for quote in ["\"", "'"] {
      for found in packet.ranges(of: "=\(quote)\(namespace)\(quote)") {
        let head = packet[..<found.lowerBound]
        guard let colon = head.lastIndex(of: ":"), head[..<colon].hasSuffix("xmlns") else { continue }
        prefixes.append(String(head[head.index(after: colon)...]))
      }
    }
    return prefixes
  }

  private static func property(_ name: String, in packet: String) -> String? {
    for quote in ["\"", "'"] {
      for found in packet.ranges(of: "\(name)=\(quote)") where isBoundary(packet[..<found.lowerBound].last) {
        if let end = packet[found.upperBound...].firstIndex(of: Character(quote)) {
          return unescaped(packet[found.upperBound..<end])
        }
      }
    }
    for found in packet.ranges(of: "<\(name)") {
      guard let next = packet[found.upperBound...].first, next == ">" || isBoundary(next),
        let open = packet[found.upperBound...].firstIndex(of: ">"),
        let close = packet[open...].firstRange(of: "</\(name)")
      else { continue }
      return unescaped(packet[packet.index(after: open)..<close.lowerBound])
    }
    return nil
  }

  private static func isBoundary(_ character: Character?) -> Bool { character?.isWhitespace ?? false }

  private static func unescaped(_ text: Substring) -> String {
    var text = String(text)
    for (entity, character) in [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&apos;", "'"), ("&amp;", "&")] {
      text = text.replacing(entity, with: character)
    }
    return String(text.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
  }
}
