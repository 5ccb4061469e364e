import Foundation
import Testing

/// More than six digits may be somebody's number, whatever field they stand in.
@Suite struct ManyDigits {
  @Test(arguments: [("210302", true), ("2103021", false)])
  func areNotShownInAMessage(digits: String, isShown: Bool) throws {
    let folder = try Folder()
    _ = try folder.write("form: ca-application\norgName: \"\(digits)\"\n", to: "r.yml")
    let run = try Zhinan.form("check", "ca-application", "r.yml", in: folder.url)
    #expect(run.status == 1 && run.problems.contains("r.yml:2:10: error:"))
    #expect(run.problems.contains(digits) == isShown, "\(run.problems)")
  }
}
