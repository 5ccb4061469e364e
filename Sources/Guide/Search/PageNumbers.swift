/// Lists of page numbers in printable ASCII, as the pieces of an index hold them.
///
/// A number is written as its distance to the number after the one before, in digits to the base 45, lowest first: digits
/// from 45 on say that another one follows. A digit is a character from `#` on, without the backslash.
enum PageNumbers {
  private static let base: UInt32 = 45
  /// Between the lists of one bigram.
  static let divider = UInt8(ascii: "!")

  /// Appends ascending numbers.
  static func append(_ numbers: some Sequence<UInt32>, to bytes: inout [UInt8]) {
    var next: UInt32 = 0
    for number in numbers {
      var rest = number - next
      while rest >= base {
        bytes.append(digit(rest % base + base))
        rest /= base
      }
      bytes.append(digit(rest))
      next = number + 1
    }
  }

  private static func digit(_ value: UInt32) -> UInt8 {
    let sign = UInt8(ascii: "#") + UInt8(value)
    return sign < UInt8(ascii: "\\") ? sign : sign + 1
  }
}
