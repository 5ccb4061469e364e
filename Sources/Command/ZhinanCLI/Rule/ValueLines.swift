internal import Bytes
internal import Diagnostics
internal import Files

/// The lines of standard input, read as they come; one that is too long for any rule is not kept.
struct ValueLines: ~Copyable {
  /// A line without its end.
  enum Line {
    /// Its bytes; what is not UTF-8 is replaced by U+FFFD.
    case value([UInt8])
    /// More bytes than ``longest``, of which none are kept.
    case tooLong
  }

  /// Most bytes of a line that is kept.
  static let longest = 1 << 20

  private let input: ByteInput
  private var buffer = [UInt8](repeating: 0, count: 1 << 16)
  /// What of the buffer was not taken yet.
  private var rest = 0..<0
  /// Whether the line that goes on was told already as too long.
  private var isSkipping = false

  /// Opens standard input.
  init() throws(InputFailure) { input = try ByteInput.open("-").get() }

  /// The next line, the last one also without an end; `nil` after it. A line that is too long is told as soon as it is.
  mutating func next() throws(InputFailure) -> Line? {
    var line: [UInt8] = []
    while try fill() {
      let end = buffer[rest].firstIndex(of: UInt8(ascii: "\n"))
      let part = rest.lowerBound..<(end ?? rest.upperBound)
      rest = (end.map { $0 + 1 } ?? rest.upperBound)..<rest.upperBound
      if isSkipping {
        isSkipping = end == nil
        continue
      }
      guard line.count + part.count <= Self.longest else {
        isSkipping = end == nil
        return .tooLong
      }
      line += buffer[part]
      guard end == nil else {
        if line.last == UInt8(ascii: "\r") { line.removeLast() }
        return .value(Self.repaired(line))
      }
    }
    return line.isEmpty ? nil : .value(Self.repaired(line))
  }

  /// Reads on when everything was taken; `false` at the end.
  private mutating func fill() throws(InputFailure) -> Bool {
    if !rest.isEmpty { return true }
    let read = buffer.withUnsafeMutableBytes { input.read(into: $0, isStopped: { false }) }
    rest = 0..<(try read.get())
    return !rest.isEmpty
  }

  private static func repaired(_ line: [UInt8]) -> [UInt8] { Array(String(decoding: line, as: UTF8.self).utf8) }
}

extension Diagnostic {
  /// What keeps standard input from being read.
  static func unreadableInput(_ failure: InputFailure) -> Diagnostic {
    .error("file.unreadable/stdin", at: SourcePlace("stdin"), ["reason": .message(failure.reason)])
  }
}
