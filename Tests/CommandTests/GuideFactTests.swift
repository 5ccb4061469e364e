import Foundation
import Testing

/// What rules read of data files is checked in the file, by whatever command needs it.
@Suite struct GuideFactsInTheCommand {
  /// The repository's guide with one of its data files changed.
  private func guide(_ name: String, _ change: (String) -> String?) throws -> Folder {
    let folder = try Folder()
    for part in ["content", "templates"] {
      try FileManager.default.copyItem(
        at: project.appending(path: part), to: URL(fileURLWithPath: folder.path(part)))
    }
    let path = folder.path("content/2026-12/data/\(name).yml")
    if let text = change(try String(contentsOfFile: path, encoding: .utf8)) {
      try text.write(toFile: path, atomically: true, encoding: .utf8)
    } else {
      try FileManager.default.removeItem(atPath: path)
    }
    return folder
  }

  private func run(_ arguments: [String]) throws -> Run { try Run(Zhinan.path, arguments, in: project) }

  @Test(arguments: [
    ("fees", "price: 250", "price: 25O", "rule fee {\"new\":1}", "facts.decimal"),
    (
      "fees", "formula: \"{data}`fees.prices.key.price` × {data}`fees.examples.lost.request.lost`\"", "estimate: 105",
      "rule fee {\"new\":1}", "facts.example"
    ),
    ("hours", "8:30—11:30", "8:30—11:60", "rule review_hours 2026-11-23T09:00", "facts.window"),
    (
      "limits", "[jpg, jpeg, png, bmp]", "[jpg, docx]", "rule upload_file [\"a.jpg\",300000,\"FFD8FFDB\"]",
      "facts.format"
    ),
    ("region", "postalPrefix:", "postalprefix:", "rule postal_code [\"114001\",true] --jsonl", "facts.unknown-key"),
  ])
  func aMalformedOneIsAnErrorAtItsLine(name: String, old: String, new: String, rule: String, id: String) throws {
    var line = 0
    let folder = try guide(name) { text in
      let changed = text.replacing(old, with: new, maxReplacements: 1)
      line = 1 + changed.split(separator: "\n", omittingEmptySubsequences: false).prefix { !$0.contains(new) }.count
      return changed
    }
    let root = ["--root", folder.path(""), "--lang", "en"]
    let runs = [
      try run(rule.split(separator: " ").map(String.init) + root), try run(["check"] + root),
      try run(["build", "--output", folder.path("site")] + root),
    ]
    for run in runs {
      let wanted = /content\/2026-12\/data\/([a-z]+)\.yml:([0-9]+):[0-9]+: error: .* \[([a-z.-]+)\]/
      let told = try #require(run.problems.firstMatch(of: wanted), "\(run)")
      #expect(String(told.output.1) == name && Int(told.output.2) == line && String(told.output.3) == id, "\(run)")
      #expect(run.status == 1 && run.output == "", "\(run)")
    }
    #expect(!FileManager.default.fileExists(atPath: folder.path("site")))
  }

  @Test(arguments: [
    ("fees", "rule fee {\"new\":1}"), ("hours", "rule review_hours 2026-11-23T09:00"),
    ("limits", "rule upload_file a.jpg"),
  ])
  func aRuleWithoutFactsIsNoErrorOfTheInput(name: String, rule: String) throws {
    let folder = try guide(name) { _ in nil }
    let run = try run(rule.split(separator: " ").map(String.init) + ["--root", folder.path(""), "--lang", "en"])
    #expect(run.output == "" && run.status == 1, "\(run)")
    #expect(run.problems.hasPrefix("content/2026-12/data/\(name).yml: error: This guide has no such file"), "\(run)")
  }

  @Test func aGuideMaySellByTheTierAndTakePDFs() throws {
    let folder = try guide("fees") { _ in
      """
      title: 天然气
      currency: 元
      prices:
        - {id: gas, name: 天然气, unit: 元/立方米, tiers: [{up-to: 180, price: 2.90}, {up-to: 260, price: 3.77}, {price: 5.85}]}
      inputs: [{id: volume, name: 用量, decimals: 2, max: 10000}]
      estimate: [{price: gas, times: [volume]}]

      """
    }
    let path = folder.path("content/2026-12/data/limits.yml")
    try String(contentsOfFile: path, encoding: .utf8).replacing("png, bmp]", with: "png, pdf]")
      .write(toFile: path, atomically: true, encoding: .utf8)
    func value(_ arguments: String...) throws -> String {
      let run = try run(["rule"] + arguments + ["--root", folder.path("")])
      return run.output.firstMatch(of: /"value":(.*),"errors":(.*),"warnings"/).map { "\($0.output.1) \($0.output.2)" }
        ?? "\(run)"
    }
    for (volume, sum) in [("180", "522"), ("180.01", "522.0377"), ("3", "8.7"), ("260.5", "826.525")] {
      #expect(try value("fee", "{\"volume\":\(volume)}") == "{\"estimate\":\(sum),\"upper\":\(sum)} []")
    }
    #expect(try value("fee", "{\"volume\":1.001}") == "null [\"E_TYPE\"]")
    #expect(try value("fee", "{\"volume\":\"3\"}") == "null [\"E_TYPE\"]")
    #expect(try value("upload_file", "[\"a.pdf\",300000,\"255044462D312E34\"]") == "\"pdf\" []")
    #expect(try value("upload_file", "[\"a.bmp\",300000,\"424D\"]") == "null [\"E_EXT\"]")
  }
}
