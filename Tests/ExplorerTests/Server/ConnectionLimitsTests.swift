import HTTPTypes
import NIOCore
import NIOEmbedded
import NIOHTTPTypes
import Testing

@testable import Explorer

/// Time stands still here unless the test moves it.
@Suite("Connection limits")
struct ConnectionLimitsTests {
  private let times = ClientTimes()

  private func open(_ count: ConnectionCount = ConnectionCount(limit: 1)) throws -> EmbeddedChannel {
    let channel = EmbeddedChannel(handler: ConnectionLimits(connections: count, times: times))
    channel.connect(to: try SocketAddress(ipAddress: "127.0.0.1", port: 1), promise: nil)
    return channel
  }

  private func status(_ channel: EmbeddedChannel) throws -> Int? {
    while let part = try channel.readOutbound(as: HTTPResponsePart.self) {
      if case .head(let head) = part { return head.status.code }
    }
    return nil
  }

  private let get = HTTPRequestPart.head(HTTPRequest(method: .post, scheme: "http", authority: "h", path: "/"))
  private let ok = HTTPResponsePart.head(HTTPResponse(status: .ok))

  @Test("a head that does not come in time is answered with 408")
  func slowHead() throws {
    let channel = try open()
    channel.embeddedEventLoop.advanceTime(by: times.head - .milliseconds(1))
    #expect(channel.isActive)
    channel.embeddedEventLoop.advanceTime(by: .milliseconds(1))
    #expect(try status(channel) == 408 && !channel.isActive)
  }

  @Test("a body byte by byte gains no time")
  func slowBody() throws {
    let channel = try open()
    try channel.writeInbound(get)
    for _ in 0..<19 {
      channel.embeddedEventLoop.advanceTime(by: .seconds(1))
      try channel.writeInbound(HTTPRequestPart.body(ByteBuffer(string: "x")))
    }
    #expect(channel.isActive)
    channel.embeddedEventLoop.advanceTime(by: .seconds(1))
    #expect(try status(channel) == 408 && !channel.isActive)
  }

  @Test("work on an answer has no limit here, the rest between two requests has")
  func keptAlive() throws {
    let channel = try open()
    for _ in 0..<2 {
      try channel.writeInbound(get)
      try channel.writeInbound(HTTPRequestPart.end(nil))
      channel.embeddedEventLoop.advanceTime(by: .hours(1))
      try channel.writeOutbound(ok)
      try channel.writeOutbound(HTTPResponsePart.end(nil))
      #expect(try status(channel) == 200 && channel.isActive)
    }
    channel.embeddedEventLoop.advanceTime(by: times.rest)
    #expect(!channel.isActive)
  }

  @Test("a client that does not take the answer is left")
  func slowReader() throws {
    let channel = try open()
    try channel.writeInbound(get)
    try channel.writeInbound(HTTPRequestPart.end(nil))
    try channel.writeOutbound(ok)
    channel.embeddedEventLoop.advanceTime(by: times.answer)
    #expect(!channel.isActive)
  }

  @Test("one connection too many is answered with 503 and closed; when one ends there is room again")
  func tooMany() throws {
    let count = ConnectionCount(limit: 2)
    let (first, second) = (try open(count), try open(count))
    let third = try open(count)
    #expect(try status(third) == 503 && !third.isActive && first.isActive && second.isActive)
    try first.close().wait()
    let fourth = try open(count)
    #expect(fourth.isActive)
  }

  @Test("an answer that says so is the last")
  func last() throws {
    let channel = try open()
    try channel.writeInbound(get)
    try channel.writeOutbound(
      HTTPResponsePart.head(HTTPResponse(status: .contentTooLarge, headerFields: [.connection: "close"])))
    try channel.writeOutbound(HTTPResponsePart.end(nil))
    #expect(try status(channel) == 413 && !channel.isActive)
  }
}
