internal import Bytes
internal import Facts
internal import RuleLines

extension ExplanationLines {
  /// Adds what a request for a sum of prices comes to, and what the guide says where it is in doubt; whether the request is
  /// right.
  func explain(request: UnsafeBufferPointer<UInt8>, _ writer: inout JSONByteWriter) -> Bool {
    guard let prices, let answer = JSONValue(prices.line.answer(json: Array(request))) else { return false }
    func codes(_ key: StaticString) -> [String] {
      (answer.member(key)?.elements ?? []).compactMap(\.text).map { String(decoding: $0, as: UTF8.self) }
    }
    func sum(_ key: StaticString) -> String? {
      guard case .number(let digits)? = answer.member("value")?.member(key) else { return nil }
      return String(decoding: digits, as: UTF8.self)
    }
    var parts: [ExplainedPart] = []
    let (estimate, upper) = (sum("estimate"), sum("upper"))
    if let estimate { parts.append(ExplainedPart("estimate", Words("估算", "estimate"), estimate)) }
    if let upper, upper != estimate { parts.append(ExplainedPart("upper", Words("另一种算法", "other reckoning"), upper)) }
    let warnings = codes("warnings")
    for doubt in prices.facts.doubts where warnings.contains(doubt.code) {
      let said = [doubt.say, doubt.hint].compactMap(\.self).joined(separator: inChinese ? "" : " ")
      parts.append(ExplainedPart(doubt.code, Words(both: doubt.code), said))
    }
    return add(
      errors: codes("errors"), warnings: warnings, shown: String(decoding: request, as: UTF8.self), parts, &writer)
  }
}
