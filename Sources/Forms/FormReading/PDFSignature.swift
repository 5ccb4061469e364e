/// A signature of a PDF (PDF 32000-1 §12.8.1), as far as it can be judged without certificates.
package struct PDFSignature: Sendable, Equatable {
  /// The field's name; empty when it has none.
  package var name: String
  /// The page that shows it, from 1; `nil` when none does.
  package var page: Int?
  /// What became of the file after the signature.
  package var state: State

  /// Whether the file still says what was signed.
  package enum State: Sendable, Equatable {
    /// It covers the whole file, or only further signatures came after it.
    case whole
    /// Something came after it, or it does not cover what it should: these fields have other values now, `[]` when none
    /// has or nobody can say.
    case changed(fields: [String])
  }
}

extension FilledForm {
  /// Signatures beyond these are told as changed without a look at what they cover: each look reads a PDF.
  private static let mostSignatures = 8

  /// The signatures of a PDF and what became of the file after each.
  static func signatures(in contents: PDFContents, of bytes: [UInt8]) -> [PDFSignature] {
    let signed = contents.signatures
    let ends = signed.map { covered($0.byteRange, of: bytes) }
    let last = ends.compactMap { $0 }.max()
    let isLastWhole = last.map { isEnd($0, of: bytes) } ?? false
    return signed.indices.map { index in
      let state: PDFSignature.State
      if let end = ends[index], index < mostSignatures {
        let changed = end == bytes.count ? [] : changedFields(since: Array(bytes[..<end]), now: contents)
        state = isLastWhole && changed?.isEmpty == true ? .whole : .changed(fields: changed ?? [])
      } else {
        state = .changed(fields: [])
      }
      return PDFSignature(name: signed[index].name, page: signed[index].page.map { $0 + 1 }, state: state)
    }
  }

  /// Where the part that a signature covers ends; `nil` when it leaves out more than its own hexadecimal string.
  private static func covered(_ range: [Int], of bytes: [UInt8]) -> Int? {
    guard range.count == 4, range[0] == 0, range[1] > 0, range[2] > range[1] + 1, range[2] <= bytes.count,
      range[3] > 0, range[3] <= bytes.count - range[2], bytes[range[1]] == UInt8(ascii: "<"),
      bytes[range[2] - 1] == UInt8(ascii: ">")
    else { return nil }
    let isHexadecimal = bytes[(range[1] + 1)..<(range[2] - 1)].allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "F"),
        UInt8(ascii: "a")...UInt8(ascii: "f"):
        true
      default: false
      }
    }
    return isHexadecimal ? range[2] + range[3] : nil
  }

  /// Whether nothing but white space follows.
  private static func isEnd(_ end: Int, of bytes: [UInt8]) -> Bool {
    bytes[end...].allSatisfy { [0, 9, 10, 12, 13, 32].contains($0) }
  }

  /// Names of the fields whose values are others than in the part of the file that was signed; signatures, and what
  /// comes with them, are not counted. `nil` when that part is no PDF by itself.
  private static func changedFields(since part: [UInt8], now: PDFContents) -> [String]? {
    guard let then = try? PDFContents(reading: part), !then.wasRepaired else { return nil }
    let signed = Set((then.signatures + now.signatures).map(\.name))
    func values(_ contents: PDFContents) -> [String: [PDFText]] {
      let answers = contents.fields.filter { $0.kind != "Sig" && !signed.contains($0.name) }
      return Dictionary(answers.map { ($0.name, $0.shownValues) }) { $0 + $1 }
    }
    let (old, new) = (values(then), values(now))
    return Set(old.keys).union(new.keys).filter { old[$0] != new[$0] }.sorted()
  }
}

extension PDFField {
  /// Its value and which pictures of buttons show.
  fileprivate var shownValues: [PDFText] { values + widgets.compactMap { $0.state.map { PDFText($0) } } }
}
