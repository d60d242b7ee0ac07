/// The parts of a graph that no single loss of a node divides. They share articulation points, and no ties.
public struct BiconnectedComponents: Sendable, Equatable {
  /// The nodes of each part, rising: the largest part first, of equal ones that with the lower nodes.
  public let components: [[NodeID]]
  /// The number of the part that each edge belongs to, in the order of ``CSRGraph/edges`` of the
  /// ``CSRGraph/undirected`` graph.
  public let edgeLabels: [Int]
}

extension CSRGraph {
  /// Biconnected components: the largest sets of ties any two of which lie on a common circle.
  ///
  /// A bridge is a part of its own. A node without ties is in no part. Directions are left out.
  ///
  ///     let graph = CSRGraph(nodeCount: 4, edges: [(0, 1), (1, 2), (0, 2), (2, 3)])
  ///     graph.biconnectedComponents().components  // [[0, 1, 2], [2, 3]]
  ///
  /// - Complexity: O(*n* + *m* + *k* log *k*) for *k* parts.
  /// - SeeAlso: J. Hopcroft, R. Tarjan, *Algorithm 447: efficient algorithms for graph manipulation*, Communications of
  ///   the ACM 16(6), 1973, [doi:10.1145/362248.362272](https://doi.org/10.1145/362248.362272).
  public func biconnectedComponents() -> BiconnectedComponents {
    let graph = undirected
    let forest = DepthFirstForest(graph)
    // The part of the tie by which each node was entered: a new one where its subtree hangs on the parent.
    var part = [Int](repeating: -1, count: nodeCount)
    var members: [[NodeID]] = []
    for node in forest.order where forest.parent[node] != node {
      let parent = forest.parent[node]
      if forest.hangsOnParent(node) {
        part[node] = members.count
        members.append([NodeID(parent)])
      } else {
        part[node] = part[parent]
      }
      members[part[node]].append(NodeID(node))
    }
    members = members.map { $0.sorted() }
    let order = members.indices.sorted { first, second in
      members[first].count == members[second].count
        ? members[first].lexicographicallyPrecedes(members[second]) : members[first].count > members[second].count
    }
    var place = [Int](repeating: 0, count: order.count)
    for (index, part) in order.enumerated() { place[part] = index }
    // Every tie joins a node with one above it, and belongs with the tie by which the lower of the two was entered.
    let labels = graph.edges.map { edge in
      let isTargetLower = forest.entry[edge.target.index] > forest.entry[edge.source.index]
      return place[part[(isTargetLower ? edge.target : edge.source).index]]
    }
    return BiconnectedComponents(components: order.map { members[$0] }, edgeLabels: labels)
  }
}
