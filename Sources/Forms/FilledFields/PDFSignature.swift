/// A signature of a PDF (PDF 32000-1 §12.8.1), as far as it can be judged without certificates.
package struct PDFSignature: Sendable, Equatable {
  /// The field's name (UTF-8); empty when it has none.
  package var fieldName: [UInt8]
  /// The page that shows it, from 1; `nil` when none does.
  package var page: Int?
  /// What became of the file after the signature: nothing, or further signatures only, where it is `nil`; else
  /// something came after it, or it does not cover what it should: these fields have other values now, `[]` when none
  /// has or nobody can say.
  package var changedFields: [[UInt8]]?

  /// Signatures beyond these are told as changed without a look at what they cover: each look reads a PDF.
  private static let mostSignatures = 8

  /// The signatures of a PDF and what became of the file after each.
  ///
  /// - Parameter reread: what a part of the file holds by itself; `nil` when that is no undamaged PDF.
  package static func all(
    in contents: FilledContents, of bytes: [UInt8], reread: ([UInt8]) -> FilledContents?
  ) -> [PDFSignature] {
    let signed = contents.signatures
    var ends: [Int?] = []
    var last: Int?
    for signature in signed {
      let end = covered(signature.byteRange, of: bytes)
      ends.append(end)
      if let end { last = max(last ?? 0, end) }
    }
    let isLastWhole = last.map { isEnd($0, of: bytes) } ?? false
    var signatures: [PDFSignature] = []
    for (index, value) in signed.enumerated() {
      var signature = PDFSignature(fieldName: value.name, page: value.page.map { $0 + 1 }, changedFields: [])
      if let end = ends[index], index < mostSignatures {
        let changed =
          end == bytes.count ? [] : reread(Array(bytes[..<end])).map { changedFields(since: $0, now: contents) }
        signature.changedFields = isLastWhole && changed?.isEmpty == true ? nil : changed ?? []
      }
      signatures.append(signature)
    }
    return signatures
  }

  /// Where the part that a signature covers ends; `nil` when it leaves out more than its own hexadecimal string.
  private static func covered(_ range: [Int], of bytes: [UInt8]) -> Int? {
    guard range.count == 4, range[0] == 0, range[1] > 0, range[1] < bytes.count, range[2] > range[1] + 1,
      range[2] <= bytes.count, range[3] > 0, range[3] <= bytes.count - range[2], bytes[range[1]] == 0x3C,
      bytes[range[2] - 1] == 0x3E
    else { return nil }
    for byte in bytes[(range[1] + 1)..<(range[2] - 1)] {
      switch byte {
      case 0x30...0x39, 0x41...0x46, 0x61...0x66: break
      default: return nil
      }
    }
    return range[2] + range[3]
  }

  /// Whether nothing but white space follows.
  private static func isEnd(_ end: Int, of bytes: [UInt8]) -> Bool {
    bytes[end...].allSatisfy { $0 == 0 || $0 == 9 || $0 == 10 || $0 == 12 || $0 == 13 || $0 == 32 }
  }

  /// Names of the fields whose values are others than in the part of the file that was signed, ascending; signatures,
  /// and what comes with them, are not counted.
  private static func changedFields(since then: FilledContents, now: FilledContents) -> [[UInt8]] {
    var signed: [[UInt8]] = []
    for signature in then.signatures + now.signatures { signed.append(signature.name) }
    func fields(of contents: FilledContents) -> ArraySlice<(name: [UInt8], fields: [PDFField])> {
      let answers = contents.fields.filter { $0.kind != .signature && !signed.contains($0.name) }
      return FieldsByName(answers, byWholeName: true).entries[...]
    }
    var (old, new) = (fields(of: then), fields(of: now))
    var changed: [[UInt8]] = []
    while let name = old.first?.name ?? new.first?.name {
      let next = new.first.map { $0.name.lexicographicallyPrecedes(name) ? $0.name : name } ?? name
      var (before, after): ([PDFText]?, [PDFText]?) = (nil, nil)
      if old.first?.name == next { before = old.removeFirst().fields.flatMap { $0.shownValues } }
      if new.first?.name == next { after = new.removeFirst().fields.flatMap { $0.shownValues } }
      if before != after { changed.append(next) }
    }
    return changed
  }
}

extension PDFField {
  /// Its value and which pictures of buttons show.
  fileprivate var shownValues: [PDFText] {
    values + widgets.compactMap { widget in widget.state.map { PDFText(utf8: $0) } }
  }
}
