#if arch(wasm32)

  // What JavaScript calls. A message goes in through `reserve`, and the answer of any call is read at `reply`:
  //
  //     const p = reserve(bytes.length); new Uint8Array(memory.buffer).set(bytes, p);
  //     const n = rule(); const answer = new Uint8Array(memory.buffer, reply(), n);
  nonisolated(unsafe) private var message: [UInt8] = []
  nonisolated(unsafe) private var reply: [UInt8] = []
  nonisolated(unsafe) private var facts = RuleFacts()

  /// Room for the next message of `count` bytes.
  @_expose(wasm, "reserve")
  public func reserveMessage(_ count: Int32) -> UnsafeMutableRawPointer? {
    message = [UInt8](repeating: 0, count: max(0, Int(count)))
    return message.withUnsafeMutableBytes { $0.baseAddress }
  }

  /// Where the answer of the last call stands.
  @_expose(wasm, "reply")
  public func replyAddress() -> UnsafeRawPointer? { reply.withUnsafeBytes { $0.baseAddress } }

  /// The message that was put in last.
  func takeMessage() -> [UInt8] { message }

  /// Leaves an answer at ``replyAddress()``; its length.
  func answer(_ bytes: [UInt8]) -> Int32 {
    reply = bytes
    return Int32(bytes.count)
  }

  /// Takes the guide's facts, one JSON object; 1 when it is JSON, else 0.
  @_expose(wasm, "facts")
  public func takeFacts() -> Int32 {
    guard let value = JSONValue(message) else { return 0 }
    facts = RuleFacts(value)
    return 1
  }

  /// Answers a message `rule LF today LF json` with one JSON line; its length, or 0 for a message of another shape.
  @_expose(wasm, "rule")
  public func answerRule() -> Int32 {
    reply = []
    let parts = message.split(separator: 0x0A, maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3, let rule = Rule(name: parts[0]), let today = CalendarDate(iso: parts[1]) else { return 0 }
    return answer(RuleLine(rule: rule, today: today, facts: facts).answer(json: Array(parts[2])))
  }
#endif
