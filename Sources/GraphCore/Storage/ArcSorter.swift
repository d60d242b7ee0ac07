/// Sorts arcs into rows without comparing them, in parts that stay in the cache of a processor.
///
/// Edges are taken in fixed chunks, and the arcs of each chunk are dealt into buckets, one for each range of rows. The
/// arcs of a bucket are then gathered from all chunks and sorted digit by digit: by head, then by row. Every step keeps
/// the order of arcs that it does not part, so equal arcs meet in the order of their edges, and neither the chunks nor
/// the number of threads change anything.
///
/// - SeeAlso: O. Polychroniou, K. A. Ross, *A comprehensive study of main-memory partitioning and its application to
///   large-scale comparison- and radix-sort*, SIGMOD 2014,
///   [doi:10.1145/2588555.2610522](https://doi.org/10.1145/2588555.2610522).
struct ArcSorter: Sendable {
  let edges: [(NodeID, NodeID)]
  /// One for each edge, or `nil` for arcs without weights.
  let weights: [Double]?
  let rowCount: Int
  /// Whether each edge is two arcs.
  let isSymmetric: Bool
  /// Bucket *b* holds the rows from `b << rowBits` on.
  private let rowBits: Int
  private let bucketCount: Int
  /// How many bits a head takes; it is sorted by `digitCount` digits of `digitBits`, from the lowest.
  private let headBits: Int
  private let digitBits: Int
  private let digitCount: Int

  private let sizes: Sizes

  /// What the parts are to be; no result hangs on it.
  struct Sizes: Sendable {
    /// How many arcs a bucket is to hold: with what they are sorted into they fit a cache of 512 KiB.
    var bucket = 1 << 15
    /// How many edges a chunk holds: enough for long runs in each bucket.
    var chunk = 1 << 17
    /// As many rows as this have their counters in the cache, so that a head can be sorted as one digit.
    var smallRowCount = 1 << 15
    /// At most so many buckets: more would be dealt to more places than the cache can keep open.
    static let bucketLimit = 2048
  }

  init(
    edges: [(NodeID, NodeID)], weights: [Double]?, rowCount: Int, isSymmetric: Bool, sizes: Sizes = Sizes()
  ) {
    (self.edges, self.weights) = (edges, weights)
    (self.rowCount, self.isSymmetric, self.sizes) = (rowCount, isSymmetric, sizes)
    let highest = max(0, rowCount - 1)
    headBits = max(1, Int.bitWidth - highest.leadingZeroBitCount)
    let isSmall = rowCount <= sizes.smallRowCount && edges.count <= sizes.chunk
    let wanted = isSmall ? 0 : edges.count * (isSymmetric ? 2 : 1) / sizes.bucket
    rowBits = (0...headBits).first { highest >> $0 <= min(wanted, Sizes.bucketLimit) } ?? headBits
    bucketCount = rowCount == 0 ? 0 : highest >> rowBits + 1
    digitCount = isSmall ? 1 : (headBits + 10) / 11
    digitBits = (headBits + digitCount - 1) / digitCount
  }

  /// The sorted rows; arcs between the same nodes are made one, their weights added in the order of the edges.
  func rows() -> ArcRows {
    if weights != nil { return rows(of: WeightedArc.self) }
    return rowBits + headBits <= UInt32.bitWidth ? rows(of: PlainArc<UInt32>.self) : rows(of: PlainArc<UInt64>.self)
  }

  private func rows<Arc: SortableArc>(of type: Arc.Type) -> ArcRows {
    if bucketCount == 1 && digitCount == 1 && edges.count <= sizes.chunk {
      // Dealt by head, the arcs are sorted but for the rows.
      let chunk: Chunk<Arc> = deal(edges.indices, by: .head)
      return ArcRows(block(of: chunk.arcs.span, rowCount: rowCount))
    }
    let chunkCount = (edges.count + sizes.chunk - 1) / sizes.chunk
    let chunks = ParallelBlocks.reduceAll(
      blockCount: chunkCount, workPerBlock: 8 * min(edges.count, sizes.chunk), into: [Chunk<Arc>](),
      scratch: {},
      block: { index, _ in
        deal(index * sizes.chunk..<min(edges.count, (index + 1) * sizes.chunk), by: .bucket)
      },
      join: { $0.append($1) })
    let arcCount = chunks.reduce(0) { $0 + $1.arcs.count }
    let rows = ArcRows(rowCount: rowCount, capacity: arcCount, isWeighted: weights != nil)
    return ParallelBlocks.reduceAll(
      blockCount: bucketCount, workPerBlock: 8 * arcCount / max(1, bucketCount), into: rows,
      scratch: { Scratch<Arc>() },
      block: { bucket, scratch in sorted(bucket, of: chunks, &scratch) },
      join: { rows, block in rows.append(block) })
  }
}

// MARK: - Dealing and sorting

extension ArcSorter {
  /// The arcs of some edges, group after group.
  private struct Chunk<Arc: SortableArc>: Sendable {
    let arcs: [Arc]
    /// Group *g* is `arcs[starts[g]..<starts[g + 1]]`.
    let starts: [UInt32]

    func range(of group: Int) -> Range<Int> { Int(starts[group])..<Int(starts[group + 1]) }
  }

  /// What arcs are dealt by: the bucket of their row, or their head.
  private enum Group { case bucket, head }

  /// The memory of one thread: what a bucket is sorted through.
  private struct Scratch<Arc: SortableArc> {
    var from: [Arc] = []
    var to: [Arc] = []

