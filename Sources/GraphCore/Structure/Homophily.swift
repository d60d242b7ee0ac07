/// How far ties stay within groups, against chance.
public struct ExternalInternalIndex: Sendable, Equatable {
  /// The weight of ties between different groups; their number in an unweighted graph.
  public let external: Double
  /// The weight of ties within groups.
  public let `internal`: Double
  /// (external − internal) / (external + internal): −1 when all ties stay within groups, 1 when none does; `nil`
  /// without ties.
  public var index: Double? {
    external + `internal` > 0 ? (external - `internal`) / (external + `internal`) : nil
  }
}

/// The E-I index with the chance to find one so low or so high when nodes are spread over the groups at random.
public struct ExternalInternalTest: Sendable, Equatable {
  /// What was observed.
  public let observed: ExternalInternalIndex
  /// The mean of the index over all ways to spread the nodes, exact; `nil` without ties.
  public let expected: Double?
  /// How many random spreads were tried.
  public let permutationCount: Int
  /// The share of spreads, the observed one included, with an index as low or lower: small when ties stay within
  /// groups.
  public let shareAsLow: Double
  /// The share of spreads, the observed one included, with an index as high or higher.
  public let shareAsHigh: Double
}

extension CSRGraph {
  /// The E-I index of Krackhardt and Stern: ties to other groups against ties within groups.
  ///
  ///     let square = CSRGraph(nodeCount: 4, edges: [(0, 1), (1, 2), (2, 3), (3, 0)])
  ///     square.externalInternalIndex(groups: Partition(labels: [0, 0, 0, 1])).index  // 0.0
  ///
  /// - Parameter groups: The group of each node.
  /// - Complexity: O(*n* + *m*).
  /// - SeeAlso: D. Krackhardt, R. N. Stern, *Informal networks and organizational crises*, Social Psychology Quarterly
  ///   51(2), 1988, [doi:10.2307/2786835](https://doi.org/10.2307/2786835).
  public func externalInternalIndex(groups: Partition) -> ExternalInternalIndex {
    requireMatching(groups)
    return externalInternalIndex(labels: groups.labels)
  }

  /// The E-I index of the ties of each node; undefined for a node without ties. In a directed graph arcs both ways
  /// count.
  ///
  /// - Complexity: O(*n* + *m*).
  public func externalInternalIndices(groups: Partition) -> NodeScores {
    requireMatching(groups)
    var (external, total) = ([Double](repeating: 0, count: nodeCount), [Double](repeating: 0, count: nodeCount))
    for edge in edges {
      for node in [edge.source.index, edge.target.index] {
        total[node] += edge.weight
        if groups.labels[edge.source.index] != groups.labels[edge.target.index] { external[node] += edge.weight }
      }
    }
    return NodeScores(zip(external, total).map { $1 > 0 ? (2 * $0 - $1) / $1 : .nan })
  }

  /// Tests the E-I index: is it lower, or higher, than when the same groups are dealt out to the nodes at random?
  ///
  /// - Parameters:
  ///   - groups: The group of each node.
  ///   - permutationCount: How many random deals to try, at least 1. Default: 9,999, for shares to four decimals.
  ///   - generator: The source of the deals.
  /// - Throws: `CancellationError` when the task is cancelled.
  /// - Complexity: O((*n* + *m*) · `permutationCount`).
  /// - SeeAlso: L. Hubert, J. Schultz, *Quadratic assignment as a general data analysis strategy*, British Journal of
  ///   Mathematical and Statistical Psychology 29(2), 1976,
  ///   [doi:10.1111/j.2044-8317.1976.tb00714.x](https://doi.org/10.1111/j.2044-8317.1976.tb00714.x).
  public func externalInternalTest(
    groups: Partition, permutationCount: Int = 9999, using generator: inout some RandomNumberGenerator
  ) throws(CancellationError) -> ExternalInternalTest {
    requireMatching(groups)
    precondition(permutationCount > 0, "at least 1 permutation is needed, not \(permutationCount)")
    let observed = externalInternalIndex(labels: groups.labels)
    var (low, high) = (1, 1)
    var labels = groups.labels
    // Sums of weights in another order differ in their last bits: what is as near as that counts as the same.
    let margin = 1e-12 * (observed.external + observed.internal)
    for trial in 0..<permutationCount {
      if trial % 64 == 0 && Task.isCancelled { throw CancellationError() }
      generator.shuffle(&labels)
      let external = externalInternalIndex(labels: labels).external
      if external <= observed.external + margin { low += 1 }
      if external >= observed.external - margin { high += 1 }
    }
    let pairs = Double(nodeCount) * Double(nodeCount - 1)
    let together = groups.sizes.reduce(0.0) { $0 + Double($1) * Double($1 - 1) }
    let trials = Double(permutationCount + 1)
    return ExternalInternalTest(
      observed: observed, expected: observed.index.map { _ in 1 - 2 * together / pairs },
      permutationCount: permutationCount, shareAsLow: Double(low) / trials, shareAsHigh: Double(high) / trials)
  }

  private func externalInternalIndex(labels: [Int]) -> ExternalInternalIndex {
    var (external, within) = (0.0, 0.0)
    for source in 0..<nodeCount {
      for arc in offsets[source]..<offsets[source + 1] {
        let weight = arcWeights?[arc] ?? 1
        if labels[source] == labels[targets[arc].index] { within += weight } else { external += weight }
      }
    }
    let scale = isDirected ? 1 : 0.5
    return ExternalInternalIndex(external: external * scale, internal: within * scale)
  }
}
