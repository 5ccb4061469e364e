/// Rows of which each byte was written as its difference from a guess (PDF 32000-1 §7.4.4.4): PNG's predictors.
struct PredictedRows {
  private let row: Int
  private let pixel: Int

  /// The rows that a filter's parameters describe; `nil` for those of no PNG predictor.
  init?(_ parameters: PDFValue, _ predictor: Int) {
    func number(_ key: StaticString, _ usual: Int) -> Int {
      guard let value = parameters[key] else { return usual }
      return value.integer ?? 0
    }
    let (colors, bits, columns) = (
      number("/Colors", 1), number("/BitsPerComponent", 8), number("/Columns", 1)
    )
    guard predictor >= 10, predictor <= 15, (1...4).contains(colors), (1...16).contains(bits),
      (1...100_000).contains(columns)
    else { return nil }
    pixel = max(1, colors * bits / 8)
    row = (colors * bits * columns + 7) / 8
  }

  /// The bytes as they were; `nil` when the last row is not whole or a row's predictor is none of PNG's.
  func undone(_ data: [UInt8]) -> [UInt8]? {
    guard data.count % (row + 1) == 0 else { return nil }
    var bytes: [UInt8] = []
    for start in stride(from: 0, to: data.count, by: row + 1) {
      let kind = data[start]
      guard kind <= 4 else { return nil }
      let begin = bytes.count
      for index in 0..<row {
        let left = index < pixel ? 0 : Int(bytes[begin + index - pixel])
        let up = begin == 0 ? 0 : Int(bytes[begin + index - row])
        let corner = begin == 0 || index < pixel ? 0 : Int(bytes[begin + index - row - pixel])
        let guess =
          switch kind {
          case 0: 0
          case 1: left
          case 2: up
          case 3: (left + up) / 2
          default: Self.nearest(to: left + up - corner, left, up, corner)
          }
        bytes.append(data[start + 1 + index] &+ UInt8(guess))
      }
    }
    return bytes
  }

  /// Paeth's choice.
  private static func nearest(to sum: Int, _ left: Int, _ up: Int, _ corner: Int) -> Int {
    let (a, b, c) = (abs(sum - left), abs(sum - up), abs(sum - corner))
    return a <= b && a <= c ? left : b <= c ? up : corner
  }
}
