import Testing

@testable import Explorer

/// Counts work that runs, and how much ran at once.
private actor Counter {
  private var running = 0
  private(set) var most = 0
  private(set) var total = 0

  func begin() {
    (running, total) = (running + 1, total + 1)
    most = max(most, running)
  }

  func end() { running -= 1 }
}

@Suite("Render queue")
struct RenderQueueTests {
  @Test("runs at most its width at once, and everything in the end")
  func width() async throws {
    let queue = RenderQueue(width: 2, capacity: 100)
    let counter = Counter()
    let sum = try await withThrowingTaskGroup(of: Int.self) { group in
      for number in 0..<50 {
        group.addTask {
          try await queue.run {
            await counter.begin()
            for _ in 0..<20 { await Task.yield() }
            await counter.end()
            return number
          }
        }
      }
      return try await group.reduce(0, +)
    }
    #expect(sum == 49 * 50 / 2)
    #expect((1...2).contains(await counter.most))
  }

  @Test("turns away who finds too many waiting, and never begins work that was cancelled while it waited")
  func limits() async throws {
    let queue = RenderQueue(width: 1, capacity: 1)
    let (gate, opening) = AsyncStream.makeStream(of: Void.self)
    let (begun, beginning) = AsyncStream.makeStream(of: Void.self)
    let first = Task {
      try await queue.run {
        beginning.finish()
        for await _ in gate {}
        return "first"
      }
    }
    for await _ in begun {}
    let second = Task { try await queue.run { "second" } }
    while await queue.waitingCount == 0 { await Task.yield() }
    await #expect(throws: RenderQueue.Full.self) { try await queue.run { "third" } }
    second.cancel()
    await #expect(throws: CancellationError.self) { try await second.value }
    let fourth = Task { try await queue.run { "fourth" } }
    while await queue.waitingCount == 0 { await Task.yield() }
    opening.finish()
    #expect(try await first.value == "first")
    #expect(try await fourth.value == "fourth")
  }

  @Test("goes on after work that fails")
  func failure() async throws {
    struct Fault: Error {}
    let queue = RenderQueue(width: 1, capacity: 1)
    await #expect(throws: Fault.self) { try await queue.run { throw Fault() } }
    let next = try await queue.run { 7 }
    #expect(next == 7)
  }
}

@Suite("Picture store")
struct PictureStoreTests {
  @Test("makes each thing once, and forgets the oldest beyond its limit")
  func keeping() async throws {
    let store = PictureStore(limit: 4)
    let counter = Counter()
    @Sendable func make(_ bytes: [UInt8]) -> @Sendable () async throws -> [UInt8] {
      {
        await counter.begin()
        return bytes
      }
    }
    for _ in 0..<3 {
      let bytes = try await store.bytes(for: "a", make([1, 2]))
      #expect(bytes == [1, 2])
    }
    #expect(await counter.total == 1)
    _ = try await store.bytes(for: "b", make([3, 4]))
    _ = try await store.bytes(for: "c", make([5]))
    #expect(await counter.total == 3)
    _ = try await store.bytes(for: "a", make([1, 2]))
    #expect(await counter.total == 4, "a was the oldest")
    await store.clear()
    _ = try await store.bytes(for: "c", make([5]))
    #expect(await counter.total == 5)
  }

  @Test("ends the work when the last who waits leaves, and not before")
  func leaving() async throws {
    let store = PictureStore(limit: 100)
    let (cancelled, cancelling) = AsyncStream.makeStream(of: Void.self)
    let (begun, beginning) = AsyncStream.makeStream(of: Void.self)
    let ask: @Sendable () async throws -> [UInt8] = {
      try await store.bytes(for: "a") {
        beginning.finish()
        let (never, _) = AsyncStream.makeStream(of: Void.self)
        await withTaskCancellationHandler {
          for await _ in never {}
        } onCancel: {
          cancelling.finish()
        }
        throw CancellationError()
      }
    }
    let one = Task { try await ask() }
    for await _ in begun {}
    let other = Task { try await ask() }
    while await store.waitingCount(for: "a") < 2 { await Task.yield() }
    one.cancel()
    while await store.waitingCount(for: "a") > 1 { await Task.yield() }
    other.cancel()
    for await _ in cancelled {}
    await #expect(throws: CancellationError.self) { try await one.value }
    await #expect(throws: CancellationError.self) { try await other.value }
    let anew = try await store.bytes(for: "a") { [9] }
    #expect(anew == [9])
  }
}
