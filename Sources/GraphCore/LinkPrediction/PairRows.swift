#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Computes the scores of one node with all others, row after row.
struct PairRows: Sendable {
  let graph: CSRGraph
  let kind: PairScore
  private let degrees: [Double]
  /// What each node adds to a pair as a shared neighbour, or as an inner node of a walk.
  private let share: [Double]

  init(_ graph: CSRGraph, kind: PairScore) {
    self.graph = graph.undirected
    self.kind = kind
    let degrees = self.graph.degree().values
    self.degrees = degrees
    share =
      switch kind {
      case .adamicAdar: degrees.map { $0 > 1 ? 1 / log($0) : 0 }
      case .resourceAllocation: degrees.map { $0 > 0 ? 1 / $0 : 0 }
      case .lengthThree: degrees.map { $0 > 0 ? 1 / $0.squareRoot() : 0 }
      default: degrees.map { _ in 1 }
      }
    switch kind {
    case .localPath(let weight):
      precondition(weight >= 0, "the weight of walks of three must be 0 or more, not \(weight)")
    case .katz(let attenuation):
      precondition(attenuation > 0, "the attenuation must be above 0, not \(attenuation)")
    case .rootedPageRank(let damping):
      precondition(damping >= 0 && damping < 1, "the damping must be from 0 to below 1, not \(damping)")
    default: break
    }
  }

  /// A row of scores with the list of the places that are not 0; all are between rows.
  struct Memory {
    fileprivate(set) var scores: [Double]
    fileprivate var touched: [NodeID] = []
    fileprivate var walk: [Double]
    fileprivate var walkTouched: [NodeID] = []

    init(nodeCount: Int) {
      scores = Array(repeating: 0, count: nodeCount)
      walk = scores
    }

    mutating func clear() {
      for node in touched { scores[node.index] = 0 }
      touched.removeAll(keepingCapacity: true)
      clearWalk()
    }

    fileprivate mutating func clearWalk() {
      for node in walkTouched { walk[node.index] = 0 }
      walkTouched.removeAll(keepingCapacity: true)
    }

    fileprivate mutating func add(_ value: Double, to node: NodeID) {
      if scores[node.index] == 0 { touched.append(node) }
      scores[node.index] += value
    }
  }

  /// Fills the row of `node`, or at least its places above `node`. The memory must be clear.
  func fill(_ memory: inout Memory, of node: Int, aboveOnly: Bool = false) {
    let floor = aboveOnly ? node + 1 : 0
    switch kind {
    case .commonNeighbors, .adamicAdar, .resourceAllocation:
      addSharedNeighbors(of: node, from: floor, to: &memory)
    case .jaccard:
      addSharedNeighbors(of: node, from: floor, to: &memory)
      for other in memory.touched {
        let shared = memory.scores[other.index]
        memory.scores[other.index] = shared / (degrees[node] + degrees[other.index] - shared)
      }
    case .preferentialAttachment:
      for other in graph.nodes where degrees[node] * degrees[other.index] > 0 {
        memory.add(degrees[node] * degrees[other.index], to: other)
      }
    case .lengthThree:
      addWalksOfThree(from: node, to: &memory, weight: 1)
    case .localPath(let weight):
      addSharedNeighbors(of: node, from: floor, to: &memory)
      if weight > 0 { addWalksOfThree(from: node, to: &memory, weight: weight) }
    case .katz(let attenuation):
      addWalks(from: node, seed: 1, to: &memory) { _ in attenuation }
      // The walk of no tie at all, from the node to itself.
      memory.scores[node] -= 1
    case .rootedPageRank(let damping):
      addWalks(from: node, seed: 1 - damping, to: &memory) { damping / degrees[$0] }
      // Steps balance: what flows from u to v in the long run is to what flows back as the degree of v to that of u.
      for other in memory.touched { memory.scores[other.index] *= 1 + degrees[node] / degrees[other.index] }
    }
  }

  /// Adds the share of each neighbour to the others around it, from the place `floor` on.
  private func addSharedNeighbors(of node: Int, from floor: Int, to memory: inout Memory) {
    graph.withRows { offsets, targets in
      for arc in offsets[node]..<offsets[node + 1] {
        let middle = targets[arc].index
        guard share[middle] > 0 else { continue }
        // Rows rise, so what is above the floor stands at the end.
        var next = offsets[middle + 1] - 1
        while next >= offsets[middle], targets[next].index >= floor {
          if targets[next].index != node { memory.add(share[middle], to: targets[next]) }
          next -= 1
        }
      }
    }
  }

  /// Adds `weight` for each walk node–a–b–other, times the shares of a and b when walks of three are the score.
  private func addWalksOfThree(from node: Int, to memory: inout Memory, weight: Double) {
    graph.withRows { offsets, targets in
      for arc in offsets[node]..<offsets[node + 1] {
        let first = targets[arc].index
        for next in offsets[first]..<offsets[first + 1] {
          let second = targets[next]
          if memory.walk[second.index] == 0 { memory.walkTouched.append(second) }
          memory.walk[second.index] += share[first]
        }
      }
      for second in memory.walkTouched {
        let sum = weight * memory.walk[second.index] * share[second.index]
        for arc in offsets[second.index]..<offsets[second.index + 1] { memory.add(sum, to: targets[arc]) }
      }
    }
    memory.clearWalk()
  }

  /// Solves xᵥ = `seed` at the node + Σ `factor`(u) · xᵤ over the neighbours: the sum over all walks from the node.
  ///
  /// Where the sum has no limit the whole row is undefined.
  private func addWalks(from node: Int, seed: Double, to memory: inout Memory, factor: (_ node: Int) -> Double) {
    let factors = graph.nodes.map { graph.outDegree(of: $0) > 0 ? factor($0.index) : 0 }
    var scores = memory.scores
    var next = scores
    var hasConverged = false
    for _ in 0..<20_000 where !hasConverged {
      hasConverged = true
      graph.withRows { offsets, targets in
        for target in 0..<graph.nodeCount {
          var sum = target == node ? seed : 0
          for arc in offsets[target]..<offsets[target + 1] {
            sum += factors[targets[arc].index] * scores[targets[arc].index]
          }
          // Each score for itself, since those of far pairs are many orders smaller.
          if !(sum - scores[target] <= 1e-14 * sum) { hasConverged = false }
          next[target] = sum
        }
      }
      swap(&scores, &next)
      guard scores[node].isFinite else {
        hasConverged = false
        break
      }
    }
    for target in graph.nodes {
      let score = hasConverged ? scores[target.index] : .nan
      if score != 0 { memory.touched.append(target) }
      memory.scores[target.index] = score
    }
  }

  /// Calls `body` with the other ends of pairs of `node` that are no ties and score above 0; each pair at its lower
  /// node only. The scores of ties are lost.
  func withCandidates(of node: Int, _ memory: inout Memory, _ body: (_ other: Int, _ score: Double) -> Void) {
    for neighbor in graph.neighbors(of: NodeID(node)) { memory.scores[neighbor.index] = 0 }
    for other in memory.touched where other.index > node && memory.scores[other.index] > 0 {
      body(other.index, memory.scores[other.index])
    }
  }
}
