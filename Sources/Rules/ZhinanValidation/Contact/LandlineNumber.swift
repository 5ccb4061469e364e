#if canImport(Bytes)
  internal import Bytes
#endif

/// A number of the fixed network: area code, local number and perhaps an extension; or a number that
/// begins with 400 or 800, perhaps with an extension.
struct LandlineNumber: Equatable {
  /// Without the leading zero; 400 and 800 for numbers that begin so.
  var area: Int32
  var local: Int32
  var localDigits: Int
  var extensionNumber: Int32 = 0
  /// 0 without an extension.
  var extensionDigits = 0

  /// What stands before the extension of a 400 or 800 number.
  private static let sharedExtensionMark: StaticString = "转"

  static func check(_ text: UnsafeBufferPointer<UInt8>, _ canonical: inout [UInt8]) -> Verdict {
    Folding.fold(text, .full, into: &canonical)
    if canonical.isEmpty { return Verdict(.eEmpty) }
    let read = canonical.withUnsafeBufferPointer { LandlineReader.read($0) }
    canonical.removeAll(keepingCapacity: true)
    switch read {
    case .failure(let rejection): return Verdict(rejection.code)
    case .success(let number):
      number.write(to: &canonical)
      return Verdict()
    }
  }

  /// Appends `0571-87000000`, `0571-87000000-801` or `400-xxx-xxxx`, `800-xxx-xxxx`,
  /// `400-xxx-xxxx转1`.
  func write(to bytes: inout [UInt8]) {
    if area == 400 || area == 800 {
      bytes.appendDecimal(area, digits: 3)
      bytes.append(0x2D)
      bytes.appendDecimal(local / 10_000, digits: 3)
      bytes.append(0x2D)
      bytes.appendDecimal(local % 10_000, digits: 4)
      if extensionDigits > 0 {
        bytes.append(contentsOf: Self.sharedExtensionMark.bytes)
        bytes.appendDecimal(extensionNumber, digits: extensionDigits)
      }
      return
    }
    bytes.append(0x30)
    bytes.appendDecimal(area, digits: area < 100 ? 2 : 3)
    bytes.append(0x2D)
    bytes.appendDecimal(local, digits: localDigits)
    if extensionDigits > 0 {
      bytes.append(0x2D)
      bytes.appendDecimal(extensionNumber, digits: extensionDigits)
    }
  }
}
