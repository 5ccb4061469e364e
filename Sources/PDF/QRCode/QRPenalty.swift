/// Points against a masked code: the fewer, the easier it is to read (ISO/IEC 18004:2015 §7.8.3).
enum QRPenalty {
  /// Points of a code whose lines stand between the quiet zone's lines. Whole lines are compared at once: bit `63 - x`
  /// of a word speaks of the module in column `x`.
  static func points(of lines: [UInt64], size: Int) -> Int {
    var points = 0
    var dark = 0
    let inside = UInt64.max << UInt64(64 - size)
    var alikeAbove: UInt64 = 0
    var same: (UInt64, UInt64, UInt64) = (0, 0, 0)
    var runsAbove: UInt64 = 0
    for y in QRGrid.quietLines..<QRGrid.quietLines + size {
      let line = lines[y]
      dark += line.nonzeroBitCount
      // A module like its right neighbour; five in a row are four such pairs.
      let alike = ~(line ^ line << 1) & inside << 1
      let runs = alike & alike << 1 & alike << 2 & alike << 3
      points += runPoints(runs, starting: runs & ~(runs >> 1))
      points += 40 * finders(in: line).nonzeroBitCount
      if y > QRGrid.quietLines {
        let sameAbove = ~(line ^ lines[y - 1]) & inside
        let columnRuns = sameAbove & same.0 & same.1 & same.2
        points += runPoints(columnRuns, starting: columnRuns & ~runsAbove)
        points += 3 * (alike & alikeAbove & sameAbove).nonzeroBitCount
        same = (sameAbove, same.0, same.1)
        runsAbove = columnRuns
      }
      alikeAbove = alike
      if y + 7 <= QRGrid.quietLines + size { points += 40 * finders(below: y, lines).nonzeroBitCount }
    }
    let all = size * size
    return points + 10 * (abs(20 * dark - 10 * all) / all)
  }

  /// Three points for five modules of one shade in a row, one more for each that follows: two a run and one for every
  /// five.
  private static func runPoints(_ fives: UInt64, starting: UInt64) -> Int {
    fives.nonzeroBitCount + 2 * starting.nonzeroBitCount
  }

  /// Where dark and light stand as in a finder, 1 : 1 : 3 : 1 : 1, beside four light modules.
  private static func finders(in line: UInt64) -> UInt64 {
    let finder = line & ~(line << 1) & line << 2 & line << 3 & line << 4 & ~(line << 5) & line << 6
    let before = line >> 1 | line >> 2 | line >> 3 | line >> 4
    let after = line << 7 | line << 8 | line << 9 | line << 10
    return finder & ~(before & after)
  }

  /// The same downwards from line `y`.
  private static func finders(below y: Int, _ lines: [UInt64]) -> UInt64 {
    let finder =
      lines[y] & ~lines[y + 1] & lines[y + 2] & lines[y + 3] & lines[y + 4] & ~lines[y + 5] & lines[y + 6]
    guard finder != 0 else { return 0 }
    let before = lines[y - 1] | lines[y - 2] | lines[y - 3] | lines[y - 4]
    let after = lines[y + 7] | lines[y + 8] | lines[y + 9] | lines[y + 10]
    return finder & ~(before & after)
  }
}
