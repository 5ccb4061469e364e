import Foundation
import Testing
import ZhinanValidation

/// A value of a vector file.
indirect enum VectorValue: Sendable, Equatable {
  case absent, null
  case bool(Bool)
  case whole(Int64)
  case fraction(Double)
  case text(String)
  case list([VectorValue])
  case map([String: VectorValue])

  init(_ object: Any) {
    switch object {
    case let text as String: self = .text(text)
    case let number as NSNumber:
      switch String(cString: number.objCType) {
      case "c", "B": self = .bool(number.boolValue)
      case "d", "f": self = .fraction(number.doubleValue)
      default: self = .whole(number.int64Value)
      }
    case let list as [Any]: self = .list(list.map { VectorValue($0) })
    case let map as [String: Any]: self = .map(map.mapValues { VectorValue($0) })
    default: self = .null
    }
  }

  subscript(_ key: String) -> VectorValue {
    if case .map(let map) = self { return map[key] ?? .absent }
    return .absent
  }

  var text: String? { if case .text(let text) = self { text } else { nil } }
  var whole: Int64? { if case .whole(let number) = self { number } else { nil } }
  var list: [VectorValue]? { if case .list(let list) = self { list } else { nil } }
  var texts: [String] { list?.compactMap(\.text) ?? [] }

  /// The value as what a request says of an input in whole numbers.
  var given: PriceList.Given {
    switch self {
    case .absent: .absent
    case .whole(let number): .number(number * 10_000)
    default: .wrongType
    }
  }
}

/// One case of a vector file: what goes in and what must come out.
struct VectorCase: Sendable, CustomTestStringConvertible {
  let rule: String
  let input: VectorValue
  let value: VectorValue
  let error: String?
  let warnings: [String]
  /// The whole entry.
  let entry: VectorValue

  var testDescription: String { "\(rule) \(input) \(error ?? "")" }
}

/// The files of Tests/Fixtures/vectors.
enum VectorFile {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Fixtures/vectors")

  static func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".json") }
      .map { String($0.dropLast(5)) }.sorted()
  }

  static func read(_ name: String) throws -> VectorValue {
    let data = try Data(contentsOf: folder.appending(path: "\(name).json"))
    return VectorValue(try JSONSerialization.jsonObject(with: data))
  }

  /// All cases of a file: valid, invalid and edge.
  static func cases(_ name: String) throws -> [VectorCase] {
    let file = try read(name)
    var cases: [VectorCase] = []
    for entry in (file["valid"].list ?? []) + (file["invalid"].list ?? []) + (file["edge"].list ?? []) {
      let answer = entry["result"]["ok"] == .absent ? entry : entry["result"]
      cases.append(
        VectorCase(
          rule: name, input: entry["input"], value: answer["value"], error: answer["error"].text,
          warnings: answer["warnings"].texts, entry: entry))
    }
    return cases
  }
}

/// The day that every vector is checked on, a Sunday.
let vectorDay = CalendarDate(iso: "2026-11-22".utf8)

extension Verdict {
  var errorNames: [String] { errors.map { "\($0.name)" } }
  var warningNames: [String] { warnings.map { "\($0.name)" } }
}

extension String {
  /// Calls `body` with the text's UTF-8.
  func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) throws -> Result) rethrows -> Result {
    try Array(utf8).withUnsafeBufferPointer(body)
  }
}

/// The bytes of hexadecimal digits.
func bytes(hex: String) -> [UInt8] {
  var bytes: [UInt8] = []
  var rest = Substring(hex)
  while let byte = UInt8(rest.prefix(2), radix: 16) {
    bytes.append(byte)
    rest = rest.dropFirst(2)
  }
  return bytes
}
