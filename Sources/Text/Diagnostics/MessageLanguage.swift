/// A language that the program itself speaks.
package enum MessageLanguage: String, Sendable, CaseIterable {
  case english = "en"
  case chinese = "zh-CN"

  /// The language for readers of a tag such as `zh-CN` (RFC 5646) or of a locale such as `zh_CN.UTF-8`: Chinese for
  /// every kind of Chinese, English for all others.
  package init(tag: String) {
    self = tag.lowercased().prefix { $0.isLetter } == "zh" ? .chinese : .english
  }

  /// What stands between the parts of a list.
  var separator: String { self == .chinese ? "、" : ", " }
}
