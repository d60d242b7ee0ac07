import Foundation
import Synchronization
import Testing

@testable import GraphvizKit

@Suite("Many pictures at once")
struct RenderPoolTests {
  private static func job(_ nodes: Int) throws -> RenderJob {
    try RenderJob(DOTDocument.dense(nodeCount: nodes), engine: .neato, formats: [.svg])
  }

  @Test("come back in the order of their inputs, each as when it is drawn alone", .timeLimit(.minutes(2)))
  func order() async throws {
    let sizes = [12, 3, 9, 5, 7, 4]
    let pool = RenderPool(TestWorker.renderer(), width: 3)
    var done: [Int] = []
    let results = await pool.map(sizes, onDone: { done.append($0) }, { try await $1.render(try Self.job($0)) })
    #expect(done == Array(1...6))
    for (size, result) in zip(sizes, results) { #expect(try result.get() == Graphviz.render(try Self.job(size))) }
  }

  @Test("are never more than there is room for")
  func width() async throws {
    let running = Mutex((now: 0, most: 0))
    let pool = RenderPool(TestWorker.renderer(), width: 2)
    let results = await pool.map(Array(0..<8)) { number, _ in
      running.withLock { $0 = ($0.now + 1, max($0.most, $0.now + 1)) }
      try await Task.sleep(for: .milliseconds(5))
      running.withLock { $0.now -= 1 }
      return number
    }
    #expect(try results.map { try $0.get() } == Array(0..<8))
    #expect(running.withLock { $0.most } == 2)
    #expect(RenderPool(GraphvizRenderer(.inProcess), width: 5).width == 1)
  }

  @Test("go on when one of them fails or takes too long", .timeLimit(.minutes(2)))
  func failures() async throws {
    let pool = RenderPool(TestWorker.renderer(timeLimit: .milliseconds(800)), width: 2)
    let results = await pool.map([5, 2_000, 6]) { size, renderer in try await renderer.render(try Self.job(size)) }
    #expect(throws: Never.self) { try results[0].get() }
    #expect { try results[1].get() } throws: { ($0 as? GraphvizError)?.reason == .timeLimit(seconds: 0.8) }
    #expect(throws: Never.self) { try results[2].get() }
  }

  @Test("end with their task: none is begun after, no worker is left", .timeLimit(.minutes(2)))
  func cancellation() async throws {
    let pool = RenderPool(TestWorker.renderer(), width: 2)
    let started = Mutex(0)
    let task = Task {
      await pool.map(Array(0..<6)) { _, renderer in
        started.withLock { $0 += 1 }
        return try await renderer.render(RenderJob(DOTDocument.dense(nodeCount: 2_000), engine: .dot, formats: [.svg]))
      }
    }
    while started.withLock({ $0 }) < 2 { await Task.yield() }
    task.cancel()
    let results = await task.value
    #expect(results.count == 6)
    for result in results {
      #expect { try result.get() } throws: { ($0 as? GraphvizError)?.reason == .cancelled }
    }
    #expect(started.withLock { $0 } == 2)
  }
}
