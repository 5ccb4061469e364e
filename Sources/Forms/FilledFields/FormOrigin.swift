#if canImport(Bytes)
  internal import Bytes
#endif

/// Which form of which guide a PDF says it is, in its XMP metadata (ISO 16684-1); texts are UTF-8.
package struct FormOrigin: Sendable, Equatable {
  /// Never empty.
  package var form: [UInt8]
  /// The form's own version, such as `1.0.0`; empty when the metadata does not say.
  package var version: [UInt8]
  /// Such as `2026-11`; empty when the metadata does not say.
  package var guide: [UInt8]

  private static let namespace: StaticString = "urn:zhinan:form"
  /// Decoded bytes of metadata that are looked at, and prefixes for our namespace: writers make a few kilobytes, and one.
  private static let (longest, mostPrefixes) = (256 << 10, 8)

  /// Reads a metadata packet in which the properties are elements or attributes, as writers like it; `nil` when it names
  /// no form.
  package init?(metadata: [UInt8]) {
    let isUTF16 = metadata.starts(with: [0xFE, 0xFF]) || metadata.starts(with: [0xFF, 0xFE])
    let looked = metadata.count > Self.longest ? Array(metadata.prefix(Self.longest)) : metadata
    let packet = isUTF16 ? PDFText(looked).utf8 : looked
    for prefix in Self.prefixes(in: packet) {
      guard let id = Self.property("id", of: prefix, in: packet), !id.isEmpty else { continue }
      form = id
      version = Self.property("version", of: prefix, in: packet) ?? []
      guide = Self.property("guideVersion", of: prefix, in: packet) ?? []
      return
    }
    return nil
  }

  /// The prefixes, with their colons, that the packet binds to our namespace.
  private static func prefixes(in packet: [UInt8]) -> [[UInt8]] {
    var prefixes: [[UInt8]] = []
    for quote: UInt8 in [0x22, 0x27] {
      let bound = [0x3D, quote] + namespace.utf8 + [quote]
      var place = 0
      while prefixes.count < mostPrefixes, let found = find(bound, in: packet, from: place) {
        place = found + bound.count
        guard let colon = packet[..<found].lastIndex(of: 0x3A), colon >= 5,
          ("xmlns" as StaticString).equals(packet[(colon - 5)..<colon])
        else { continue }
        let prefix = packet[(colon + 1)..<found] + [0x3A]
        if !prefixes.contains(where: { $0.elementsEqual(prefix) }) { prefixes.append(Array(prefix)) }
      }
    }
    return prefixes
  }

  private static func property(_ name: StaticString, of prefix: [UInt8], in packet: [UInt8]) -> [UInt8]? {
    let name = prefix + name.utf8
    for quote: UInt8 in [0x22, 0x27] {
      let start = name + [0x3D, quote]
      var place = 0
      while let found = find(start, in: packet, from: place) {
        place = found + start.count
        if found > 0, isSpace(packet[found - 1]), let end = packet[place...].firstIndex(of: quote) {
          return unescaped(packet[place..<end])
        }
      }
    }
    let start = [0x3C] + name
    var place = 0
    while let found = find(start, in: packet, from: place) {
      place = found + start.count
      guard place < packet.count, packet[place] == 0x3E || isSpace(packet[place]) else { continue }
      // What does not stand behind this one does not stand behind a later one either.
      guard let open = packet[place...].firstIndex(of: 0x3E),
        let close = find([0x3C, 0x2F] + name, in: packet, from: open)
      else { return nil }
      return unescaped(packet[(open + 1)..<close])
    }
    return nil
  }

  /// Where a text stands next.
  private static func find(_ text: [UInt8], in packet: [UInt8], from start: Int) -> Int? {
    var place = start
    while place + text.count <= packet.count {
      if packet[place] == text[0], packet[place..<(place + text.count)].elementsEqual(text) { return place }
      place += 1
    }
    return nil
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 32 || (9...13).contains(byte) }

  /// A text without the space around it, its entities replaced.
  private static func unescaped(_ text: ArraySlice<UInt8>) -> [UInt8] {
    var plain: [UInt8] = []
    var rest = text
    while let byte = rest.popFirst() {
      plain.append(byte)
      guard byte == 0x26, let end = rest.prefix(5).firstIndex(of: 0x3B), let sign = sign(named: rest[..<end]) else {
        continue
      }
      plain[plain.count - 1] = sign
      rest = rest[(end + 1)...]
    }
    var kept = plain[...]
    while let first = kept.first, isSpace(first) { kept = kept.dropFirst() }
    while let last = kept.last, isSpace(last) { kept = kept.dropLast() }
    return Array(kept)
  }

  private static func sign(named name: ArraySlice<UInt8>) -> UInt8? {
    if ("lt" as StaticString).equals(name) { return 0x3C }
    if ("gt" as StaticString).equals(name) { return 0x3E }
    if ("quot" as StaticString).equals(name) { return 0x22 }
    if ("apos" as StaticString).equals(name) { return 0x27 }
    return ("amp" as StaticString).equals(name) ? 0x26 : nil
  }
}

#if !hasFeature(Embedded)
  extension FormOrigin {
    /// ``form`` as a string.
    package var formID: String { String(decoding: form, as: UTF8.self) }
    /// ``version`` as a string.
    package var formVersion: String { String(decoding: version, as: UTF8.self) }
    /// ``guide`` as a string.
    package var guideVersion: String { String(decoding: guide, as: UTF8.self) }
  }
#endif
