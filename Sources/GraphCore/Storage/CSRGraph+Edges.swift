extension CSRGraph {
  /// One edge of a graph, with its weight (1 in an unweighted graph).
  ///
  /// In an undirected graph `source` is the lower node.
  public struct Edge: Sendable, Hashable {
    /// Where the edge starts; the lower end when it has no direction.
    public let source: NodeID
    /// Where the edge leads.
    public let target: NodeID
    /// The strength of the tie: above 0, and 1 in an unweighted graph.
    public let weight: Double

    /// Describes an edge; whether a graph holds it is another question.
    public init(source: NodeID, target: NodeID, weight: Double = 1) {
      self.source = source
      self.target = target
      self.weight = weight
    }
  }

  /// Every edge once, rising by source, then by target.
  ///
  /// Its order is the order of every result that holds one value for each edge.
  ///
  ///     CSRGraph(nodeCount: 3, edges: [(2, 1), (1, 0)]).edges.map(\.target)  // [1, 2]
  ///
  /// - Complexity: O(*n* + *m*).
  public var edges: [Edge] {
    var edges: [Edge] = []
    edges.reserveCapacity(edgeCount)
    for source in 0..<nodeCount {
      for arc in offsets[source]..<offsets[source + 1] where isDirected || source < targets[arc].index {
        edges.append(Edge(source: NodeID(source), target: targets[arc], weight: arcWeights?[arc] ?? 1))
      }
    }
    return edges
  }

  /// The same graph with every arc turned round; an undirected graph is its own reverse.
  ///
  /// - Complexity: O(*n* + *m*).
  public var reversed: CSRGraph {
    guard isDirected else { return self }
    let rows = ArcRows(rowCount: nodeCount, offsets: offsets, targets: targets, weights: arcWeights).transposed()
    return CSRGraph(
      nodeCount: nodeCount, isDirected: true, offsets: rows.offsets, targets: rows.targets, arcWeights: rows.weights)
  }

  /// The graph without directions: *u* and *v* are tied when an arc leads from one to the other, whichever way.
  ///
  /// Weights of two opposite arcs are added. An undirected graph is returned as it is.
  ///
  /// - Complexity: O(*n* + *m*).
  public var undirected: CSRGraph {
    guard isDirected else { return self }
    let rows = ArcRows(symmetric: edges, rowCount: nodeCount, isWeighted: isWeighted)
    return CSRGraph(
      nodeCount: nodeCount, isDirected: false, offsets: rows.offsets, targets: rows.targets, arcWeights: rows.weights)
  }

  /// The ties among `members` only. Node *i* of the result is the *i*-th member.
  ///
  ///     CSRGraph(nodeCount: 4, edges: [(0, 1), (1, 3)]).subgraph(of: [1, 3]).edgeCount  // 1
  ///
  /// - Parameter members: Different nodes of this graph, in the order that the result is to have.
  /// - Complexity: O(*n* + arcs of the members).
  public func subgraph(of members: [NodeID]) -> CSRGraph {
    var place = [Int](repeating: -1, count: nodeCount)
    for (index, member) in members.enumerated() {
      precondition(place[member.index] < 0, "node \(member) is twice among the members of the subgraph")
      place[member.index] = index
    }
    var offsets = [0]
    var rows: [(target: NodeID, weight: Double)] = []
    for member in members {
      let start = rows.count
      for arc in self.offsets[member.index]..<self.offsets[member.index + 1] where place[targets[arc].index] >= 0 {
        rows.append((NodeID(place[targets[arc].index]), arcWeights?[arc] ?? 1))
      }
      rows[start...].sort { $0.target < $1.target }
      offsets.append(rows.count)
    }
    return CSRGraph(
      nodeCount: members.count, isDirected: isDirected, offsets: offsets, targets: rows.map(\.target),
      arcWeights: isWeighted ? rows.map(\.weight) : nil)
  }
}
