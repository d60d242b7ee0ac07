/// One number for each node of a graph: what a measure returns.
///
/// A measure that is not defined for a node (the constraint of a node without ties) has no number there: `values` holds
/// NaN, ``subscript(_:)`` gives `nil`, and the node is left out of ``ranking`` and ``top(_:)``. Undefined is not zero.
///
///     let scores = NodeScores([2, 5, 5])
///     scores.top(2).map(\.node)  // [1, 2]
public struct NodeScores: Sendable {
  /// The scores, in node order; NaN where the measure is not defined.
  public let values: [Double]

  /// Takes one score for each node, in node order; NaN where it is not defined.
  public init(_ values: [Double]) {
    self.values = values
  }

  /// The score of `node`, or `nil` when the measure is not defined for it.
  public subscript(node: NodeID) -> Double? {
    values[node.index].isNaN ? nil : values[node.index]
  }

  /// How many nodes have a score: what a sentence about the scores rests on.
  public var definedCount: Int { values.count { !$0.isNaN } }

  /// The nodes that have a score, highest first; of equal ones the lower node first.
  ///
  /// - Complexity: O(*n* log *n*).
  public var ranking: [NodeID] {
    values.indices.filter { !values[$0].isNaN }
      .sorted { (-values[$0], $0) < (-values[$1], $1) }
      .map { NodeID($0) }
  }

  /// One line of a ranking.
  public struct Entry: Sendable, Hashable {
    /// The node.
    public let node: NodeID
    /// Its score, never NaN.
    public let score: Double

    /// Puts a node and its score into one line.
    public init(node: NodeID, score: Double) {
      self.node = node
      self.score = score
    }
  }

  /// The `count` highest scores with their nodes, highest first; of equal ones the lower node first.
  ///
  /// - Parameter count: How many, 0 or more; fewer are returned when fewer nodes have a score.
  /// - Complexity: O(*n* log *n*).
  public func top(_ count: Int) -> [Entry] {
    ranking.prefix(count).map { Entry(node: $0, score: values[$0.index]) }
  }
}

extension NodeScores: Equatable {
  /// The same bits for every node; undefined equals undefined.
  public static func == (left: NodeScores, right: NodeScores) -> Bool {
    left.values.elementsEqual(right.values) { ($0.isNaN && $1.isNaN) || $0.bitPattern == $1.bitPattern }
  }
}
