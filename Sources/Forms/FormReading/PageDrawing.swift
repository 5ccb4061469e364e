/// How a page's drawing stands to the blank's.
enum DrawingComparison: Equatable {
  case same
  /// All of the blank's drawing in its order, and more.
  case more
  case other
}

extension PDFPage {
  /// Compares decoded content streams. Writers split and join them, change white space and numbers' spelling, and put
  /// `q … Q` around all; none of that changes the drawing.
  ///
  /// `painted` is what a filler paints behind the blank's drawing, in pieces each of which may be missing: a blank that
  /// was filled in a viewer has none.
  func drawing(comparedWith blank: PDFPage, painted: [[UInt8]] = []) -> DrawingComparison {
    guard let mine = tokens, let theirs = blank.tokens else { return streams == blank.streams ? .same : .other }
    if mine == theirs { return .same }
    guard let start = Self.start(of: theirs, in: mine) else { return .other }
    // Before the blank nothing may stand: what is painted there can hide or move all that follows.
    guard mine[..<start].allSatisfy({ $0 == [0x71] }) else { return .more }
    var rest = Self.withoutStateAtStart(mine[(start + theirs.count)...])
    for piece in painted {
      let expected = ContentTokens.tokens(of: piece)
      guard Self.isSame(rest.prefix(expected.count), expected) else { continue }
      rest = Self.withoutStateAtStart(rest.dropFirst(expected.count))
    }
    return rest.isEmpty ? .same : .more
  }

  /// The tokens without the `q` and `Q` that they start with.
  private static func withoutStateAtStart(_ tokens: ArraySlice<ArraySlice<UInt8>>) -> ArraySlice<ArraySlice<UInt8>> {
    tokens.drop { $0 == [0x71] || $0 == [0x51] }
  }

  /// Whether tokens are the expected ones. Numbers may be rounded; a code may have other modules, not another size.
  private static func isSame(_ found: ArraySlice<ArraySlice<UInt8>>, _ expected: [ArraySlice<UInt8>]) -> Bool {
    guard found.count == expected.count else { return false }
    return zip(found, expected).allSatisfy { found, expected in
      if found == expected { return true }
      if let mask = InlineMask(expected) {
        return InlineMask(found).map { $0.size == mask.size && $0.isWhole(of: found) } ?? false
      }
      guard let mine = Double(String(decoding: found, as: UTF8.self)),
        let theirs = Double(String(decoding: expected, as: UTF8.self))
      else { return false }
      return abs(mine - theirs) < 0.02
    }
  }

  /// The operators and operands of all streams, one after another; `nil` when a stream could not be read.
  var tokens: [ArraySlice<UInt8>]? {
    var tokens: [ArraySlice<UInt8>] = []
    for stream in streams {
      guard let stream else { return nil }
      tokens += ContentTokens.tokens(of: stream)
    }
    return tokens
  }

  private static func start(of part: [ArraySlice<UInt8>], in whole: [ArraySlice<UInt8>]) -> Int? {
    guard part.count <= whole.count else { return nil }
    if part.isEmpty { return 0 }
    return (0...(whole.count - part.count)).first { start in
      whole[start] == part[0] && whole[start..<(start + part.count)].elementsEqual(part)
    }
  }
}

/// Splits a content stream (PDF 32000-1 §7.8.2) at white space, delimiters and comments.
enum ContentTokens {
  /// The tokens; strings stay whole, numbers are spelled in one way.
  static func tokens(of stream: [UInt8]) -> [ArraySlice<UInt8>] {
    var tokens: [ArraySlice<UInt8>] = []
    var index = 0
    while index < stream.count {
      let start = index
      switch stream[index] {
      case 0, 9, 10, 12, 13, 32: index += 1
      case 0x25: while index < stream.count, stream[index] != 10, stream[index] != 13 { index += 1 }
      case 0x28:
        index = end(ofStringAt: index, in: stream)
        tokens.append(stream[start..<index])
      case 0x5B, 0x5D, 0x7B, 0x7D, 0x29:
        index += 1
        tokens.append(stream[start..<index])
      case 0x3C, 0x3E:
        index += 1
        if index < stream.count, stream[index] == stream[start] {
          index += 1
          tokens.append(stream[start..<index])
        } else if stream[start] == 0x3C {
          while index < stream.count, stream[index] != 0x3E { index += 1 }
          index = min(index + 1, stream.count)
          tokens.append(plainHexadecimal(stream[start..<index]))
        } else {
          tokens.append(stream[start..<index])
        }
      default:
        index += 1
        while index < stream.count, isRegular(stream[index]) { index += 1 }
        if stream[start..<index].elementsEqual([0x42, 0x49]) { index = end(ofImageAt: start, in: stream) }
        tokens.append(plainNumber(stream[start..<index]))
      }
    }
    return tokens
  }

  private static func isRegular(_ byte: UInt8) -> Bool {
    switch byte {
    case 0, 9, 10, 12, 13, 32, 0x25, 0x28, 0x29, 0x2F, 0x3C, 0x3E, 0x5B, 0x5D, 0x7B, 0x7D: false
    default: true
    }
  }

  private static func end(ofStringAt start: Int, in stream: [UInt8]) -> Int {
    var depth = 0
    var index = start
    while index < stream.count {
      switch stream[index] {
      case 0x5C: index += 1
      case 0x28: depth += 1
      case 0x29: depth -= 1
      default: break
      }
      index += 1
      if depth == 0 { break }
    }
    return min(index, stream.count)
  }

  /// Where an inline image (PDF 32000-1 §8.9.7) ends: behind `EI` between white space, which may also stand in the data
  /// of an image that is not known.
  private static func end(ofImageAt start: Int, in stream: [UInt8]) -> Int {
    var index = InlineMask(stream[start...]).map { $0.end - 1 } ?? start
    while index + 3 < stream.count {
      if stream[index] <= 32, stream[index + 1] == 0x45, stream[index + 2] == 0x49, stream[index + 3] <= 32 {
        return index + 3
      }
      index += 1
    }
    return stream.count
  }

  /// `<00aB>` as `<00AB>`, without white space.
  private static func plainHexadecimal(_ token: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    token.filter { $0 > 32 }.map { $0 >= 0x61 && $0 <= 0x66 ? $0 - 32 : $0 }[...]
  }

  /// `+01.50` as `1.5`, `-.5` as `-0.5`, `-0` as `0`; a token that is no number as it is.
  private static func plainNumber(_ token: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard let first = token.first, first == 0x2B || first == 0x2D || first == 0x2E || (48...57).contains(first),
      token.dropFirst().allSatisfy({ $0 == 0x2E || (48...57).contains($0) }),
      token.count(where: { $0 == 0x2E }) <= 1, token.contains(where: { (48...57).contains($0) })
    else { return token }
    let unsigned = first == 0x2B || first == 0x2D ? token.dropFirst() : token
    let parts = unsigned.split(separator: 0x2E, omittingEmptySubsequences: false)
    let whole = parts[0].drop { $0 == 48 }
    var fraction = parts.count > 1 ? parts[1] : []
    while fraction.last == 48 { fraction = fraction.dropLast() }
    var plain: [UInt8] = whole.isEmpty ? [48] : Array(whole)
    if !fraction.isEmpty { plain += [0x2E] + fraction }
    if first == 0x2D, plain != [48] { plain.insert(0x2D, at: 0) }
    return plain[...]
  }
}
