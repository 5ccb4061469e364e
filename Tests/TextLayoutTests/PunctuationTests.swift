import Foundation
import Testing
import TextLayout
import TrueType

/// GB/T 15834-2011 §5.1, sign by sign.
@Suite struct Punctuation {
  private static let fonts = Result {
    FontChain([
      try TrueTypeFont(
        [UInt8](Data(contentsOf: URL(fileURLWithPath: "/usr/share/fonts/truetype/lxgw-wenkai/LXGWWenKai-Regular.ttf"))))
    ])
  }

  private func lines(_ text: String, ems: Int64) throws -> [String] {
    let measured = try Self.fonts.get().measure(text: text.unicodeScalars.map(\.value))
    #expect(measured.missing.isEmpty, "\(text)")
    return measured.lines(limit: ems * 1000).map { range in
      String(String.UnicodeScalarView(measured.scalars[range].compactMap(Unicode.Scalar.init)))
    }
  }

  @Test(arguments: Array("!),.:;?]}%·’”…—、。〉》」』】〕〗！％），．：；？］｝℃").map { String($0) })
  func noLineStartsWithAClosingSign(sign: String) throws {
    for text in ["一二三\(sign)四五", "一二三\(sign)\(sign)四五"] {
      #expect(try !lines(text, ems: 3).contains { $0.hasPrefix(sign) }, "\(text)")
    }
  }

  @Test(arguments: Array("([{‘“〈《「『【〔〖（［｛￥¥").map { String($0) })
  func noLineEndsWithAnOpeningSign(sign: String) throws {
    #expect(try !lines("一二\(sign)三四五", ems: 3).contains { $0.hasSuffix(sign) })
  }

  @Test(arguments: ["024-67871177", "2026-11-22"])
  func aNumberDoesNotBreakAfterItsHyphen(number: String) throws {
    for ems in [7, 8] as [Int64] { #expect(try !lines("电话号码：\(number)", ems: ems).contains { $0.hasSuffix("-") }) }
    #expect(try lines("电话号 USB-KEY", ems: 6).contains { $0.hasSuffix("-") }, "a word does")
  }
}
