/// One number for each edge of a graph.
public struct EdgeScores: Sendable, Equatable {
  /// The edges, in the order of ``CSRGraph/edges``.
  public let edges: [CSRGraph.Edge]
  /// The score of each edge, in the same order.
  public let values: [Double]

  /// One line of a ranking.
  public struct Entry: Sendable, Hashable {
    /// The edge.
    public let edge: CSRGraph.Edge
    /// Its score.
    public let score: Double
  }

  /// The `count` highest scores with their edges, highest first; of equal ones in the order of ``CSRGraph/edges``.
  ///
  /// - Complexity: O(*m* log *m*).
  public func top(_ count: Int) -> [Entry] {
    values.indices.sorted { (-values[$0], $0) < (-values[$1], $1) }
      .prefix(count).map { Entry(edge: edges[$0], score: values[$0]) }
  }
}

extension CSRGraph {
  /// For each arc the place of its edge in ``edges``: both arcs of an undirected edge have the same.
  var edgeOfArc: [Int] {
    guard !isDirected else { return Array(targets.indices) }
    var edgeOfArc = [Int](repeating: 0, count: arcCount)
    // Rows are read by rising source, so the arcs back to lower nodes come up in the order of their rows.
    var back = Array(offsets.dropLast())
    var edge = 0
    for source in 0..<nodeCount {
      for arc in offsets[source]..<offsets[source + 1] where source < targets[arc].index {
        edgeOfArc[arc] = edge
        edgeOfArc[back[targets[arc].index]] = edge
        back[targets[arc].index] += 1
        edge += 1
      }
    }
    return edgeOfArc
  }
}
