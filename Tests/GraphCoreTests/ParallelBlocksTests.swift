import Synchronization
import Testing

@testable import GraphCore

@Suite("ParallelBlocks")
struct ParallelBlocksTests {
  /// A sum whose last bits hang on the order of addition.
  private func sum() throws -> Double {
    try ParallelBlocks.reduce(
      blockCount: 1000, workPerBlock: 1_000_000, into: 0.0, scratch: { 0.0 },
      block: { index, _ in 1 / Double(index + 1) }, join: { $0 += $1 })
  }

  @Test("joins in block order on any number of threads", arguments: [1, 2, 3, 16])
  func order(threads: Int) throws {
    let expected = (0..<1000).reduce(0.0) { $0 + 1 / Double($1 + 1) }
    #expect(try Computation.$threadLimit.withValue(threads) { try sum() } == expected)
  }

  @Test("maps every element in its place", arguments: [0, 1, 255, 256, 257, 1000])
  func map(count: Int) throws {
    let squares = try ParallelBlocks.map(
      count: count, workPerElement: 1_000_000, scratch: {}, element: { index, _ in index * index })
    #expect(squares == (0..<count).map { $0 * $0 })
  }

  @Test("stops when its task is cancelled", arguments: [1, 4])
  func cancellation(threads: Int) async {
    let task = Task {
      while !Task.isCancelled { await Task.yield() }
      return try Computation.$threadLimit.withValue(threads) { try sum() }
    }
    task.cancel()
    await #expect(throws: CancellationError.self) { try await task.value }
  }

  @Test("reports progress from the first block to the last, rising", arguments: [1, 4])
  func progress(threads: Int) throws {
    let shares = Mutex<[Double]>([])
    let record: @Sendable (Double) -> Void = { share in shares.withLock { $0.append(share) } }
    try Computation.$onProgress.withValue(record) {
      _ = try Computation.$threadLimit.withValue(threads) { try sum() }
    }
    let reported = shares.withLock { $0 }
    #expect(reported == (1...1000).map { Double($0) / 1000 })
  }
}
