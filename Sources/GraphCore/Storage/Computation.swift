import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// How the long computations of this module run: on how many threads, and whom they tell how far they are.
///
/// Both are task-local, so they reach every computation called from the closure without a parameter of their own:
///
///     try Computation.$threadLimit.withValue(1) { try graph.betweenness() }
///
/// The number of threads never changes a result, not even its last bit.
public enum Computation {
  /// The most threads that a computation uses, at least 1; `nil` for as many as the machine has processors.
  @TaskLocal public static var threadLimit: Int?

  /// Is told the share of the work that is done, in `0...1`, rising; from any thread, one call at a time.
  @TaskLocal public static var onProgress: (@Sendable (Double) -> Void)?
}

extension Computation {
  /// Runs one of several parts of a computation, so that what it tells of its own share counts as its part of the whole.
  /// A part that begins anew, since it has parts itself, tells nothing less than it told before.
  static func part<Result>(
    _ index: Int, of count: Int, _ work: () throws(CancellationError) -> Result
  ) throws(CancellationError) -> Result {
    guard let whole = onProgress else { return try work() }
    let highest = Mutex(0.0)
    return try told(
      { share in
        highest.withLock { highest in
          highest = max(highest, share)
          whole((Double(index) + highest) / Double(count))
        }
      }, work)
  }

  /// Runs a step of an iteration: it tells nothing, since its own share says nothing of the whole.
  static func step<Result>(_ work: () throws(CancellationError) -> Result) throws(CancellationError) -> Result {
    guard onProgress != nil else { return try work() }
    return try told(nil, work)
  }

  private static func told<Result>(
    _ progress: (@Sendable (Double) -> Void)?, _ work: () throws(CancellationError) -> Result
  ) throws(CancellationError) -> Result {
    do {
      return try $onProgress.withValue(progress, operation: work)
    } catch {
      // `work` throws nothing else; the task-local only forgets its type.
      throw CancellationError()
    }
  }
}

/// How far an iteration is whose residual falls, more or less, by the same factor each time.
struct IterationProgress {
  let tolerance: Double
  private var first: Double?
  private var share = 0.0

  /// - Parameter tolerance: The residual that ends the iteration, above 0.
  init(tolerance: Double) { self.tolerance = tolerance }

  /// Tells the share of the way, on a scale of logarithms, from the first residual to the last.
  mutating func tell(_ residual: Double) {
    guard let onProgress = Computation.onProgress else { return }
    let first = first ?? residual
    self.first = first
    if residual <= tolerance {
      share = 1
    } else if first > tolerance, residual < first {
      share = max(share, log(first / residual) / log(first / tolerance))
    }
    onProgress(share)
  }
}
