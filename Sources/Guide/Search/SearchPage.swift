/// A page as readers search it. All texts are UTF-8.
package struct SearchPage: Sendable {
  /// Its title.
  package let title: [UInt8]
  /// Its address below the version's folder, percent-encoded, such as `fees/`; empty for the version's home.
  package let address: [UInt8]
  /// The group it stands in; empty where it stands in none.
  package let group: [UInt8]
  /// Its parts in their order.
  package let sections: [SearchSection]

  /// A page with these parts.
  package init(title: [UInt8], address: [UInt8], group: [UInt8], sections: [SearchSection]) {
    self.title = title
    self.address = address
    self.group = group
    self.sections = sections
  }
}

/// What stands below one heading of a page. All texts are UTF-8.
package struct SearchSection: Sendable, Hashable {
  /// The heading's id, percent-encoded as a fragment; empty for the page's start.
  package var anchor: [UInt8]
  /// The heading; empty for the page's start.
  package var heading: [UInt8]
  /// Its blocks, each on one line that a line feed ends: nothing is found across two of them.
  package var text: [UInt8]

  /// A section with this text.
  package init(anchor: [UInt8] = [], heading: [UInt8] = [], text: [UInt8] = []) {
    self.anchor = anchor
    self.heading = heading
    self.text = text
  }
}
