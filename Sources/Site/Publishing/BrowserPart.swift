internal import Bytes
internal import Foundation
package import Site

/// Bytes that a page loads as a classic script, because a browser fetches nothing else from a folder on a disk.
///
///     zhinanPart("NAME", "IDENTITY", "BASE64 OF GZIP OF THE BYTES");
package struct BrowserPart: Sendable {
  /// Its name, its file's path below the site's folder, and its identity.
  package let part: PublishedPart
  /// The script.
  package let file: OutputFile

  /// The script at `path` that hands the bytes over as `name`, which is ASCII without quotation marks; `nil` when they
  /// cannot be packed.
  package init?(name: String, path: String, bytes: [UInt8]) {
    guard let packed = Zlib.deflated(bytes, as: .gzip) else { return nil }
    part = PublishedPart(name: name, path: path, identity: Self.identity(of: bytes))
    file = OutputFile(
      path: path,
      text: "zhinanPart(\"\(name)\", \"\(part.identity)\", \"\(Data(packed).base64EncodedString())\");\n")
  }

  /// The first 16 hexadecimal digits of the bytes' SHA-256.
  package static func identity(of bytes: [UInt8]) -> String {
    var digits: [UInt8] = []
    digits.appendLowerHexadecimal(SHA256.digest(of: bytes).prefix(8))
    return String(decoding: digits, as: UTF8.self)
  }
}
