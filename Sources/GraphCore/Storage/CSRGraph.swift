/// An immutable graph over the nodes `0..<nodeCount`, stored as compressed sparse rows.
///
/// Row *v* lists the nodes at the other end of the arcs that leave *v*, rising, each once. An undirected edge is two
/// arcs, one in each direction; a directed edge is one. There are no loops and no parallel edges: ``GraphBuilder``
/// merges or refuses them, and counts what it merged. A weight is the strength of a tie: a positive finite number.
///
///     let path = CSRGraph(nodeCount: 3, edges: [(0, 1), (1, 2)])
///     path.neighbors(of: 1)  // [0, 2]
///     path.edgeCount  // 2
public struct CSRGraph: Sendable, Equatable {
  /// How many nodes the graph has, tied or not.
  public let nodeCount: Int
  /// Whether an edge from *u* to *v* says nothing about one from *v* to *u*.
  public let isDirected: Bool

  /// Row *v* is `targets[offsets[v]..<offsets[v + 1]]`.
  @usableFromInline let offsets: [Int]
  @usableFromInline let targets: [NodeID]
  /// One weight for each arc, or `nil` when the graph is not weighted: then every tie counts 1.
  @usableFromInline let arcWeights: [Double]?

  /// Takes finished rows. The caller guarantees what the type promises: rising rows, no loops, symmetry.
  init(nodeCount: Int, isDirected: Bool, offsets: [Int], targets: [NodeID], arcWeights: [Double]?) {
    assert(offsets.count == nodeCount + 1 && offsets[nodeCount] == targets.count)
    assert(arcWeights == nil || arcWeights?.count == targets.count)
    self.nodeCount = nodeCount
    self.isDirected = isDirected
    self.offsets = offsets
    self.targets = targets
    self.arcWeights = arcWeights
  }

  /// Makes an unweighted graph from edges that are known to be sound.
  ///
  /// Equal edges are merged into one. For edges that come from a file use ``GraphBuilder``, which throws and counts.
  ///
  /// - Parameters:
  ///   - nodeCount: The number of nodes, from 0 to ``NodeID/limit``.
  ///   - edges: Pairs of different nodes below `nodeCount`, from source to target when directed. A pair outside the
  ///     graph or a loop is a bug of the caller and traps.
  ///   - isDirected: Whether the order of a pair matters. Default: no.
  /// - Complexity: O(*n* + *m*).
  @inlinable
  public init(nodeCount: Int, edges: some Sequence<(NodeID, NodeID)>, isDirected: Bool = false) {
    self.init(nodeCount: nodeCount, soundEdges: Array(edges), isDirected: isDirected)
  }

  @usableFromInline
  init(nodeCount: Int, soundEdges edges: [(NodeID, NodeID)], isDirected: Bool) {
    do throws(GraphError) {
      let built = try GraphBuilder.build(nodeCount: nodeCount, edges: edges, weights: nil, isDirected: isDirected)
      precondition(built.selfLoopCount == 0, "\(built.selfLoopCount) edges tie a node to itself")
      self = built.graph
    } catch {
      preconditionFailure("\(error)")
    }
  }

  /// Makes a weighted graph. Equal edges are merged into one whose weight is their sum, in the order given.
  ///
  /// - Parameters:
  ///   - nodeCount: The number of nodes, from 0 to ``NodeID/limit``.
  ///   - weightedEdges: Source, target and weight of each edge.
  ///   - isDirected: Whether the order of a pair matters. Default: no.
  /// - Throws: ``GraphError`` for a node outside the graph, a loop, or a weight that is not a positive finite number.
  /// - Complexity: O(*n* + *m*).
  @inlinable
  public init(
    nodeCount: Int, weightedEdges: some Sequence<(NodeID, NodeID, Double)>, isDirected: Bool = false
  ) throws(GraphError) {
    try self.init(nodeCount: nodeCount, gathered: Array(weightedEdges), isDirected: isDirected)
  }

  @usableFromInline
  init(nodeCount: Int, gathered weightedEdges: [(NodeID, NodeID, Double)], isDirected: Bool) throws(GraphError) {
    var builder = GraphBuilder(nodeCount: nodeCount, isDirected: isDirected, isWeighted: true)
    builder.reserveCapacity(weightedEdges.count)
    for (source, target, weight) in weightedEdges { try builder.add(source, target, weight: weight) }
    self = try builder.build().graph
  }
}

// MARK: - Reading

extension CSRGraph {
  /// How many arcs the rows hold: twice the edges of an undirected graph, the edges of a directed one.
  @inlinable
  public var arcCount: Int { targets.count }

  /// How many different edges the graph has.
  @inlinable
  public var edgeCount: Int { isDirected ? targets.count : targets.count / 2 }

  /// Whether the ties have weights. Without weights every tie counts 1.
  @inlinable
  public var isWeighted: Bool { arcWeights != nil }

  /// All nodes, rising.
  @inlinable
  public var nodes: some RandomAccessCollection<NodeID> & Sendable { (0..<nodeCount).lazy.map { NodeID($0) } }

  /// The heads of the arcs that leave `node`, rising.
  ///
  /// For ordinary code; a loop over the whole graph uses ``withRows(_:)``.
  @inlinable
  public func neighbors(of node: NodeID) -> ArraySlice<NodeID> {
    targets[offsets[node.index]..<offsets[node.index + 1]]
  }

  /// How many arcs leave `node`.
  @inlinable
  public func outDegree(of node: NodeID) -> Int { offsets[node.index + 1] - offsets[node.index] }

  /// The weights of the arcs that leave `node`, in the order of ``neighbors(of:)``; `nil` when the graph has none.
  @inlinable
  public func weights(of node: NodeID) -> ArraySlice<Double>? {
    arcWeights?[offsets[node.index]..<offsets[node.index + 1]]
  }

  /// Where the arc from `source` to `target` stands among all arcs, or `nil` when there is none.
  ///
  /// - Complexity: O(log *d*) for *d* neighbours of `source`.
  public func arcIndex(from source: NodeID, to target: NodeID) -> Int? {
    var low = offsets[source.index]
    var high = offsets[source.index + 1]
    while low < high {
      let middle = (low + high) / 2
      if targets[middle] < target { low = middle + 1 } else { high = middle }
    }
    return low < offsets[source.index + 1] && targets[low] == target ? low : nil
  }

  /// Whether an arc leads from `source` to `target`.
  ///
  /// - Complexity: O(log *d*) for *d* neighbours of `source`.
  public func hasEdge(from source: NodeID, to target: NodeID) -> Bool { arcIndex(from: source, to: target) != nil }

  /// The weight of the tie from `source` to `target`: 1 in an unweighted graph, `nil` when there is no tie.
  ///
  /// - Complexity: O(log *d*) for *d* neighbours of `source`.
  public func weight(from source: NodeID, to target: NodeID) -> Double? {
    arcIndex(from: source, to: target).map { arcWeights?[$0] ?? 1 }
  }

  /// Lends the two arrays of the graph to `body` for one fast pass.
  ///
  /// The spans cannot leave `body`: the compiler holds them to its scope, so nothing here is unsafe.
  @inlinable
  public func withRows<Result, Failure: Error>(
    _ body: (_ offsets: Span<Int>, _ targets: Span<NodeID>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try body(offsets.span, targets.span)
  }
}
