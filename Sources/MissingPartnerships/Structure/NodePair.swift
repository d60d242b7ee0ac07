public import GraphCore

/// Two different nodes, the lower one first.
public struct NodePair: Sendable, Hashable, Comparable {
  public let low: NodeID
  public let high: NodeID

  /// The pair of two nodes in either order; a node with itself is a bug of the caller and traps.
  public init(_ first: NodeID, _ second: NodeID) {
    precondition(first != second, "node \(first) makes no pair with itself")
    (low, high) = (min(first, second), max(first, second))
  }

  public static func < (left: NodePair, right: NodePair) -> Bool {
    (left.low, left.high) < (right.low, right.high)
  }
}
