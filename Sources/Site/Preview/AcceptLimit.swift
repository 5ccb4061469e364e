internal import NIOCore

/// Takes no new connection while too many are open, and waits a moment when the system has no file left for one.
final class AcceptLimit: ChannelDuplexHandler {
  typealias InboundIn = any Channel
  typealias OutboundIn = any Channel

  private let most: Int
  private var open = 0
  private var isPausing = false
  private var wantsRead = false

  /// - Parameter most: how many connections may be open.
  init(_ most: Int) { self.most = most }

  func read(context: ChannelHandlerContext) {
    if open < most, !isPausing { context.read() } else { wantsRead = true }
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    open += 1
    let bound = NIOLoopBound((limit: self, context: context), eventLoop: context.eventLoop)
    unwrapInboundIn(data).closeFuture.hop(to: context.eventLoop).whenComplete { _ in
      let (limit, context) = bound.value
      limit.open -= 1
      limit.goOn(context)
    }
    context.fireChannelRead(data)
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    guard !isPausing else { return }
    isPausing = true
    let bound = NIOLoopBound((limit: self, context: context), eventLoop: context.eventLoop)
    context.eventLoop.scheduleTask(in: .milliseconds(100)) {
      let (limit, context) = bound.value
      limit.isPausing = false
      limit.goOn(context)
    }
  }

  private func goOn(_ context: ChannelHandlerContext) {
    guard wantsRead, open < most, !isPausing else { return }
    wantsRead = false
    context.read()
  }
}
