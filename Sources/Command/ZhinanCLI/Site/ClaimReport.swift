internal import ArgumentParser
internal import Bytes
internal import Diagnostics
internal import Publishing

/// What became of the claims of a guide's pages, for programs that collect results of tests.
enum ClaimReport: String, ExpressibleByArgument, CaseIterable {
  /// The XML that test runners write: a suite a page, a case a claim.
  case junit
  /// An array of objects.
  case json

  /// The report of these results.
  func text(_ results: [ClaimResult], language: MessageLanguage) -> String {
    switch self {
    case .junit: Self.junit(results, language)
    case .json: Self.json(results, language)
    }
  }

  private static func junit(_ results: [ClaimResult], _ language: MessageLanguage) -> String {
    var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites>\n"
    var rest = results[...]
    while let first = rest.first {
      let suite = rest.prefix { $0.version == first.version && $0.page == first.page }
      rest = rest.dropFirst(suite.count)
      let failed = suite.count { $0.problem != nil }
      let name = escaped("\(first.version)/\(first.page)")
      text += "<testsuite name=\"\(name)\" tests=\"\(suite.count)\" failures=\"\(failed)\" errors=\"0\">\n"
      for result in suite { text += testCase(result, name, language) }
      text += "</testsuite>\n"
    }
    return text + "</testsuites>\n"
  }

  private static func testCase(_ result: ClaimResult, _ suite: String, _ language: MessageLanguage) -> String {
    let place = "file=\"\(escaped(result.place.file))\" line=\"\(result.place.line ?? 1)\""
    let head = "<testcase classname=\"\(suite)\" name=\"\(escaped(result.name))\" \(place)"
    guard let problem = result.problem else { return head + "/>\n" }
    return head + "><failure message=\"\(escaped(problem.summary(in: language)))\"/></testcase>\n"
  }

  /// A text in an attribute's value; characters that XML cannot hold are left out.
  private static func escaped(_ text: String) -> String {
    var written = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": written += "&amp;"
      case "<": written += "&lt;"
      case ">": written += "&gt;"
      case "\"": written += "&quot;"
      case _ where scalar.value < 0x20 || scalar.value == 0xFFFE || scalar.value == 0xFFFF: written += " "
      default: written.unicodeScalars.append(scalar)
      }
    }
    return written
  }

  private static func json(_ results: [ClaimResult], _ language: MessageLanguage) -> String {
    var writer = JSONByteWriter(.misleading)
    writer.array(results) { writer, result in
      writer.object { writer in
        writer.member("version", result.version)
        writer.member("page", result.page)
        writer.member("name", result.name)
        writer.member("file", result.place.file)
        writer.key("line")
        writer.number(Int64(result.place.line ?? 1))
        writer.key("passed")
        writer.bool(result.problem == nil)
        if let problem = result.problem { writer.member("problem", problem.summary(in: language)) }
      }
    }
    return String(decoding: writer.bytes, as: UTF8.self) + "\n"
  }
}
