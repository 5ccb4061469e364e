import Foundation
import Testing

/// More than six digits may be somebody's number, also where a number is asked for.
@Suite struct ManyDigits {
  @Test(arguments: [("100000", true), ("1000000", false)])
  func areNotShownInAMessage(digits: String, isShown: Bool) throws {
    let folder = try Folder()
    _ = try folder.write("form: pickup\ncertCount: \"\(digits)\"\n", to: "r.yml")
    let run = try Zhinan.form("check", "pickup", "r.yml", in: folder.url)
    #expect(run.status == 1 && run.problems.contains("r.yml:2:12: error:"))
    #expect(run.problems.contains(digits) == isShown, "\(run.problems)")
  }
}
