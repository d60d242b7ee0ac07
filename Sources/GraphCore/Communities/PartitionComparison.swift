#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// How alike two partitions of the same nodes are.
public struct PartitionComparison: Sendable, Equatable {
  /// Normalized mutual information: `0...1`, twice the shared information over the sum of both; 1 when equal.
  public let normalizedMutualInformation: Double
  /// Mutual information less what chance gives, scaled so that equal partitions score 1 and unrelated ones 0 on
  /// average.
  public let adjustedMutualInformation: Double
  /// The Rand index less what chance gives, scaled so that equal partitions score 1 and unrelated ones 0 on average.
  public let adjustedRandIndex: Double
  /// Variation of information, in nats: 0 when equal, at most log *n*; a distance.
  public let variationOfInformation: Double
}

extension Partition {
  /// Compares this partition with another of the same nodes.
  ///
  /// Chance is measured over all partitions with the same cluster sizes. Two partitions that both put everything in one
  /// cluster, or both every node alone, are equal and score 1.
  ///
  ///     Partition(labels: [0, 0, 1]).compared(with: Partition(labels: [5, 5, 3])).adjustedRandIndex  // 1.0
  ///
  /// - Complexity: O(*n* log *n* + *k* · *l* · *s*) for *k* and *l* clusters of at most *s* members.
  /// - SeeAlso: N. X. Vinh, J. Epps, J. Bailey, *Information theoretic measures for clusterings comparison*, Journal of
  ///   Machine Learning Research 11, 2010, [jmlr.org/papers/v11/vinh10a](https://www.jmlr.org/papers/v11/vinh10a.html),
  ///   means as denominators; L. Hubert, P. Arabie, *Comparing partitions*, Journal of Classification 2, 1985,
  ///   [doi:10.1007/BF01908075](https://doi.org/10.1007/BF01908075); M. Meilă, *Comparing clusterings*, Journal of
  ///   Multivariate Analysis 98(5), 2007, [doi:10.1016/j.jmva.2006.11.013](https://doi.org/10.1016/j.jmva.2006.11.013).
  public func compared(with other: Partition) -> PartitionComparison {
    precondition(
      nodeCount == other.nodeCount, "partitions of \(nodeCount) and of \(other.nodeCount) nodes cannot be compared")
    guard self != other else {
      return PartitionComparison(
        normalizedMutualInformation: 1, adjustedMutualInformation: 1, adjustedRandIndex: 1, variationOfInformation: 0)
    }
    let table = ContingencyTable(self, other)
    let (first, second) = (Self.entropy(table.rowSums), Self.entropy(table.columnSums))
    let shared = table.mutualInformation
    let expected = table.expectedMutualInformation
    let mean = (first + second) / 2
    return PartitionComparison(
      normalizedMutualInformation: max(0, shared / mean),
      adjustedMutualInformation: abs(mean - expected) > 1e-15 ? (shared - expected) / (mean - expected) : 0,
      adjustedRandIndex: table.adjustedRandIndex,
      variationOfInformation: max(0, first + second - 2 * shared))
  }

  private static func entropy(_ sizes: [Int]) -> Double {
    let total = Double(sizes.reduce(0, +))
    return -sizes.reduce(0.0) { $0 + Double($1) / total * log(Double($1) / total) }
  }
}

/// How many nodes each cluster of one partition shares with each of another: only the pairs that share any.
private struct ContingencyTable {
  let cells: [(row: Int, column: Int, count: Int)]
  let rowSums: [Int]
  let columnSums: [Int]
  let total: Int

  init(_ first: Partition, _ second: Partition) {
    let pairs = zip(first.labels, second.labels).sorted { $0 < $1 }
    var cells: [(row: Int, column: Int, count: Int)] = []
    for (row, column) in pairs {
      if let last = cells.last, last.row == row, last.column == column {
        cells[cells.count - 1].count += 1
      } else {
        cells.append((row, column, 1))
      }
    }
    self.cells = cells
    rowSums = first.sizes
    columnSums = second.sizes
    total = pairs.count
  }

  var mutualInformation: Double {
    let total = Double(total)
    return cells.reduce(0) { sum, cell in
      let count = Double(cell.count)
      return sum + count / total * log(count * total / (Double(rowSums[cell.row]) * Double(columnSums[cell.column])))
    }
  }

  var adjustedRandIndex: Double {
    func pairs(_ count: Int) -> Double { Double(count) * Double(count - 1) / 2 }
    let together = cells.reduce(0) { $0 + pairs($1.count) }
    let rows = rowSums.reduce(0) { $0 + pairs($1) }
    let columns = columnSums.reduce(0) { $0 + pairs($1) }
    let expected = rows * columns / pairs(total)
    let limit = (rows + columns) / 2
    return limit == expected ? 0 : (together - expected) / (limit - expected)
  }

  /// The mean of the mutual information over all partitions with the same sizes: Vinh's equation for the hypergeometric
  /// model.
  ///
  /// Clusters of the same sizes give the same terms, so that each pair of sizes is worked out once.
  var expectedMutualInformation: Double {
    let logFactorials = (1...max(1, total)).reduce(into: [0.0]) { $0.append($0[$0.count - 1] + log(Double($1))) }
    func multiplicities(_ sizes: [Int]) -> [(size: Int, count: Int)] {
      sizes.reduce(into: []) { groups, size in
        if groups.last?.size == size { groups[groups.count - 1].count += 1 } else { groups.append((size, 1)) }
      }
    }
    let all = Double(total)
    var sum = 0.0
    for (row, rowCount) in multiplicities(rowSums) {
      for (column, columnCount) in multiplicities(columnSums) {
        let fixed = [row, column, total - row, total - column].reduce(-logFactorials[total]) { $0 + logFactorials[$1] }
        var term = 0.0
        for count in max(1, row + column - total)...min(row, column) {
          let parts = [count, row - count, column - count, total - row - column + count]
          let chance = exp(parts.reduce(fixed) { $0 - logFactorials[$1] })
          term += chance * Double(count) / all * log(all * Double(count) / (Double(row) * Double(column)))
        }
        sum += term * Double(rowCount) * Double(columnCount)
      }
    }
    return sum
  }
}
