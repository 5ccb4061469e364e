internal import Content
internal import GuideText
internal import Redline

extension RedlineWriter {
  mutating func write(_ runs: [ComparedRun], isCode: Bool = false) {
    var last = Change.kept
    for run in runs {
      // A line may break between what is gone and what stands in its place.
      if last == .deleted, run.change == .inserted, !isCode { raw("<wbr>") }
      last = run.change
      switch run.change {
      case .kept: write(run.pieces, isCode: isCode, isChanged: false)
      case .inserted: mark("ins", "inserted") { $0.write(run.pieces, isCode: isCode, isChanged: true) }
      case .deleted: mark("del", "deleted") { $0.write(run.pieces, isCode: isCode, isChanged: true) }
      }
    }
  }

  /// An element of a change; its hidden word is for those who do not see a line under or through a text.
  mutating func mark(_ element: String, _ word: String, _ body: (inout RedlineWriter) -> Void) {
    raw("<\(element)><span class=\"visually-hidden\">")
    text(words[word])
    raw("</span>")
    body(&self)
    raw("</\(element)>")
  }

  private mutating func write(_ pieces: [TextPiece], isCode: Bool, isChanged: Bool) {
    var start = 0
    while start < pieces.count {
      var end = start + 1
      while end < pieces.count, pieces[end].style == pieces[start].style,
        pieces[end].reference == pieces[start].reference
      {
        end += 1
      }
      write(same: pieces[start..<end], isCode: isCode, isChanged: isChanged)
      start = end
    }
  }

  /// Pieces of one style, with one thing behind them.
  private mutating func write(same pieces: ArraySlice<TextPiece>, isCode: Bool, isChanged: Bool) {
    guard let first = pieces.first else { return }
    let styles: [(TextPiece.Style, String)] = [(.strong, "strong"), (.emphasis, "em"), (.code, "code")]
    let tags = isCode ? [] : styles.filter { first.style.contains($0.0) }.map(\.1)
    if first.style.contains(.lineBreak) { return raw("<br>\n") }
    for tag in tags { raw("<\(tag)>") }
    let words = pieces.map(\.text).joined()
    if case .picture(let path?, _) = first.reference {
      raw("<a class=\"redline-picture\" href=\"")
      text(path.relative(from: from))
      raw("\">")
      text(words)
      raw("</a>")
    } else {
      text(words)
    }
    for tag in tags.reversed() { raw("</\(tag)>") }
    if isChanged { write(first.reference, behind: words) }
  }

  /// What changed behind the words of a link.
  private mutating func write(_ reference: TextPiece.Reference?, behind words: String) {
    switch reference {
    case .address(let address) where address != words:
      raw(" <span class=\"redline-address\">(")
      text(address)
      raw(")</span>")
    case .file(let kind, let size, _):
      raw(" <span class=\"redline-address\">(")
      text("\(kind) \(FileSize.text(size))")
      raw(")</span>")
    default: break
    }
  }

  // MARK: Facts

  /// Longest value that stands beside the one that it took the place of, in characters; longer ones are compared.
  private static var longestValue: Int { 40 }

  mutating func write(facts: [FactChange]) {
    if facts.isEmpty { return }
    raw("<section class=\"redline-facts\" aria-labelledby=\"changed-facts\">\n<h2 id=\"changed-facts\">")
    text(words["factList"])
    raw("</h2>\n<ul>\n")
    for fact in facts {
      raw("<li>")
      write(fact)
      raw("</li>\n")
    }
    raw("</ul>\n</section>\n")
  }

  mutating func write(_ fact: FactChange) {
    raw("<span class=\"redline-name\">")
    text(fact.name)
    raw("</span> ")
    if let old = fact.old, let new = fact.new, max(old.count, new.count) > Self.longestValue {
      var budget = ComparisonBudget(steps: 1_000_000)
      return write(TextComparison.runs(PieceCutter.pieces(of: old), PieceCutter.pieces(of: new), budget: &budget))
    }
    if let old = fact.old { mark("del", "deleted") { $0.text(old) } }
    if fact.old != nil, fact.new != nil { raw(" → ") }
    if let new = fact.new { mark("ins", "inserted") { $0.text(new) } }
  }
}
