internal import ArgumentParser
internal import Diagnostics

extension ValidationError {
  /// Wrong usage, in the catalogue's sentence of this key.
  init(saying key: String, _ arguments: [String: MessageArgument] = [:]) { self.init(Message(key, arguments)) }

  /// Wrong usage that a message tells, in the language that the process speaks.
  init(_ message: Message) { self.init(message.text(in: Arguments.language)) }
}

/// What is printed when a command was not used as it should be. ArgumentParser says it in English only; a sentence that the
/// catalogue does not know stays as it is.
enum UsageMessage {
  /// A sentence as a line of its own behind “Error:”.
  static func line(_ sentence: String, _ language: MessageLanguage) -> String {
    Message("text.usage-error", ["sentence": .text(sentence)]).text(in: language) + "\n"
  }

  /// What ArgumentParser prints (`full`) about the sentence `message`, in another language. The help of one argument, which
  /// is English, is left out: the last line says where all of it stands.
  static func translated(_ full: String, about message: String, to language: MessageLanguage) -> String {
    func shown(_ english: String) -> String { Message(parserSentence: english)?.text(in: language) ?? english }
    let usage = full.dropFirst("Error: ".count + message.count).split(separator: "\n")
      .filter { !$0.hasPrefix("Help:") }
      .map { line in line.prefix { $0 == " " } + shown(String(line.drop { $0 == " " })) + "\n" }
    return line(shown(message), language) + usage.joined()
  }
}
