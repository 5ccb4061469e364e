extension Catalogue {
  /// What ArgumentParser says in English; `UsageMessage` tells its sentences by their shapes.
  static let parser: [Entry] = [
    Entry(
      "parser.invalid-option",
      en: "Invalid option: {option}",
      zh: "选项“{option}”写得不对。"),
    Entry(
      "parser.invalid-value/known",
      en: "The value '{value}' is invalid for '{option}'. Please provide one of '{known}'.",
      zh: "“{value}”不能用于“{option}”。可以写：{known}。"),
    Entry(
      "parser.invalid-value",
      en: "The value '{value}' is invalid for '{option}'",
      zh: "“{value}”不能用于“{option}”。"),
    Entry(
      "parser.no-argument/several",
      en: "Missing one of: '{arguments}'",
      zh: "还要写其中一项：{arguments}。"),
    Entry(
      "parser.no-argument",
      en: "Missing expected argument '{argument}'",
      zh: "还要写“{argument}”。"),
    Entry(
      "parser.no-subcommand",
      en: "Missing required subcommand.",
      zh: "请写要用的子命令。"),
    Entry(
      "parser.no-value",
      en: "Missing value for '{option}'",
      zh: "“{option}”后面缺少内容。"),
    Entry(
      "parser.see",
      en: "See '{command}' for more information.",
      zh: "详细用法：{command}"),
    Entry(
      "parser.twice",
      en: "Value to be set with {option} had already been set with {other}",
      zh: "“{option}”与前面的“{other}”不能一起用。"),
    Entry(
      "parser.unexpected/several",
      en: "{count} unexpected arguments: '{values}'",
      zh: "多出了{count}个参数：{values}。"),
    Entry(
      "parser.unexpected",
      en: "Unexpected argument '{value}'",
      zh: "多出了“{value}”，或者没有这个命令。"),
    Entry(
      "parser.unknown-option/near",
      en: "Unknown option '{option}'. Did you mean '{near}'?",
      zh: "没有“{option}”这个选项。是不是“{near}”？"),
    Entry(
      "parser.unknown-option",
      en: "Unknown option '{option}'",
      zh: "没有“{option}”这个选项。"),
    Entry(
      "parser.usage",
      en: "Usage: {usage}",
      zh: "用法：{usage}"),
    Entry(
      "parser.value",
      en: "The option '{option}' does not take any value, but '{value}' was specified.",
      zh: "“{option}”后面不带内容，却写了“{value}”。"),
  ]
}
