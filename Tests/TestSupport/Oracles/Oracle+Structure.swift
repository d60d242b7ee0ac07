public import GraphCore

extension Oracle {
  /// For each node the lowest node that ties lead to, whatever their direction; `removed` and its ties left out.
  public static func componentRoots(of graph: CSRGraph, without removed: Int? = nil) -> [Int] {
    componentRoots(of: AdjacencyMatrix(graph), without: removed)
  }

  static func componentRoots(of matrix: AdjacencyMatrix, without removed: Int? = nil) -> [Int] {
    var roots = Array(0..<matrix.size)
    // As often as any path is long, take the lower root across every tie.
    for _ in 0..<matrix.size {
      for first in 0..<matrix.size where first != removed {
        for second in 0..<matrix.size where second != removed {
          if matrix.isTied(first, second) || matrix.isTied(second, first) {
            roots[first] = min(roots[first], roots[second])
            roots[second] = roots[first]
          }
        }
      }
    }
    return roots
  }

  /// The parts into which the component of `node` falls without it: largest first, then by lowest node.
  public static func parts(of graph: CSRGraph, removing node: Int) -> [[Int]] {
    let before = componentRoots(of: graph)
    let after = componentRoots(of: graph, without: node)
    let others = (0..<graph.nodeCount).filter { $0 != node && before[$0] == before[node] }
    return Dictionary(grouping: others) { after[$0] }.values
      .map { $0.sorted() }
      .sorted { (-$0.count, $0[0]) < (-$1.count, $1[0]) }
  }
}
