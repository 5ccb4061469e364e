import Bytes
import CZlib
import Foundation
import Publishing
import Site
import Testing

@Suite("A part that a page loads")
struct BrowserPartTests {
  /// Bytes that repeat, bytes that do not, and none.
  static let contents: [[UInt8]] = [
    [], [0], Array("zhinan ".utf8), Array(repeating: 7, count: 100_000),
    (0..<70_000).map { UInt8(truncatingIfNeeded: $0 &* $0 >> 3) },
  ]

  @Test("is one call with its name, its bytes' SHA-256 and what gunzip makes the bytes of", arguments: contents)
  func script(_ bytes: [UInt8]) throws {
    let part = try #require(BrowserPart(name: "module", path: "assets/module.js", bytes: bytes))
    let text = String(decoding: part.file.bytes, as: UTF8.self)
    let match = try #require(
      text.wholeMatch(of: /zhinanPart\("([a-z0-9-]+)", "([0-9a-f]{16})", "([A-Za-z0-9+\/=]*)"\);\n/))
    #expect(match.1 == "module" && part.file.path == "assets/module.js")
    let digest = SHA256.digest(of: bytes).prefix(8).map { String(format: "%02x", $0) }.joined()
    #expect(match.2 == digest && part.part.identity == digest)
    let packed = try #require(Data(base64Encoded: String(match.3)))
    #expect(try unpacked(Array(packed), room: bytes.count + 64) == bytes)
    // RFC 1952 §2.3: no name, no time.
    #expect(packed.prefix(8) == Data([0x1F, 0x8B, 8, 0, 0, 0, 0, 0]))
  }

  @Test("is the same every time")
  func deterministic() throws {
    let first = try #require(BrowserPart(name: "form", path: "a.js", bytes: Self.contents[4]))
    for _ in 0..<3 { #expect(BrowserPart(name: "form", path: "a.js", bytes: Self.contents[4])?.file == first.file) }
  }

  /// What zlib makes of one gzip member, whose sum it checks.
  private func unpacked(_ packed: [UInt8], room: Int) throws -> [UInt8] {
    var stream = z_stream()
    try #require(inflateInit2_(&stream, 15 + 16, zlibVersion(), Int32(MemoryLayout<z_stream>.size)) == Z_OK)
    defer { inflateEnd(&stream) }
    var input = packed
    var output = [UInt8](repeating: 0, count: room)
    let status = input.withUnsafeMutableBufferPointer { source in
      output.withUnsafeMutableBufferPointer { target in
        stream.next_in = source.baseAddress
        stream.avail_in = UInt32(source.count)
        stream.next_out = target.baseAddress
        stream.avail_out = UInt32(target.count)
        return inflate(&stream, Z_FINISH)
      }
    }
    try #require(status == Z_STREAM_END)
    return Array(output.prefix(Int(stream.total_out)))
  }
}
