public import GraphCore

extension Oracle {
  /// The matrix of a graph with 0 where there is no tie: row source, column target.
  public static func matrix(of graph: CSRGraph) -> [[Double]] {
    AdjacencyMatrix(graph).weights.map { $0.map { $0 ?? 0 } }
  }

  public static func transposed(_ matrix: [[Double]]) -> [[Double]] {
    matrix.indices.map { column in matrix.map { $0[column] } }
  }

  public static func product(_ left: [[Double]], _ right: [[Double]]) -> [[Double]] {
    left.map { row in
      right.indices.map { column in row.indices.reduce(0) { $0 + row[$1] * right[$1][column] } }
    }
  }

  public static func product(_ matrix: [[Double]], _ vector: [Double]) -> [Double] {
    matrix.map { row in zip(row, vector).reduce(0) { $0 + $1.0 * $1.1 } }
  }

  /// Solves a system of linear equations by elimination with pivots.
  public static func solution(of matrix: [[Double]], _ right: [Double]) -> [Double] {
    var rows = zip(matrix, right).map { $0 + [$1] }
    for column in rows.indices {
      let pivot = (column..<rows.count).max { abs(rows[$0][column]) < abs(rows[$1][column]) } ?? column
      rows.swapAt(column, pivot)
      for row in rows.indices where row != column {
        let factor = rows[row][column] / rows[column][column]
        for place in column...rows.count { rows[row][place] -= factor * rows[column][place] }
      }
    }
    return rows.indices.map { rows[$0][rows.count] / rows[$0][$0] }
  }

  /// What remains of `start` after very many products with `matrix`, not negative: the matrix is squared twenty times.
  ///
  /// Scaled to a largest element of 1. The unit added to the matrix keeps vectors of bipartite graphs from swinging.
  public static func limit(of matrix: [[Double]], from start: [Double]) -> [Double] {
    var power = matrix
    let scale = max(1e-300, matrix.flatMap { $0 }.max() ?? 1)
    for node in power.indices {
      power[node] = power[node].map { $0 / scale }
      power[node][node] += 1
    }
    for _ in 0..<20 {
      let squared = product(power, power)
      let largest = squared.flatMap { $0 }.max() ?? 1
      power = squared.map { $0.map { $0 / largest } }
    }
    let vector = product(power, start)
    let largest = vector.max() ?? 1
    return vector.map { $0 / largest }
  }

  /// Whether every node can reach every other.
  public static func isStronglyConnected(_ graph: CSRGraph) -> Bool {
    distances(of: graph).allSatisfy { $0.allSatisfy { $0 != nil } }
  }
}
