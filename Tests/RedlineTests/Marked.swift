@testable import GuideText

@testable import Redline

/// Comparisons as text: `[-gone-]` and `{+new+}`.
enum Marked {
  static func text(_ runs: [ComparedRun]) -> String {
    runs.map { run in
      switch run.change {
      case .kept: run.pieces.text
      case .deleted: "[-\(run.pieces.text)-]"
      case .inserted: "{+\(run.pieces.text)+}"
      }
    }.joined()
  }

  static func text(_ old: String, _ new: String) -> String {
    var budget = ComparisonBudget()
    return text(TextComparison.runs(PieceCutter.pieces(of: old), PieceCutter.pieces(of: new), budget: &budget))
  }

  /// A line for each block, cell by cell where it is a table's row.
  static func lines(_ blocks: [ComparedBlock]) -> [String] {
    blocks.flatMap { block -> [String] in
      switch block.content {
      case .text(_, let runs): [text(runs)]
      case .list(_, let items): items.flatMap { lines($0.blocks) }
      case .table(let table):
        (table.head + table.rows).map { row in
          row.cells.map { cell in
            cell.isBlank ? "" : cell.runs.isEmpty ? mark(cell.change) : text(cell.runs)
          }.joined(separator: " | ")
        }
      case .group(_, let blocks): lines(blocks)
      case .rule: ["---"]
      }
    }
  }

  private static func mark(_ change: Change) -> String {
    switch change {
    case .kept: ""
    case .inserted: "{++}"
    case .deleted: "[--]"
    }
  }
}

func paragraph(_ text: String) -> ResolvedBlock { .paragraph([.text(text)]) }

func compare(_ old: [ResolvedBlock], _ new: [ResolvedBlock]) -> [ComparedBlock] {
  var comparison = BlockComparison()
  return comparison.blocks(PageText().blocks(old), PageText().blocks(new))
}
