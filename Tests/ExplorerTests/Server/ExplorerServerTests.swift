import AllianceModel
import GraphvizKit
import NIOCore
import NIOPosix
import Testing

@testable import Explorer

/// Through real sockets, byte for byte.
@Suite("Explorer server")
struct ExplorerServerTests {
  /// Tests of what is answered must not depend on how busy the machine is.
  private static let patient: ClientTimes = {
    var times = ClientTimes()
    (times.head, times.body, times.rest, times.answer) = (.minutes(30), .minutes(30), .minutes(30), .minutes(30))
    return times
  }()

  /// Serves the sample while `body` runs with the port.
  private func serving(
    times: ClientTimes = ExplorerServerTests.patient, _ body: @escaping @Sendable (Int) async throws -> Void
  ) async throws {
    let server = ExplorerServer(
      SampleGraphs.hostile, folder: nil, options: .init(language: .french), renderer: GraphvizRenderer(.inProcess),
      times: times,
      signals: [])
    let (addresses, ready) = AsyncStream.makeStream(of: String.self)
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask {
        do { try await server.run { ready.yield($0) } } catch is CancellationError {}
      }
      var iterator = addresses.makeAsyncIterator()
      let address = try #require(await iterator.next())
      let port = try #require(address.firstMatch(of: /:(\d+)\/$/).flatMap { Int($0.1) })
      try await body(port)
      group.cancelAll()
    }
  }

  /// What the server sends until it ends the connection.
  private final class Collector: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    private var answer = ByteBuffer()
    private let done: EventLoopPromise<String>

    init(_ done: EventLoopPromise<String>) { self.done = done }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
      var part = unwrapInboundIn(data)
      answer.writeBuffer(&part)
    }

    // A server that refuses may end the connection before it has read everything.
    func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }

    func channelInactive(context: ChannelHandlerContext) { done.succeed(String(buffer: answer)) }
  }

  /// Sends bytes, and reads until the server ends the connection.
  private func talk(_ port: Int, _ bytes: [UInt8]) async throws -> String {
    let loop = MultiThreadedEventLoopGroup.singleton.any()
    let done = loop.makePromise(of: String.self)
    let connected = ClientBootstrap(group: loop)
      .channelInitializer { channel in
        channel.eventLoop.makeCompletedFuture { try channel.pipeline.syncOperations.addHandler(Collector(done)) }
      }
      .connect(host: "127.0.0.1", port: port)
    connected.whenFailure { done.fail($0) }
    try await connected.get().writeAndFlush(ByteBuffer(bytes: bytes), promise: nil)
    return try await done.futureResult.get()
  }

  private func get(_ path: [UInt8], port: Int, headers: String = "") -> [UInt8] {
    Array("GET ".utf8) + path
      + Array(" HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\nConnection: close\r\n\(headers)\r\n".utf8)
  }

  @Test("answers what is right and what is wrong")
  func answers() async throws {
    try await serving { [self] port in
      let cases: [(path: [UInt8], headers: String, status: String)] = [
        (Array("/".utf8), "", "200"), (Array("/api/actors/a".utf8), "", "200"),
        (Array("/../../etc/passwd".utf8), "", "404"), (Array("/..%2f..%2fetc%2fpasswd".utf8), "", "404"),
        (Array("/%C3%28".utf8), "", "400"), ([UInt8(ascii: "/"), 0xC3, 0x28], "", "400"),
        (Array("/".utf8), "Origin: http://evil.example\r\n", "403"),
        (Array("/".utf8), "X-Long: \(String(repeating: "x", count: 40_000))\r\n", "400"),
      ]
      for (path, headers, status) in cases {
        let answer = try await talk(port, get(path, port: port, headers: headers))
        #expect(
          answer.hasPrefix("HTTP/1.1 \(status)"), "\(String(decoding: path, as: UTF8.self)): \(answer.prefix(60))")
      }
      let strange = "GET / HTTP/1.1\r\nHost: evil.example:\(port)\r\nConnection: close\r\n\r\n"
      let strangeAnswer = try await talk(port, Array(strange.utf8))
      #expect(strangeAnswer.hasPrefix("HTTP/1.1 421"))
      let nonsenseAnswer = try await talk(port, Array("what is this\r\n\r\n".utf8))
      #expect(nonsenseAnswer.hasPrefix("HTTP/1.1 400"))
    }
  }

  @Test("does not read a body that is too long")
  func longBody() async throws {
    try await serving { [self] port in
      let body = String(repeating: "x", count: ExplorerService.bodyLimit + 1)
      let request =
        "POST /api/decisions HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\nContent-Type: application/json\r\n"
        + "Content-Length: \(body.utf8.count)\r\n\r\n\(body)"
      let answer = try await talk(port, Array(request.utf8))
      #expect(answer.hasPrefix("HTTP/1.1 413"))
    }
  }

  @Test("lets nobody hold a connection with half a request")
  func slowClient() async throws {
    var times = ClientTimes()
    (times.head, times.body) = (.milliseconds(500), .milliseconds(500))
    try await serving(times: times) { [self] port in
      let headAnswer = try await talk(port, Array("GET / HTTP/1.1\r\nHost:".utf8))
      #expect(headAnswer.hasPrefix("HTTP/1.1 408"))
      let half = "POST /api/decisions HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\nContent-Length: 9\r\n\r\n{"
      let bodyAnswer = try await talk(port, Array(half.utf8))
      #expect(bodyAnswer.hasPrefix("HTTP/1.1 408"))
    }
  }

  @Test("says that a port is taken, or an address not its own")
  func notHad() async throws {
    try await serving { port in
      let second = ExplorerServer(
        SampleGraphs.hostile, folder: nil, options: .init(port: port, language: .french),
        renderer: GraphvizRenderer(.inProcess),
        times: ClientTimes(), signals: [])
      let error = await #expect(throws: ExplorerServerError.self) { try await second.run { _ in } }
      #expect(error?.reason == .portInUse)
    }
    let strange = ExplorerServer(
      SampleGraphs.hostile, folder: nil, options: .init(host: "192.0.2.1", language: .french),
      renderer: GraphvizRenderer(.inProcess),
      times: ClientTimes(), signals: [])
    let error = await #expect(throws: ExplorerServerError.self) { try await strange.run { _ in } }
    #expect(error?.reason == .unknownHost)
  }
}
