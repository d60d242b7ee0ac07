/// Rows of arcs in the making: what ``CSRGraph`` stores, before it is known to be sound.
///
/// The rows are sorted without comparing: to transpose reads the rows in order, so every row of the transpose comes out
/// rising. The arcs of an undirected graph are their own transpose, which one pass sorts; directed ones take two.
struct ArcRows {
  let rowCount: Int
  let offsets: [Int]
  let targets: [NodeID]
  let weights: [Double]?

  init(rowCount: Int, offsets: [Int], targets: [NodeID], weights: [Double]?) {
    self.rowCount = rowCount
    self.offsets = offsets
    self.targets = targets
    self.weights = weights
  }

  /// Sorted rows without repeats of the given arcs, and of their reverse when `isSymmetric`.
  init(sources: [NodeID], targets: [NodeID], weights: [Double]?, rowCount: Int, isSymmetric: Bool) {
    let grouped = ArcRows.grouped(
      sources: sources, targets: targets, weights: weights, rowCount: rowCount, isSymmetric: isSymmetric)
    self = (isSymmetric ? grouped.transposed() : grouped.transposed().transposed()).merged()
  }

  /// Sorted rows that hold every edge in both directions.
  init(symmetric edges: [CSRGraph.Edge], rowCount: Int, isWeighted: Bool) {
    self.init(
      sources: edges.map(\.source), targets: edges.map(\.target), weights: isWeighted ? edges.map(\.weight) : nil,
      rowCount: rowCount, isSymmetric: true)
  }

  /// Puts each arc into the row of its source, in the order given.
  private static func grouped(
    sources: [NodeID], targets: [NodeID], weights: [Double]?, rowCount: Int, isSymmetric: Bool
  ) -> ArcRows {
    var offsets = [Int](repeating: 0, count: rowCount + 1)
    for source in sources { offsets[source.index + 1] += 1 }
    if isSymmetric { for target in targets { offsets[target.index + 1] += 1 } }
    for row in 0..<rowCount { offsets[row + 1] += offsets[row] }

    var next = offsets
    var heads = [NodeID](repeating: 0, count: offsets[rowCount])
    var arcWeights = weights.map { _ in [Double](repeating: 0, count: offsets[rowCount]) }
    for edge in sources.indices {
      let (source, target) = (sources[edge], targets[edge])
      heads[next[source.index]] = target
      if let weights { arcWeights?[next[source.index]] = weights[edge] }
      next[source.index] += 1
      guard isSymmetric else { continue }
      heads[next[target.index]] = source
      if let weights { arcWeights?[next[target.index]] = weights[edge] }
      next[target.index] += 1
    }
    return ArcRows(rowCount: rowCount, offsets: offsets, targets: heads, weights: arcWeights)
  }

  /// The arcs turned round, each row rising; arcs between the same nodes keep their order.
  func transposed() -> ArcRows {
    var offsets = [Int](repeating: 0, count: rowCount + 1)
    for target in targets { offsets[target.index + 1] += 1 }
    for row in 0..<rowCount { offsets[row + 1] += offsets[row] }

    var next = offsets
    var heads = [NodeID](repeating: 0, count: targets.count)
    var arcWeights = weights.map { [Double](repeating: 0, count: $0.count) }
    for row in 0..<rowCount {
      let head = NodeID(row)
      for arc in self.offsets[row]..<self.offsets[row + 1] {
        let place = next[targets[arc].index]
        next[targets[arc].index] = place + 1
        heads[place] = head
        if let weights { arcWeights?[place] = weights[arc] }
      }
    }
    return ArcRows(rowCount: rowCount, offsets: offsets, targets: heads, weights: arcWeights)
  }

  /// The rows with arcs to the same node made one, their weights added in order. Expects rising rows.
  ///
  /// Rows only grow shorter, so that each is written over itself or what lies before it.
  private consuming func merged() -> ArcRows {
    var offsets = offsets
    var heads = targets
    var sums = weights
    var end = 0
    for row in 0..<rowCount {
      let start = end
      for arc in self.offsets[row]..<self.offsets[row + 1] {
        let head = heads[arc]
        if end > start, heads[end - 1] == head {
          if let weight = sums?[arc] { sums?[end - 1] += weight }
        } else {
          heads[end] = head
          if let weight = sums?[arc] { sums?[end] = weight }
          end += 1
        }
      }
      offsets[row] = start
    }
    offsets[rowCount] = end
    let excess = heads.count - end
    heads.removeLast(excess)
    sums?.removeLast(excess)
    return ArcRows(rowCount: rowCount, offsets: offsets, targets: heads, weights: sums)
  }
}
