import Dispatch
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Runs a computation in fixed blocks, on as many threads as it warrants.
///
/// The blocks depend on the input alone and their results are joined in block order, so a sum of floating-point numbers
/// has the same bits on one thread and on many. Nothing is shared between blocks but what a lock guards.
package enum ParallelBlocks {
  /// Joins the results of `blockCount` blocks in block order.
  ///
  /// - Parameters:
  ///   - blockCount: The number of blocks, 0 or more.
  ///   - workPerBlock: About how many steps of a nanosecond or so a block takes. Threads are started only for
  ///     as much work as pays for them.
  ///   - initial: What the results are joined to.
  ///   - scratch: Makes the working memory of one thread; a block leaves it as it found it.
  ///   - block: Computes one block.
  ///   - join: Takes in the result of one block; called in block order, one call at a time.
  /// - Throws: `CancellationError` when the calling task is cancelled, which is asked before every block.
  package static func reduce<Scratch, Partial: Sendable, Total: Sendable>(
    blockCount: Int, workPerBlock: Int, into initial: Total, scratch: @Sendable () -> Scratch,
    block: @Sendable (_ index: Int, _ scratch: inout Scratch) -> Partial,
    join: @Sendable (_ total: inout Total, _ partial: Partial) -> Void
  ) throws(CancellationError) -> Total {
    let total = withCancellationCheck { isCancelled in
      run(blockCount, workPerBlock, into: initial, isCancelled, scratch: scratch, block: block, join: join)
    }
    guard let total else { throw CancellationError() }
    return total
  }

  /// As `reduce`, for work that is too short to be worth breaking off: it goes on when the task is cancelled.
  static func reduceAll<Scratch, Partial: Sendable, Total: Sendable>(
    blockCount: Int, workPerBlock: Int, into initial: Total, scratch: @Sendable () -> Scratch,
    block: @Sendable (_ index: Int, _ scratch: inout Scratch) -> Partial,
    join: @Sendable (_ total: inout Total, _ partial: Partial) -> Void
  ) -> Total {
    let total = run(
      blockCount, workPerBlock, into: initial, { false }, scratch: scratch, block: block, join: join)
    guard let total else { preconditionFailure("only cancellation leaves blocks undone") }
    return total
  }

  /// - Returns: `nil` when `isCancelled` said so before all blocks were done.
  private static func run<Scratch, Partial: Sendable, Total: Sendable>(
    _ blockCount: Int, _ workPerBlock: Int, into initial: Total, _ isCancelled: @Sendable () -> Bool,
    scratch: @Sendable () -> Scratch, block: @Sendable (_ index: Int, _ scratch: inout Scratch) -> Partial,
    join: @Sendable (_ total: inout Total, _ partial: Partial) -> Void
  ) -> Total? {
    let onProgress = Computation.onProgress
    let threads = threadCount(blockCount: blockCount, workPerBlock: workPerBlock)
    guard threads > 1 else {
      var total = initial
      guard blockCount > 0 else { return total }
      var memory = scratch()
      for index in 0..<blockCount {
        if isCancelled() { return nil }
        join(&total, block(index, &memory))
        onProgress?(Double(index + 1) / Double(blockCount))
      }
      return total
    }

    let next = Atomic(0)
    let queue = Mutex(OrderedJoin<Partial, Total>(total: initial))
    DispatchQueue.concurrentPerform(iterations: threads) { _ in
      var memory = scratch()
      while !isCancelled() {
        let index = next.add(1, ordering: .relaxed).oldValue
        guard index < blockCount else { return }
        let partial = block(index, &memory)
        queue.withLock { queue in
          queue.waiting[index] = partial
          while let partial = queue.waiting.removeValue(forKey: queue.joinedCount) {
            join(&queue.total, partial)
            queue.joinedCount += 1
            onProgress?(Double(queue.joinedCount) / Double(blockCount))
          }
        }
      }
    }
    let result = queue.withLock { $0 }
    return result.joinedCount == blockCount ? result.total : nil
  }

  /// Computes `count` elements in fixed blocks, each by its own call, and returns them in order.
  ///
  /// - Parameters:
  ///   - count: The number of elements.
  ///   - blockSize: How many neighbouring elements one block computes.
  ///   - workPerElement: As `workPerBlock` of `reduce`, for one element.
  ///   - scratch: Makes the working memory of one thread; an element leaves it as it found it.
  ///   - element: Computes the element at a place.
  package static func map<Scratch, Element: Sendable>(
    count: Int, blockSize: Int = 256, workPerElement: Int, scratch: @Sendable () -> Scratch,
    element: @Sendable (_ index: Int, _ scratch: inout Scratch) -> Element
  ) throws(CancellationError) -> [Element] {
    try reduce(
      blockCount: (count + blockSize - 1) / blockSize,
      workPerBlock: workPerElement.multipliedReportingOverflow(by: blockSize).partialValue, into: [Element](),
      scratch: scratch,
      block: { index, memory in
        (index * blockSize..<min(count, (index + 1) * blockSize)).map { element($0, &memory) }
      },
      join: { elements, block in
        if elements.isEmpty { elements.reserveCapacity(count) }
        elements.append(contentsOf: block)
      })
  }

  /// Computes an array block by block in place: block *k* is lent slice *k* of the array, and no other.
  ///
  /// - Parameters:
  ///   - array: The array to fill.
  ///   - blockSize: How many elements a block holds.
  ///   - workPerElement: As `workPerBlock` of `reduce`, for one element.
  ///   - body: Fills one slice, whose element *i* is element `range.lowerBound + i` of the array.
  /// - Returns: What `body` returned for each block, in block order.
  /// - Throws: `CancellationError` when the calling task is cancelled; the array is then partly filled.
  static func fill<Element: Sendable, Partial: Sendable>(
    _ array: inout [Element], blockSize: Int = 4096, workPerElement: Int,
    _ body: @Sendable (_ range: Range<Int>, _ slice: inout MutableSpan<Element>) -> Partial
  ) throws(CancellationError) -> [Partial] {
    let count = array.count
    return try unsafe array.withUnsafeMutableBufferPointer { buffer throws(CancellationError) in
      // Blocks are disjoint ranges within the buffer, and all have ended when `reduce` returns.
      nonisolated(unsafe) let buffer = unsafe buffer
      return try reduce(
        blockCount: (count + blockSize - 1) / blockSize, workPerBlock: workPerElement * blockSize, into: [Partial](),
        scratch: {},
        block: { index, _ in
          let range = index * blockSize..<min(count, (index + 1) * blockSize)
          var slice = unsafe MutableSpan(_unsafeElements: buffer.extracting(range))
          return body(range, &slice)
        },
        join: { $0.append($1) })
    }
  }

  /// What the threads share: the results that wait for an earlier block, and the total so far.
  private struct OrderedJoin<Partial, Total> {
    var waiting: [Int: Partial] = [:]
    var joinedCount = 0
    var total: Total
  }

  /// Below this many steps a thread costs more than it brings: starting one takes tens of microseconds.
  private static let leastWorkPerThread = 100_000

  private static func threadCount(blockCount: Int, workPerBlock: Int) -> Int {
    let limit = Computation.threadLimit ?? Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))
    let work = Double(blockCount) * Double(max(1, workPerBlock))
    let warranted = Int(min(Double(blockCount), work / Double(leastWorkPerThread)))
    return max(1, min(limit, warranted))
  }

  /// Lends `body` a question that any thread may ask: is the calling task cancelled?
  private static func withCancellationCheck<Result>(_ body: (_ isCancelled: @Sendable () -> Bool) -> Result) -> Result {
    unsafe withUnsafeCurrentTask { task in
      // A handle to a task may be asked `isCancelled` from any thread while the closure that lent it runs, and the
      // threads that ask end before `body` does.
      nonisolated(unsafe) let task = unsafe task
      return body { unsafe task?.isCancelled ?? false }
    }
  }
}
