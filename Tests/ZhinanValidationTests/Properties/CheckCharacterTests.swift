import Testing
import ZhinanValidation

/// Numbers made by their standards, so that the tests do not lean on the code that is tested.
enum SyntheticNumbers {
  static let set = Array("0123456789ABCDEFGHJKLMNPQRTUWXY".utf8)

  static func creditCode(_ random: inout some RandomNumberGenerator) -> [UInt8] {
    var code = Array("91210302".utf8) + (0..<9).map { _ in set.randomElement(using: &random) ?? 0x30 }
    let weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]
    let sum = zip(code, weights).reduce(0) { $0 + (set.firstIndex(of: $1.0) ?? 0) * $1.1 }
    code.append(set[(31 - sum % 31) % 31])
    return code
  }

  static func citizenNumber(_ random: inout some RandomNumberGenerator) -> [UInt8] {
    let year = Int.random(in: 1950...1999, using: &random)
    let month = Int.random(in: 10...12, using: &random)
    let day = Int.random(in: 10...28, using: &random)
    let sequence = Int.random(in: 100...999, using: &random)
    let body = Array("210302\(year)\(month)\(day)\(sequence)".utf8)
    let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
    let sum = zip(body, weights).reduce(0) { $0 + Int($1.0 - 0x30) * $1.1 }
    return body + [Array("10X98765432".utf8)[sum % 11]]
  }
}

@Suite("Check characters find what their standards can find")
struct CheckCharacterTests {
  /// A prime modulus with weights that differ at neighbouring places finds every single error and every swap.
  @Test("uscc: every single wrong character, every swap of two neighbours")
  func creditCode() throws {
    let today = try #require(vectorDay)
    var random = SeededGenerator(state: 31)
    for _ in 0..<40 {
      let code = SyntheticNumbers.creditCode(&random)
      #expect(Rule.uscc.check(code, today: today).value == code)
      for place in code.indices {
        for character in SyntheticNumbers.set where character != code[place] {
          var wrong = code
          wrong[place] = character
          #expect(!Rule.uscc.check(wrong, today: today).verdict.isValid, "\(place)")
        }
        guard place > 0, code[place] != code[place - 1] else { continue }
        var swapped = code
        swapped.swapAt(place, place - 1)
        // The check character's weight is 1 and its neighbour's 28: their difference is no multiple of 31 either.
        #expect(!Rule.uscc.check(swapped, today: today).verdict.isValid, "\(place)")
      }
    }
  }

  @Test("citizen_id: every single wrong digit, every swap of two neighbours")
  func citizenNumber() throws {
    let today = try #require(vectorDay)
    var random = SeededGenerator(state: 11)
    for _ in 0..<60 {
      let number = SyntheticNumbers.citizenNumber(&random)
      #expect(Rule.citizenID.check(number, today: today).value == number)
      for place in number.indices {
        for character in Array("0123456789X".utf8) where character != number[place] {
          var wrong = number
          wrong[place] = character
          #expect(!Rule.citizenID.check(wrong, today: today).verdict.isValid)
        }
        guard place > 0, number[place] != number[place - 1] else { continue }
        var swapped = number
        swapped.swapAt(place, place - 1)
        #expect(!Rule.citizenID.check(swapped, today: today).verdict.isValid)
      }
    }
  }

  /// GB 11714 works modulo 11 with values to 35: of the 35 wrong characters at a place, those whose value differs by 11,
  /// 22 or 33 stay hidden, 2 or 3 each (1 more for 0 to 2).
  @Test("org_code: all but the characters whose values differ by a multiple of 11")
  func organisationCode() throws {
    let today = try #require(vectorDay)
    let alphabet = Array("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ".utf8)
    let code = Array("QQ11YD315".utf8)
    for place in 0..<8 {
      let value = try #require(alphabet.firstIndex(of: code[place]))
      for (other, character) in alphabet.enumerated() where other != value {
        var wrong = code
        wrong[place] = character
        #expect(Rule.orgCode.check(wrong, today: today).verdict.isValid == ((other - value) % 11 == 0))
      }
    }
  }

  /// Luhn misses the swap of 0 and 9 alone.
  @Test("bank_card: every single wrong digit, every swap but 09 and 90")
  func bankCard() throws {
    let today = try #require(vectorDay)
    let card = Array("6299990000000554331".utf8)
    for place in 2..<card.count {
      for digit in UInt8(0x30)...0x39 where digit != card[place] {
        var wrong = card
        wrong[place] = digit
        #expect(Rule.bankCard.check(wrong, today: today).verdict.errorNames == ["E_CHECK"])
      }
      guard place > 2, card[place] != card[place - 1] else { continue }
      var swapped = card
      swapped.swapAt(place, place - 1)
      let isMissed = Set([card[place], card[place - 1]]) == [0x30, 0x39]
      #expect(Rule.bankCard.check(swapped, today: today).verdict.isValid == isMissed)
    }
  }
}
