/// What is changed in a text before libcmark reads it, byte for byte, so that all places stay.
///
/// - A fence of backticks whose directive has a backtick in its title (```` ```{note} 使用 `x` 时 ````) is none to
///   CommonMark (§4.5): it and its end become fences of tildes.
/// - A comment within a line that holds `--` is none to CommonMark 0.30 (§6.6): the hyphens in it become `+`.
struct FencesAndComments {
  private var bytes: [UInt8]
  private var place = 0
  /// No comment that begins before this place ends.
  private var noEndBefore = 0

  /// The text with these changes.
  static func changed(_ text: String) -> String {
    let isNeeded = text.holds("<!--") || text.holds("```{")
    guard isNeeded else { return text }
    var change = FencesAndComments(bytes: Array(text.utf8))
    change.run()
    return String(decoding: change.bytes, as: UTF8.self)
  }

  private struct Fence {
    let sign: UInt8
    let start: Int
    let count: Int
    /// Where what stands behind the signs begins.
    let info: Int
  }

  private mutating func run() {
    while place < bytes.count {
      let end = lineEnd(place)
      if let fence = fence(place, end, isFirst: true) {
        let isChanged = fence.sign == UInt8(ascii: "`") && bytes[fence.info..<end].contains(UInt8(ascii: "`"))
        if !isChanged || bytes[fence.info...].first == UInt8(ascii: "{") {
          skip(fence, end, isChanged: isChanged)
          continue
        }
      }
      readText(to: end)
    }
  }

  /// Passes a fence and what stands in it, up to the line that ends it.
  private mutating func skip(_ fence: Fence, _ end: Int, isChanged: Bool) {
    place = end + 1
    while place < bytes.count {
      let lineEnd = lineEnd(place)
      if let other = self.fence(place, lineEnd), other.sign == fence.sign, other.count >= fence.count,
        bytes[other.info..<lineEnd].allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D })
      {
        place = lineEnd + 1
        if isChanged {
          for fence in [fence, other] { makeTildes(fence) }
        }
        return
      }
      place = lineEnd + 1
    }
    if isChanged { makeTildes(fence) }
  }

  private mutating func makeTildes(_ fence: Fence) {
    for index in fence.start..<fence.start + fence.count { bytes[index] = UInt8(ascii: "~") }
  }

  /// Passes a line of text, or more when a code span or a comment begins in it.
  private mutating func readText(to end: Int) {
    let start = place
    // Whether nothing but blanks and signs of lists and quotations stands before.
    var isLead = true
    while place < end {
      switch bytes[place] {
      case UInt8(ascii: "\\"): place += 2
      case UInt8(ascii: "`"): passCodeSpan()
      case UInt8(ascii: "<") where bytes[place...].starts(with: "<!--".utf8):
        let lead = bytes[start..<min(place, start + 4)]
        let isIndented = lead.contains(0x09) || lead.count == 4 && lead.allSatisfy { $0 == 0x20 }
        passComment(isBlock: isLead, isIndented: isLead && isIndented)
      case 0...0x20, 0x30...0x39, UInt8(ascii: ">"), UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*"),
        UInt8(ascii: "."), UInt8(ascii: ")"):
        place += 1
        continue
      default: place += 1
      }
      isLead = false
    }
    if place == end { place += 1 }
  }

  private mutating func passCodeSpan() {
    let count = run(of: UInt8(ascii: "`"), at: place)
    place += count
    var at = place
    while at < bytes.count {
      if bytes[at] == 0x0A, at + 1 < bytes.count, bytes[at + 1] == 0x0A { return }
      guard bytes[at] == UInt8(ascii: "`") else {
        at += 1
        continue
      }
      let other = run(of: UInt8(ascii: "`"), at: at)
      at += other
      if other == count { return place = at }
    }
  }

  /// A comment that begins a line is a block (§4.6, start condition 2), which may hold any hyphens and empty lines; where
  /// the line is indented it may be code, and is left alone. One within a line is inline HTML, and ends in its paragraph.
  private mutating func passComment(isBlock: Bool, isIndented: Bool) {
    let start = place + 4
    place = start
    if isIndented || start < noEndBefore { return }
    let end = commentEnd(from: start, isBlock: isBlock)
    guard end + 2 < bytes.count, bytes[end] == UInt8(ascii: "-") else {
      noEndBefore = end
      return
    }
    if !isBlock {
      for index in start..<end where bytes[index] == UInt8(ascii: "-") || bytes[index] == UInt8(ascii: ">") {
        bytes[index] = UInt8(ascii: "+")
      }
    }
    place = end + 3
  }

  /// Where `-->` begins; the empty line that ends a paragraph before it, or the text's end, where it does not.
  private func commentEnd(from start: Int, isBlock: Bool) -> Int {
    var at = start
    while at + 2 < bytes.count {
      if bytes[at] == UInt8(ascii: "-"), bytes[at + 1] == UInt8(ascii: "-"), bytes[at + 2] == UInt8(ascii: ">") {
        return at
      }
      if !isBlock, bytes[at] == 0x0A {
        let rest = bytes[(at + 1)...].prefix { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }
        if rest.endIndex == bytes.count || bytes[rest.endIndex] == 0x0A { return at }
      }
      at += 1
    }
    return bytes.count
  }

  private func run(of sign: UInt8, at start: Int) -> Int { bytes[start...].prefix { $0 == sign }.count }

  private func lineEnd(_ start: Int) -> Int { bytes[start...].firstIndex(of: 0x0A) ?? bytes.count }

  /// A line of at least three backticks or tildes, inside quotations too.
  ///
  /// - Parameter isFirst: whether it may begin an item of a list, as no fence's end does.
  private func fence(_ start: Int, _ end: Int, isFirst: Bool = false) -> Fence? {
    var at = start
    while at < end, bytes[at] == 0x20 || bytes[at] == UInt8(ascii: ">") { at += 1 }
    if isFirst, at + 1 < end, "-+*".utf8.contains(bytes[at]), bytes[at + 1] == 0x20 { at += 2 }
    guard at < end, bytes[at] == UInt8(ascii: "`") || bytes[at] == UInt8(ascii: "~") else { return nil }
    let count = min(run(of: bytes[at], at: at), end - at)
    guard count >= 3 else { return nil }
    var info = at + count
    while info < end, bytes[info] == 0x20 { info += 1 }
    return Fence(sign: bytes[at], start: at, count: count, info: info)
  }
}