    mutating func reserve(_ count: Int) {
      guard from.count < count else { return }
      from = Array(repeating: Arc(row: 0, head: 0, headBits: 0, weight: 0), count: count)
      to = from
    }
  }

  /// Deals the arcs of a range of edges into groups.
  private func deal<Arc: SortableArc>(_ range: Range<Int>, by group: Group) -> Chunk<Arc> {
    let (shift, groupCount) = group == .head ? (0, rowCount) : (rowBits, bucketCount)
    let edges = edges.span
    var starts = [UInt32](repeating: 0, count: groupCount + 1)
    var counts = starts.mutableSpan
    for edge in range {
      let (source, target) = edges[edge]
      if isSymmetric || group == .bucket { counts[source.index >> shift &+ 1] &+= 1 }
      if isSymmetric || group == .head { counts[target.index >> shift &+ 1] &+= 1 }
    }
    addUp(&counts)
    var places = starts
    var next = places.mutableSpan
    var dealt = [Arc](repeating: Arc(row: 0, head: 0, headBits: 0, weight: 0), count: Int(starts[groupCount]))
    var arcs = dealt.mutableSpan
    let weightArray = weights ?? []
    let weights = weightArray.span
    let rowMask = 1 << rowBits &- 1
    for edge in range {
      let (source, target) = edges[edge]
      let weight = weights.isEmpty ? 1 : weights[edge]
      let (first, second) = (source.index >> shift, target.index >> shift)
      let forward = Arc(row: source.index & rowMask, head: target, headBits: headBits, weight: weight)
      put(forward, into: &arcs, at: &next[group == .head ? second : first])
      guard isSymmetric else { continue }
      let backward = Arc(row: target.index & rowMask, head: source, headBits: headBits, weight: weight)
      put(backward, into: &arcs, at: &next[group == .head ? first : second])
    }
    return Chunk(arcs: dealt, starts: starts)
  }

  @inline(__always)
  private func put<Arc: SortableArc>(_ arc: Arc, into arcs: inout MutableSpan<Arc>, at place: inout UInt32) {
    arcs[Int(place)] = arc
    place &+= 1
  }

  /// Sorts the arcs of one bucket.
  private func sorted<Arc: SortableArc>(
    _ bucket: Int, of chunks: [Chunk<Arc>], _ scratch: inout Scratch<Arc>
  ) -> RowBlock {
    let runs = chunks.map { ($0.arcs, $0.range(of: bucket)) }
    let arcCount = runs.reduce(0) { $0 + $1.1.count }
    scratch.reserve(arcCount)
    for digit in 0..<digitCount {
      let shift = digit * digitBits
      sort(by: shift, digit == 0 ? runs : [(scratch.from, 0..<arcCount)], into: &scratch.to)
      swap(&scratch.from, &scratch.to)
    }
    return block(
      of: scratch.from.span.extracting(0..<arcCount), rowCount: min(rowCount - bucket << rowBits, 1 << rowBits))
  }

  private func block<Arc: SortableArc>(of arcs: Span<Arc>, rowCount: Int) -> RowBlock {
    RowBlock(sortedByHead: arcs, headBits: headBits, rowCount: rowCount, isWeighted: weights != nil)
  }

  /// Sorts arcs by one digit of their heads, those with the same digit in the order given.
  private func sort<Arc: SortableArc>(by shift: Int, _ runs: [([Arc], Range<Int>)], into sorted: inout [Arc]) {
    let mask = 1 << digitBits &- 1
    var places = [UInt32](repeating: 0, count: 1 << digitBits + 1)
    var next = places.mutableSpan
    for (arcs, range) in runs {
      let arcs = arcs.span
      for place in range { next[Int(truncatingIfNeeded: arcs[place].key >> shift) & mask &+ 1] &+= 1 }
    }
    addUp(&next)
    var sorted = sorted.mutableSpan
    for (arcs, range) in runs {
      let arcs = arcs.span
      for place in range {
        let arc = arcs[place]
        let digit = Int(truncatingIfNeeded: arc.key >> shift) & mask
        put(arc, into: &sorted, at: &next[digit])
      }
    }
  }

  /// Turns counts that stand one place too high into the places where each group starts.
  private func addUp(_ counts: inout MutableSpan<UInt32>) {
    for value in 1..<counts.count { counts[value] += counts[value &- 1] }
  }
}

// MARK: - Arcs

/// An arc on its way to its row.
protocol SortableArc: Sendable {
  associatedtype Key: FixedWidthInteger & UnsignedInteger

  /// - Parameters:
  ///   - row: The row, counted from the first of its bucket.
  ///   - headBits: How many bits heads take.
  init(row: Int, head: NodeID, headBits: Int, weight: Double)

  /// The row above the bits of the head.
  var key: Key { get }
  var weight: Double { get }
}

/// An arc of a graph without weights: nothing but its key.
struct PlainArc<Key: FixedWidthInteger & UnsignedInteger & Sendable>: SortableArc {
  let key: Key
  var weight: Double { 1 }

  @inline(__always)
  init(row: Int, head: NodeID, headBits: Int, weight: Double) {
    key = Key(truncatingIfNeeded: row) &<< Key(truncatingIfNeeded: headBits) | Key(truncatingIfNeeded: head.rawValue)
  }
}

/// An arc with its weight.
struct WeightedArc: SortableArc {
  let key: UInt64
  let weight: Double

  @inline(__always)
  init(row: Int, head: NodeID, headBits: Int, weight: Double) {
    key = PlainArc<UInt64>(row: row, head: head, headBits: headBits, weight: weight).key
    self.weight = weight
  }
}
