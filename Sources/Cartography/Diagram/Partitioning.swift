/// Divides rows of things of given sizes, in their order.
enum Partitioning {
  /// Ranges that cover all of `sizes`, none of them empty: of all such divisions one whose largest sum is smallest.
  ///
  /// - Parameter count: At least 1; with fewer sizes than that, as many ranges as sizes.
  /// - Complexity: O(*n*² · *count*) for *n* sizes.
  static func evenRanges(of sizes: [Double], count: Int) -> [Range<Int>] {
    guard !sizes.isEmpty else { return [] }
    let count = min(max(1, count), sizes.count)
    var sums = [0.0]
    for size in sizes { sums.append(sums[sums.count - 1] + size) }
    // best[k][i]: the first i sizes in k + 1 ranges: the largest sum, and where the last range begins.
    var best = [(0...sizes.count).map { (largest: sums[$0], start: 0) }]
    for ranges in stride(from: 1, to: count, by: 1) {
      best.append(
        (0...sizes.count).map { end in
          var choice = (largest: Double.infinity, start: 0)
          for start in stride(from: end - 1, through: ranges, by: -1) {
            let largest = max(best[ranges - 1][start].largest, sums[end] - sums[start])
            if largest < choice.largest { choice = (largest, start) }
          }
          return choice
        })
    }
    var result: [Range<Int>] = []
    var end = sizes.count
    for ranges in stride(from: count - 1, through: 0, by: -1) {
      let start = best[ranges][end].start
      result.append(start..<end)
      end = start
    }
    return result.reversed()
  }
}
