#if canImport(FormModel)
  package import FormModel
#endif
#if canImport(Tables)
  internal import Tables
#endif

/// What each column of a table answers in the records of one form.
package struct TableHeader: Sendable {
  /// A column, as its cells are read.
  package enum Column: Sendable, Equatable {
    case text(field: Int)
    case choice(field: Int)
    case form
    /// Filled in by hand on paper; its label (UTF-8).
    case byHand(label: [UInt8])
    /// Left out: its name begins with `#`, it was asked to be, or it is another form's.
    case leftOut
    /// Has no name: nothing may stand in it.
    case unnamed
  }

  /// In the table's order.
  package let columns: [Column]
  /// Whether rows whose first cell begins with `#` are remarks: the first column's name does too.
  package let hasRemarks: Bool

  /// Columns that are known already.
  package init(columns: [Column], hasRemarks: Bool = false) {
    self.columns = columns
    self.hasRemarks = hasRemarks
  }

  /// The fewest cells that a row may have: up to the last column that has a name.
  package var leastCells: Int { (columns.lastIndex { $0 != .unnamed } ?? -1) + 1 }
}

/// What is wrong with the header of a table.
package struct HeaderProblem: Sendable {
  /// What is wrong, with the names that it is about.
  package enum Kind: Sendable {
    /// No name is known. The row may be somebody's record, so nothing of it may be quoted.
    case noHeader
    /// The row is one cell, and the names in it are parted by this sign (UTF-8), which parts nothing.
    case wideSeparator([UInt8])
    /// The name (UTF-8) is no field's; it may be a key where most others are.
    case unknown([UInt8], mayBeKey: Bool)
    /// The name may mean several fields, with these labels.
    case ambiguous([UInt8], labels: [[UInt8]])
    /// The field with this label has a column already.
    case twice(label: [UInt8])
    /// No column has the name that was asked to be left out.
    case notThere([UInt8])
  }

  /// What is wrong.
  package let kind: Kind
  /// From 0.
  package let column: Int
}

extension TableHeader {
  /// Reads the names of a table's columns (UTF-8), one header for each form; a name that one of the forms knows is no
  /// problem. With any problem the headers are of no use.
  ///
  /// - Parameter leftOut: names of columns that are left out.
  package static func read(
    _ names: [[UInt8]], of forms: [(form: CompiledForm, names: ColumnNames)], leavingOut leftOut: [[UInt8]] = []
  ) -> (headers: [TableHeader], problems: [HeaderProblem]) {
    var reading = HeaderReading(names.map(TableText.trimmed), forms, leftOut.map(ColumnNames.plain))
    reading.read()
    for (index, name) in leftOut.enumerated() where !reading.usedLeftOut.contains(index) {
      reading.problems.append(HeaderProblem(kind: .notThere(name), column: 0))
    }
    let hasRemarks = names.first.map { TableText.isRemark($0) } ?? false
    return (reading.columns.map { TableHeader(columns: $0, hasRemarks: hasRemarks) }, reading.problems)
  }

  /// How many of the names are known, and whether that is most of them.
  package static func known(_ names: [[UInt8]], of forms: [ColumnNames]) -> (count: Int, areMost: Bool) {
    let names = names.map(TableText.trimmed)
    let known = names.count { name in forms.contains { !$0.targets(of: name).isEmpty } }
    return (known, known * 2 > names.count { !$0.isEmpty && !TableText.isRemark($0) })
  }
}

private struct HeaderReading {
  let names: [[UInt8]]
  let forms: [(form: CompiledForm, names: ColumnNames)]
  let leftOut: [[UInt32]]
  var columns: [[TableHeader.Column]]
  var problems: [HeaderProblem] = []
  var usedLeftOut: [Int] = []
  private var taken: [[ColumnNames.Target]]

  init(_ names: [[UInt8]], _ forms: [(form: CompiledForm, names: ColumnNames)], _ leftOut: [[UInt32]]) {
    self.names = names
    self.forms = forms
    self.leftOut = leftOut
    columns = forms.map { _ in [] }
    taken = forms.map { _ in [] }
  }

  mutating func read() {
    let known = TableHeader.known(names, of: forms.map { $0.names })
    guard known.count > 0 else {
      problems.append(HeaderProblem(kind: wideSeparator.map { .wideSeparator($0) } ?? .noHeader, column: 0))
      return
    }
    for (column, name) in names.enumerated() { read(name, column, mayBeKey: known.areMost) }
  }

  /// The sign that parts names in a single cell, where most of the parts are known.
  private var wideSeparator: [UInt8]? {
    let cells = names.filter { !$0.isEmpty }
    guard cells.count == 1 else { return nil }
    for sign in ["，", "；", "、", "｜", "|"] {
      let parts = Self.split(cells[0], by: Array(sign.utf8))
      if parts.count > 1, TableHeader.known(parts, of: forms.map { $0.names }).areMost { return Array(sign.utf8) }
    }
    return nil
  }

  private static func split(_ text: [UInt8], by sign: [UInt8]) -> [[UInt8]] {
    var parts: [[UInt8]] = [[]]
    var rest = text[...]
    while let byte = rest.first {
      if rest.starts(with: sign) {
        parts.append([])
        rest = rest.dropFirst(sign.count)
      } else {
        parts[parts.count - 1].append(byte)
        rest = rest.dropFirst()
      }
    }
    return parts
  }

  private mutating func read(_ name: [UInt8], _ column: Int, mayBeKey: Bool) {
    func every(_ kind: TableHeader.Column) { for form in forms.indices { columns[form].append(kind) } }
    if name.isEmpty { return every(.unnamed) }
    let plain = ColumnNames.plain(name)
    if let index = leftOut.firstIndex(of: plain) {
      usedLeftOut.append(index)
      return every(.leftOut)
    }
    if TableText.isRemark(name) { return every(.leftOut) }
    let targets = forms.map { $0.names.targets(of: name) }
    if targets.allSatisfy({ $0.isEmpty }) {
      problems.append(HeaderProblem(kind: .unknown(name, mayBeKey: mayBeKey), column: column))
    }
    for (form, targets) in targets.enumerated() { take(name, targets, form, column) }
  }

  private mutating func take(_ name: [UInt8], _ targets: [ColumnNames.Target], _ form: Int, _ column: Int) {
    guard let target = targets.first else { return columns[form].append(.leftOut) }
    let names = forms[form].names
    if targets.count > 1 {
      let labels = targets.map { names.label(of: $0) }
      problems.append(HeaderProblem(kind: .ambiguous(name, labels: labels), column: column))
    } else if taken[form].contains(target) {
      problems.append(HeaderProblem(kind: .twice(label: names.label(of: target)), column: column))
    }
    taken[form].append(target)
    columns[form].append(TableHeader.Column(answering: target, of: forms[form].form, names))
  }
}

extension TableHeader {
  /// Columns that sheets have for elements of a section that repeats, where it may have so many.
  package static let usualItems = 3
}

extension TableHeader.Column {
  /// How the cells of a column with this meaning are read.
  package init(answering target: ColumnNames.Target, of form: CompiledForm, _ names: ColumnNames) {
    switch target {
    case .form: self = .form
    case .byHand: self = .byHand(label: names.label(of: target))
    case .field(let index): self = form.fields[index].options.isEmpty ? .text(field: index) : .choice(field: index)
    }
  }
}
