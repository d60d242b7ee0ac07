import Foundation
import TestSupport

@testable import MissingPartnerships

/// The features as their definitions read, on a full matrix; shares no code with the passes over rows.
struct PairOracle {
  let size: Int
  let tied: [[Bool]]
  let degree: [Double]

  init(_ matrix: AdjacencyMatrix) {
    size = matrix.size
    tied = (0..<matrix.size).map { i in (0..<matrix.size).map { matrix.isTied(i, $0) } }
    degree = tied.map { Double($0.count { $0 }) }
  }

  func features(_ i: Int, _ j: Int) -> [Double] {
    let both = (0..<size).filter { tied[i][$0] && tied[j][$0] }
    let either = (0..<size).filter { tied[i][$0] || tied[j][$0] }
    var chains = 0.0
    for u in 0..<size where tied[i][u] {
      for v in 0..<size where tied[u][v] && tied[v][j] { chains += 1 / (degree[u] * degree[v]).squareRoot() }
    }
    return [
      either.isEmpty ? 0 : Double(both.count) / Double(either.count),
      log(0.3 + both.reduce(0) { $0 + 1 / degree[$1] }),
      log(0.5 + chains),
      log(1e-6 + visits(from: i)[j] + visits(from: j)[i]),
      log(1 + degree[i]) + log(1 + degree[j]),
      abs(log(1 + degree[i]) - log(1 + degree[j])),
      log(1 + surroundings(i)) + log(1 + surroundings(j)),
    ]
  }

  private func surroundings(_ node: Int) -> Double {
    let around = (0..<size).filter { tied[node][$0] }
    return around.isEmpty ? 0 : around.reduce(0) { $0 + degree[$1] } / Double(around.count)
  }

  /// Where a walker is that goes on with 0.7 to a random neighbour, sixteen times at most.
  private func visits(from source: Int) -> [Double] {
    var here = (0..<size).map { $0 == source ? 1.0 : 0 }
    var visits = here.map { $0 * 0.3 }
    for step in 1...16 {
      var next = [Double](repeating: 0, count: size)
      for u in 0..<size where here[u] > 0 {
        for v in 0..<size where tied[u][v] { next[v] += here[u] / degree[u] }
      }
      here = next
      for node in 0..<size { visits[node] += here[node] * 0.3 * pow(0.7, Double(step)) }
    }
    return visits
  }
}
