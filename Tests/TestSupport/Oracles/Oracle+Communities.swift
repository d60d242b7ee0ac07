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

  /// Whether nodes are γ-connected: one alone is; more are when they fall into two parts that are, and the weight
  /// between the parts is at least γ · mass · mass. Tries every way to divide them.
  public static func isWellConnected(
    _ members: [NodeID], in graph: CSRGraph, masses: [Double], penalty: Double
  ) -> Bool {
    let matrix = AdjacencyMatrix(graph)
    var known: [Int: Bool] = [:]
    func nodes(_ set: Int) -> [Int] { members.indices.filter { set >> $0 & 1 == 1 }.map { members[$0].index } }
    func isConnected(_ set: Int) -> Bool {
      if set & (set - 1) == 0 { return true }
      if let answer = known[set] { return answer }
      var answer = false
      var part = (set - 1) & set
      while part > 0 && !answer {
        let (first, second) = (nodes(part), nodes(set & ~part))
        let between = first.reduce(0.0) { sum, node in second.reduce(sum) { $0 + (matrix.weights[node][$1] ?? 0) } }
        let product = first.reduce(0) { $0 + masses[$1] } * second.reduce(0) { $0 + masses[$1] }
        let isTied = between >= penalty * product * (1 - 1e-9) && between > 0
        answer = isTied && isConnected(part) && isConnected(set & ~part)
        part = (part - 1) & set
      }
      known[set] = answer
      return answer
    }
    return isConnected((1 << members.count) - 1)
  }
}
