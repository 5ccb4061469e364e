extension [UInt8] {
  /// Appends a scalar in UTF-8.
  mutating func append(scalar: UInt32) {
    writeScalars(atMost: 4) { $0.write(scalar) }
  }

  /// Appends what `body` writes, at most so many bytes.
  mutating func writeScalars(atMost size: Int, _ body: (inout ScalarWriter) -> Void) {
    let start = count
    append(contentsOf: repeatElement(0, count: size))
    let written = withUnsafeMutableBufferPointer { bytes in
      var writer = ScalarWriter(UnsafeMutableBufferPointer(rebasing: bytes[start...]))
      body(&writer)
      return writer.count
    }
    removeLast(count - start - written)
  }

  /// Replaces every scalar by what `change` makes of it, without another buffer; `nil` leaves a scalar out.
  mutating func replaceScalars(_ change: (UInt32) -> UInt32?) {
    let end = count
    reserveCapacity(4 * end)
    var place = 0
    while place < end {
      var changed: UInt32?
      place += withUnsafeBufferPointer { text in
        var reader = ScalarReader(text.part(place, end))
        changed = change(reader.next() ?? 0)
        return reader.position
      }
      if let changed { append(scalar: changed) }
    }
    removeSubrange(0..<end)
  }

  /// Keeps the bytes that `change` gives, in order; `nil` leaves a byte out.
  mutating func replaceBytes(_ change: (UInt8) -> UInt8?) {
    let kept = withUnsafeMutableBufferPointer { text in
      var kept = 0
      for byte in text {
        guard let changed = change(byte) else { continue }
        text[kept] = changed
        kept += 1
      }
      return kept
    }
    removeLast(count - kept)
  }
}
