/// One node of a ``CSRGraph``: its place among the nodes `0..<nodeCount`.
///
/// A type of its own, so that a node is never mistaken for a count, a label or an arc. It takes four bytes, which
/// halves the memory that a pass over the arcs reads.
///
///     let node: NodeID = 3
///     node.index  // 3
public struct NodeID: Hashable, Sendable, Comparable, ExpressibleByIntegerLiteral, CustomStringConvertible {
  @usableFromInline let rawValue: UInt32

  /// The most nodes that a graph can have: every index fits into 32 bits, one value is kept free.
  public static let limit = Int(UInt32.max)

  /// Makes the node at `index`.
  ///
  /// - Parameter index: A place in `0..<NodeID.limit`; anything else is a bug of the caller and traps.
  @inlinable
  public init(_ index: Int) {
    precondition(index >= 0 && index < NodeID.limit, "a node index must be from 0 to 4294967294, not \(index)")
    rawValue = UInt32(truncatingIfNeeded: index)
  }

  /// The node with the index that is known to be one.
  @inline(__always)
  init(rawValue: UInt32) { self.rawValue = rawValue }

  /// Makes the node whose index is written in the source, as in `let node: NodeID = 3`.
  @inlinable
  public init(integerLiteral value: Int) {
    self.init(value)
  }

  /// The place of the node, to index arrays that hold one element for each node.
  @inlinable
  public var index: Int { Int(rawValue) }

  /// Nodes are ordered by index.
  @inlinable
  public static func < (left: NodeID, right: NodeID) -> Bool { left.rawValue < right.rawValue }

  /// The index in decimal digits.
  public var description: String { String(rawValue) }
}
