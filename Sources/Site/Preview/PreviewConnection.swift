internal import NIOCore
internal import NIOHTTP1

/// Answers one connection's requests, one after another.
final class PreviewConnection: ChannelInboundHandler {
  typealias InboundIn = HTTPServerRequestPart
  typealias OutboundOut = HTTPServerResponsePart

  private let answers: PreviewAnswers
  private let reloads: Reloads
  private var wait: Int?
  private var isAnswering = false

  init(_ answers: PreviewAnswers, reloads: Reloads) {
    self.answers = answers
    self.reloads = reloads
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    // A body is not read: the connection ends with the answer.
    guard case .head(let head) = unwrapInboundIn(data), !isAnswering else { return }
    isAnswering = true
    context.triggerUserOutboundEvent(AnswerEvent.begun, promise: nil)
    let hasBody = head.headers.contains(name: "Transfer-Encoding") || head.headers.contains(name: "Content-Length")
    let keepsOpen = head.isKeepAlive && !hasBody
    switch answers.reply(to: head, reloads.now) {
    case .answer(let answer): write(answer, to: head, keepsOpen: keepsOpen, context)
    case .wait(let known):
      let changed = context.eventLoop.makePromise(of: Bool.self)
      let bound = NIOLoopBound((connection: self, context: context), eventLoop: context.eventLoop)
      changed.futureResult.whenSuccess { changed in
        let (connection, context) = bound.value
        connection.wait = nil
        let state = changed ? connection.reloads.now : nil
        connection.write(PreviewAnswers.script(state, known: known), to: head, keepsOpen: keepsOpen, context)
      }
      wait = reloads.wait(since: known, changed)
    }
  }

  func channelInactive(context: ChannelHandlerContext) {
    if let wait { reloads.forget(wait) }
    context.fireChannelInactive()
  }

  /// A head that is no HTTP/1 request.
  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    guard error is HTTPParserError, !isAnswering else { return context.close(promise: nil) }
    isAnswering = true
    context.triggerUserOutboundEvent(AnswerEvent.begun, promise: nil)
    let head = HTTPRequestHead(version: .http1_1, method: .GET, uri: "/")
    write(PreviewAnswers.plain(.badRequest), to: head, keepsOpen: false, context)
  }

  private func write(
    _ answer: PreviewAnswer, to request: HTTPRequestHead, keepsOpen: Bool, _ context: ChannelHandlerContext
  ) {
    var (answer, range) = answer.part(of: request)
    answer.headers.add(name: "Content-Length", value: "\(range.count)")
    if !keepsOpen { answer.headers.add(name: "Connection", value: "close") }
    let version = HTTPVersion(major: 1, minor: request.version.minor == 0 ? 0 : 1)
    if keepsOpen, version.minor == 0 { answer.headers.add(name: "Connection", value: "keep-alive") }
    let head = HTTPResponseHead(version: version, status: answer.status, headers: answer.headers)
    context.write(wrapOutboundOut(.head(head)), promise: nil)
    if request.method != .HEAD, !range.isEmpty {
      context.write(wrapOutboundOut(.body(answer.body.part(range))), promise: nil)
    }
    let written = context.eventLoop.makePromise(of: Void.self)
    let bound = NIOLoopBound((connection: self, context: context), eventLoop: context.eventLoop)
    let body = answer.body
    written.futureResult.whenComplete { result in
      body.close()
      let (connection, context) = bound.value
      connection.isAnswering = false
      guard case .success = result else { return context.close(promise: nil) }
      context.triggerUserOutboundEvent(keepsOpen ? AnswerEvent.next : AnswerEvent.last, promise: nil)
    }
    context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: written)
  }
}
