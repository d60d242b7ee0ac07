public import GraphCore

/// Measures computed from their definitions, slowly, on the full matrix of a small graph.
public enum Oracle {}

extension Oracle {
  /// The lengths of the arcs in whole units, so that ties of paths are exact: 840 units are 1.
  ///
  /// The weights of the random graphs are *k*/4 with *k* in 1...8, and 840 is divisible by all of these.
  public static func unitLengths(of graph: CSRGraph, _ lengths: TieLength) -> [[Int?]] {
    AdjacencyMatrix(graph).weights.map { row in
      row.map { weight in
        weight.map { weight in
          switch lengths {
          case .hops: 840
          case .weights: Int(weight * 840)
          case .inverseWeights: 840 * 4 / Int(weight * 4)
          }
        }
      }
    }
  }

  /// The distances between all pairs in units, by Floyd and Warshall; `nil` without a path.
  public static func unitDistances(_ lengths: [[Int?]]) -> [[Int?]] {
    var distances = lengths
    for node in lengths.indices { distances[node][node] = 0 }
    for middle in lengths.indices {
      for source in lengths.indices {
        guard let first = distances[source][middle] else { continue }
        for target in lengths.indices {
          guard let second = distances[middle][target] else { continue }
          distances[source][target] = min(distances[source][target] ?? .max, first + second)
        }
      }
    }
    return distances
  }

  /// The distances between all pairs; `nil` without a path.
  public static func distances(of graph: CSRGraph, _ lengths: TieLength = .hops) -> [[Double?]] {
    unitDistances(unitLengths(of: graph, lengths)).map { $0.map { $0.map { Double($0) / 840 } } }
  }

  /// How many shortest paths lead from each node to each other.
  public static func pathCounts(_ lengths: [[Int?]], _ distances: [[Int?]]) -> [[Double]] {
    lengths.indices.map { source in
      var counts = [Double](repeating: 0, count: lengths.count)
      counts[source] = 1
      let reached = lengths.indices.filter { $0 != source && distances[source][$0] != nil }
      for target in reached.sorted(by: { (distances[source][$0] ?? 0) < (distances[source][$1] ?? 0) }) {
        for last in lengths.indices {
          guard let length = lengths[last][target], let before = distances[source][last],
            before + length == distances[source][target]
          else { continue }
          counts[target] += counts[last]
        }
      }
      return counts
    }
  }

  /// Betweenness over ordered pairs: for each node the sum of σ(s, v) · σ(v, t) / σ(s, t).
  public static func betweenness(of graph: CSRGraph, _ lengths: TieLength = .hops) -> [Double] {
    let units = unitLengths(of: graph, lengths)
    let distances = unitDistances(units)
    let counts = pathCounts(units, distances)
    return units.indices.map { node in
      var sum = 0.0
      for source in units.indices where source != node {
        guard let first = distances[source][node] else { continue }
        for target in units.indices where target != node && target != source {
          guard let second = distances[node][target], first + second == distances[source][target] else { continue }
          sum += counts[source][node] * counts[node][target] / counts[source][target]
        }
      }
      return sum
    }
  }
}
