/// Bytes as lower-case hexadecimal digits.
func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
  var digits: [UInt8] = []
  for byte in bytes {
    for half in [byte >> 4, byte & 15] { digits.append(half < 10 ? 48 + half : 87 + half) }
  }
  return String(decoding: digits, as: UTF8.self)
}
