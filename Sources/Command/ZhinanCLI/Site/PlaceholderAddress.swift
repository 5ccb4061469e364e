internal import Content
internal import Diagnostics
internal import Foundation

/// An address in guide.yml that no site can have.
enum PlaceholderAddress {
  /// Hosts that stand for none (RFC 2606), and this machine.
  private static let hosts = [
    "example", "invalid", "test", "localhost", "example.com", "example.org", "example.net",
  ]

  /// A warning when the guide's address is such a one: canonical links and the map of the site would lead nowhere.
  static func warnings(_ guide: Guide) -> [Diagnostic] {
    guard let host = URL(string: guide.address)?.host?.lowercased(),
      hosts.contains(where: { host == $0 || host.hasSuffix(".\($0)") })
    else { return [] }
    return [.warning("guide.address-placeholder", at: guide.addressPlace, ["address": .text(guide.address)])]
  }
}
