#if canImport(Bytes)
  internal import Bytes
#endif

/// Numbers in the bytes of an image; `nil` beyond their end.
struct ImageBytes {
  let bytes: UnsafeBufferPointer<UInt8>

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  var count: Int { bytes.count }

  func byte(_ place: Int) -> UInt8? { place >= 0 && place < bytes.count ? bytes[place] : nil }

  func big16(_ place: Int) -> UInt32? {
    guard place >= 0, place < bytes.count - 1 else { return nil }
    return UInt32(bytes[place]) << 8 | UInt32(bytes[place + 1])
  }

  func big32(_ place: Int) -> UInt32? {
    guard let high = big16(place), let low = big16(place + 2) else { return nil }
    return high << 16 | low
  }

  func little16(_ place: Int) -> UInt32? { big16(place).map { $0 >> 8 | ($0 & 0xFF) << 8 } }

  func little32(_ place: Int) -> UInt32? { big32(place).map { $0.byteSwapped } }

  func has(_ text: StaticString, at place: Int) -> Bool {
    guard place >= 0, place <= bytes.count - text.utf8CodeUnitCount else { return false }
    return text.equals(bytes.part(place, place + text.utf8CodeUnitCount))
  }
}
