import Foundation
import GraphCore

/// Measures the pairs of a few sources with all nodes, straight from the definitions of ``StructuralFeature``.
///
/// Eight sources go through the graph together, one in each lane of a vector, so that every pass over the arcs serves
/// eight rows. Nothing of size *n*² is ever held.
struct PairMeasures: Sendable {
  let graph: CSRGraph
  /// What is known besides the shape of the graph; nil for plain lists of ties.
  let attributes: AttributeMeasures?
  let degrees: [Double]
  let inverseDegrees: [Double]
  let inverseRoots: [Double]
  private let logDegrees: [Double]
  private let logSurroundings: [Double]

  /// A walk is followed for so many steps; three walks in a thousand go further.
  static let walkSteps = 16
  static let restart = 0.3
  /// Networks of more nodes are measured around each source, not as a whole.
  static let passLimit = 3_000
  var isLarge: Bool { graph.nodeCount > PairMeasures.passLimit }

  init(_ graph: CSRGraph, attributes: AttributeMeasures? = nil) {
    precondition(!graph.isDirected, "missing partnerships are measured on undirected graphs")
    (self.graph, self.attributes) = (graph, attributes)
    let degrees = graph.nodes.map { Double(graph.outDegree(of: $0)) }
    self.degrees = degrees
    // A node without neighbours is in no row, so what stands here for it is never read.
    inverseDegrees = degrees.map { 1 / max(1, $0) }
    inverseRoots = degrees.map { 1 / max(1, $0).squareRoot() }
    logDegrees = degrees.map { log(1 + $0) }
    logSurroundings = graph.nodes.map { node in
      let sum = graph.neighbors(of: node).reduce(0) { $0 + degrees[$1.index] }
      return log(1 + sum / max(1, degrees[node.index]))
    }
  }
}

/// What is summed over the ways between two nodes, before logarithms.
struct PairSums: Sendable, Equatable {
  var shared = 0.0
  var rarity = 0.0
  var chains = 0.0
  /// The share of time that a walk from the first spends at the second.
  var visits = 0.0
  /// Over the partners that the two share, the rarity of each times the strengths of both ties.
  var profile = 0.0
  /// The likeness of each to the partners of the other, by the cosine of their profiles, added up.
  var peers = 0.0
}

extension PairMeasures {
  /// Whether anything is known of what `node` did: it has a tie, or an alliance with somebody who is not a node.
  func isActive(_ node: NodeID) -> Bool {
    graph.outDegree(of: node) > 0 || (attributes.map { $0.allianceCounts[node.index] > 0 } ?? false)
  }
}

/// The working memory of one thread: what the passes over the graph fill for one group of sources.
struct PairScratch {
  var members: [Lanes]
  var shared: [Lanes]
  var rarity: [Lanes]
  var chains: [Lanes]
  var visits: [Lanes]
  var walk: [Lanes]
  var next: [Lanes]
  /// For ``AttributeFeature/profile`` and ``AttributeFeature/peers``; empty without attributes.
  var profile: [Lanes]
  var peers: [Lanes]

  init(nodeCount: Int, hasAttributes: Bool) {
    let zeros = [Lanes](repeating: .zero, count: nodeCount)
    (members, shared, rarity, chains, visits, walk, next) = (zeros, zeros, zeros, zeros, zeros, zeros, zeros)
    profile = hasAttributes ? zeros : []
    peers = profile
  }

  /// What the source in `lane` shares with `target`.
  @inline(__always)
  func sums(lane: Int, target: Int) -> PairSums {
    PairSums(
      shared: shared[target][lane], rarity: rarity[target][lane], chains: chains[target][lane],
      visits: visits[target][lane], profile: profile.isEmpty ? 0 : profile[target][lane],
      peers: peers.isEmpty ? 0 : peers[target][lane])
  }
}

extension PairMeasures {
  /// How many sources share one pass.
  static let groupSize = Lanes.scalarCount
  static let structuralCount = StructuralFeature.allCases.count

  /// How many features a pair has: the structural ones, then those of ``AttributeFeature``.
  var width: Int {
    PairMeasures.structuralCount + (attributes == nil ? 0 : AttributeFeature.allCases.count)
  }

  /// About how many nanoseconds one group of sources takes.
  var workPerGroup: Int { (PairMeasures.walkSteps + 8) * (graph.arcCount + graph.nodeCount) * 2 }

