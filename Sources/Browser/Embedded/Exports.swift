#if arch(wasm32)

  // What JavaScript calls. A message goes in through `reserve`, and the answer of any call is read at `reply`:
  //
  //     const p = reserve(bytes.length); new Uint8Array(memory.buffer).set(bytes, p);
  //     const n = state(); const answer = new Uint8Array(memory.buffer, reply(), n);
  //
  // WasmBuild names what a module exports: pages' has less than the one for developers.
  private struct Page {
    var message: [UInt8] = []
    var reply: [UInt8] = []
    var session = Session()

    /// Leaves what the session answers to the message, or nothing, at ``replyAddress()``; its length.
    mutating func answer(_ ask: (inout Session, [UInt8]) -> [UInt8]?) -> Int32 {
      reply = ask(&session, message) ?? []
      return Int32(reply.count)
    }

    /// Whether the session takes the message; 1 or 0. Through here, and not on the global itself, no session is copied.
    mutating func take(_ accept: (inout Session, [UInt8]) -> Bool) -> Int32 { accept(&session, message) ? 1 : 0 }
  }

  nonisolated(unsafe) private var page = Page()

  /// Room for the next message of `count` bytes.
  @_cdecl("reserve")
  public func reserveMessage(_ count: Int32) -> UnsafeMutableRawPointer? {
    page.message = [UInt8](repeating: 0, count: max(0, Int(count)))
    return page.message.withUnsafeMutableBytes { $0.baseAddress }
  }

  /// Where the answer of the last call stands.
  @_cdecl("reply")
  public func replyAddress() -> UnsafeRawPointer? { page.reply.withUnsafeBytes { $0.baseAddress } }

  /// ``Session/accept(facts:)``; 1 or 0.
  @_cdecl("facts")
  public func acceptFacts() -> Int32 { page.take { $0.accept(facts: $1) } }

  /// ``Session/answerRule(_:)``; the answer's length, or 0.
  @_cdecl("rule")
  public func answerRule() -> Int32 { page.answer { $0.answerRule($1) } }

  /// ``Session/open(form:)``; 1 or 0.
  @_cdecl("form")
  public func openForm() -> Int32 { page.take { $0.open(form: $1) } }

  /// ``Session/accept(messages:)``; 1 or 0.
  @_cdecl("messages")
  public func acceptMessages() -> Int32 { page.take { $0.accept(messages: $1) } }

  /// ``Session/checkRecord(_:)``; the answer's length, or 0.
  @_cdecl("check")
  public func checkRecord() -> Int32 { page.answer { $0.checkRecord($1) } }

  /// ``Session/state(_:)``; the answer's length, or 0.
  @_cdecl("state")
  public func tellState() -> Int32 { page.answer { $0.state($1) } }

  /// ``Session/accept(blank:)``; 1 or 0.
  @_cdecl("blank")
  public func acceptBlank() -> Int32 { page.take { $0.accept(blank: $1) } }

  /// ``Session/accept(pack:)``; 1 or 0. The message's room becomes the pack's.
  @_cdecl("pack")
  public func acceptPack() -> Int32 { page.take { $0.accept(pack: $1) } }

  /// ``Session/fill(_:)``; the PDF's length, or 0.
  @_cdecl("fill")
  public func fillRecord() -> Int32 { page.answer { $0.fill($1) } }

  /// ``Session/answerTool(_:)``; the answer's length, or 0.
  @_cdecl("tool")
  public func answerTool() -> Int32 { page.answer { $0.answerTool($1) } }

  /// ``Session/openFile(_:)``; the answer's length, or 0. A file may be large: it is not kept.
  @_cdecl("open")
  public func openFile() -> Int32 {
    defer { page.message = [] }
    return page.answer { $0.openFile($1) }
  }

  /// ``Session/tell(_:)``; the answer's length.
  @_cdecl("tell")
  public func tellSentences() -> Int32 { page.answer { $0.tell($1) } }

  /// ``Session/askTable(_:)``; the answer's length, or 0.
  @_cdecl("table")
  public func askTable() -> Int32 { page.answer { $0.askTable($1) } }

  /// ``Session/judgeFile(_:)``; the answer's length, or 0.
  @_cdecl("file")
  public func judgeFile() -> Int32 { page.answer { $0.judgeFile($1) } }
#endif
