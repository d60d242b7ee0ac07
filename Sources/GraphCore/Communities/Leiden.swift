extension CSRGraph {
  /// Leiden clusters: groups of nodes with more ties among them than chance would give, each hanging together.
  ///
  /// Nodes are moved between clusters while that gains; every cluster is then refined into well-connected parts, which
  /// become the nodes of a smaller graph, and so on until nothing changes. The whole is repeated from its own result
  /// until two runs in a row gain nothing. Directions are left out (see ``undirected``); weights count. A node without
  /// ties is a cluster of its own; an empty graph has none.
  ///
  ///     var generator = SeededGenerator(seed: 1)
  ///     let pairs = CSRGraph(nodeCount: 4, edges: [(0, 1), (2, 3)])
  ///     try pairs.leiden(using: &generator).partition.clusters  // [[0, 1], [2, 3]]
  ///
  /// - Parameters:
  ///   - quality: What to maximise. Default: modularity with resolution 1.
  ///   - maximumIterations: The most runs from one start, at least 1. Default: 20; most graphs need three to six.
  ///   - startCount: How often to begin anew, each time in another order; the best result is kept. Default: 10 up to
  ///     20,000 arcs, fewer above, 1 from 200,000 arcs on, where one start takes the time that ten do there.
  ///   - generator: The source of the order of moves. The same graph and the same numbers give the same clusters.
  /// - Returns: The clusters. Each hangs together by its own ties.
  /// - Throws: `CancellationError` when the task is cancelled; asked on every level.
  /// - Complexity: Close to O(*n* + *m*) a run in practice; no bound is known.
  /// - Note: Runs on one thread.
  /// - SeeAlso: V. A. Traag, L. Waltman, N. J. van Eck, *From Louvain to Leiden: guaranteeing well-connected
  ///   communities*, Scientific Reports 9, 5233, 2019,
  ///   [doi:10.1038/s41598-019-41695-z](https://doi.org/10.1038/s41598-019-41695-z), algorithm A.2, with the most
  ///   gainful merge in the refinement instead of a random one.
  public func leiden(
    quality measure: ClusterQuality = .modularity(), maximumIterations: Int = 20, startCount: Int? = nil,
    using generator: inout some RandomNumberGenerator
  ) throws(CancellationError) -> Clustering {
    let startCount = startCount ?? max(1, min(10, 200_000 / max(1, arcCount)))
    precondition(maximumIterations > 0, "at least 1 iteration is needed, not \(maximumIterations)")
    precondition(startCount > 0, "at least 1 start is needed, not \(startCount)")
    let graph = undirected
    let base = ClusterGraph(graph, quality: measure)
    var best = try graph.leiden(base, measure, maximumIterations, using: &generator)
    for _ in 1..<startCount {
      let found = try graph.leiden(base, measure, maximumIterations, using: &generator)
      if found.quality > best.quality { best = found }
    }
    return best
  }

  /// Runs Leiden from every node alone, then from its own result on until two runs in a row have gained nothing.
  private func leiden(
    _ base: ClusterGraph, _ measure: ClusterQuality, _ maximumIterations: Int,
    using generator: inout some RandomNumberGenerator
  ) throws(CancellationError) -> Clustering {
    var best = Partition(numbered: Array(0..<nodeCount))
    var bestQuality = quality(measure, of: best)
    var (iterations, idleRuns) = (0, 0)
    while iterations < maximumIterations && idleRuns < 2 {
      iterations += 1
      let labels = try base.leidenRun(from: best.labels.map { UInt32($0) }, using: &generator)
      let found = splittingDisconnected(Partition(numbered: labels.map { Int($0) }))
      let foundQuality = quality(measure, of: found)
      let hasGained = foundQuality > bestQuality + 1e-12 * max(1, abs(bestQuality))
      idleRuns = hasGained ? 0 : idleRuns + 1
      if foundQuality > bestQuality { (best, bestQuality) = (found, foundQuality) }
    }
    return Clustering(
      partition: best, measure: measure, quality: bestQuality, iterations: iterations, hasConverged: idleRuns >= 2)
  }

  /// The components of the clusters. Nodes that no tie joins only ever cost, so this never lowers a quality.
  func splittingDisconnected(_ partition: Partition) -> Partition {
    var forest = ComponentForest(nodeCount: nodeCount)
    withRows { offsets, targets in
      for source in 0..<nodeCount {
        let label = partition.labels[source]
        for arc in offsets[source]..<offsets[source + 1] {
          let target = targets[arc].index
          if source < target && partition.labels[target] == label { forest.join(source, target) }
        }
      }
    }
    forest.flatten()
    return Partition(numbered: forest.parents.map { Int($0) })
  }
}

