/// What can be wrong with the edges that a graph is to be made from.
///
/// `edge` is the place of the faulty edge in the order of addition, from 0, so that a reader can name its line.
public enum GraphError: Error, Hashable, Sendable {
  /// One end of the edge is not among the nodes.
  case nodeOutOfRange(edge: Int, node: NodeID, nodeCount: Int)
  /// Both ends of the edge are the same node, and loops were to be refused.
  case selfLoop(edge: Int, node: NodeID)
  /// The weight is not a positive normal number: it is zero, negative, subnormal, infinite or not a number.
  case invalidWeight(edge: Int, weight: String)
  /// The weights together exceed the largest number that can be represented.
  case totalWeightTooLarge
}

extension GraphError: CustomStringConvertible {
  /// One sentence in English: which edge, what is wrong, and what was expected.
  public var description: String {
    switch self {
    case .nodeOutOfRange(let edge, let node, let nodeCount):
      "edge \(edge): node \(node) is not among the \(nodeCount) nodes of the graph (counted from 0)"
    case .selfLoop(let edge, let node):
      "edge \(edge): both ends are node \(node), and a tie of a node with itself is not allowed"
    case .invalidWeight(let edge, let weight):
      "edge \(edge): the weight must be a positive number, not \(weight)"
    case .totalWeightTooLarge:
      "the weights are too large: their sum cannot be represented"
    }
  }
}
