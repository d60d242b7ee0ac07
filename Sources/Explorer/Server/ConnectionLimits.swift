import HTTPTypes
import NIOCore
import NIOHTTPTypes
import Synchronization

/// How many connections are open, over all threads.
final class ConnectionCount: Sendable {
  private let count = Atomic<Int>(0)
  let limit: Int

  init(limit: Int) { self.limit = limit }

  /// Counts one more; whether it is within the limit.
  func open() -> Bool { count.add(1, ordering: .relaxed).newValue <= limit }

  func close() { count.subtract(1, ordering: .relaxed) }
}

/// How long a client may take.
struct ClientTimes: Sendable {
  /// For the head of a request, from the opening of the connection.
  var head = TimeAmount.seconds(10)
  /// For the body, from the head.
  var body = TimeAmount.seconds(20)
  /// Between two requests of one connection.
  var rest = TimeAmount.seconds(60)
  /// To take an answer.
  var answer = TimeAmount.seconds(60)
}

/// Bounds what one client can hold: too many connections are answered with 503 and closed, a request that does not arrive
/// in time with 408, and who does not take the answer is left.
///
/// Time runs by phases, not from byte to byte, so that a client that sends a byte now and then gains nothing.
final class ConnectionLimits: ChannelDuplexHandler, RemovableChannelHandler {
  typealias InboundIn = HTTPRequestPart
  typealias InboundOut = HTTPRequestPart
  typealias OutboundIn = HTTPResponsePart
  typealias OutboundOut = HTTPResponsePart

  private let connections: ConnectionCount
  private let times: ClientTimes
  private var timer: Scheduled<Void>?
  private var isCounted = false
  /// Whether nothing more is read or written: the connection was given up.
  private var isOver = false
  /// Whether a head came and its body has not ended.
  private var isReading = false
  /// Heads that came, less answers that went.
  private var pending = 0
  private var isAnswering = false
  private var isLast = false

  init(connections: ConnectionCount, times: ClientTimes) {
    (self.connections, self.times) = (connections, times)
  }

  func handlerAdded(context: ChannelHandlerContext) {
    if context.channel.isActive { begin(context) }
  }

  func channelActive(context: ChannelHandlerContext) {
    begin(context)
    context.fireChannelActive()
  }

  private func begin(_ context: ChannelHandlerContext) {
    guard !isCounted else { return }
    isCounted = true
    if connections.open() {
      start(times.head, context) { $0.giveUp($1, status: .requestTimeout) }
    } else {
      giveUp(context, status: .serviceUnavailable)
    }
  }

  func channelInactive(context: ChannelHandlerContext) {
    timer?.cancel()
    if isCounted { connections.close() }
    isCounted = false
    context.fireChannelInactive()
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    guard !isOver else { return }
    switch unwrapInboundIn(data) {
    case .head:
      (isReading, pending) = (true, pending + 1)
      start(times.body, context) { $0.giveUp($1, status: .requestTimeout) }
    case .body: break
    case .end:
      isReading = false
      if !isAnswering { timer?.cancel() }
    }
    context.fireChannelRead(data)
  }

  func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
    guard !isOver else {
      promise?.fail(ChannelError.ioOnClosedChannel)
      return
    }
    switch unwrapOutboundIn(data) {
    case .head(let head):
      isAnswering = true
      isLast = head.headerFields[.connection] == "close"
      start(times.answer, context) { $0.leave($1) }
      context.write(data, promise: promise)
    case .body: context.write(data, promise: promise)
    case .end:
      let written = promise ?? context.eventLoop.makePromise(of: Void.self)
      let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
      written.futureResult.whenComplete { _ in
        let (handler, context) = bound.value
        handler.answered(context)
      }
      context.write(data, promise: written)
    }
  }

  private func answered(_ context: ChannelHandlerContext) {
    guard !isOver else { return }
    (isAnswering, pending) = (false, pending - 1)
    if isLast {
      leave(context)
    } else if isReading {
      // The answer came before the whole question, which is read to its end and thrown away.
      start(times.body, context) { $0.leave($1) }
    } else if pending == 0 {
      start(times.rest, context) { $0.leave($1) }
    } else {
      timer?.cancel()
    }
  }

  private func start(
    _ time: TimeAmount, _ context: ChannelHandlerContext,
    _ onTime: @escaping (ConnectionLimits, ChannelHandlerContext) -> Void
  ) {
    timer?.cancel()
    timer = context.eventLoop.assumeIsolated().scheduleTask(in: time) { [self] in onTime(self, context) }
  }

  private func giveUp(_ context: ChannelHandlerContext, status: HTTPResponse.Status) {
    guard !isOver else { return }
    let canAnswer = !isAnswering
    isOver = true
    timer?.cancel()
    if canAnswer {
      let fields: HTTPFields = [.connection: "close", .contentLength: "0", .retryAfter: "5"]
      context.write(wrapOutboundOut(.head(HTTPResponse(status: status, headerFields: fields))), promise: nil)
      context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
    }
    context.close(promise: nil)
  }

  private func leave(_ context: ChannelHandlerContext) {
    isOver = true
    timer?.cancel()
    context.close(promise: nil)
  }
}
