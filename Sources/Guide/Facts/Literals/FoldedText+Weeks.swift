extension FoldedText {
  /// Days of the week from one to another: `周一至周五`, `星期一到五`, `Monday to Friday`, `Mon.-Fri.`; 1 is Monday.
  func week(at start: Int) -> (first: Int, last: Int, end: Int)? {
    guard let first = weekday(at: start, isAlone: true), let second = skipDash(first.end),
      let last = weekday(at: second, isAlone: false)
    else { return nil }
    return (first.day, last.day, last.end)
  }

  private static let names = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]

  /// A day of the week; one that does not stand alone needs no 周.
  private func weekday(at start: Int, isAlone: Bool) -> (day: Int, end: Int)? {
    if isLetter(start) {
      guard !isLetter(start - 1), let day = Self.names.firstIndex(where: { holds(String($0.prefix(3)), at: start) })
      else {
        return nil
      }
      let name = Self.names[day]
      let end = holds(name, at: start) ? start + name.utf8.count : start + 3
      return isLetter(end) ? nil : (day + 1, self[end] == "." ? end + 1 : end)
    }
    let word = ["周", "星期", "礼拜"].first { holds($0, at: start) }
    guard word != nil || !isAlone, let sign = self[start + (word?.unicodeScalars.count ?? 0)] else { return nil }
    let end = start + (word?.unicodeScalars.count ?? 0) + 1
    if sign == "天" || sign == "日" { return (7, end) }
    guard case .digit(let day)? = HanNumeral.part(sign), (1...6).contains(day) else { return nil }
    return (Int(day), end)
  }
}
