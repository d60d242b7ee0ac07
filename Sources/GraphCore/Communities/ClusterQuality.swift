/// What a clustering maximises.
public enum ClusterQuality: Sendable, Hashable {
  /// Modularity with a resolution γ ≥ 0; 1 is Newman's own. See ``CSRGraph/modularity(of:resolution:)``.
  case modularity(resolution: Double = 1)
  /// The constant Potts model with density γ ≥ 0. See ``CSRGraph/constantPottsQuality(of:resolution:)``.
  case constantPotts(resolution: Double)
}

/// Clusters that an algorithm found, and how good they are.
public struct Clustering: Sendable, Equatable {
  /// The clusters.
  public let partition: Partition
  /// What was maximised.
  public let measure: ClusterQuality
  /// Its value for `partition`. For a directed graph, in its ``CSRGraph/undirected`` form.
  public let quality: Double
  /// Leiden: how many iterations the start took that found the clusters. Louvain: how many levels it took.
  public let iterations: Int
  /// Whether the last iteration changed nothing; else the limit of iterations ended the search.
  public let hasConverged: Bool
}

extension CSRGraph {
  func quality(_ measure: ClusterQuality, of partition: Partition) -> Double {
    switch measure {
    case .modularity(let resolution): modularity(of: partition, resolution: resolution)
    case .constantPotts(let resolution): constantPottsQuality(of: partition, resolution: resolution)
    }
  }
}