extension ClusterGraph {
  /// One run of Leiden from the given clusters on, through all levels.
  fileprivate func leidenRun(
    from start: [UInt32], using generator: inout some RandomNumberGenerator
  ) throws(CancellationError) -> [UInt32] {
    var graph = self
    var labels = start
    // The node of the current level that each node of the first belongs to.
    var place = (0..<nodeCount).map { UInt32($0) }
    while true {
      if Task.isCancelled { throw CancellationError() }
      _ = graph.moveNodes(&labels, using: &generator)
      let clusterCount = ClusterGraph.renumber(&labels)
      guard clusterCount < graph.nodeCount else { break }
      var parts = graph.refine(labels, using: &generator)
      let partCount = ClusterGraph.renumber(&parts)
      guard partCount < graph.nodeCount else { break }
      var coarse = [UInt32](repeating: 0, count: partCount)
      for node in 0..<graph.nodeCount { coarse[Int(parts[node])] = labels[node] }
      for node in place.indices { place[node] = parts[Int(place[node])] }
      graph = ClusterGraph(joining: graph, groups: parts, groupCount: partCount)
      labels = coarse
    }
    return place.map { labels[Int($0)] }
  }

  /// Divides every cluster into parts that are well connected: each node alone at first joins, if it is tied well
  /// enough to the rest of its cluster, the part of the cluster that gains most.
  private func refine(_ labels: [UInt32], using generator: inout some RandomNumberGenerator) -> [UInt32] {
    var clusterMass = [Double](repeating: 0, count: nodeCount)
    for node in 0..<nodeCount { clusterMass[Int(labels[node])] += mass[node] }
    var parts = (0..<nodeCount).map { UInt32($0) }
    var partMass = mass
    var isAlone = [Bool](repeating: true, count: nodeCount)
    // The weight between each part and the rest of its cluster.
    var outside = (0..<nodeCount).map { tiesInside($0, labels) }
    var order = (0..<nodeCount).map { UInt32($0) }
    generator.shuffle(&order)
    var around = ClusterWeights(clusterCount: nodeCount)
    for node in order.lazy.map({ Int($0) }) where isAlone[node] {
      let rest = clusterMass[Int(labels[node])]
      guard outside[node] >= penalty * mass[node] * (rest - mass[node]) else { continue }
      around.add(node, of: self, labels: parts, within: labels)
      var best: UInt32?
      var bestGain = 0.0
      for part in around.touched {
        let others = partMass[Int(part)]
        guard outside[Int(part)] >= penalty * others * (rest - others) else { continue }
        let gain = around[part] - penalty * mass[node] * others
        if gain > bestGain || (gain == bestGain && gain > 0 && part < best ?? .max) {
          best = part
          bestGain = gain
        }
      }
      if let best {
        outside[Int(best)] += outside[node] - 2 * around[best]
        partMass[Int(best)] += mass[node]
        partMass[node] = 0
        isAlone[Int(best)] = false
        isAlone[node] = false
        parts[node] = best
      }
      around.clear()
    }
    return parts
  }

  /// The weight of the ties of `node` to the rest of its cluster.
  private func tiesInside(_ node: Int, _ labels: [UInt32]) -> Double {
    var sum = 0.0
    for arc in offsets[node]..<offsets[node + 1] where labels[targets[arc].index] == labels[node] {
      sum += weights.isEmpty ? 1 : weights[arc]
    }
    return sum
  }
}
