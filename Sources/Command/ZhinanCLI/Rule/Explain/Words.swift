/// A text in the two languages that values are explained in.
struct Words {
  let chinese: String
  let english: String

  init(_ chinese: String, _ english: String) {
    self.chinese = chinese
    self.english = english
  }

  init(_ chinese: StaticString, _ english: StaticString) { self.init("\(chinese)", "\(english)") }

  /// The same in both: a number, a date, a name.
  init(both text: String) { self.init(text, text) }

  func text(inChinese: Bool) -> String { inChinese ? chinese : english }
}
