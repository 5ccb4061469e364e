internal import ArgumentParser

/// `zhinan new form`: a form of one question, its paper and an example.
struct NewFormCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "form", abstract: "Begins a form and its paper.")

  @Argument(help: ArgumentHelp("Its name in links, commands and files.", valueName: "name"))
  var name: String
  @OptionGroup var files: NewFiles

  func run() throws {
    try files.write(name, isFit: name.wholeMatch(of: /[a-z][a-z0-9-]{0,60}/) != nil) { _, inChinese in
      [
        "forms/\(name).yml": definition(inChinese), "forms/\(name).layout.yml": layout(inChinese),
        "examples/\(name)/example.yml": inChinese ? "name: 王小明\n" : "name: Zhang San\n",
      ]
    }
  }

  private func definition(_ inChinese: Bool) -> String {
    let title = files.title.quotedAsYAML
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
