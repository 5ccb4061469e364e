internal import NIOCore
internal import NIOHTTP1

/// How much a client may send before it is answered, and how long it may take.
struct RequestLimits: Sendable {
  /// Longest request line, in bytes; a longer one is answered with 414.
  var line = 8 << 10
  /// Longest request line and header fields together, in bytes; longer ones are answered with 431.
  var head = 16 << 10
  /// From a head's first byte to its last; a slower one is answered with 408.
  var headTime: Duration = .seconds(10)
  /// How long a connection may stay open that asks for nothing.
  var idleTime: Duration = .seconds(15)
  /// From a request's head to the answer's last byte.
  var answerTime: Duration = .seconds(120)
  /// How long what follows a refused request is read and thrown away, so that the client sees the refusal.
  var drainTime: Duration = .seconds(2)
  /// How many bytes of it are.
  var drained = 1 << 20
}

/// What the connection's handler tells the gate before it.
enum AnswerEvent: Sendable {
  /// The request was understood, and is being answered.
  case begun
  /// The answer is written; another request may come.
  case next
  /// The answer is written; nothing more is answered.
  case last
}

/// Lets one whole request head through at a time, and reads no more until it is answered. A head that is too long or
/// too slow never reaches what parses it, and no byte is looked at twice.
final class RequestGate: ChannelDuplexHandler {
  typealias InboundIn = ByteBuffer
  typealias InboundOut = ByteBuffer
  typealias OutboundIn = ByteBuffer
  typealias OutboundOut = ByteBuffer

  private enum State { case head, answering, draining }

  private let limits: RequestLimits
  private var state = State.head
  private var isUnderstood = false
  private var isInputClosed = false
  private var received = ByteBuffer()
  /// Bytes of `received` that were looked at, and where the line of the last of them starts.
  private var looked = 0
  private var lineStart = 0
  private var drained = 0
  private var deadline: Scheduled<Void>?

  init(_ limits: RequestLimits) { self.limits = limits }

  func channelActive(context: ChannelHandlerContext) {
    schedule(limits.idleTime, context)
    context.fireChannelActive()
    context.read()
  }

  func channelInactive(context: ChannelHandlerContext) {
    deadline?.cancel()
    context.fireChannelInactive()
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    var bytes = unwrapInboundIn(data)
    if state == .draining {
      drained += bytes.readableBytes
      if drained > limits.drained { context.close(promise: nil) }
      return
    }
    let isFirst = received.readableBytes == 0
    received.writeBuffer(&bytes)
    if state == .head { lookForHead(startsNow: isFirst, context) }
  }

  func channelReadComplete(context: ChannelHandlerContext) {
    context.fireChannelReadComplete()
    if state != .answering { context.read() }
  }

  func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
    guard case ChannelEvent.inputClosed? = event as? ChannelEvent else {
      return context.fireUserInboundEventTriggered(event)
    }
    isInputClosed = true
    if state != .answering { context.close(promise: nil) }
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }

  func triggerUserOutboundEvent(context: ChannelHandlerContext, event: Any, promise: EventLoopPromise<Void>?) {
    guard let event = event as? AnswerEvent else { return context.triggerUserOutboundEvent(event, promise: promise) }
    promise?.succeed()
    switch event {
    case .begun: isUnderstood = true
    case .next:
      // Later, because the parser is still busy with the request.
      let bound = NIOLoopBound((gate: self, context: context), eventLoop: context.eventLoop)
      context.eventLoop.execute { bound.value.gate.goOn(bound.value.context) }
    case .last: drain(context)
    }
  }

  private func goOn(_ context: ChannelHandlerContext) {
    guard context.channel.isActive, state == .answering else { return }
    state = .head
    schedule(limits.idleTime, context)
    if received.readableBytes > 0 { lookForHead(startsNow: true, context) }
    guard state == .head else { return }
    if isInputClosed { context.close(promise: nil) } else { context.read() }
  }

  /// Goes on looking for the head's end, which is an empty line.
  private func lookForHead(startsNow: Bool, _ context: ChannelHandlerContext) {
    if startsNow { schedule(limits.headTime, context) }
    let bytes = received.readableBytesView
    let start = bytes.startIndex
    while looked < bytes.count {
      if looked >= limits.head { return refuse(lineStart == 0 ? .uriTooLong : .requestHeaderFieldsTooLarge, context) }
      let isLineEnd = bytes[start + looked] == UInt8(ascii: "\n")
      looked += 1
      if lineStart == 0, looked > limits.line { return refuse(.uriTooLong, context) }
      guard isLineEnd else { continue }
      let length = looked - lineStart - 1
      if length == 0 || (length == 1 && bytes[start + lineStart] == UInt8(ascii: "\r")) {
        return letThrough(context)
      }
      lineStart = looked
    }
  }

  private func letThrough(_ context: ChannelHandlerContext) {
    let head = received.readSlice(length: looked)
    (looked, lineStart) = (0, 0)
    received.discardReadBytes()
    guard let head, head.readableBytes > 2 else {
      // Empty lines before a request line are passed over (RFC 9112 §2.2).
      if received.readableBytes > 0 { lookForHead(startsNow: false, context) }
      return
    }
    state = .answering
    isUnderstood = false
    schedule(limits.answerTime, context)
    context.fireChannelRead(wrapInboundOut(head))
    if !isUnderstood, state == .answering { refuse(.badRequest, context) }
  }

  /// Answers without the connection's handler, and for the last time.
  private func refuse(_ status: HTTPResponseStatus, _ context: ChannelHandlerContext) {
    let text = "\(status.code) \(status.reasonPhrase)\n"
    let answer =
      "HTTP/1.1 \(status.code) \(status.reasonPhrase)\r\nContent-Type: text/plain; charset=utf-8\r\n"
      + "Content-Length: \(text.utf8.count)\r\nConnection: close\r\n\r\n\(text)"
    context.writeAndFlush(wrapOutboundOut(ByteBuffer(string: answer)), promise: nil)
    drain(context)
  }

  /// Ends this side of the connection and waits a moment for the client to end its own: closing at once would reset
  /// the connection, and the client would not see the answer.
  private func drain(_ context: ChannelHandlerContext) {
    guard !isInputClosed else { return context.close(promise: nil) }
    state = .draining
    received = ByteBuffer()
    schedule(limits.drainTime, context)
    context.close(mode: .output, promise: nil)
    context.read()
  }

  private func schedule(_ time: Duration, _ context: ChannelHandlerContext) {
    deadline?.cancel()
    let bound = NIOLoopBound((gate: self, context: context), eventLoop: context.eventLoop)
    deadline = context.eventLoop.scheduleTask(in: TimeAmount(time)) {
      let (gate, context) = bound.value
      if gate.state == .head, gate.received.readableBytes > 0 {
        gate.refuse(.requestTimeout, context)
      } else {
        context.close(promise: nil)
      }
    }
  }
}
