extension CSRGraph {
  /// Leiden clusters: groups of nodes with more ties among them than chance would give, each well connected.
  ///
  /// Nodes are moved between clusters while that gains; every cluster is then refined into well-connected parts, which
  /// become the nodes of a smaller graph, and so on until nothing changes. On the way back nodes are moved once more on
  /// each level. That is an iteration; the next one starts from its result. The first starts from what the same without
  /// refinement finds (Louvain). Directions are left out (see ``undirected``); weights count. A node without ties is a
  /// cluster of its own; an empty graph has none.
  ///
  ///     var generator = SeededGenerator(seed: 1)
  ///     let pairs = CSRGraph(nodeCount: 4, edges: [(0, 1), (2, 3)])
  ///     try pairs.leiden(using: &generator).partition.clusters  // [[0, 1], [2, 3]]
  ///
  /// - Parameters:
  ///   - quality: What to maximise. Default: modularity with resolution 1.
  ///   - maximumIterations: The most iterations from one start, at least 1. Default: 20; most graphs need two to six.
  ///   - startCount: How often to begin anew, each time in another order, at least 1; the best result is kept. Default:
  ///     1. On a graph of some hundred nodes ten starts nearly always find the best clusters that there are.
  ///   - generator: The source of the order of moves. The same graph and the same numbers give the same clusters.
  /// - Returns: The clusters. Each hangs together by its own ties, and cannot be cut in two without a loss. When the
  ///   search has converged, no node gains by moving alone.
  /// - Throws: `CancellationError` when the task is cancelled; asked on every level.
  /// - Complexity: Close to O(*n* + *m*) an iteration in practice; no bound is known.
  /// - Note: The same bits on any number of threads.
  /// - SeeAlso: V. A. Traag, L. Waltman, N. J. van Eck, *From Louvain to Leiden: guaranteeing well-connected
  ///   communities*, Scientific Reports 9, 5233, 2019,
  ///   [doi:10.1038/s41598-019-41695-z](https://doi.org/10.1038/s41598-019-41695-z), algorithm A.2, with the most
  ///   gainful merge in the refinement instead of a random one; the way back: R. Rotta, A. Noack, *Multilevel local
  ///   search algorithms for modularity clustering*, ACM Journal of Experimental Algorithmics 16, 2011,
  ///   [doi:10.1145/1963190.1970376](https://doi.org/10.1145/1963190.1970376).
  public func leiden(
    quality measure: ClusterQuality = .modularity(), maximumIterations: Int = 20, startCount: Int = 1,
    using generator: inout some RandomNumberGenerator
  ) throws(CancellationError) -> Clustering {
    precondition(maximumIterations > 0, "at least 1 iteration is needed, not \(maximumIterations)")
    precondition(startCount > 0, "at least 1 start is needed, not \(startCount)")
    let graph = undirected
    let base = ClusterGraph(graph, quality: measure)
    func start() throws(CancellationError) -> Clustering {
      let found = try base.leiden(maximumIterations: maximumIterations, using: &generator)
      let partition = Partition(numbered: found.labels.map { Int($0) })
      return Clustering(
        partition: partition, measure: measure, quality: graph.quality(measure, of: partition),
        iterations: found.iterations, hasConverged: found.hasConverged)
    }
    var best = try start()
    for _ in 1..<startCount {
      let found = try start()
      if found.quality > best.quality { best = found }
    }
    return best
  }

  /// How many starts of Leiden a graph of this size can well afford: 100 up to 2,000 arcs, 1 from 200,000 on.
  package var affordableStartCount: Int { max(1, min(100, 200_000 / max(1, arcCount))) }
}

extension ClusterGraph {
  /// Runs Leiden once, from every node alone.
  fileprivate func leiden(
    maximumIterations: Int, using generator: inout some RandomNumberGenerator
  ) throws(CancellationError) -> (labels: [UInt32], iterations: Int, hasConverged: Bool) {
    let order = shuffledNodes(using: &generator)
    var labels = singletons
    _ = moveNodes(&labels, order: order, fewMoves: nodeCount / 16)
    _ = try cycle(&labels, order: order, isRefined: false, movesOnReturn: true)
    var iterations = 0
    var hasConverged = false
    while iterations < maximumIterations && !hasConverged {
      iterations += 1
      // The last iteration ends at the top: there every cluster is one part that the refinement vouches for.
      let isLast = iterations == maximumIterations
      hasConverged = try !cycle(&labels, order: order, isRefined: true, movesOnReturn: !isLast)
    }
    return (labels, iterations, hasConverged)
  }

  /// Climbs through smaller and smaller graphs and back.
  ///
  /// On the way up the clusters, or the parts that refinement divides them into, become the nodes of the next graph,
  /// and nodes are moved there. With refinement the way up ends when every cluster is one part.
  ///
  /// - Parameters:
  ///   - labels: The cluster of each node. For a refinement no single node may gain by moving. Changed in place.
  ///   - order: The order of moves on this, the first level.
  ///   - isRefined: Whether the clusters are refined. Without it nodes move on the way up only while many do.
  ///   - movesOnReturn: Whether nodes are moved on the way back too, on each level.
  /// - Returns: Whether anything moved.
  private func cycle(
    _ labels: inout [UInt32], order: [UInt32], isRefined: Bool, movesOnReturn: Bool
  ) throws(CancellationError) -> Bool {
    var levels: [(graph: ClusterGraph, groups: NodeGroups)] = []
    var graph = self
    var hasMoved = false
    while true {
      if Task.isCancelled { throw CancellationError() }
      let clusters = NodeGroups(labels)
      let groups = isRefined ? try graph.refined(clusters) : clusters
      guard groups.count < graph.nodeCount else {
        // Should rounding keep a cluster from becoming one part, nothing is lost by taking it apart.
        labels = groups.labels
        break
      }
      labels = groups.firstMembers.map { clusters.labels[Int($0)] }
      levels.append((graph, groups))
      graph = try ClusterGraph(joining: graph, groups: groups)
      if graph.moveNodes(&labels, fewMoves: isRefined ? 0 : graph.nodeCount / 16) { hasMoved = true }
    }
    while let (finer, groups) = levels.popLast() {
      labels = groups.labels.map { labels[Int($0)] }
      if movesOnReturn && finer.moveNodes(&labels, order: levels.isEmpty ? order : []) { hasMoved = true }
    }
    return hasMoved
  }

  /// Each node in a cluster of its own.
  var singletons: [UInt32] { (0..<nodeCount).map { UInt32($0) } }

  /// All nodes in an order drawn at random. In a large graph neighbours in memory stay together, up to 64 at a time.
  func shuffledNodes(using generator: inout some RandomNumberGenerator) -> [UInt32] {
    let length = max(1, min(64, nodeCount / 1024))
    var starts = Array(stride(from: 0, to: nodeCount, by: length))
    generator.shuffle(&starts)
    return starts.flatMap { start in (start..<min(nodeCount, start + length)).lazy.map { UInt32($0) } }
  }
}
