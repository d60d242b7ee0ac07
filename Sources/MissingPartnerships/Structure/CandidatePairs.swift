import GraphCore

/// The pairs that could become ties: no tie yet, and a past at both ends.
struct CandidatePairs: Sendable {
  let graph: CSRGraph
  /// Nodes with a past, rising.
  let active: [NodeID]

  /// The pairs of nodes with a tie.
  init(_ graph: CSRGraph) { self.init(PairMeasures(graph)) }

  /// The pairs of nodes with a tie, or with an alliance that tied them to nobody here.
  init(_ measures: PairMeasures) {
    graph = measures.graph
    active = measures.graph.nodes.filter { measures.isActive($0) }
  }

  /// How many there are.
  var count: Int { active.count * (active.count - 1) / 2 - graph.edgeCount }

  /// All of them, rising.
  ///
  /// - Complexity: O(*n*²).
  var all: [NodePair] {
    var pairs: [NodePair] = []
    pairs.reserveCapacity(count)
    for (place, low) in active.enumerated() { forEachHigher(than: low, at: place) { pairs.append(NodePair(low, $0)) } }
    return pairs
  }

  /// Calls `body` with each candidate above `low`, which is the active node at `place`.
  @inline(__always)
  func forEachHigher(than low: NodeID, at place: Int, _ body: (NodeID) -> Void) {
    var tied = graph.neighbors(of: low).drop { $0 <= low }
    for high in active[(place + 1)...] {
      if tied.first == high { tied = tied.dropFirst() } else { body(high) }
    }
  }

  /// At most `limit` of them for measuring means and spreads: all when there are no more, else drawn at random, from
  /// at most so many first ends that large graphs need not be measured whole.
  func reference(limit: Int, using generator: inout some RandomNumberGenerator) -> [NodePair] {
    guard count > limit else { return all }
    var sources = active
    generator.shuffle(&sources)
    sources = Array(sources.prefix(graph.nodeCount > PairMeasures.passLimit ? 64 : 512))
    return drawn(limit, using: &generator) { generator in sources[generator.below(sources.count)] }
  }

  /// `wanted` candidates, each equally likely, with repetition.
  func uniform(_ wanted: Int, using generator: inout some RandomNumberGenerator) -> [NodePair] {
    drawn(wanted, using: &generator) { generator in active[generator.below(active.count)] }
  }

  /// Draws one end with `first`, the other among the active nodes, until it has `wanted` candidates.
  private func drawn<Generator: RandomNumberGenerator>(
    _ wanted: Int, using generator: inout Generator, first: (inout Generator) -> NodeID
  ) -> [NodePair] {
    guard count > 0 else { return [] }
    var pairs: [NodePair] = []
    pairs.reserveCapacity(wanted)
    while pairs.count < wanted {
      let (one, other) = (first(&generator), active[generator.below(active.count)])
      if one != other, !graph.hasEdge(from: one, to: other) { pairs.append(NodePair(one, other)) }
    }
    return pairs
  }

  /// `wanted` candidates, each as likely as the product of the degrees of its ends, with repetition.
  func byDegree(_ wanted: Int, using generator: inout some RandomNumberGenerator) -> [NodePair] {
    guard count > 0 else { return [] }
    // A random end of a random tie is a node with chance proportional to its degree.
    let ends = graph.edges.flatMap { [$0.source, $0.target] }
    var pairs: [NodePair] = []
    pairs.reserveCapacity(wanted)
    while pairs.count < wanted {
      let (one, other) = (ends[generator.below(ends.count)], ends[generator.below(ends.count)])
      if one != other, !graph.hasEdge(from: one, to: other) { pairs.append(NodePair(one, other)) }
    }
    return pairs
  }
}
