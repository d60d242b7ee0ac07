/// The graph that Louvain and Leiden work on: nodes that stand for groups of nodes, with the mass each brings along.
///
/// Both qualities have one form. To put node *v* into cluster *C* gains w(*v*, *C*) − `penalty` · mass(*v*) ·
/// mass(*C*): for modularity the mass of a node is its strength and the penalty γ / total strength; for the constant
/// Potts model mass counts nodes and the penalty is γ. Ties inside a group never change by a move, so they are not
/// kept.
struct ClusterGraph: Sendable {
  let nodeCount: Int
  let offsets: [Int]
  let targets: [NodeID]
  /// One weight for each arc, or none when each is 1.
  let weights: [Double]
  let mass: [Double]
  let penalty: Double

  /// The graph whose nodes are those of `graph`, an undirected one.
  init(_ graph: CSRGraph, quality: ClusterQuality) {
    nodeCount = graph.nodeCount
    offsets = graph.offsets
    targets = graph.targets
    weights = graph.arcWeights ?? []
    switch quality {
    case .modularity(let resolution):
      precondition(resolution >= 0, "the resolution must be at least 0, not \(resolution)")
      mass = graph.strength().values
      let total = mass.reduce(0, +)
      penalty = total > 0 ? resolution / total : 0
    case .constantPotts(let resolution):
      precondition(resolution >= 0, "the resolution must be at least 0, not \(resolution)")
      mass = Array(repeating: 1, count: graph.nodeCount)
      penalty = resolution
    }
  }

  /// The graph whose nodes are the groups of `finer`.
  ///
  /// - Throws: `CancellationError` when the task is cancelled.
  init(joining finer: ClusterGraph, groups: NodeGroups) throws(CancellationError) {
    let blocks = groups.blocks
    let joined = try ParallelBlocks.reduce(
      blockCount: blocks.count, workPerBlock: 4 * (finer.nodeCount + finer.targets.count) / max(1, blocks.count),
      into: JoinedRows(groupCount: groups.count, arcLimit: finer.targets.count),
      scratch: { JoiningMemory(groupCount: groups.count) },
      block: { block, memory in
        memory.rows.removeAll()
        for group in blocks[block] { finer.appendRow(of: group, groups, &memory.rows, &memory.sums, &memory.touched) }
        return memory.rows
      },
      join: { $0.append($1) })
    nodeCount = groups.count
    penalty = finer.penalty
    mass = joined.mass
    offsets = joined.ends
    targets = joined.targets
    weights = joined.weights
  }

  /// Appends the row of a group to `rows`.
  private func appendRow(
    of group: Int, _ groups: NodeGroups, _ rows: inout JoinedRows, _ sums: inout [Double], _ touched: inout [UInt32]
  ) {
    var total = 0.0
    var count = 0
    withRows { offsets, targets in
      var sums = sums.mutableSpan
      var touched = touched.mutableSpan
      let labels = groups.labels.span
      for member in groups.members(of: group) {
        let node = Int(member)
        total += mass[node]
        count = add(offsets[node]..<offsets[node + 1], targets, labels, &sums, &touched, from: count)
      }
      for place in 0..<count {
        let other = Int(touched[place])
        if other != group {
          rows.targets.append(NodeID(other))
          rows.weights.append(sums[other])
        }
        sums[other] = 0
      }
    }
    rows.mass.append(total)
    rows.ends.append(rows.targets.count)
  }

  /// Lends the arrays of the rows.
  @inline(__always)
  func withRows<Result>(_ body: (_ offsets: Span<Int>, _ targets: Span<NodeID>) -> Result) -> Result {
    body(offsets.span, targets.span)
  }

  /// Adds the weights of the arcs of a row under the labels of their targets.
  ///
  /// - Parameters:
  ///   - sums: The sum of each label.
  ///   - touched: Takes the labels whose sum was 0; one place longer than there are labels.
  ///   - count: How many labels were touched before.
  /// - Returns: How many labels are touched.
  @inline(__always)
  func add(
    _ row: Range<Int>, _ targets: Span<NodeID>, _ labels: Span<UInt32>, _ sums: inout MutableSpan<Double>,
    _ touched: inout MutableSpan<UInt32>, from count: Int = 0
  ) -> Int {
    var count = count
    if weights.isEmpty {
      for arc in row {
        let label = labels[targets[arc].index]
        let sum = sums[Int(label)]
        // Weights are positive: a sum of zero means that the label is new here. To write it down and then not to count
        // it is quicker than to ask.
        touched[count] = label
        count &+= sum == 0 ? 1 : 0
        sums[Int(label)] = sum + 1
      }
    } else {
      let weights = weights.span
      for arc in row {
        let label = labels[targets[arc].index]
        let sum = sums[Int(label)]
        touched[count] = label
        count &+= sum == 0 ? 1 : 0
        sums[Int(label)] = sum + weights[arc]
      }
    }
    return count
  }
}

/// The rows of some groups, one after the other.
private struct JoinedRows: Sendable {
  /// Where each row ends, after a 0.
  var ends = [0]
  var mass: [Double] = []
  var targets: [NodeID] = []
  var weights: [Double] = []

  init() {}

  init(groupCount: Int, arcLimit: Int) {
    ends.reserveCapacity(groupCount + 1)
    mass.reserveCapacity(groupCount)
    targets.reserveCapacity(arcLimit)
    weights.reserveCapacity(arcLimit)
  }

  mutating func removeAll() {
    ends.removeAll(keepingCapacity: true)
    mass.removeAll(keepingCapacity: true)
    targets.removeAll(keepingCapacity: true)
    weights.removeAll(keepingCapacity: true)
  }

  mutating func append(_ other: JoinedRows) {
    let start = targets.count
    for end in other.ends { ends.append(start + end) }
    mass += other.mass
    targets += other.targets
    weights += other.weights
  }
}

/// What one thread needs to join rows.
private struct JoiningMemory {
  var rows = JoinedRows()
  var sums: [Double]
  var touched: [UInt32]

  init(groupCount: Int) {
    sums = Array(repeating: 0, count: groupCount)
    touched = Array(repeating: 0, count: groupCount + 1)
  }
}
