extension CSRGraph {
  /// Louvain clusters: nodes are moved between clusters while that gains, then clusters are joined likewise, and so on.
  ///
  /// Quick and well known, but a cluster can fall apart into pieces that no tie joins;
  /// ``leiden(quality:maximumIterations:using:)`` cannot. Directions are left out; weights count.
  ///
  ///     var generator = SeededGenerator(seed: 1)
  ///     let pairs = CSRGraph(nodeCount: 4, edges: [(0, 1), (2, 3)])
  ///     try pairs.louvain(using: &generator).partition.clusters  // [[0, 1], [2, 3]]
  ///
  /// - Parameters:
  ///   - quality: What to maximise. Default: modularity with resolution 1.
  ///   - generator: The source of the order of moves. The same graph and the same numbers give the same clusters.
  /// - Throws: `CancellationError` when the task is cancelled; asked on every level.
  /// - Complexity: Close to O(*n* + *m*) in practice; no bound is known.
  /// - Note: Runs on one thread.
  /// - SeeAlso: V. D. Blondel et al., *Fast unfolding of communities in large networks*, Journal of Statistical
  ///   Mechanics P10008, 2008,
  ///   [doi:10.1088/1742-5468/2008/10/P10008](https://doi.org/10.1088/1742-5468/2008/10/P10008).
  public func louvain(
    quality measure: ClusterQuality = .modularity(), using generator: inout some RandomNumberGenerator
  ) throws(CancellationError) -> Clustering {
    let undirected = undirected
    var graph = ClusterGraph(undirected, quality: measure)
    var place = graph.singletons
    var order = graph.shuffledNodes(using: &generator)
    var levels = 0
    while true {
      if Task.isCancelled { throw CancellationError() }
      var labels = graph.singletons
      levels += 1
      guard graph.moveNodes(&labels, order: order) else { break }
      let groups = NodeGroups(labels)
      for node in place.indices { place[node] = groups.labels[Int(place[node])] }
      graph = try ClusterGraph(joining: graph, groups: groups)
      order = []
    }
    let partition = Partition(numbered: place.map { Int($0) })
    return Clustering(
      partition: partition, measure: measure, quality: undirected.quality(measure, of: partition),
      iterations: levels, hasConverged: true)
  }
}
