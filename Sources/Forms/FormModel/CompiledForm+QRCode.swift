extension CompiledForm {
  /// What the code on a filled form says: `ZHINAN:` form `/` form version `/` guide version `/` the first 16
  /// hexadecimal digits of the record's digest, in upper case, which a QR code holds in few modules.
  package func qrCodeText(digest: [UInt8]) -> [UInt8] {
    var text: [UInt8] = [0x5A, 0x48, 0x49, 0x4E, 0x41, 0x4E, 0x3A]
    for part in [id, version, guideVersion] {
      for byte in part { text.append((0x61...0x7A).contains(byte) ? byte - 32 : byte) }
      text.append(0x2F)
    }
    for byte in digest.prefix(8) {
      for digit in [byte >> 4, byte & 15] { text.append(digit < 10 ? 48 + digit : 55 + digit) }
    }
    return text
  }
}
