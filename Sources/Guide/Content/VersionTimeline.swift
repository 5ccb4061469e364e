internal import Diagnostics
internal import SourceText
internal import ZhinanValidation

/// Which of a guide's versions is in force on a day.
///
/// Editions follow one another: each is in force from its `effective` day up to, not including, the next one's, or its own
/// `repealed`. A source is the publisher's own text; it stands beside them. A `status` that guide.yml states holds, and
/// is told where the dates say otherwise.
struct VersionTimeline {
  /// Positions of the editions that have a date, the earliest first.
  private let editions: [Int]
  private let today: String

  init(_ versions: [GuideVersion], today: CalendarDate) {
    self.today = today.text
    editions = versions.indices.filter { versions[$0].isDated }
      .sorted { (versions[$0].effective ?? "", $0) < (versions[$1].effective ?? "", $1) }
  }

  /// Gives each version its status and the day on which it ends; gaps, overlaps, and what has no date are reported.
  func settle(_ versions: inout [GuideVersion], _ map: inout MapReader) {
    for (number, position) in editions.enumerated() {
      let next = editions.dropFirst(number + 1).first.map { versions[$0] }
      check(versions[position], before: next, &map)
      versions[position].ends = next?.effective ?? versions[position].repealed
    }
    for position in versions.indices {
      let version = versions[position]
      let stated = version.statedStatus
      guard let status = status(of: version) else {
        versions[position].status = stated ?? .draft
        if stated == nil, !version.isMisdated {
          map.report(.error("guide.undated", at: version.place, ["version": .text(version.id)]))
        }
        continue
      }
      versions[position].status = stated ?? status
      if let stated, stated != status {
        map.report(
          .warning(
            "guide.status", at: version.place,
            ["version": .text(version.id), "stated": .text(stated.rawValue), "status": .text(status.rawValue)]))
      }
    }
    checkCurrent(versions, &map)
  }

  /// What the dates say; `nil` where they say nothing.
  private func status(of version: GuideVersion) -> VersionStatus? {
    let isDraft = version.statedStatus == .draft
    if version.kind == .source { return isDraft ? .draft : .source }
    // A draft may have a day to come; when it has come, the word was forgotten.
    guard let effective = version.effective else { return isDraft ? .draft : nil }
    if effective > today { return isDraft ? .draft : .upcoming }
    return version.ends.map { $0 <= today } == true ? .superseded : .current
  }

  private func check(_ version: GuideVersion, before next: GuideVersion?, _ map: inout MapReader) {
    let (place, id) = (version.place, version.id)
    if let repealed = version.repealed, let effective = version.effective, repealed <= effective {
      return map.report(.error("guide.timeline/repealed", at: place, ["version": .text(id)]))
    }
    guard let start = next?.effective else { return }
    if start == version.effective {
      map.report(.error("guide.timeline/same-day", at: place, ["version": .text(id), "next": .text(next?.id ?? "")]))
    }
    guard let repealed = version.repealed else { return }
    if repealed > start {
      map.report(.error("guide.timeline/overlap", at: place, ["version": .text(id), "next": .text(next?.id ?? "")]))
    } else if repealed < start {
      map.report(.error("guide.timeline/gap", at: place, ["version": .text(id), "next": .text(next?.id ?? "")]))
    }
  }

  private func checkCurrent(_ versions: [GuideVersion], _ map: inout MapReader) {
    switch versions.count(where: { $0.status == .current }) {
    case 1: break
    // Where a date cannot be read, nobody knows which version is in force.
    case 0 where versions.contains(where: \.isMisdated): break
    case 0: map.report(.error("guide.current/none", at: map.place, ["date": .text(today)]))
    default: map.report(.error("guide.current", at: map.place))
    }
  }
}

extension GuideVersion {
  /// Whether it is an edition that its dates put in its place.
  fileprivate var isDated: Bool { kind == .edition && statedStatus != .draft && effective != nil }
}

extension CalendarDate {
  /// `YYYY-MM-DD`.
  var text: String {
    var bytes: [UInt8] = []
    appendISO(to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }
}
