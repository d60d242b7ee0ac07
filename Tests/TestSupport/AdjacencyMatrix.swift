public import GraphCore

/// A graph as the definitions in papers see it: a full matrix of weights, `nil` where there is no tie.
///
/// The oracles work on it, so that they share no code with the rows that are under test.
public struct AdjacencyMatrix {
  public let size: Int
  public let isDirected: Bool
  public private(set) var weights: [[Double?]]

  public init(_ graph: CSRGraph) {
    size = graph.nodeCount
    isDirected = graph.isDirected
    weights = Array(repeating: Array(repeating: nil, count: graph.nodeCount), count: graph.nodeCount)
    for edge in graph.edges {
      weights[edge.source.index][edge.target.index] = edge.weight
      if !graph.isDirected { weights[edge.target.index][edge.source.index] = edge.weight }
    }
  }

  public func isTied(_ source: Int, _ target: Int) -> Bool { weights[source][target] != nil }
}

/// Whether two lists of numbers agree to 1e-9, relative above 1 and absolute below; undefined agrees with undefined.
public func agree(_ left: some Collection<Double>, _ right: some Collection<Double>, to tolerance: Double = 1e-9)
  -> Bool
{
  left.count == right.count
    && zip(left, right).allSatisfy { left, right in
      (left.isNaN && right.isNaN) || left == right || abs(left - right) <= tolerance * max(1, abs(right))
    }
}

/// As ``agree(_:_:to:)`` for two numbers.
public func agree(_ left: Double, _ right: Double, to tolerance: Double = 1e-9) -> Bool {
  agree([left], [right], to: tolerance)
}
