import Bytes
import FormMessages
import FormModel
import Testing
import ZhinanValidation

private func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

private func message(_ say: String, _ hint: String? = nil) -> MessageTable.Message {
  MessageTable.Message(say: MessageTemplate(bytes(say)), hint: hint.map { MessageTemplate(bytes($0)) })
}

/// Sentences of two codes and of one problem of a record's shape.
let chinese: MessageTable = {
  var table = MessageTable(language: bytes("zh-CN"))
  table.separator = bytes("、")
  table.given = MessageTemplate(bytes("（所填：{value}）"))
  table.set(bytes("unknown-field"), message("没有“{key}”这一栏。", "最接近的栏目：{near}。"))
  table.set(bytes("E_CHECK"), message("“{label}”的校验位不符。", "请逐位核对。"))
  table.set(bytes("E_OPTION"), message("“{label}”不在可选范围内。", "请选择：{options}。"))
  table.set(bytes("E_CHARSET"), message("“{label}”里有不能使用的字符。"))
  table.set(bytes("E_CHARSET/character"), message("“{label}”第{place}个字符“{character}”（{code}）不能使用。"))
  table.set(bytes("E_CHARSET/company_name"), message("“{label}”里有不能使用的字符。", "不要填别的。"))
  table.set(bytes("E_CHARSET/private"), message("“{label}”第{place}个字符是自造字（{code}）。"))
  table.set(bytes("E_CHARSET/two-names"), message("“{label}”第{place}个字符是空格，可能是两个名称。", "只留一个。"))
  table.set(bytes("E_CHARSET/no-han"), message("“{label}”里没有汉字。", "填中文全称。"))
  table.set(bytes("E_CHARSET/no-han-address"), message("“{label}”里没有汉字。", "写明街道。"))
  table.set(
    bytes("E_CHARSET/looks-like-x"), message("“{label}”第{place}个字符是“{character}”（{code}），不是X。", "用字母X。"))
  table.set(
    bytes("E_CHARSET/looks-like-digit"), message("“{label}”第{place}个字符是“{character}”（{code}），不是数字。", "用数字0。"))
  table.set(bytes("E_FORMAT"), message("“{label}”的写法不对。"))
  table.set(bytes("E_FORMAT/region"), message("“{label}”还缺一级。"))
  table.set(bytes("E_LENGTH/whole"), message("“{label}”有{length}个字符，应为{lengths}个。"))
  table.set(bytes("W_NON_BMP/character"), message("“{label}”里的“{character}”（{code}）是生僻字。"))
  table.set(bytes("W_PUA/standard"), message("“{label}”里的{code}是自造字，标准的字是“{standard}”（{standardCode}）。"))
  table.set(bytes("range/between"), message("{first}～{last}"))
  return table
}()

@Suite struct MessageTables {
  @Test func whatWasWrittenIsRead() throws {
    let read = try MessageTable(decoding: chinese.encoded())
    #expect(read == chinese)
    #expect(read.message("E_CHARSET".utf8)?.hint == nil)
    #expect(read.message("E_CHECK".utf8)?.say.text == bytes("“{label}”的校验位不符。"))
    #expect(read.message("E_CHEC".utf8) == nil && read.message("".utf8) == nil && read.message("zz".utf8) == nil)
  }

  @Test func damagedTablesAreRejected() {
    let whole = chinese.encoded()
    for length in whole.indices {
      #expect(throws: CompiledFormError.self) { try MessageTable(decoding: Array(whole[..<length])) }
    }
    for place in whole.indices {
      var changed = whole
      changed[place] ^= 1
      #expect(throws: CompiledFormError.self) { try MessageTable(decoding: changed) }
    }
    #expect(throws: CompiledFormError.damaged) { try MessageTable(decoding: whole + [0]) }
    var other = whole
    other[6] = 9
    #expect(throws: CompiledFormError.otherFormat(9)) { try MessageTable(decoding: other) }
    #expect(throws: CompiledFormError.notACompiledForm) {
      try MessageTable(decoding: CompiledForm(id: [], version: [], guideVersion: [], title: []).encoded())
    }
  }

  /// Whoever makes a table on purpose can make its checksum too.
  @Test func bodiesThatLeadOutOfTheTableAreRejected() throws {
    let whole = chinese.encoded()
    let body = Array(whole[40...])
    func sealed(_ body: [UInt8]) -> [UInt8] {
      SealedBytes.seal(body, signature: Array(whole[..<6]), version: MessageTable.formatVersion)
    }
    #expect(try MessageTable(decoding: sealed(body)) == chinese)
    for length in body.indices {
      #expect(throws: CompiledFormError.damaged) { try MessageTable(decoding: sealed(Array(body[..<length]))) }
    }
    // Every other value of a byte either makes another table or is damaged; nothing traps.
    for place in body.indices {
      for value in [0, 1, 0x7F, 0xFF] as [UInt8] {
        var changed = body
        changed[place] = value
        _ = try? MessageTable(decoding: sealed(changed))
      }
    }
    // E_CHARSET, the first name, becomes F_CHARSET, which is not before E_CHECK.
    let name = try #require(body.firstRange(of: bytes("E_CHARSET")))
    var descending = body
    descending[name.lowerBound] = 0x46
    #expect(throws: CompiledFormError.damaged) { try MessageTable(decoding: sealed(descending)) }
  }

  @Test func aTemplateKeepsWhatHasNoValue() {
    var values = MessageValues()
    values.set("label", bytes("代码"))
    for (text, filled) in [
      ("“{label}”{x}", "“代码”{x}"), ("{label", "{label"), ("}{label}{", "}代码{"), ("{}", "{}"), ("", ""),
      ("{{label}}", "{{label}}"),
    ] {
      #expect(String(decoding: MessageTemplate(bytes(text)).filled(values), as: UTF8.self) == filled)
    }
  }
}
