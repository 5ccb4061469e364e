/// A name as a key: it is the same as another that Unicode calls the same, such as é in one or two characters. In the
/// browser, which has no tables of Unicode, it is the same when its bytes are.
package struct TextKey: Sendable, Hashable {
  #if hasFeature(Embedded)
    private let text: [UInt8]

    /// The key that UTF-8 `text` is.
    package init(_ text: some Collection<UInt8>) { self.text = Array(text) }
  #else
    private let text: String

    /// The key that UTF-8 `text` is.
    package init(_ text: some Collection<UInt8>) { self.text = String(decoding: text, as: UTF8.self) }
  #endif
}
