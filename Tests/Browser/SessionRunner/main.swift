// Answers a page's calls natively, for the tests that compare them with the module's: each line of standard input is the
// name of an export and a message in base64, each line of standard output what the export returns and the reply in
// base64.
import Bridge
import Foundation

var session = Session()
while let line = readLine() {
  let parts = line.split(separator: " ", omittingEmptySubsequences: false)
  guard parts.count == 2, let data = Data(base64Encoded: String(parts[1])) else {
    FileHandle.standardError.write(Data("not a call: \(line.prefix(80))\n".utf8))
    exit(2)
  }
  let message = [UInt8](data)
  var result = 0
  var reply: [UInt8]?
  switch parts[0] {
  case "facts": result = session.accept(facts: message) ? 1 : 0
  case "messages": result = session.accept(messages: message) ? 1 : 0
  case "form": result = session.open(form: message) ? 1 : 0
  case "blank": result = session.accept(blank: message) ? 1 : 0
  case "pack": result = session.accept(pack: message) ? 1 : 0
  case "rule": reply = session.answerRule(message)
  case "tool": reply = session.answerTool(message)
  case "check": reply = session.checkRecord(message)
  case "state": reply = session.state(message)
  case "fill": reply = session.fill(message)
  case "table": reply = session.askTable(message)
  default:
    FileHandle.standardError.write(Data("no export: \(parts[0])\n".utf8))
    exit(2)
  }
  if let reply { result = reply.count }
  print(result, Data(reply ?? []).base64EncodedString())
}
