/// What a rule says about a value.
public struct Verdict: Sendable, Equatable {
  /// What rejects the value; the first thing found, seldom more.
  public var errors: CodeSet
  /// What should be told though the value passes.
  public var warnings: CodeSet

  /// A verdict without codes: the value is right.
  public init() {
    errors = CodeSet()
    warnings = CodeSet()
  }

  /// A verdict with one code, an error or a warning.
  public init(_ code: Code) {
    self.init()
    add(code)
  }

  /// Whether nothing rejects the value.
  public var isValid: Bool { errors.isEmpty }

  /// Adds a code to the errors or to the warnings.
  public mutating func add(_ code: Code) {
    if code.isError { errors.insert(code) } else { warnings.insert(code) }
  }

  /// This verdict and what `other` says.
  public func union(_ other: Verdict) -> Verdict {
    var both = self
    both.errors = errors.union(other.errors)
    both.warnings = warnings.union(other.warnings)
    return both
  }
}

/// A verdict together with what was read from the value.
public struct CheckedValue<Value> {
  /// What the rule says.
  public var verdict: Verdict
  /// What was read; `nil` when the verdict has an error.
  public var value: Value?

  /// A value that passes, perhaps with warnings.
  public init(_ value: Value, _ verdict: Verdict = Verdict()) {
    self.verdict = verdict
    self.value = verdict.isValid ? value : nil
  }

  /// A rejected value.
  public init(_ code: Code) {
    verdict = Verdict(code)
    value = nil
  }

  /// A rejected value.
  public init(rejected verdict: Verdict) {
    self.verdict = verdict
    value = nil
  }
}

extension CheckedValue: Sendable where Value: Sendable {}
extension CheckedValue: Equatable where Value: Equatable {}
