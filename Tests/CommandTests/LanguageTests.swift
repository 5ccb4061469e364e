import Foundation
import Testing

/// The project's guide is Chinese, TinyGuide is English.
@Suite("Messages of commands") struct MessageLanguages {
  private let empty: Folder

  init() throws { empty = try Folder() }

  /// The command in an empty folder, in a locale.
  private func run(_ arguments: [String], locale: String = "C") throws -> Run {
    try Run(
      "/usr/bin/env", ["-u", "LC_ALL", "-u", "LC_MESSAGES", "LANG=\(locale)", Zhinan.path] + arguments, in: empty.url)
  }

  @Test func areInTheLanguageOfTheGuide() throws {
    #expect(
      try run(["check", "--root", project.path, "--nope"]).lines.first?.hasPrefix("错误：没有“--nope”这个选项。") == true)
    #expect(
      try run(["check", "--root=\(project.path)", "--nope"]).lines.first?.hasPrefix("错误：") == true)
    #expect(try run(["check", "--root", tinyGuide.path, "x"]).lines.first == "Error: Unexpected argument 'x'")
  }

  @Test func areInTheLanguageThatIsAskedFor() throws {
    let chinese = try run(["build", "--lang", "zh-CN", "--root", "nowhere"])
    #expect(chinese.status == 74)
    #expect(
      chinese.lines.prefix(2) == [
        "content/guide.yml: error: 不能读取文件：没有这个文件。 [file.unreadable]", "  提示：请检查路径和权限。",
      ])
    #expect(chinese.lines.last == "2处错误，0处提醒")
    let english = try run(["check", "--root", project.path, "--lang", "en"])
    #expect(english.status == 0 && english.output.hasSuffix(" forms: no errors\n"), "\(english.output)")
  }

  @Test func areInTheLanguageOfTheLocaleWhereThereIsNoGuide() throws {
    #expect(try run(["rule", "usc", "1"]).lines.first == "Error: There is no rule “usc”. Did you mean “uscc”?")
    #expect(try run(["rule", "usc", "1"], locale: "zh_CN.UTF-8").lines.first == "错误：没有“usc”这条规则。是不是“uscc”？")
  }

  /// What stands behind `--` is no option, and the last `--lang` counts.
  @Test func heedOptionsOnly() throws {
    #expect(try run(["rule", "usc", "--", "--lang", "zh-CN"]).lines.first?.hasPrefix("Error: ") == true)
    #expect(try run(["rule", "usc", "1", "--lang", "zh-CN", "--lang", "en"]).lines.first?.hasPrefix("Error: ") == true)
  }

  @Test(arguments: [
    (["form", "check"], "错误：还要写“<form>”。"), (["serve", "--port", "x"], "错误：“x”不能用于“--port <n>”。"),
    (["build", "--output"], "错误：“--output <dir>”后面缺少内容。"),
    (["rule", "uscc", "1", "--today", "22.11."], "错误：--today 应当写成 2026-11-22 这样的日期，不是“22.11.”。"),
    (["check", "--format", "xml"], "错误：“xml”不能用于“--format <text|json>”。可以写：text、json。"),
  ])
  func tellWrongUsageInChinese(arguments: [String], sentence: String) throws {
    let run = try run(arguments + ["--lang", "zh-CN"])
    #expect(run.status == 64 && run.output.isEmpty)
    #expect(run.lines.first == sentence)
    #expect(run.lines.contains { $0.hasPrefix("用法：zhinan") } && run.lines.last?.hasPrefix("  详细用法：zhinan") == true)
  }

  @Test func anUnknownCommandIsToldInTheLanguageOfTheLocale() throws {
    let run = try run(["nope"], locale: "zh_CN.UTF-8")
    #expect(run.status == 64 && run.lines.first == "错误：多出了“nope”，或者没有这个命令。", "\(run.problems)")
  }

  @Test func helpIsNoMistake() throws {
    let run = try run(["check", "--help", "--lang", "zh-CN"])
    #expect(run.status == 0 && run.output.contains("--lang") && run.problems.isEmpty)
  }

  @Test func jsonHasTheSentenceInTheSameLanguage() throws {
    let run = try run(["check", "--format", "json", "--lang", "zh-CN"])
    #expect(
      run.lines.first?.contains(#""id":"file.unreadable","file":"content/guide.yml","summary":"不能读取文件：没有这个文件。""#)
        == true)
  }

  /// Every mistake of a broken guide in Chinese: no sentence falls back to English.
  @Test func leaveNothingInEnglish() throws {
    let guide = project.appending(path: "Tests/Fixtures/BrokenGuide").path
    let english = try run(["check", "--root", guide, "--lang", "en"]).lines
    let chinese = try run(["check", "--root", guide, "--lang", "zh-CN"]).lines
    #expect(english.count == chinese.count && english.count > 100)
    for line in chinese {
      #expect(line.firstMatch(of: /\p{Han}/) != nil, "\(line)")
      #expect(line.firstMatch(of: /\b[a-z]{2,} [a-z]{2,} [a-z]{2,}\b/) == nil, "\(line)")
    }
  }
}