  /// Fills `scratch` for up to eight sources: lane *l* speaks of `sources[l]`.
  ///
  /// - Complexity: O(*n* + *m*), some twenty passes.
  func measure(_ sources: ArraySlice<Int>, into scratch: inout PairScratch) {
    for node in 0..<graph.nodeCount {
      scratch.members[node] = .zero
      scratch.walk[node] = .zero
    }
    for (lane, source) in sources.enumerated() {
      for neighbour in graph.neighbors(of: NodeID(source)) { scratch.members[neighbour.index][lane] = 1 }
      scratch.walk[source][lane] = 1
    }
    graph.neighbourSums(of: scratch.members, into: &scratch.shared)
    scale(scratch.members, by: inverseDegrees, into: &scratch.next)
    graph.neighbourSums(of: scratch.next, into: &scratch.rarity)
    scale(scratch.members, by: inverseRoots, into: &scratch.next)
    graph.neighbourSums(of: scratch.next, into: &scratch.visits)
    scale(scratch.visits, by: inverseRoots, into: &scratch.next)
    graph.neighbourSums(of: scratch.next, into: &scratch.chains)
    if let attributes { compareProfiles(of: sources, attributes, in: &scratch) }
    followWalks(in: &scratch)
  }

  /// The products of the profiles of the sources with all, then those with the partners of all, and the other way round.
  private func compareProfiles(
    of sources: ArraySlice<Int>, _ attributes: AttributeMeasures, in scratch: inout PairScratch
  ) {
    let (ties, inverseLengths) = (attributes.ties, attributes.inverseProfileLengths)
    for node in 0..<graph.nodeCount { scratch.next[node] = .zero }
    for (lane, source) in sources.enumerated() {
      for (neighbour, strength) in zip(graph.neighbors(of: NodeID(source)), ties.weights(of: NodeID(source)) ?? []) {
        scratch.next[neighbour.index][lane] = strength * attributes.rarities[neighbour.index]
      }
    }
    ties.weightedNeighbourSums(of: scratch.next, into: &scratch.profile)

    // The profiles of the partners of a source, each of length 1, added up, beside the profile of each node.
    scale(scratch.members, by: inverseLengths, into: &scratch.next)
    ties.weightedNeighbourSums(of: scratch.next, into: &scratch.peers)
    scale(scratch.peers, by: attributes.rarities, into: &scratch.next)
    ties.weightedNeighbourSums(of: scratch.next, into: &scratch.peers)
    for node in 0..<graph.nodeCount { scratch.peers[node] *= inverseLengths[node] }

    // The cosine of the source with each node, added up over the partners of each node.
    scale(scratch.profile, by: inverseLengths, into: &scratch.next)
    for (lane, source) in sources.enumerated() {
      for node in 0..<graph.nodeCount { scratch.next[node][lane] *= inverseLengths[source] }
    }
    graph.neighbourSums(of: scratch.next, into: &scratch.members)
    for node in 0..<graph.nodeCount { scratch.peers[node] += scratch.members[node] }
  }

  /// Restarted walks: the share of time spent at each node, after ``walkSteps`` steps at most.
  private func followWalks(in scratch: inout PairScratch) {
    for node in 0..<graph.nodeCount {
      scratch.visits[node] = scratch.walk[node] * PairMeasures.restart
      scratch.walk[node] *= inverseDegrees[node]
    }
    var share = PairMeasures.restart
    for _ in 0..<PairMeasures.walkSteps {
      share *= 1 - PairMeasures.restart
      graph.walkStep(from: scratch.walk, into: &scratch.next, adding: share, to: &scratch.visits, by: inverseDegrees)
      swap(&scratch.walk, &scratch.next)
    }
  }

  private func scale(_ values: [Lanes], by factors: [Double], into scaled: inout [Lanes]) {
    for node in 0..<graph.nodeCount { scaled[node] = values[node] * factors[node] }
  }

  /// The features of the pair of two nodes that share `sums`, structural ones first.
  @inline(__always)
  func features(
    of source: Int, and target: Int, _ sums: PairSums, give: (_ feature: Int, _ value: Double) -> Void
  ) {
    let union = degrees[source] + degrees[target] - sums.shared
    give(0, union > 0 ? sums.shared / union : 0)
    give(1, log(0.3 + sums.rarity))
    give(2, log(0.5 + sums.chains))
    // Walks can be turned round: k_i π_ij = k_j π_ji.
    give(3, log(1e-6 + sums.visits + sums.visits * degrees[source] * inverseDegrees[target]))
    give(4, logDegrees[source] + logDegrees[target])
    give(5, abs(logDegrees[source] - logDegrees[target]))
    give(6, logSurroundings[source] + logSurroundings[target])
    attributes?.features(of: source, and: target, sums) {
      give(PairMeasures.structuralCount + $0, $1)
    }
  }
}
