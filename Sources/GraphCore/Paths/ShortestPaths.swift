/// The shortest paths from one node to all others.
public struct ShortestPaths: Sendable, Equatable {
  /// Where the paths start.
  public let source: NodeID
  /// How the length of a tie was measured.
  public let lengths: TieLength
  /// The distance to each node, in node order; `nil` where there is no path.
  public let distances: [Double?]
  /// The nodes that can be reached, nearest first, the source before all; by length, equally near ones in node order.
  public let order: [NodeID]
  /// The last node before each on the path that ``path(to:)`` takes; `nil` for the source and without a path.
  private let previous: [NodeID?]

  init(source: NodeID, lengths: TieLength, distances: [Double?], order: [NodeID], previous: [NodeID?]) {
    self.source = source
    self.lengths = lengths
    self.distances = distances
    self.order = order
    self.previous = previous
  }

  /// A shortest path to `target`, from the source to `target`, both included; `nil` when there is none.
  ///
  /// Of several, the one that comes through the node reached first, at each step back.
  /// - Complexity: O(*n*) at most: one step for each node of the path.
  public func path(to target: NodeID) -> [NodeID]? {
    guard distances[target.index] != nil else { return nil }
    var path = [target]
    while let node = path.last.flatMap({ previous[$0.index] }) { path.append(node) }
    return path.reversed()
  }
}

extension CSRGraph {
  /// The shortest paths from `source`, breadth-first by hops, Dijkstra's by lengths.
  ///
  ///     let path = CSRGraph(nodeCount: 4, edges: [(0, 1), (1, 2)])
  ///     path.shortestPaths(from: 0).distances  // [0, 1, 2, nil]
  ///     path.shortestPaths(from: 0).path(to: 2)  // [0, 1, 2]
  ///
  /// - Parameters:
  ///   - source: Where the paths start. Directed arcs are followed forward.
  ///   - lengths: How long a tie is. Default: 1.
  /// - Complexity: O(*n* + *m*) by hops, O((*n* + *m*) log *n*) by lengths.
  /// - SeeAlso: E. W. Dijkstra, *A note on two problems in connexion with graphs*, Numerische Mathematik 1, 1959,
  ///   [doi:10.1007/BF01386390](https://doi.org/10.1007/BF01386390).
  public func shortestPaths(from source: NodeID, lengths: TieLength = .hops) -> ShortestPaths {
    let arcLengths = arcLengths(lengths)
    var search = ShortestPathSearch(nodeCount: nodeCount)
    search.run(from: source, in: self, lengths: arcLengths)
    var previous = [NodeID?](repeating: nil, count: nodeCount)
    for node in search.order {
      for arc in offsets[node.index]..<offsets[node.index + 1] {
        let target = targets[arc]
        let length = search.distance[node.index] + (arcLengths?[arc] ?? 1)
        if length == search.distance[target.index], previous[target.index] == nil, target != source {
          previous[target.index] = node
        }
      }
    }
    return ShortestPaths(
      source: source, lengths: lengths, distances: search.distance.map { $0.isFinite ? $0 : nil },
      order: search.order, previous: previous)
  }
}
