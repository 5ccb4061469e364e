/// Compares blocks: those that stand for each other are found first, then what changed in them.
struct BlockComparison {
  /// Kept text of a block that is less than this, in percent, makes it another block.
  private static let leastKept = 30

  var budget: ComparisonBudget

  init(budget: ComparisonBudget = ComparisonBudget()) { self.budget = budget }

  mutating func blocks(_ old: [ComparableBlock], _ new: [ComparableBlock]) -> [ComparedBlock] {
    var compared: [ComparedBlock] = []
    for step in Alignment(old, new, budget: &budget).steps {
      switch step {
      case .same(_, let place): compared.append(new[place].whole(.kept))
      case .alike(let left, let right):
        compared += pair(old[left], new[right]) ?? [old[left].whole(.deleted), new[right].whole(.inserted)]
      case .deleted(let place): compared.append(old[place].whole(.deleted))
      case .inserted(let place): compared.append(new[place].whole(.inserted))
      }
    }
    return Self.deletionsFirst(compared)
  }

  /// One block of two; `nil` where the newer one was written anew.
  private mutating func pair(_ old: ComparableBlock, _ new: ComparableBlock) -> [ComparedBlock]? {
    switch (old, new) {
    case (.text(_, let left), .text(let role, let right)):
      guard let (runs, percent) = TextComparison.likeness(left, right, budget: &budget), percent >= Self.leastKept
      else { return nil }
      return [ComparedBlock(.kept, .text(role, runs))]
    case (.list(_, let left), .list(let marks, let right)):
      return [ComparedBlock(.kept, .list(marks, items(left, right)))]
    case (.table(let left), .table(let right)):
      return [ComparedBlock(.kept, .table(table(left, right)))]
    case (.group(let leftRole, let left), .group(let role, let right)) where leftRole == role:
      return [ComparedBlock(.kept, .group(role, blocks(left, right)))]
    default: return nil
    }
  }

  private mutating func items(_ old: [ComparableItem], _ new: [ComparableItem]) -> [ComparedItem] {
    Alignment(old, new, budget: &budget).steps.map { step in
      switch step {
      case .same(_, let place): new[place].whole(.kept)
      case .alike(let left, let right):
        ComparedItem(change: .kept, blocks: blocks(old[left].blocks, new[right].blocks))
      case .deleted(let place): old[place].whole(.deleted)
      case .inserted(let place): new[place].whole(.inserted)
      }
    }
  }

  /// Where several blocks were written anew one behind the other, the old ones stand before the new ones.
  private static func deletionsFirst(_ blocks: [ComparedBlock]) -> [ComparedBlock] {
    var sorted: [ComparedBlock] = []
    var inserted: [ComparedBlock] = []
    for block in blocks {
      switch block.change {
      case .deleted: sorted.append(block)
      case .inserted: inserted.append(block)
      case .kept:
        sorted += inserted
        inserted = []
        sorted.append(block)
      }
    }
    return sorted + inserted
  }
}
