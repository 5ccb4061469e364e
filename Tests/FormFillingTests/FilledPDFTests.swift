import FormModel
import Foundation
import Testing

@Suite struct Explore {
  @Test(arguments: FilledRecord.examples) func explore(example: String) throws {
    do {
    let r = try FilledRecord(example: example)
    try Data(r.pdf).write(to: URL(fileURLWithPath: "/tmp/ft/" + example.replacing("/", with: "-") + ".pdf"))
    } catch let e as Refusal { print(e.problems) }
  }
}
