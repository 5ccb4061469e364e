#if canImport(Bytes)
  internal import Bytes
#endif

/// What a value is, and so how much of it may be seen in previews, messages, logs and file names.
public enum MaskKind: UInt8, CaseIterable, Sendable {
  /// Identity document number: the first three and the last two characters.
  case id
  /// Mobile number: the first three and the last four digits.
  case mobile
  /// Landline: all but the last four digits of the number; of an extension nothing.
  case landline
  /// Person: the first character, and the last of three or more.
  case name
  /// Bank card or account: the last four digits.
  case bank
  /// Mail address: the first character and the host.
  case email
  /// Address: province, city and district.
  case address
  /// Anything else: the first character.
  case text

  /// The stable name, as in test vectors.
  public var name: StaticString {
    switch self {
    case .id: "id"
    case .mobile: "mobile"
    case .landline: "landline"
    case .name: "name"
    case .bank: "bank"
    case .email: "email"
    case .address: "address"
    case .text: "text"
    }
  }

  /// The kind with this ``name`` (UTF-8).
  public init?(name: some Collection<UInt8>) {
    for kind in MaskKind.allCases where kind.name.equals(name) {
      self = kind
      return
    }
    return nil
  }
}
