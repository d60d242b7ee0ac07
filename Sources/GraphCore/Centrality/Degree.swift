/// Which arcs of a directed graph a measure counts. In an undirected graph all three are the same.
public enum ArcDirection: Sendable, Hashable, CaseIterable {
  /// Arcs that leave the node.
  case outgoing
  /// Arcs that come to the node.
  case incoming
  /// Both, added: a node tied both ways to another counts two.
  case both
}

extension CSRGraph {
  /// Degree: how many ties each node has.
  ///
  /// An empty graph gives no scores; a node without ties has degree 0.
  ///
  ///     CSRGraph(nodeCount: 3, edges: [(0, 1), (1, 2)]).degree().values  // [1.0, 2.0, 1.0]
  ///
  /// - Parameter direction: Which arcs of a directed graph count. Default: both, as in igraph.
  /// - Returns: One whole number for each node.
  /// - Complexity: O(*n* + *m*), O(*n*) for an undirected graph.
  /// - SeeAlso: L. C. Freeman, *Centrality in social networks: conceptual clarification*, Social Networks 1(3), 1978,
  ///   [doi:10.1016/0378-8733(78)90021-7](https://doi.org/10.1016/0378-8733(78)90021-7).
  public func degree(_ direction: ArcDirection = .both) -> NodeScores {
    sums(direction, of: nil)
  }

  /// Strength: the weights of the ties of each node, added.
  ///
  /// In an unweighted graph strength is degree. On alliance graphs it is the number of alliances of the actor with at
  /// least one other organisation.
  ///
  ///     let graph = try CSRGraph(nodeCount: 3, weightedEdges: [(0, 1, 0.5), (1, 2, 2)])
  ///     graph.strength().values  // [0.5, 2.5, 2.0]
  ///
  /// - Parameter direction: Which arcs of a directed graph count. Default: both.
  /// - Returns: One number for each node, in units of the weights.
  /// - Complexity: O(*n* + *m*).
  /// - SeeAlso: A. Barrat et al., *The architecture of complex weighted networks*, PNAS 101(11), 2004,
  ///   [doi:10.1073/pnas.0400087101](https://doi.org/10.1073/pnas.0400087101), equation 2.
  public func strength(_ direction: ArcDirection = .both) -> NodeScores {
    sums(direction, of: arcWeights)
  }

  /// The values of the arcs of each node, added in the order of the rows; each arc counts 1 without values.
  private func sums(_ direction: ArcDirection, of values: [Double]?) -> NodeScores {
    var sums = [Double](repeating: 0, count: nodeCount)
    if direction != .incoming || !isDirected {
      for node in 0..<nodeCount {
        let row = offsets[node]..<offsets[node + 1]
        sums[node] = values.map { $0[row].reduce(0, +) } ?? Double(row.count)
      }
    }
    if isDirected && direction != .outgoing {
      for arc in targets.indices { sums[targets[arc].index] += values?[arc] ?? 1 }
    }
    return NodeScores(sums)
  }
}
