internal import Diagnostics
internal import Files
internal import Foundation

/// The lines of standard input, cut in one buffer as they come; one that is too long for any rule is not kept.
struct ValueLines: ~Copyable {
  /// A line without its end.
  enum Line {
    /// Its bytes, in place until the next line is taken; what is not UTF-8 is replaced by U+FFFD.
    case value(UnsafeBufferPointer<UInt8>)
    /// More bytes than ``longest``, of which none are kept.
    case tooLong
  }

  /// Most bytes of a line that is kept.
  static let longest = 1 << 20

  private let input: ByteInput
  private var buffer = [UInt8](repeating: 0, count: 1 << 17)
  /// Bytes at the buffer's start of a line that goes on.
  private var kept = 0
  /// Whether the line that goes on was told already as too long.
  private var isSkipping = false

  /// Opens standard input.
  init() throws(InputFailure) { input = try ByteInput.open("-").get() }

  /// Gives each line to `take`, the last one also without an end; one that is too long is given as soon as it is.
  /// Before every wait for more, and at the end, it gives `nil`, so that no answer is held back meanwhile.
  mutating func forEach(_ take: (Line?) throws -> Void) throws {
    while true {
      try take(nil)
      if kept == buffer.count { buffer += [UInt8](repeating: 0, count: kept) }
      let kept = kept
      let read = buffer.withUnsafeMutableBytes {
        input.read(into: UnsafeMutableRawBufferPointer(rebasing: $0[kept...]), isStopped: { false })
      }
      let count = try read.get()
      if count == 0 { break }
      try cut(upTo: kept + count, take)
    }
    let rest = kept
    if rest > 0 {
      try buffer.withUnsafeBufferPointer {
        try Self.give(UnsafeBufferPointer(rebasing: $0[..<rest]), hasEnd: false, isUTF8: false, take)
      }
    }
    try take(nil)
  }

  /// Gives the lines that have their ends before `end`, and moves what is left to the buffer's start.
  private mutating func cut(upTo end: Int, _ take: (Line?) throws -> Void) throws {
    let known = kept
    var isSkipping = isSkipping
    let start = try buffer.withUnsafeBufferPointer { buffer in
      guard let last = buffer[known..<end].lastIndex(of: Self.lineEnd) else { return 0 }
      let lines = UnsafeBufferPointer(rebasing: buffer[..<last])
      // A line's end is part of no character, so the lines are UTF-8 where all of them are.
      let isUTF8 = Self.isUTF8(lines)
      var start = 0
      while start <= last {
        let found = Self.firstEnd(in: lines, from: max(start, known))
        let line = UnsafeBufferPointer(rebasing: lines[start..<found])
        start = found + 1
        if isSkipping {
          isSkipping = false
        } else {
          try Self.give(line, hasEnd: true, isUTF8: isUTF8, take)
        }
      }
      return start
    }
    kept = end - start
    if !isSkipping, kept > Self.longest {
      isSkipping = true
      try take(.tooLong)
    }
    if isSkipping { kept = 0 }
    self.isSkipping = isSkipping
    if kept > 0, start > 0 {
      let count = kept
      buffer.withUnsafeMutableBytes { bytes in
        if let base = bytes.baseAddress { _ = memmove(base, base + start, count) }
      }
    }
  }

  private static func give(
    _ line: UnsafeBufferPointer<UInt8>, hasEnd: Bool, isUTF8: Bool, _ take: (Line?) throws -> Void
  ) throws {
    guard line.count <= longest else { return try take(.tooLong) }
    let text =
      hasEnd && line.last == UInt8(ascii: "\r") ? UnsafeBufferPointer(rebasing: line[..<(line.count - 1)]) : line
    if isUTF8 || Self.isUTF8(text) { return try take(.value(text)) }
    try Array(String(decoding: text, as: UTF8.self).utf8).withUnsafeBufferPointer { try take(.value($0)) }
  }

  private static let lineEnd = UInt8(ascii: "\n")

  /// The place of the first line's end from `start` on; the end of all where there is none.
  private static func firstEnd(in lines: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    guard let base = lines.baseAddress, start < lines.count,
      let found = memchr(base + start, Int32(lineEnd), lines.count - start)
    else { return lines.count }
    return UnsafeRawPointer(found) - UnsafeRawPointer(base)
  }

  private static func isUTF8(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    (try? UTF8Span(validating: text.span)) != nil
  }
}

extension Diagnostic {
  /// What keeps standard input from being read.
  static func unreadableInput(_ failure: InputFailure) -> Diagnostic {
    .error("file.unreadable/stdin", at: SourcePlace("stdin"), ["reason": .message(failure.reason)])
  }
}
