package import SourceText

extension SourceNode {
  /// Whether another node has the same values, wherever it stands.
  package func holdsSame(as other: SourceNode) -> Bool {
    switch (value, other.value) {
    case (.null, .null): true
    case (.scalar(let left), .scalar(let right)): left.utf8.elementsEqual(right.utf8)
    case (.list(let left), .list(let right)):
      left.count == right.count && zip(left, right).allSatisfy { $0.holdsSame(as: $1) }
    case (.map(let left), .map(let right)):
      left.count == right.count && zip(left, right).allSatisfy { $0.key == $1.key && $0.value.holdsSame(as: $1.value) }
    default: false
    }
  }
}
