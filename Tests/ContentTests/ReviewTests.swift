import Diagnostics
import Foundation
import Testing
import ZhinanValidation

@testable import Content

@Suite("Reviews and reports")
struct ReviewTests {
  @Test(
    "a review is due again after days, months or years",
    arguments: [
      ("1 day", "2026-02-28", "2026-03-01"), ("90 days", "2026-01-01", "2026-04-01"),
      ("1 month", "2026-01-31", "2026-02-28"), ("1 month", "2028-01-31", "2028-02-29"),
      ("6 months", "2026-08-31", "2027-02-28"), ("12 months", "2026-12-15", "2027-12-15"),
      ("1 year", "2028-02-29", "2029-02-28"), ("999 years", "9000-01-01", "9999-01-01"),
      ("999 years", "9001-01-01", nil),
    ])
  func due(_ text: String, _ from: String, _ expected: String?) throws {
    let interval = try #require(ReviewInterval(text))
    let day = try #require(CalendarDate(iso: from.utf8))
    #expect(interval.due(after: day) == expected.flatMap { CalendarDate(iso: $0.utf8) })
  }

  @Test(
    "anything else is no time between reviews",
    arguments: [
      "", "6", "months", "6months", "6  months", " 6 months", "06 months", "+6 months", "-6 months", "0 days",
      "1000 days", "6 Months", "6 weeks", "6 monthss", "6 months later", "６ months", "6个月",
    ])
  func none(_ text: String) { #expect(ReviewInterval(text) == nil) }

  @Test(
    "an address takes reports",
    arguments: [
      ("mailto:a@b.example", "mailto:a@b.example?subject={title}&body={address}"),
      ("mailto:a@b.example?subject=x", "mailto:a@b.example?subject=x"),
      ("https://b.example/new", "https://b.example/new?title={title}&body={address}"),
      ("https://b.example/new?a={title}&b=%20{address}", "https://b.example/new?a={title}&b=%20{address}"),
    ])
  func reports(_ text: String, _ pattern: String) throws {
    #expect(try ReportAddress.read(text).get().pattern == pattern)
  }

  @Test(
    "what is no address is told",
    arguments: [
      ("mailto:", "mail"), ("mailto:a", "mail"), ("mailto:a@b.example,c@d.example", "mail"),
      ("mailto:A@B.example", "mail"),
      ("http://b.example/", "scheme"), ("b.example", "scheme"), ("", "scheme"), ("javascript:x", "scheme"),
      ("https://b.example/?a={page}", "query"), ("https://b.example/?a=\"", "query"),
      ("https://b.example/?a#b", "query"), ("mailto:a@b.example?subject=\u{9519}", "query"),
    ])
  func problems(_ text: String, _ reason: String) {
    guard case .failure(let problem) = ReportAddress.read(text) else {
      Issue.record("\(text) is taken")
      return
    }
    #expect(problem.reason == Message("reason.report-\(reason)"))
  }
}
