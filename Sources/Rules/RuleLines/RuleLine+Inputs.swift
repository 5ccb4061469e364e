#if canImport(Bytes)
  internal import Bytes
#endif
#if canImport(ZhinanValidation)
  internal import ZhinanValidation
#endif

/// The rules that take several inputs.
extension RuleLine {
  private func text(_ checked: CheckedValue<[UInt8]>) -> Answer {
    Answer(checked.verdict) { writer in
      if let value = checked.value { writer.string(value) }
    }
  }

  func passport(_ number: [UInt8], _ country: [UInt8]) -> Answer {
    number.withUnsafeBufferPointer { number in
      country.withUnsafeBufferPointer { text(PassportNumber.check(number, country: $0)) }
    }
  }

  func orgCode(_ code: [UInt8], _ creditCode: [UInt8]) -> Answer {
    code.withUnsafeBufferPointer { code in
      creditCode.withUnsafeBufferPointer { text(OrganisationCode.check(code, against: $0)) }
    }
  }

  func taxID(_ number: [UInt8], _ creditCode: [UInt8]) -> Answer {
    number.withUnsafeBufferPointer { number in
      creditCode.withUnsafeBufferPointer { text(TaxNumber.check(number, against: $0, today: today)) }
    }
  }

  /// `["110000", true]`: the second part says that the address is in the guide's region.
  func postalCode(_ parts: [JSONValue]) -> Answer {
    guard parts.count == 2, let code = parts[0].text, case .bool(let isHome) = parts[1] else {
      return Answer(Verdict(.eType))
    }
    let prefix = isHome ? facts.postalPrefix : []
    return code.withUnsafeBufferPointer { code in
      prefix.withUnsafeBufferPointer { text(PostalCode.check(code, homePrefix: $0)) }
    }
  }

  func dateValidity(_ start: [UInt8], _ end: [UInt8]) -> Answer {
    let checked = start.withUnsafeBufferPointer { start in
      end.withUnsafeBufferPointer { ValidityPeriod.check(start: start, end: $0, today: today) }
    }
    return Answer(checked.verdict) { writer in
      guard let period = checked.value else { return }
      var start: [UInt8] = []
      period.start.appendISO(to: &start)
      var end: [UInt8] = []
      period.appendEnd(to: &end)
      writer.array([start, end]) { writer, date in writer.string(date) }
    }
  }

  /// `["a.jpg", 300000, "FFD8FF…"]`: name, size in bytes, first bytes in hexadecimal digits.
  func uploadFile(_ parts: [JSONValue]) -> Answer {
    guard let limits = facts.uploadLimits, parts.count == 3, let name = parts[0].text,
      let size = parts[1].wholeNumber, let digits = parts[2].text, let head = Hexadecimal.bytes(digits)
    else { return Answer(Verdict(.eType)) }
    let checked = name.withUnsafeBufferPointer { name in
      head.withUnsafeBufferPointer { UploadedFile.check(name: name, size: size, head: $0, limits: limits) }
    }
    var answer = judgement(on: checked)
    if checked.verdict.errors.contains(.eExtensionMismatch) {
      answer.found = head.withUnsafeBufferPointer { FileKind.found(in: $0) }?.name
    }
    return answer
  }

  func reviewHours(_ text: [UInt8]) -> Answer {
    guard let calendar = facts.reviewCalendar else { return Answer(Verdict(.eType)) }
    let time = text.withUnsafeBufferPointer { LocalTime.check($0) }
    guard let moment = time.value else { return Answer(time.verdict) }
    let checked = calendar.answer(at: moment)
    return Answer(checked.verdict) { writer in
      guard let answer = checked.value else { return }
      writer.raw("{\"open\":")
      writer.bool(answer.isOpen)
      if let change = answer.change {
        writer.raw(answer.isOpen ? ",\"until\":" : ",\"next\":")
        var time: [UInt8] = []
        change.appendISO(to: &time)
        writer.string(time)
      }
      writer.raw("}")
    }
  }

  func fee(_ request: JSONValue) -> Answer {
    guard let list = facts.prices, case .object(let members) = request else { return Answer(Verdict(.eType)) }
    var values: [Int64] = []
    for (place, name) in list.names.enumerated() {
      var value: Int64? = list.usual(place)
      for member in members where member.key == name {
        value = nil
        if case .number(let spelt) = member.value {
          value = DecimalNumber.tenThousandths(spelt, digits: list.digits(place))
        }
        break
      }
      guard let value else { return Answer(Verdict(.eType)) }
      values.append(value)
    }
    let checked = list.estimate(of: values)
    var answer = Answer(checked.verdict) { writer in
      guard let estimate = checked.value else { return }
      var line: [UInt8] = []
      line.appendASCII("{\"estimate\":")
      DecimalNumber.append(hundredMillionths: estimate.estimate, to: &line)
      line.appendASCII(",\"upper\":")
      DecimalNumber.append(hundredMillionths: estimate.upper, to: &line)
      line.append(0x7D)
      writer.raw(line)
    }
    for doubt in checked.value?.doubts ?? [] { answer.doubts.append(list.codes[doubt]) }
    return answer
  }

  /// `{"kind": "id", "input": "…"}`.
  func mask(_ request: JSONValue) -> Answer {
    guard let kind = request.member("kind")?.text.flatMap({ MaskKind(name: $0) }),
      let input = request.member("input")?.text
    else { return Answer(Verdict(.eType)) }
    return Answer(Verdict()) { writer in writer.string(Masking.mask(input, as: kind)) }
  }
}
