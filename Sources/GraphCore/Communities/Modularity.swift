extension CSRGraph {
  /// Modularity: by how much the ties inside clusters exceed what ties at random would give, as a share of all ties.
  ///
  /// The sum over the clusters of (weight inside / total weight) − γ · (strength of the cluster / total strength)²; in
  /// a directed graph the square is outgoing times incoming strength. One cluster of everything scores 1 − γ; a graph
  /// without ties scores 0.
  ///
  ///     let pairs = CSRGraph(nodeCount: 4, edges: [(0, 1), (2, 3)])
  ///     pairs.modularity(of: Partition(labels: [0, 0, 1, 1]))  // 0.5
  ///
  /// - Parameters:
  ///   - partition: A partition of the nodes of this graph.
  ///   - resolution: γ, at least 0: above 1 prefers small clusters. Default: 1.
  /// - Returns: A number below 1; at least −1/2 for resolution 1.
  /// - Complexity: O(*n* + *m*).
  /// - SeeAlso: M. E. J. Newman, *Analysis of weighted networks*, Physical Review E 70, 056131, 2004,
  ///   [doi:10.1103/PhysRevE.70.056131](https://doi.org/10.1103/PhysRevE.70.056131), equation 6; γ: J. Reichardt, S.
  ///   Bornholdt, *Statistical mechanics of community detection*, Physical Review E 74, 016110, 2006,
  ///   [doi:10.1103/PhysRevE.74.016110](https://doi.org/10.1103/PhysRevE.74.016110); directed: E. A. Leicht, M. E. J.
  ///   Newman, *Community structure in directed networks*, Physical Review Letters 100, 118703, 2008,
  ///   [doi:10.1103/PhysRevLett.100.118703](https://doi.org/10.1103/PhysRevLett.100.118703).
  public func modularity(of partition: Partition, resolution: Double = 1) -> Double {
    requireMatching(partition)
    let sums = clusterSums(partition)
    let total = sums.outgoing.reduce(0, +)
    guard total > 0 else { return 0 }
    return zip(sums.inside, zip(sums.outgoing, sums.incoming)).reduce(0) { quality, cluster in
      let (inside, (outgoing, incoming)) = cluster
      return quality + inside / total - resolution * (outgoing / total) * (incoming / total)
    }
  }

  /// The quality of the constant Potts model: weight inside the clusters, less γ for every pair of nodes inside one.
  ///
  /// Unlike modularity it does not hang on the size of the graph: a cluster pays when its density exceeds γ. Directions
  /// are left out.
  ///
  /// - Parameters:
  ///   - partition: A partition of the nodes of this graph.
  ///   - resolution: γ, the density that a cluster must exceed, in units of weight.
  /// - Complexity: O(*n* + *m*).
  /// - SeeAlso: V. A. Traag, P. Van Dooren, Y. Nesterov, *Narrow scope for resolution-limit-free community detection*,
  ///   Physical Review E 84, 016114, 2011,
  ///   [doi:10.1103/PhysRevE.84.016114](https://doi.org/10.1103/PhysRevE.84.016114), equation 5.
  public func constantPottsQuality(of partition: Partition, resolution: Double) -> Double {
    requireMatching(partition)
    let inside = clusterSums(partition).inside.reduce(0, +) / (isDirected ? 1 : 2)
    let pairs = partition.sizes.reduce(0.0) { $0 + Double($1) * Double($1 - 1) / 2 }
    return inside - resolution * pairs
  }

  func requireMatching(_ partition: Partition) {
    precondition(
      partition.nodeCount == nodeCount,
      "a partition of \(partition.nodeCount) nodes does not fit a graph of \(nodeCount) nodes")
  }

  /// For each cluster the weights of the arcs inside it, of those that leave its nodes, and of those that come to them.
  func clusterSums(_ partition: Partition) -> (inside: [Double], outgoing: [Double], incoming: [Double]) {
    var inside = [Double](repeating: 0, count: partition.clusterCount)
    var outgoing = inside
    var incoming = inside
    for source in 0..<nodeCount {
      let cluster = partition.labels[source]
      for arc in offsets[source]..<offsets[source + 1] {
        let weight = arcWeights?[arc] ?? 1
        let other = partition.labels[targets[arc].index]
        outgoing[cluster] += weight
        incoming[other] += weight
        if cluster == other { inside[cluster] += weight }
      }
    }
    return (inside, outgoing, incoming)
  }
}
