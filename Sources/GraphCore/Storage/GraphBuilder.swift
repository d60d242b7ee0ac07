/// Collects edges in any order and makes a ``CSRGraph`` of them.
///
///     var builder = GraphBuilder(nodeCount: 3, selfLoops: .counted)
///     try builder.add(2, 0)
///     try builder.add(0, 2)
///     let built = try builder.build()  // one edge; built.duplicateCount is 1
public struct GraphBuilder: Sendable {
  /// What to do with an edge whose two ends are the same node. A graph never holds one.
  public enum SelfLoops: Sendable {
    /// ``GraphBuilder/add(_:_:)`` throws ``GraphError/selfLoop(edge:node:)``.
    case refused
    /// The loop is left out, and counted in ``BuiltGraph/selfLoopCount``.
    case counted
  }

  /// How many nodes the graph will have.
  public let nodeCount: Int
  /// Whether the order of the ends of an edge matters.
  public let isDirected: Bool
  /// Whether the graph will have weights; an edge added without one then weighs 1.
  public let isWeighted: Bool
  /// What happens to loops.
  public let selfLoops: SelfLoops

  private var edges: [(NodeID, NodeID)] = []
  private var weights: [Double] = []
  private var selfLoopCount = 0

  /// Starts without edges.
  ///
  /// - Parameters:
  ///   - nodeCount: The number of nodes, from 0 to ``NodeID/limit``.
  ///   - isDirected: Whether the order of the ends matters. Default: no.
  ///   - isWeighted: Whether the graph is to have weights. Default: no; weights given all the same trap.
  ///   - selfLoops: What to do with loops. Default: refuse them.
  public init(
    nodeCount: Int, isDirected: Bool = false, isWeighted: Bool = false, selfLoops: SelfLoops = .refused
  ) {
    precondition(nodeCount >= 0 && nodeCount <= NodeID.limit, "a graph cannot have \(nodeCount) nodes")
    self.nodeCount = nodeCount
    self.isDirected = isDirected
    self.isWeighted = isWeighted
    self.selfLoops = selfLoops
  }

  /// How many edges were added, loops included.
  public var addedCount: Int { edges.count + selfLoopCount }

  /// Makes room for `count` edges in all.
  public mutating func reserveCapacity(_ count: Int) {
    edges.reserveCapacity(count)
    if isWeighted { weights.reserveCapacity(count) }
  }

  /// Adds an edge of weight 1.
  ///
  /// - Throws: ``GraphError`` for a node outside the graph, or a loop when they are refused. Nothing is added then.
  public mutating func add(_ source: NodeID, _ target: NodeID) throws(GraphError) {
    let highest = max(source, target)
    guard highest.index < nodeCount else {
      throw .nodeOutOfRange(edge: addedCount, node: highest, nodeCount: nodeCount)
    }
    if source == target {
      guard selfLoops == .counted else { throw .selfLoop(edge: addedCount, node: source) }
      selfLoopCount += 1
      return
    }
    edges.append((source, target))
    if isWeighted { weights.append(1) }
  }

  /// Adds an edge with a weight.
  ///
  /// - Parameter weight: The strength of the tie: a positive finite number. Zero would be no tie, and subnormal
  ///   numbers are refused with it, since their inverse, a length, is infinite.
  /// - Throws: ``GraphError`` for a weight or node out of range, or a loop when they are refused; nothing is added.
  public mutating func add(_ source: NodeID, _ target: NodeID, weight: Double) throws(GraphError) {
    precondition(isWeighted, "a graph without weights was asked to add an edge of weight \(weight)")
    guard weight.isNormal && weight > 0 else { throw .invalidWeight(edge: addedCount, weight: "\(weight)") }
    try add(source, target)
    if source != target { weights[weights.count - 1] = weight }
  }

  /// Makes the graph.
  ///
  /// Edges between the same nodes are merged into one; their weights are added in the order of addition.
  ///
  /// - Throws: ``GraphError/totalWeightTooLarge``.
  /// - Complexity: O(*n* + *m*): two counting sorts, no comparison.
  public func build() throws(GraphError) -> BuiltGraph {
    let built = try GraphBuilder.build(
      nodeCount: nodeCount, edges: edges, weights: isWeighted ? weights : nil, isDirected: isDirected)
    return BuiltGraph(graph: built.graph, duplicateCount: built.duplicateCount, selfLoopCount: selfLoopCount)
  }
}

/// A graph, and what was merged or left out on the way to it.
public struct BuiltGraph: Sendable, Equatable {
  /// The graph, without loops and repeats.
  public let graph: CSRGraph
  /// How many added edges repeated an earlier one and were merged into it.
  public let duplicateCount: Int
  /// How many loops were left out.
  public let selfLoopCount: Int
}
