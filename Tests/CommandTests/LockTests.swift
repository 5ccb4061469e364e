import Foundation
import Testing

/// `--lock` on the project's form that has roles.
@Suite(.serialized) struct LockedRoles {
  private func lock(_ roles: String, _ folder: Folder) throws -> Run {
    try Zhinan.form(
      "fill", "pickup", examples.appending(path: "pickup/\(record)").path, "-o", "out.pdf", "--lock", roles,
      in: folder.url)
  }

  private let record: String =
    (try? FileManager.default.contentsOfDirectory(atPath: examples.appending(path: "pickup").path).sorted().first) ?? ""

  @Test(arguments: [
    ("", "没有写角色"), (",", "没有写角色"), ("经办人,", "没有写角色"), ("all,经办人", "不能再写角色"),
    ("谁", "表格没有“谁”这个角色。"),
  ])
  func whatLocksNothingIsRefused(roles: String, sentence: String) throws {
    let folder = try Folder()
    let run = try lock(roles, folder)
    #expect(run.status == 64 && run.problems.contains(sentence), "\(run.problems)")
    #expect(try folder.names.isEmpty)
  }

  @Test(arguments: ["CA机构", "经办人， CA机构", "all"])
  func rolesAreKnown(roles: String) throws {
    let folder = try Folder()
    let run = try lock(roles, folder)
    #expect(run.status == 0 && !run.problems.contains(": error:"), "\(run.problems)")
    let fields = try Run(
      "/usr/bin/env", ["qpdf", "--json", "--json-key=acroform", folder.path("out.pdf")], in: folder.url)
    #expect(fields.output.contains("\"hasacroform\": true"))
  }
}
