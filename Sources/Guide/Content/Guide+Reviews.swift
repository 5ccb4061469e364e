package import Diagnostics
package import ZhinanValidation

extension Guide {
  /// Warnings about pages that were to be reviewed before `today`, and about those that never were though they should
  /// be. What is superseded, and a source's own text, is kept as it was.
  package func dueReviews(on today: CalendarDate) -> [Diagnostic] {
    versions.filter { $0.status != .superseded && $0.status != .source }.flatMap(\.texts).compactMap { page in
      if let reviewed = page.reviewed, let day = CalendarDate(iso: reviewed.utf8), day > today {
        return .warning("review.due/future", at: page.textPlaces["reviewed"], ["date": .text(reviewed)])
      }
      guard let interval = page.reviewIn ?? reviewIn else { return nil }
      guard let reviewed = page.reviewed else { return .warning("review.due/never", at: SourcePlace(page.path)) }
      guard let day = CalendarDate(iso: reviewed.utf8), let due = interval.due(after: day), due <= today else {
        return nil
      }
      return .warning(
        "review.due", at: page.textPlaces["reviewed"], ["date": .text(reviewed), "due": .text(due.text)])
    }
  }
}
