extension CSRGraph {
  /// Participation coefficient: how evenly the ties of a node are spread over the clusters; 0 when all are in one.
  ///
  /// 1 − Σ (share of the node's strength that goes to the cluster)². Undefined for a node without ties. Directed
  /// graphs: arcs both ways.
  ///
  ///     let path = CSRGraph(nodeCount: 3, edges: [(0, 1), (1, 2)])
  ///     path.participation(in: Partition(labels: [0, 1, 2])).values  // [0.0, 0.5, 0.0]
  ///
  /// - Complexity: O(*n* + *m*).
  /// - SeeAlso: R. Guimerà, L. A. N. Amaral, *Functional cartography of complex metabolic networks*, Nature 433, 2005,
  ///   [doi:10.1038/nature03288](https://doi.org/10.1038/nature03288).
  public func participation(in partition: Partition) -> NodeScores {
    requireMatching(partition)
    let sides = isDirected ? [self, reversed] : [self]
    var sums = [Double](repeating: 0, count: partition.clusterCount)
    return NodeScores(
      (0..<nodeCount).map { node in
        var touched: [Int] = []
        var total = 0.0
        for side in sides {
          for arc in side.offsets[node]..<side.offsets[node + 1] {
            let cluster = partition.labels[side.targets[arc].index]
            if sums[cluster] == 0 { touched.append(cluster) }
            let weight = side.arcWeights?[arc] ?? 1
            sums[cluster] += weight
            total += weight
          }
        }
        var score = total > 0 ? 1.0 : .nan
        for cluster in touched {
          score -= (sums[cluster] / total) * (sums[cluster] / total)
          sums[cluster] = 0
        }
        return score
      })
  }

  /// Within-module z-score: how much better a node is tied within its cluster than its fellows are.
  ///
  /// The strength within the cluster, in standard deviations from the mean of the members. Undefined where all members
  /// have the same.
  ///
  /// - Complexity: O(*n* + *m*).
  /// - SeeAlso: R. Guimerà, L. A. N. Amaral, *Functional cartography of complex metabolic networks*, Nature 433, 2005,
  ///   [doi:10.1038/nature03288](https://doi.org/10.1038/nature03288).
  public func withinModuleScore(in partition: Partition) -> NodeScores {
    requireMatching(partition)
    var inside = [Double](repeating: 0, count: nodeCount)
    for edge in edges where partition.labels[edge.source.index] == partition.labels[edge.target.index] {
      inside[edge.source.index] += edge.weight
      inside[edge.target.index] += edge.weight
    }
    var scores = [Double](repeating: .nan, count: nodeCount)
    for cluster in 0..<partition.clusterCount {
      let members = partition.members(of: cluster)
      let count = Double(members.count)
      let mean = members.reduce(0) { $0 + inside[$1.index] } / count
      let variance = members.reduce(0) { $0 + (inside[$1.index] - mean) * (inside[$1.index] - mean) } / count
      // What is left of equal strengths is rounding of their mean.
      guard variance > 1e-24 * max(1, mean * mean) else { continue }
      for node in members { scores[node.index] = (inside[node.index] - mean) / variance.squareRoot() }
    }
    return NodeScores(scores)
  }
}
