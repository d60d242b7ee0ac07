/// Brandes' two passes by hops from eight sources at once: lane *i* of a vector belongs to source *i*.
///
/// The names are those of the paper: σ `sigma`, δ `delta`. A node can be at different distances from different sources,
/// so it stands in one level for each of its distances, with the lanes that have it there.
///
/// Near sources share most of their frontiers, and one read of an arc then serves several of them.
struct HopDependencies {
  typealias Lanes = SIMD8<Double>

  static let laneCount = 8

  /// Vectors of 0 and 1 for each set of lanes.
  private static let ones: [Lanes] = (0..<256).map { set in
    var lanes = Lanes.zero
    for lane in 0..<8 where set >> lane & 1 == 1 { lanes[lane] = 1 }
    return lanes
  }

  private var sigma: [Lanes]
  /// What the frontier hands to each node of the next level: counts of paths.
  private var arriving: [Lanes]
  /// (1 + δ) / σ of the level beyond the current one, and of the current one.
  private var beyond: [Lanes]
  private var current: [Lanes]
  private var lanesBeyond: [UInt8]
  private var lanesHere: [UInt8]
  private var seen: [UInt8]
  private var touched: [UInt8]
  /// The levels, one after another: a node, and the lanes that have it in that level.
  private var nodes: [UInt32]
  private var lanes: [UInt8]
  private var levelStarts: [Int] = []

  init(nodeCount: Int) {
    sigma = Array(repeating: .zero, count: nodeCount)
    arriving = sigma
    beyond = sigma
    current = sigma
    lanesBeyond = Array(repeating: 0, count: nodeCount)
    lanesHere = lanesBeyond
    seen = lanesBeyond
    touched = lanesBeyond
    nodes = Array(repeating: 0, count: HopDependencies.laneCount * nodeCount + 1)
    lanes = Array(repeating: 0, count: HopDependencies.laneCount * nodeCount + 1)
  }

  /// Adds to `sums` the dependencies of `sources`, at most eight different nodes, on every other node.
  mutating func add(_ sources: ArraySlice<NodeID>, in graph: CSRGraph, to sums: inout [Double]) {
    precondition(sources.count <= HopDependencies.laneCount, "a batch cannot hold \(sources.count) sources")
    let count = graph.withRows { offsets, targets in
      let count = search(from: sources, offsets, targets)
      for level in stride(from: levelStarts.count - 2, to: 0, by: -1) {
        accumulate(level: level, offsets, targets, &sums)
      }
      return count
    }
    for place in 0..<count {
      seen[Int(nodes[place])] = 0
      lanesBeyond[Int(nodes[place])] = 0
    }
  }

  /// Counts the shortest paths, level by level.
  ///
  /// - Returns: How many places of the levels are in use.
  private mutating func search(from sources: ArraySlice<NodeID>, _ offsets: Span<Int>, _ targets: Span<NodeID>) -> Int {
    let ones = HopDependencies.ones
    levelStarts.removeAll(keepingCapacity: true)
    levelStarts.append(0)
    var end = 0
    for (lane, source) in sources.enumerated() {
      nodes[end] = UInt32(source.index)
      lanes[end] = 1 << UInt8(lane)
      seen[source.index] = 1 << UInt8(lane)
      sigma[source.index] = ones[1 << lane]
      end += 1
    }
    levelStarts.append(end)
    var start = 0
    while start < end {
      let next = end
      for place in start..<next {
        let node = Int(nodes[place])
        let here = lanes[place]
        let paths = sigma[node] * ones[Int(here)]
        for arc in offsets[node]..<offsets[node + 1] {
          let target = targets[arc].index
          let fresh = here & ~seen[target]
          guard fresh != 0 else { continue }
          let already = touched[target]
          if already == 0 {
            nodes[end] = UInt32(truncatingIfNeeded: target)
            end += 1
            arriving[target] = paths
          } else {
            arriving[target] += paths
          }
          touched[target] = already | fresh
        }
      }
      for place in next..<end {
        let node = Int(nodes[place])
        // Lanes that had the node before also arrived: only those that had not count.
        let found = touched[node]
        touched[node] = 0
        lanes[place] = found
        let paths = arriving[node] * ones[Int(found)]
        sigma[node] = seen[node] == 0 ? paths : sigma[node] + paths
        seen[node] |= found
      }
      if end > next { levelStarts.append(end) }
      start = next
    }
    return end
  }

  /// Adds the dependencies on the nodes of one level, from those of the level beyond.
  private mutating func accumulate(
    level: Int, _ offsets: Span<Int>, _ targets: Span<NodeID>, _ sums: inout [Double]
  ) {
    let ones = HopDependencies.ones
    for place in levelStarts[level]..<levelStarts[level + 1] {
      let node = Int(nodes[place])
      let here = lanes[place]
      var ahead = Lanes.zero
      for arc in offsets[node]..<offsets[node + 1] {
        let target = targets[arc].index
        if lanesBeyond[target] & here != 0 { ahead += beyond[target] }
      }
      let mask = ones[Int(here)]
      let paths = sigma[node]
      let delta = paths * ahead * mask
      sums[node] += delta.sum()
      current[node] = (mask + delta) / paths.replacing(with: 1, where: paths .== 0)
      lanesHere[node] = here
    }
    if level + 2 < levelStarts.count {
      for place in levelStarts[level + 1]..<levelStarts[level + 2] { lanesBeyond[Int(nodes[place])] = 0 }
    }
    swap(&beyond, &current)
    swap(&lanesBeyond, &lanesHere)
  }
}
