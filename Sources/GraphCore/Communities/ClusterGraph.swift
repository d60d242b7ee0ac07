/// The graph that Louvain and Leiden work on: nodes that stand for groups of nodes, with the mass each brings along.
///
/// Both qualities have one form. To put node *v* into cluster *C* gains w(*v*, *C*) − `penalty` · mass(*v*) ·
/// mass(*C*): for modularity the mass of a node is its strength and the penalty γ / total strength; for the constant
/// Potts model mass counts nodes and the penalty is γ. Ties inside a group never change by a move, so they are not
/// kept.
struct ClusterGraph {
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

  /// The graph whose nodes are the groups of `finer`, numbered `0..<groupCount`.
  init(joining finer: ClusterGraph, groups: [UInt32], groupCount: Int) {
    nodeCount = groupCount
    penalty = finer.penalty
    var mass = [Double](repeating: 0, count: groupCount)
    var starts = [Int](repeating: 0, count: groupCount + 1)
    for node in 0..<finer.nodeCount {
      mass[Int(groups[node])] += finer.mass[node]
      starts[Int(groups[node]) + 1] += 1
    }
    for group in 0..<groupCount { starts[group + 1] += starts[group] }
    var next = starts
    var members = [UInt32](repeating: 0, count: finer.nodeCount)
    for node in 0..<finer.nodeCount {
      members[next[Int(groups[node])]] = UInt32(node)
      next[Int(groups[node])] += 1
    }

    var sums = ClusterWeights(clusterCount: groupCount)
    var offsets = [0]
    offsets.reserveCapacity(groupCount + 1)
    var targets: [NodeID] = []
    var weights: [Double] = []
    for group in 0..<groupCount {
      for member in members[starts[group]..<starts[group + 1]] { sums.add(Int(member), of: finer, labels: groups) }
      for other in sums.touched where other != group {
        targets.append(NodeID(Int(other)))
        weights.append(sums[other])
      }
      sums.clear()
      offsets.append(targets.count)
    }
    self.mass = mass
    self.offsets = offsets
    self.targets = targets
    self.weights = weights
  }
}

/// The weights of the ties of a node to each cluster around it: an array with a list of the places in use.
struct ClusterWeights {
  private var sums: [Double]
  private(set) var touched: [UInt32] = []

  init(clusterCount: Int) {
    sums = Array(repeating: 0, count: clusterCount)
  }

  subscript(cluster: UInt32) -> Double { sums[Int(cluster)] }

  /// Adds the ties of `node` under the labels of its neighbours.
  @inline(__always)
  mutating func add(_ node: Int, of graph: ClusterGraph, labels: [UInt32]) {
    let isWeighted = !graph.weights.isEmpty
    for arc in graph.offsets[node]..<graph.offsets[node + 1] {
      let label = labels[graph.targets[arc].index]
      let sum = sums[Int(label)]
      // Weights are positive: a sum of zero means that the cluster is new here.
      if sum == 0 { touched.append(label) }
      sums[Int(label)] = sum + (isWeighted ? graph.weights[arc] : 1)
    }
  }

  /// Adds the ties of `node` to neighbours of its own cluster, under the labels of the parts that they are in.
  @inline(__always)
  mutating func add(_ node: Int, of graph: ClusterGraph, labels parts: [UInt32], within clusters: [UInt32]) {
    let isWeighted = !graph.weights.isEmpty
    for arc in graph.offsets[node]..<graph.offsets[node + 1] {
      let target = graph.targets[arc].index
      guard clusters[target] == clusters[node] else { continue }
      let part = parts[target]
      if sums[Int(part)] == 0 { touched.append(part) }
      sums[Int(part)] += isWeighted ? graph.weights[arc] : 1
    }
  }

  mutating func clear() {
    for cluster in touched { sums[Int(cluster)] = 0 }
    touched.removeAll(keepingCapacity: true)
  }
}
