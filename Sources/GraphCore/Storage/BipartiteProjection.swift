/// A network of members made from the groups that they belong to, which remembers the groups behind every tie.
///
/// A group of *m* members ties each pair of them with weight 1/(*m* − 1), so that it adds exactly 1 to the strength of
/// each of its members, however large it is: a charter signed by twelve does not make its signatories central. The
/// weight of a tie is the sum over the groups that both belong to. A group with fewer than two members ties nobody.
///
///     let projection = BipartiteProjection(nodeCount: 3, groups: [[0, 1], [0, 1, 2]])
///     projection.graph.weight(from: 0, to: 1)  // 1.5
///     projection.groups(between: 0, and: 1)  // [0, 1]
///
/// - SeeAlso: M. E. J. Newman, *Scientific collaboration networks. II*, Physical Review E 64, 016132, 2001,
///   [doi:10.1103/PhysRevE.64.016132](https://doi.org/10.1103/PhysRevE.64.016132), section IV.
public struct BipartiteProjection: Sendable, Equatable {
  /// The undirected network of the members, weighted.
  public let graph: CSRGraph

  /// The groups behind the *i*-th of ``CSRGraph/edges`` are `edgeGroups[groupOffsets[i]..<groupOffsets[i + 1]]`.
  private let groupOffsets: [Int]
  private let edgeGroups: [Int]
  /// How many edges come before those whose lower end is node *v*.
  private let firstEdge: [Int]

  /// Projects the groups.
  ///
  /// - Parameters:
  ///   - nodeCount: The number of nodes; members must be below it, else it is a bug of the caller and traps.
  ///   - groups: The members of each group. A member named twice in a group counts once.
  /// - Complexity: O(*n* + *p* log *p*) for *p* pairs of members, summed over the groups.
  public init(nodeCount: Int, groups: [[NodeID]]) {
    var pairs: [(source: NodeID, target: NodeID, group: Int, weight: Double)] = []
    for (group, listed) in groups.enumerated() {
      let members = Array(Set(listed)).sorted()
      guard members.count >= 2 else { continue }
      let weight = 1 / Double(members.count - 1)
      for (index, source) in members.enumerated() {
        for target in members[(index + 1)...] { pairs.append((source, target, group, weight)) }
      }
    }
    // No two elements are equal, so the order does not hang on how the sort treats ties.
    pairs.sort { ($0.source, $0.target, $0.group) < ($1.source, $1.target, $1.group) }

    var offsets: [Int] = []
    var firstEdge = [Int](repeating: 0, count: nodeCount + 1)
    for (index, pair) in pairs.enumerated() {
      if index > 0, (pairs[index - 1].source, pairs[index - 1].target) == (pair.source, pair.target) { continue }
      offsets.append(index)
      firstEdge[pair.source.index + 1] += 1
    }
    for node in 0..<nodeCount { firstEdge[node + 1] += firstEdge[node] }
    self.firstEdge = firstEdge
    self.groupOffsets = offsets + [pairs.count]
    self.edgeGroups = pairs.map(\.group)
    do {
      self.graph = try CSRGraph(
        nodeCount: nodeCount, weightedEdges: pairs.lazy.map { ($0.source, $0.target, $0.weight) })
    } catch {
      preconditionFailure("\(error)")
    }
  }

  /// The groups that `first` and `second` both belong to, rising: the facts behind their tie. None without a tie.
  ///
  /// - Complexity: O(log *d*) for *d* neighbours, plus the length of the result.
  public func groups(between first: NodeID, and second: NodeID) -> [Int] {
    let (low, high) = (min(first, second), max(first, second))
    guard low != high, let arc = graph.arcIndex(from: low, to: high) else { return [] }
    // The arcs of a row to higher nodes come last, one for each edge that starts here.
    let edgesFromHere = firstEdge[low.index + 1] - firstEdge[low.index]
    let edge = firstEdge[low.index] + arc - (graph.offsets[low.index + 1] - edgesFromHere)
    return groups(ofEdge: edge)
  }

  /// The groups behind the edge at place `index` of ``CSRGraph/edges``, rising.
  public func groups(ofEdge index: Int) -> [Int] {
    Array(edgeGroups[groupOffsets[index]..<groupOffsets[index + 1]])
  }

  /// Every tie with the groups behind it, in the order of ``CSRGraph/edges``.
  public var ties: [(edge: CSRGraph.Edge, groups: [Int])] {
    graph.edges.enumerated().map { ($1, groups(ofEdge: $0)) }
  }
}
