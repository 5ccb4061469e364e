import Foundation
import Testing
import TextLayout
import TrueType

/// The font that the forms are drawn with, from Debian's fonts-lxgw-wenkai.
private let fonts: FontChain = {
  let path = "/usr/share/fonts/truetype/lxgw-wenkai/LXGWWenKai-Regular.ttf"
  do {
    return FontChain([try TrueTypeFont([UInt8](Data(contentsOf: URL(fileURLWithPath: path))))])
  } catch {
    preconditionFailure("\(path) cannot be read; `make test` installs it: \(error)")
  }
}()

/// The lines of a text that may be `ems` Chinese characters wide.
private func lines(_ text: String, ems: Int64) -> [String] {
  let measured = fonts.measure(text: text.unicodeScalars.map(\.value))
  return measured.lines(limit: ems * 1000).map { range in
    String(String.UnicodeScalarView(measured.scalars[range].compactMap(Unicode.Scalar.init)))
  }
}

@Suite struct LineBreaking {
  @Test(arguments: [
    ("一二三四五六七", 3, ["一二三", "四五六", "七"]),
    ("一二三，四五", 3, ["一二", "三，四", "五"]),
    ("一二（三四）五", 3, ["一二", "（三", "四）五"]),
    ("一二三四。》五", 4, ["一二三", "四。》五"]),
    ("见 USB-KEY 介质", 4, ["见 USB-", "KEY 介", "质"]),
    ("一\n二三", 3, ["一", "二三"]),
    ("", 3, [""]),
    ("ABCDEFGHIJKLMNOP", 3, ["ABCD", "EFGHI", "JKLM", "NOP"]),
  ])
  func breaksAsChineseTextDoes(text: String, ems: Int64, expected: [String]) {
    #expect(lines(text, ems: ems) == expected)
  }

  @Test func noLineIsWiderThanItsLimitAndNothingIsLost() {
    let text = "鞍山市铁东区示例路1号（示例大厦）5层，USB-KEY 存储介质费《说明》：“赠送”。024-67871177/1188转801"
    for ems in Int64(2)...20 {
      let measured = fonts.measure(text: text.unicodeScalars.map(\.value))
      let lines = measured.lines(limit: ems * 1000)
      #expect(lines.allSatisfy { measured.width($0) <= ems * 1000 }, "\(ems)")
      let kept = lines.flatMap { measured.scalars[$0] }.filter { $0 != 0x20 }
      #expect(kept == measured.scalars.filter { $0 != 0x20 }, "\(ems)")
    }
  }

  @Test func charactersThatNoFontHasAreListed() {
    #expect(fonts.measure(text: [0x4E00, 0xE000, 0x10FFFF]).missing == [0xE000, 0x10FFFF])
  }
}
