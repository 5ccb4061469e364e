internal import Synchronization

/// The name of a value in templates as a number: the same name has the same number in the whole program.
package struct TemplateKey: Hashable, Sendable {
  private struct Table {
    var numbers: [String: UInt32] = [:]
    var names: [String] = []
  }

  private static let table = Mutex(Table())

  let number: UInt32

  /// The key of a name.
  package init(_ name: String) {
    number = Self.table.withLock { table in
      if let number = table.numbers[name] { return number }
      let number = UInt32(table.names.count)
      table.numbers[name] = number
      table.names.append(name)
      return number
    }
  }

  /// Its name.
  package var name: String { Self.table.withLock { $0.names[Int(number)] } }
}
