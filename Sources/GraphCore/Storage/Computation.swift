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
