/// Rows of arcs in the making: what ``CSRGraph`` stores, before it is known to be sound.
struct ArcRows: Sendable {
  let rowCount: Int
  private(set) var offsets: [Int]
  private(set) var targets: [NodeID]
  private(set) var weights: [Double]?

  init(rowCount: Int, offsets: [Int], targets: [NodeID], weights: [Double]?) {
    self.rowCount = rowCount
    self.offsets = offsets
    self.targets = targets
    self.weights = weights
  }

  /// Sorted rows without repeats of the given edges, in both directions when `isSymmetric`.
  init(edges: [(NodeID, NodeID)], weights: [Double]?, rowCount: Int, isSymmetric: Bool) {
    self = ArcSorter(edges: edges, weights: weights, rowCount: rowCount, isSymmetric: isSymmetric).rows()
  }

  /// Sorted rows that hold every edge in both directions.
  init(symmetric edges: [CSRGraph.Edge], rowCount: Int, isWeighted: Bool) {
    self.init(
      edges: edges.map { ($0.source, $0.target) }, weights: isWeighted ? edges.map(\.weight) : nil,
      rowCount: rowCount, isSymmetric: true)
  }

  /// The rows of one block that holds them all.
  init(_ block: RowBlock) {
    self.init(
      rowCount: block.ends.count, offsets: [0] + block.ends.map { Int($0) }, targets: block.heads,
      weights: block.weights)
  }

  /// No rows yet, with room for all.
  init(rowCount: Int, capacity: Int, isWeighted: Bool) {
    self.init(rowCount: rowCount, offsets: [0], targets: [], weights: isWeighted ? [] : nil)
    offsets.reserveCapacity(rowCount + 1)
    targets.reserveCapacity(capacity)
    weights?.reserveCapacity(capacity)
  }

  /// Takes in the next rows.
  mutating func append(_ block: RowBlock) {
    let start = targets.count
    for end in block.ends { offsets.append(start + Int(end)) }
    targets += block.heads
    if let added = block.weights { weights? += added }
  }

  /// Takes in the next row, its heads under other numbers.
  mutating func append(_ row: ArraySlice<NodeID>, _ weights: ArraySlice<Double>?, _ number: (NodeID) -> NodeID) {
    for head in row { targets.append(number(head)) }
    if let weights { self.weights? += weights }
    offsets.append(targets.count)
  }

  /// The arcs turned round, each row rising; arcs between the same nodes keep their order.
  ///
  /// Reading the rows in order makes every row of the transpose come out rising.
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
}
