#if arch(wasm32)

  // What JavaScript calls. A message goes in through `reserve`, and the answer of any call is read at `reply`:
  //
  //     const p = reserve(bytes.length); new Uint8Array(memory.buffer).set(bytes, p);
  //     const n = rule(); const answer = new Uint8Array(memory.buffer, reply(), n);
  private struct Page {
    var message: [UInt8] = []
    var reply: [UInt8] = []
    var session = Session()

    /// Leaves an answer, or none, at ``replyAddress()``; its length.
    mutating func leave(_ bytes: [UInt8]?) -> Int32 {
      reply = bytes ?? []
      return Int32(reply.count)
    }
  }

  nonisolated(unsafe) private var page = Page()

  /// Room for the next message of `count` bytes.
  @_expose(wasm, "reserve")
  public func reserveMessage(_ count: Int32) -> UnsafeMutableRawPointer? {
    page.message = [UInt8](repeating: 0, count: max(0, Int(count)))
    return page.message.withUnsafeMutableBytes { $0.baseAddress }
  }

  /// Where the answer of the last call stands.
  @_expose(wasm, "reply")
  public func replyAddress() -> UnsafeRawPointer? { page.reply.withUnsafeBytes { $0.baseAddress } }

  /// ``Session/accept(facts:)``; 1 or 0.
  @_expose(wasm, "facts")
  public func acceptFacts() -> Int32 { page.session.accept(facts: page.message) ? 1 : 0 }

  /// ``Session/answerRule(_:)``; the answer's length, or 0.
  @_expose(wasm, "rule")
  public func answerRule() -> Int32 { page.leave(page.session.answerRule(page.message)) }

  /// ``Session/open(form:)``; 1 or 0.
  @_expose(wasm, "form")
  public func openForm() -> Int32 { page.session.open(form: page.message) ? 1 : 0 }

  /// ``Session/accept(messages:)``; 1 or 0.
  @_expose(wasm, "messages")
  public func acceptMessages() -> Int32 { page.session.accept(messages: page.message) ? 1 : 0 }

  /// ``Session/checkRecord(_:)``; the answer's length, or 0.
  @_expose(wasm, "check")
  public func checkRecord() -> Int32 { page.leave(page.session.checkRecord(page.message)) }

  /// ``Session/openFile(_:)``; the answer's length, or 0.
  @_expose(wasm, "open")
  public func openFile() -> Int32 {
    // A file may be large: it is not kept.
    let message = page.message
    page.message = []
    return page.leave(page.session.openFile(message))
  }
#endif
