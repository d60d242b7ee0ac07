public import GraphCore

extension Oracle {
  /// Modularity as a sum over all ordered pairs of nodes: (A − γ · out · in / total) / total, where both are together.
  public static func modularity(of graph: CSRGraph, labels: [Int], resolution: Double = 1) -> Double {
    let matrix = AdjacencyMatrix(graph)
    let outgoing = matrix.weights.map { $0.reduce(0) { $0 + ($1 ?? 0) } }
    let incoming = (0..<matrix.size).map { target in matrix.weights.reduce(0) { $0 + ($1[target] ?? 0) } }
    let total = outgoing.reduce(0, +)
    guard total > 0 else { return 0 }
    var sum = 0.0
    for source in 0..<matrix.size {
      for target in 0..<matrix.size where labels[source] == labels[target] {
        sum += (matrix.weights[source][target] ?? 0) - resolution * outgoing[source] * incoming[target] / total
      }
    }
    return sum / total
  }

  /// Weight less γ, summed over the unordered pairs of nodes that are together.
  public static func constantPotts(of graph: CSRGraph, labels: [Int], resolution: Double) -> Double {
    let matrix = AdjacencyMatrix(graph.undirected)
    var sum = 0.0
    for source in 0..<matrix.size {
      for target in 0..<source where labels[source] == labels[target] {
        sum += (matrix.weights[source][target] ?? 0) - resolution
      }
    }
    return sum
  }

  /// Every way to divide `count` elements, as labels in which a new one is one above the highest before it.
  public static func partitions(of count: Int) -> [[Int]] {
    (0..<count).reduce([[]]) { shorter, _ in
      shorter.flatMap { labels in (0...((labels.max() ?? -1) + 1)).map { labels + [$0] } }
    }
  }
}
