extension CSRGraph {
  /// Coverage: the share of the weight of all ties that lies within clusters, in `0...1`; `nil` without ties.
  ///
  /// - Complexity: O(*n* + *m*).
  /// - SeeAlso: S. Fortunato, *Community detection in graphs*, Physics Reports 486, 2010, section 3.3.2,
  ///   [doi:10.1016/j.physrep.2009.11.002](https://doi.org/10.1016/j.physrep.2009.11.002).
  public func coverage(of partition: Partition) -> Double? {
    requireMatching(partition)
    let sums = clusterSums(partition)
    let total = sums.outgoing.reduce(0, +)
    return total > 0 ? sums.inside.reduce(0, +) / total : nil
  }

  /// Conductance of each cluster: the weight of the ties that leave it, over its strength or that of the rest, the
  /// lesser; `0...1`.
  ///
  /// Low when a cluster keeps to itself. `nil` when the cluster or the rest has no ties. Directions are left out.
  ///
  ///     let square = CSRGraph(nodeCount: 4, edges: [(0, 1), (1, 2), (2, 3), (3, 0)])
  ///     square.conductance(of: Partition(labels: [0, 0, 1, 1]))  // [0.5, 0.5]
  ///
  /// - Complexity: O(*n* + *m*).
  /// - SeeAlso: R. Kannan, S. Vempala, A. Vetta, *On clusterings: good, bad and spectral*, Journal of the ACM 51(3),
  ///   2004, [doi:10.1145/990308.990313](https://doi.org/10.1145/990308.990313).
  public func conductance(of partition: Partition) -> [Double?] {
    requireMatching(partition)
    let sums = undirected.clusterSums(partition)
    let total = sums.outgoing.reduce(0, +)
    return zip(sums.inside, sums.outgoing).map { inside, strength in
      let lesser = min(strength, total - strength)
      return lesser > 0 ? (strength - inside) / lesser : nil
    }
  }
}
