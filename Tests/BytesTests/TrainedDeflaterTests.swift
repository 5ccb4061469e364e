import Bytes
import CZlib
import Testing

@Suite struct Deflating {
  private let sample = Array("<</Subtype/Widget/Rect[1 2 3 4]/P 7 0 R/T(name)>><</Subtype/Widget/T(born)>>".utf8)

  /// Texts made of a small number of words in an order that appearances random, so that they repeat at all distances.
  private func text(_ count: Int, words: Int, seed: UInt32) -> [UInt8] {
    var state = seed
    func next() -> UInt32 {
      state = state &* 1_664_525 &+ 1_013_904_223
      return state >> 8
    }
    let list = (0..<words).map { _ in (0..<next() % 40).map { _ in UInt8(truncatingIfNeeded: next()) } }
    var text: [UInt8] = []
    while text.count < count { text += list[Int(next()) % words] + [UInt8(truncatingIfNeeded: next())] }
    return Array(text.prefix(count))
  }

  @Test func zlibReadsTextsOfAllLengths() {
    for sample in [[], sample, Array(repeating: 0, count: 3000)] {
      let deflater = TrainedDeflater(sample: sample)
      for count in [0, 1, 2, 3, 4, 5, 7, 8, 9, 5551, 5552, 5553, 40_000, 200_000] {
        for words in [1, 7, 900] {
          let text = text(count, words: words, seed: UInt32(count))
          #expect(inflated(deflater.zlib(text), count: count) == text, "\(count) bytes of \(words) words")
        }
      }
    }
  }

  /// Repetitions of every length at the nearest distance, and of every distance where a symbol starts or ends.
  @Test func zlibReadsEveryLengthAndDistance() {
    let deflater = TrainedDeflater(sample: sample)
    for length in 0...600 {
      let text = Array(repeating: UInt8(65), count: length) + [1, 2]
      #expect(inflated(deflater.zlib(text), count: text.count) == text, "length \(length)")
    }
    for power in 2...15 {
      for distance in [1 << power - 1, 1 << power, 1 << power + 1, 3 << (power - 1), 3 << (power - 1) + 1] {
        let text =
          Array("word".utf8) + Array(repeating: 0, count: distance - 4 + (distance < 4 ? 4 : 0)) + Array("word".utf8)
        #expect(inflated(deflater.zlib(text), count: text.count) == text, "distance \(distance)")
      }
    }
  }

  @Test func repetitionsAreFound() {
    let lines = (0..<100).map { "<</Subtype/Widget/Rect[\($0) \($0 * 7) 3 4]/P 7 0 R/T(name\($0))>>\n" }.joined()
    let text = Array(lines.utf8)
    #expect(TrainedDeflater(sample: sample).zlib(text).count * 4 < text.count)
    #expect(TrainedDeflater(sample: Array(text.prefix(1000))).zlib(text).count * 5 < text.count)
  }

  /// Pieces that were coded before stand at every bit of a byte, between bytes that are coded now.
  @Test func zlibReadsPiecesThatWereCodedBefore() {
    var counts = [UInt32](repeating: 1, count: 257)
    for byte in text(5000, words: 50, seed: 3) { counts[Int(byte)] += 1 }
    let code = ByteCode(counts: counts)
    for length in 0...40 {
      let piece = text(length * 7, words: 9, seed: UInt32(length))
      let coded = code.coded(piece)
      var writer = DeflateWriter(code, reserving: 0)
      var whole: [UInt8] = []
      for byte in 0..<20 as Range<UInt8> {
        writer.append([byte, 255])
        writer.append(coded)
        whole += [byte, 255] + piece
      }
      #expect(inflated(writer.finished(), count: whole.count) == whole, "pieces of \(piece.count) bytes")
    }
  }
}

/// What zlib makes of a stream; it also checks the sum at its end.
private func inflated(_ stream: [UInt8], count: Int) -> [UInt8]? {
  var bytes = [UInt8](repeating: 0, count: count + 1)
  var size = uLong(count + 1)
  guard uncompress(&bytes, &size, stream, uLong(stream.count)) == Z_OK, size == uLong(count) else { return nil }
  return Array(bytes.prefix(count))
}
