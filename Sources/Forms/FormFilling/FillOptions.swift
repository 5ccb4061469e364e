/// What a filled PDF leaves its readers to change.
package struct FillOptions: Sendable, Equatable {
  /// Fields that become read-only.
  package enum Locked: Sendable, Equatable {
    case none
    case all
    /// The fields of some roles: bit n stands for the form's role n.
    case roles(UInt64)
  }

  /// Which fields become read-only (`/Ff` bit 1, PDF 32000-1 table 221); fields to sign never do.
  package var locked: Locked
  /// Whether answers become part of the page, with no field left.
  package var flattens: Bool

  /// Every answer can still be changed unless said otherwise.
  package init(locked: Locked = .none, flattens: Bool = false) {
    self.locked = locked
    self.flattens = flattens
  }

  /// Whether a field of this role is locked.
  func locks(_ role: UInt8?) -> Bool {
    switch locked {
    case .none: false
    case .all: true
    case .roles(let bits): role.map { $0 < 64 && bits & (1 << UInt64($0)) != 0 } ?? false
    }
  }
}

extension FillOptions {
  /// The options as bytes, for what must change when they do.
  package var bytes: [UInt8] {
    var bytes: [UInt8] = [flattens ? 1 : 0]
    switch locked {
    case .none: bytes.append(0)
    case .all: bytes.append(1)
    case .roles(let bits):
      bytes.append(2)
      for shift in stride(from: 0 as UInt64, to: 64, by: 8) { bytes.append(UInt8(truncatingIfNeeded: bits >> shift)) }
    }
    return bytes
  }
}
