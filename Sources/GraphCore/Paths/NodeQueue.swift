/// The nodes that a search by lengths has met and not yet settled.
///
/// Where the longest arc is not too many times the shortest, nodes wait in buckets a little narrower than the shortest
/// arc: no way leads from a node to another of its own bucket, so all of them are settled in any order, and none need
/// be compared. Otherwise they wait in a heap. Both may hand out a node again that was put in more than once.
///
/// - SeeAlso: E. V. Denardo, B. L. Fox, *Shortest-route methods: 1. Reaching, pruning, and buckets*, Operations
///   Research 27(1), 1979, [doi:10.1287/opre.27.1.161](https://doi.org/10.1287/opre.27.1.161).
struct NodeQueue {
  /// A ring of buckets: the one of distance *d* is number ⌊*d* / width⌋, modulo a power of two.
  private var buckets: [[NodeID]]
  private let inverseWidth: Double
  private let mask: Int
  /// The number of the bucket that is being emptied, and how many nodes wait in all.
  private var current = 0
  private var waitingCount = 0
  private var heap = DistanceQueue()

  /// More buckets than this are slower to walk past than a heap is.
  private static let bucketLimit = 1024

  init(lengths: [Double]) {
    let shortest = lengths.min() ?? 1
    let longest = lengths.max() ?? 1
    // Narrower than the shortest arc by more than sums are rounded by.
    inverseWidth = (1 + 1e-9) / shortest
    let needed = longest * inverseWidth + 2
    var count = 1
    while Double(count) < needed && count <= NodeQueue.bucketLimit { count *= 2 }
    buckets = count > NodeQueue.bucketLimit ? [] : Array(repeating: [], count: count)
    mask = count - 1
  }

  /// Starts anew at distance 0. The queue must be empty.
  mutating func restart() { current = 0 }

  /// Puts in a node that is no nearer than the one taken out last.
  @inline(__always)
  mutating func push(_ distance: Double, _ node: NodeID) {
    guard !buckets.isEmpty else { return heap.push(distance, node) }
    buckets[Int(distance * inverseWidth) & mask].append(node)
    waitingCount += 1
  }

  /// Takes out a node than which none is nearer by the length of an arc; `nil` when none waits.
  @inline(__always)
  mutating func pop() -> NodeID? {
    guard !buckets.isEmpty else { return heap.popNearest() }
    guard waitingCount > 0 else { return nil }
    while true {
      if let node = buckets[current & mask].popLast() {
        waitingCount -= 1
        return node
      }
      current += 1
    }
  }
}
