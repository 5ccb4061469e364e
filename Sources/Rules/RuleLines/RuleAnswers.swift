#if canImport(Bytes)
  package import Bytes
#endif

/// Answers to values, one after another in one buffer that is used again.
package struct RuleAnswers: Sendable {
  /// What is written of them.
  package var writer = JSONByteWriter()
  /// Room for the canonical spelling of the value at hand.
  var canonical: [UInt8] = []

  /// No answers yet.
  package init() {}
}
