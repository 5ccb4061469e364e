#if canImport(Bytes)
  internal import Bytes
#endif

/// Telephone numbers between which only spaces stand.
enum SpacedNumbers {
  /// A longer text is not looked through.
  private static let mostBytes = 128

  /// The numbers of a folded text that is no number as a whole, each of them right; else the text as it is, or nothing
  /// of an empty one. A number of seven or eight digits behind another is one of the same town.
  static func split(_ text: UnsafeBufferPointer<UInt8>) -> [UnsafeBufferPointer<UInt8>] {
    if text.isEmpty { return [] }
    guard text.count <= mostBytes, text.contains(0x20), !isNumber(text) else { return [text] }
    var numbers: [UnsafeBufferPointer<UInt8>] = []
    return read(text, &numbers) ? numbers : [text]
  }

  /// Finds the numbers of a text, the shortest first one that leaves numbers behind it.
  private static func read(
    _ text: UnsafeBufferPointer<UInt8>, _ numbers: inout [UnsafeBufferPointer<UInt8>]
  ) -> Bool {
    guard numbers.count < PhoneList.largestCount else { return false }
    let known = numbers.count
    for end in text.indices.dropFirst() where text[end] == 0x20 && text[end - 1] != 0x20 {
      let first = text.part(0, end)
      guard isNumber(first) || (known > 0 && PhoneList.isLocal(first)) else { continue }
      numbers.append(first)
      if read(withoutSpaces(text.part(end, text.count)), &numbers) { return true }
      numbers.removeLast(numbers.count - known)
    }
    guard known > 0, isNumber(text) || PhoneList.isLocal(text) else { return false }
    numbers.append(text)
    return true
  }

  private static func withoutSpaces(_ text: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    var start = 0
    while start < text.count, text[start] == 0x20 { start += 1 }
    return text.part(start, text.count)
  }

  private static func isNumber(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var canonical: [UInt8] = []
    return PhoneNumber.checkOne(text, &canonical).isValid
  }
}
