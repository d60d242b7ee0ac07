/// What many runs with different random numbers agree on.
public struct ConsensusClustering: Sendable, Equatable {
  /// The clusters that the runs agree on.
  public let partition: Partition
  /// For each node, how well the cluster that it was put in agrees with that of the consensus: the mean over the runs
  /// of shared members over all members of the two, `0...1`.
  public let stability: NodeScores
  /// For each cluster, how well some cluster of each run matches it: the same mean, of the best match, `0...1`.
  public let clusterStability: [Double]
  /// How many runs this rests on.
  public let runCount: Int
  /// How often the runs were repeated on the graph of agreements until they were of one mind.
  public let roundCount: Int
  /// Whether they were in the end; else the limit of rounds was met, and `partition` is that of the last first run.
  public let hasConverged: Bool
}

extension CSRGraph {
  /// Clusters that hold over many runs of Leiden with different random numbers, and how firmly.
  ///
  /// The graph is clustered many times. Each tie then weighs the share of the runs that keep its two ends together;
  /// ties below the threshold are dropped. That graph is clustered as often again, and so on until all runs agree.
  ///
  /// - Parameters:
  ///   - quality: What each run maximises. Default: modularity with resolution 1.
  ///   - runCount: How many runs, at least 1. Default: 20.
  ///   - threshold: The share of runs below which a tie is dropped, in `0...1`. Default: 0.5.
  ///   - maximumRounds: The most rounds, at least 1. Default: 20.
  ///   - generator: The source of the runs.
  /// - Throws: `CancellationError` when the task is cancelled.
  /// - Complexity: That of Leiden times the runs and rounds; stability is O(*n*) a run.
  /// - SeeAlso: A. Lancichinetti, S. Fortunato, *Consensus clustering in complex networks*, Scientific Reports 2, 336,
  ///   2012, [doi:10.1038/srep00336](https://doi.org/10.1038/srep00336), on the ties of the graph only; stability: C.
  ///   Hennig, *Cluster-wise assessment of cluster stability*, Computational Statistics & Data Analysis 52(1), 2007,
  ///   [doi:10.1016/j.csda.2006.11.025](https://doi.org/10.1016/j.csda.2006.11.025).
  public func consensusClusters(
    quality: ClusterQuality = .modularity(), runCount: Int = 20, threshold: Double = 0.5, maximumRounds: Int = 20,
    using generator: inout some RandomNumberGenerator
  ) throws(CancellationError) -> ConsensusClustering {
    precondition(runCount > 0 && maximumRounds > 0, "at least 1 run and 1 round are needed")
    precondition(threshold >= 0 && threshold <= 1, "the threshold must be from 0 to 1, not \(threshold)")
    var graph = undirected
    var measure = quality
    var runs: [Partition] = []
    var firstRuns: [Partition] = []
    var rounds = 0
    var hasConverged = false
    while rounds < maximumRounds && !hasConverged {
      rounds += 1
      runs = []
      for _ in 0..<runCount {
        runs.append(try graph.leiden(quality: measure, using: &generator).partition)
      }
      if rounds == 1 { firstRuns = runs }
      hasConverged = runs.allSatisfy { $0 == runs[0] }
      graph = undirected.agreement(of: runs, threshold: threshold)
      // The weights are now shares of runs: a density from the original weights says nothing about them.
      measure = .modularity()
    }
    let partition = runs[0]
    let best = (0..<partition.clusterCount).map { cluster in
      firstRuns.reduce(0) { $0 + partition.bestMatch(of: cluster, in: $1) } / Double(runCount)
    }
    var stability = [Double](repeating: 0, count: nodeCount)
    for run in firstRuns {
      for (node, match) in partition.overlaps(with: run).enumerated() { stability[node] += match / Double(runCount) }
    }
    return ConsensusClustering(
      partition: partition, stability: NodeScores(stability), clusterStability: best, runCount: runCount,
      roundCount: rounds, hasConverged: hasConverged)
  }

  /// The ties that at least `threshold` of the runs keep within a cluster, weighted by the share that does.
  private func agreement(of runs: [Partition], threshold: Double) -> CSRGraph {
    var together = [Int](repeating: 0, count: arcCount)
    for run in runs {
      for source in 0..<nodeCount {
        for arc in offsets[source]..<offsets[source + 1] where run.labels[source] == run.labels[targets[arc].index] {
          together[arc] += 1
        }
      }
    }
    var offsets = [0]
    var kept: [NodeID] = []
    var weights: [Double] = []
    for source in 0..<nodeCount {
      for arc in self.offsets[source]..<self.offsets[source + 1] {
        let share = Double(together[arc]) / Double(runs.count)
        guard share > 0 && share >= threshold else { continue }
        kept.append(targets[arc])
        weights.append(share)
      }
      offsets.append(kept.count)
    }
    return CSRGraph(nodeCount: nodeCount, isDirected: false, offsets: offsets, targets: kept, arcWeights: weights)
  }
}

extension Partition {
  /// For each node the members that its two clusters share, over the members that either has.
  fileprivate func overlaps(with other: Partition) -> [Double] {
    var shared: [SIMD2<Int>: Int] = [:]
    for node in labels.indices { shared[[labels[node], other.labels[node]], default: 0] += 1 }
    let (sizes, otherSizes) = (sizes, other.sizes)
    return labels.indices.map { node in
      let common = shared[[labels[node], other.labels[node]]] ?? 0
      return Double(common) / Double(sizes[labels[node]] + otherSizes[other.labels[node]] - common)
    }
  }

  /// The overlap of a cluster with the cluster of `other` that it overlaps most.
  fileprivate func bestMatch(of cluster: Int, in other: Partition) -> Double {
    var shared: [Int: Int] = [:]
    for node in members(of: cluster) { shared[other.labels[node.index], default: 0] += 1 }
    let size = members(of: cluster).count
    return shared.reduce(0) { best, match in
      max(best, Double(match.value) / Double(size + other.members(of: match.key).count - match.value))
    }
  }
}
