public import GraphCore

/// The organisations of a graph and the ties between them, as network measures see them.
///
/// m counts the organisations and groups among the parties of an alliance, each once; each pair of them gets weight
/// 1/(m−1), so a twelve-party charter gives a member strength 1, as a two-party alliance does. With m < 2 an alliance
/// adds no tie. Ended and planned alliances count: the network is all that is recorded; filter the graph for less.
///
/// - SeeAlso: M. E. J. Newman, *Scientific collaboration networks II*, Physical Review E 64, 016132, 2001,
///   [doi:10.1103/PhysRevE.64.016132](https://doi.org/10.1103/PhysRevE.64.016132), equation 2.
public struct ActorNetwork: Sendable, Equatable {
  /// For each node, the position of its actor in ``AllianceGraph/actors``.
  public let actors: [Int]
  /// For each group of the projection, the position of its alliance in ``AllianceGraph/alliances``: all of them, in order.
  public let projection: BipartiteProjection

  /// The weighted, undirected graph of ties.
  public var graph: CSRGraph { projection.graph }

  /// The node of each organisation, by its position in ``AllianceGraph/actors``.
  public var nodes: [Int: NodeID] {
    Dictionary(uniqueKeysWithValues: actors.enumerated().map { ($1, NodeID($0)) })
  }

  /// The alliances behind the tie of two nodes, by their positions in ``AllianceGraph/alliances``; none without a tie.
  public func alliances(between first: NodeID, and second: NodeID) -> [Int] {
    projection.groups(between: first, and: second)
  }
}

/// The other projection: actors of every kind and alliances as nodes, a tie from an alliance to each of its parties.
public struct AffiliationNetwork: Sendable, Equatable {
  /// How many of the nodes are actors: node `i` is actor `i`, node `actorCount + j` is alliance `j`.
  public let actorCount: Int
  /// Unweighted and undirected.
  public let graph: CSRGraph

  public func node(ofActor index: Int) -> NodeID { NodeID(index) }
  public func node(ofAlliance index: Int) -> NodeID { NodeID(actorCount + index) }
}

extension AllianceGraph {
  /// The organisations and groups of this graph, tied by their alliances. Parties that no actor has are left out.
  ///
  /// - Complexity: O(Σ m² log Σ m²) over the alliances of m organisations.
  public func actorNetwork() -> ActorNetwork {
    let organisations = actors.indices.filter { actors[$0].isOrganisation }
    let nodes = Dictionary(uniqueKeysWithValues: organisations.enumerated().map { ($1, NodeID($0)) })
    let indices = actorIndices
    let groups = alliances.map { alliance in partyIndices(of: alliance, in: indices).compactMap { nodes[$0] } }
    return ActorNetwork(
      actors: organisations, projection: BipartiteProjection(nodeCount: organisations.count, groups: groups))
  }

  /// Actors of every kind, objects too, and alliances, as one network of two kinds of nodes.
  public func affiliationNetwork() -> AffiliationNetwork {
    let indices = actorIndices
    let ties = alliances.enumerated().flatMap { index, alliance in
      partyIndices(of: alliance, in: indices).map { (NodeID($0), NodeID(actors.count + index)) }
    }
    return AffiliationNetwork(
      actorCount: actors.count, graph: CSRGraph(nodeCount: actors.count + alliances.count, edges: ties))
  }
}
