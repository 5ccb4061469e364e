internal import NIOCore
internal import NIOHTTP1

/// What a request is answered with; `Content-Length` and `Connection` are added when it is written.
struct PreviewAnswer: Sendable {
  /// The answer's content.
  enum Body: Sendable {
    case bytes([UInt8])
    /// An open file and its size in bytes.
    case file(NIOFileHandle, size: Int)

    var size: Int {
      switch self {
      case .bytes(let bytes): bytes.count
      case .file(_, let size): size
      }
    }

    func part(_ range: Range<Int>) -> IOData {
      switch self {
      case .bytes(let bytes): .byteBuffer(ByteBuffer(bytes: bytes[range]))
      case .file(let file, _):
        .fileRegion(FileRegion(fileHandle: file, readerIndex: range.lowerBound, endIndex: range.upperBound))
      }
    }

    /// Closes the file. One that is closed already stays so.
    func close() { if case .file(let file, _) = self { try? file.close() } }
  }

  var status: HTTPResponseStatus
  var headers = HTTPHeaders()
  var body: Body

  init(_ status: HTTPResponseStatus, type: String, _ body: Body) {
    self.status = status
    self.body = body
    headers.add(name: "Content-Type", value: type)
    headers.add(name: "Cache-Control", value: "no-store")
    headers.add(name: "X-Content-Type-Options", value: "nosniff")
    headers.add(name: "Cross-Origin-Resource-Policy", value: "same-origin")
  }

  /// The answer with the part of the content that the request asks for (RFC 9110 §14): 206 and that part, 416 and
  /// nothing, or all of it.
  func part(of request: HTTPRequestHead) -> (PreviewAnswer, Range<Int>) {
    guard status == .ok else { return (self, 0..<body.size) }
    var answer = self
    answer.headers.add(name: "Accept-Ranges", value: "bytes")
    let ranges = request.headers["Range"]
    // No answer has a validator, so that a condition on one never holds.
    guard request.method == .GET, ranges.count == 1, !request.headers.contains(name: "If-Range"),
      let range = ByteRange(ranges[0], size: body.size)
    else { return (answer, 0..<body.size) }
    switch range {
    case .part(let part):
      answer.status = .partialContent
      answer.headers.add(
        name: "Content-Range", value: "bytes \(part.lowerBound)-\(part.upperBound - 1)/\(body.size)")
      return (answer, part)
    case .unsatisfiable:
      answer.status = .rangeNotSatisfiable
      answer.headers.add(name: "Content-Range", value: "bytes */\(body.size)")
      return (answer, 0..<0)
    }
  }
}

/// The one range of bytes that a `Range` field asks for (RFC 9110 §14.1.2).
enum ByteRange: Equatable {
  case part(Range<Int>)
  case unsatisfiable

  /// `nil` for several ranges, another unit and what is no range: all of them are answered with the whole content.
  init?(_ field: String, size: Int) {
    guard field.hasPrefix("bytes=") else { return nil }
    let parts = field.dropFirst(6).split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2, parts.contains(where: { !$0.isEmpty }) else { return nil }
    func number(_ text: Substring) -> Int? {
      guard !text.isEmpty, text.utf8.allSatisfy({ (48...57).contains($0) }) else { return nil }
      return Int(text) ?? .max
    }
    if parts[0].isEmpty {
      guard let length = number(parts[1]) else { return nil }
      self = length == 0 || size == 0 ? .unsatisfiable : .part(max(0, size - length)..<size)
      return
    }
    guard let first = number(parts[0]) else { return nil }
    var last = size - 1
    if !parts[1].isEmpty {
      guard let given = number(parts[1]), given >= first else { return nil }
      last = min(given, last)
    }
    self = first < size ? .part(first..<last + 1) : .unsatisfiable
  }
}
