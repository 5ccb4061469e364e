internal import ArgumentParser
internal import Content
internal import Diagnostics
internal import Foundation

/// `zhinan new form`: a form of one question, its paper and an example.
struct NewFormCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "form", abstract: "Begins a form and its paper.")

  @Argument(help: ArgumentHelp("Its name in links, commands and files.", valueName: "name"))
  var name: String
  @Option(help: ArgumentHelp("The version that gets it; the current one when not given.", valueName: "id"))
  var version: String?
  @Option(help: ArgumentHelp("Its title.", valueName: "text"))
  var title: String
  @OptionGroup var language: LanguageOption
  @OptionGroup var shared: SharedOptions

  func run() throws {
    let guide = try WrittenGuide.read(shared)
    guard let version = guide.version(version) else {
      throw ValidationError(saying: "usage.version", ["version": .text(version ?? "")])
    }
    guard name.wholeMatch(of: /[a-z][a-z0-9-]{0,60}/) != nil else {
      throw ValidationError(saying: "usage.page-name", ["name": .text(name)])
    }
    var change = ContentChange(root: shared.rootURL, console: shared.console)
    let inChinese = guide.isChinese
    for (path, text) in [
      ("forms/\(name).yml", definition(inChinese)), ("forms/\(name).layout.yml", layout(inChinese)),
      ("examples/\(name)/example.yml", inChinese ? "name: 王小明\n" : "name: Zhang San\n"),
    ] {
      let path = "\(version.id)/\(path)"
      if change.isThere(path) {
        try shared.console.reportAndStop(
          onErrorsIn: [.error("new.taken", at: SourcePlace(change.shown(path)), ["path": .text(change.shown(path))])])
      }
      change.write(path, text.utf8)
    }
    try change.perform()
  }

  private func definition(_ inChinese: Bool) -> String {
    let title = "\"" + title.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    return inChinese
      ? """
      # 问什么、怎样才对；写法见 docs/forms.md。纸面在 \(name).layout.yml。
      title: \(title)
      version: 1.0.0
      sections:
        - title: 申请人
          fields:
            - {key: name, label: 姓名, rule: person_name, max-length: 30, required: true, mask: name}
            - {key: signature, label: 签名, type: signature}

      """
      : """
      # What it asks and what is right: see docs/forms.md. Its paper is \(name).layout.yml.
      title: \(title)
      version: 1.0.0
      sections:
        - title: Applicant
          fields:
            - {key: name, label: Name, max-length: 60, required: true, mask: name}
            - {key: signature, label: Signature, type: signature}

      """
  }

  private func layout(_ inChinese: Bool) -> String {
    """
    # \(inChinese ? "长度单位毫米，字号单位磅。" : "Lengths are millimetres, font sizes points.")
    page: {width: 210, height: 297, margin: 20}
    text: {size: 10.5, minimum: 7, label: 10}
    row-height: 10
    footer: "{title} · {version} · {guide}"
    blocks:
      - {heading: "{title}", size: 18, height: 14}
      - rows:
          - cells: [{label: name, width: 32}, {field: name}]
          - height: 20
            cells: [{label: signature, width: 32}, {field: signature}]

    """
  }
}
