internal import Content
internal import GuideText

extension ReportAddress {
  /// The address for one page, by its title and its own address.
  func filled(title: String, address: String) -> String {
    func encoded(_ text: String) -> String { PercentEncoding.encoded(text, keeping: UInt8(ascii: "-")) }
    return pattern.replacing("{title}", with: encoded(title)).replacing("{address}", with: encoded(address))
  }
}
