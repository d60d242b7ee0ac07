/// Breadth-first searches from up to 512 sources at once: bit *i* of a node's lanes belongs to source *i*.
///
/// One pass over the arcs of a level serves all sources, and the frontiers of searches from near sources overlap.
///
/// - SeeAlso: M. Then et al., *The more the merrier: efficient multi-source graph traversal*, PVLDB 8(4), 2014,
///   [doi:10.14778/2735496.2735507](https://doi.org/10.14778/2735496.2735507); the choice between reading the rows
///   of the frontier and those of the rest: S. Beamer, K. Asanović, D. Patterson, *Direction-optimizing
///   breadth-first search*, SC 2012, [doi:10.1109/SC.2012.50](https://doi.org/10.1109/SC.2012.50).
struct MultiSourceSearch {
  typealias Lanes = SIMD8<UInt64>

  /// How many sources one batch holds.
  static let laneCount = 512

  private var seen: [Lanes]
  private var frontier: [Lanes]
  private var next: [Lanes]
  private var frontierNodes: [NodeID] = []
  private var nextNodes: [NodeID] = []
  private var counter = LaneCounter()

  init(nodeCount: Int) {
    seen = Array(repeating: .zero, count: nodeCount)
    frontier = seen
    next = seen
  }

  /// Searches from `sources` along the arcs, level by level.
  ///
  /// - Parameters:
  ///   - sources: At most ``laneCount`` different nodes; the place of a source is its lane.
  ///   - outgoing: The graph.
  ///   - incoming: Its ``CSRGraph/reversed`` form.
  ///   - maximumDistance: Where to stop. Default: where nothing more is reached.
  ///   - level: Is told the distance, from 1, and for each lane how many nodes lie at it. Called while any does.
  mutating func run(
    from sources: ArraySlice<NodeID>, outgoing: CSRGraph, incoming: CSRGraph,
    maximumDistance: Int = .max,
    level: (_ distance: Int, _ counts: borrowing LaneCounter) -> Void
  ) {
    precondition(sources.count <= MultiSourceSearch.laneCount, "a batch cannot hold \(sources.count) sources")
    for node in seen.indices { seen[node] = .zero }
    var all = Lanes.zero
    for (lane, source) in sources.enumerated() {
      let bit: UInt64 = 1 << UInt64(lane & 63)
      all[lane >> 6] |= bit
      seen[source.index][lane >> 6] |= bit
      frontier[source.index][lane >> 6] |= bit
      frontierNodes.append(source)
    }
    var distance = 0
    while !frontierNodes.isEmpty && distance < maximumDistance {
      distance += 1
      counter.clear()
      let frontierArcs = frontierNodes.reduce(0) { $0 + outgoing.outDegree(of: $1) }
      if frontierArcs < outgoing.arcCount / 4 {
        push(along: outgoing)
      } else {
        pull(along: incoming, wanted: all)
      }
      for node in frontierNodes { frontier[node.index] = .zero }
      swap(&frontier, &next)
      swap(&frontierNodes, &nextNodes)
      nextNodes.removeAll(keepingCapacity: true)
      if !frontierNodes.isEmpty { level(distance, counter) }
    }
    for node in frontierNodes { frontier[node.index] = .zero }
    frontierNodes.removeAll(keepingCapacity: true)
  }

  /// Reads the rows of the frontier: cheap while it is small.
  private mutating func push(along graph: CSRGraph) {
    graph.withRows { offsets, targets in
      for node in frontierNodes {
        let lanes = frontier[node.index]
        for arc in offsets[node.index]..<offsets[node.index + 1] {
          let target = targets[arc]
          let fresh = lanes & ~seen[target.index]
          guard fresh.hasAnyBit else { continue }
          if !next[target.index].hasAnyBit { nextNodes.append(target) }
          next[target.index] |= fresh
        }
      }
    }
    for node in nextNodes {
      seen[node.index] |= next[node.index]
      counter.add(next[node.index])
    }
  }

  /// Reads the rows of the nodes that some search has not seen, and stops when all have: cheap while the frontier is
  /// large.
  private mutating func pull(along graph: CSRGraph, wanted all: Lanes) {
    graph.withRows { offsets, targets in
      for node in 0..<graph.nodeCount {
        let wanted = all & ~seen[node]
        guard wanted.hasAnyBit else { continue }
        var found = Lanes.zero
        var arc = offsets[node]
        let end = offsets[node + 1]
        while arc < end {
          let stop = min(end, arc + 8)
          while arc < stop {
            found |= frontier[targets[arc].index]
            arc += 1
          }
          if !(wanted & ~found).hasAnyBit { break }
        }
        found &= wanted
        guard found.hasAnyBit else { continue }
        seen[node] |= found
        next[node] = found
        nextNodes.append(NodeID(node))
        counter.add(found)
      }
    }
  }
}

/// Counts, for each of 512 lanes, how often its bit was set: adds 512 one-bit numbers in a few instructions.
///
/// Plane *p* holds bit *p* of every count.
struct LaneCounter {
  private var planes = [MultiSourceSearch.Lanes](repeating: .zero, count: 33)
  private var planeCount = 0

  mutating func clear() {
    for plane in 0..<planeCount { planes[plane] = .zero }
    planeCount = 0
  }

  @inline(__always)
  mutating func add(_ lanes: MultiSourceSearch.Lanes) {
    var carry = lanes
    var plane = 0
    repeat {
      let above = planes[plane] & carry
      planes[plane] ^= carry
      carry = above
      plane += 1
    } while carry.hasAnyBit
    planeCount = max(planeCount, plane)
  }

  /// Calls `body` with each lane whose count is not 0, and the count.
  func withCounts(_ body: (_ lane: Int, _ count: Int) -> Void) {
    for word in 0..<8 {
      var lanes: UInt64 = 0
      for plane in 0..<planeCount { lanes |= planes[plane][word] }
      while lanes != 0 {
        let bit = lanes.trailingZeroBitCount
        lanes &= lanes - 1
        var count = 0
        for plane in 0..<planeCount { count |= Int(planes[plane][word] >> UInt64(bit) & 1) << plane }
        body(word << 6 + bit, count)
      }
    }
  }
}

extension SIMD8<UInt64> {
  @inline(__always)
  var hasAnyBit: Bool {
    let half = lowHalf | highHalf
    let quarter = half.lowHalf | half.highHalf
    return quarter[0] | quarter[1] != 0
  }
}
