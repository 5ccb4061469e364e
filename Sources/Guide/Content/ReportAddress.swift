internal import Diagnostics
internal import SourceText
internal import ZhinanValidation

/// Where readers tell of mistakes: a mail address or a page with a form, which learn what page it is about.
package struct ReportAddress: Sendable, Hashable {
  /// The address (RFC 3986, RFC 6068) with `{title}` and `{address}` where those of a page go, percent-encoded.
  package let pattern: String

  /// The address that guide.yml writes, or why it is none. One without `?` gets a query of its own.
  static func read(_ text: String) -> Result<ReportAddress, ReportProblem> {
    let parts = text.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    let isMail = parts[0].hasPrefix("mailto:")
    let problem = isMail ? mailProblem(parts[0].dropFirst("mailto:".count)) : pageProblem(parts[0])
    if let problem { return .failure(ReportProblem(reason: problem)) }
    let query = parts.count > 1 ? parts[1] : "\(isMail ? "subject" : "title")={title}&body={address}"
    let rest = query.replacing("{title}", with: "").replacing("{address}", with: "")
    if !rest.utf8.allSatisfy(standsInQuery) { return .failure(ReportProblem(reason: Message("reason.report-query"))) }
    return .success(ReportAddress(pattern: "\(parts[0])?\(query)"))
  }

  private static func mailProblem(_ address: Substring) -> Message? {
    let text = String(address)
    let canonical = CalendarDate(daysSince1970: 0).flatMap { Rule.email.check(text, today: $0).value }
    return canonical == text ? nil : Message("reason.report-mail")
  }

  private static func pageProblem(_ address: String) -> Message? {
    address.hasPrefix("https://") ? SiteAddress.problem(of: address) : Message("reason.report-scheme")
  }

  /// RFC 3986 §3.4.
  private static func standsInQuery(_ byte: UInt8) -> Bool {
    switch byte {
    case 48...57, 65...90, 97...122: true
    default: "-._~!$&'()*+,;=:@/?%".utf8.contains(byte)
    }
  }
}

/// Why an address takes no reports.
struct ReportProblem: Error {
  let reason: Message
}

extension MapReader {
  /// The address under `report`; what is none is reported.
  mutating func reportAddress() -> ReportAddress? {
    guard let node = node("report") else { return nil }
    switch ReportAddress.read(node.text ?? "") {
    case .success(let address): return address
    case .failure(let problem):
      report(
        .error(
          "guide.report", at: node.place,
          ["address": .message(node.textOrKind), "reason": .message(problem.reason)]))
      return nil
    }
  }
}
