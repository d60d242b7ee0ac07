extension ClusterGraph {
  /// Divides every cluster into parts that are well connected.
  ///
  /// Each node alone at first joins, if it is tied well enough to the rest of its cluster, the part of the cluster that
  /// gains most. Clusters do not touch each other, so they are divided on as many threads as there are.
  ///
  /// - Returns: The parts, those of a cluster next to each other.
  func refined(_ clusters: NodeGroups) throws(CancellationError) -> NodeGroups {
    let blocks = clusters.blocks
    let parts = try ParallelBlocks.reduce(
      blockCount: blocks.count, workPerBlock: 8 * (nodeCount + targets.count) / max(1, blocks.count),
      into: [UInt32](repeating: 0, count: nodeCount),
      scratch: { RefinementMemory(nodeCount: nodeCount) },
      block: { block, memory in
        for cluster in blocks[block] { refine(clusters.members(of: cluster), clusters.labels, &memory) }
        return (block, clusters.members(of: blocks[block]).map { memory.parts[Int($0)] })
      },
      join: { all, found in
        for (node, part) in zip(clusters.members(of: blocks[found.0]), found.1) { all[Int(node)] = part }
      })
    return NodeGroups(parts, order: clusters.order)
  }

  /// Divides one cluster.
  private func refine(_ members: ArraySlice<UInt32>, _ labels: [UInt32], _ memory: inout RefinementMemory) {
    let clusterMass = members.reduce(0) { $0 + mass[Int($1)] }
    for member in members { memory.parts[Int(member)] = member }
    guard members.count > 1 else { return }
    for member in members {
      let node = Int(member)
      memory.mass[node] = mass[node]
      memory.isAlone[node] = true
      memory.outside[node] = tiesInside(node, labels)
    }
    for member in members where memory.isAlone[Int(member)] {
      let node = Int(member)
      let outside = memory.outside[node]
      guard outside >= penalty * mass[node] * (clusterMass - mass[node]) else { continue }
      guard let (best, weight) = bestPart(for: node, labels, clusterMass, &memory) else { continue }
      memory.outside[best] += outside - 2 * weight
      memory.mass[best] += mass[node]
      memory.isAlone[best] = false
      memory.isAlone[node] = false
      memory.parts[node] = UInt32(best)
    }
  }

  /// The part of its cluster that a node alone gains most by joining, and the weight of its ties to it.
  private func bestPart(
    for node: Int, _ labels: [UInt32], _ clusterMass: Double, _ memory: inout RefinementMemory
  ) -> (part: Int, weight: Double)? {
    var count = 0
    for arc in offsets[node]..<offsets[node + 1] where labels[targets[arc].index] == labels[node] {
      let part = memory.parts[targets[arc].index]
      let sum = memory.sums[Int(part)]
      if sum == 0 {
        memory.touched[count] = part
        count += 1
      }
      memory.sums[Int(part)] = sum + (weights.isEmpty ? 1 : weights[arc])
    }
    var best: (part: Int, weight: Double)?
    var bestGain = 0.0
    for place in 0..<count {
      let part = Int(memory.touched[place])
      let weight = memory.sums[part]
      memory.sums[part] = 0
      let others = memory.mass[part]
      let gain = weight - penalty * mass[node] * others
      guard gain >= bestGain, gain > bestGain || best.map({ part < $0.part }) ?? true else { continue }
      guard memory.outside[part] >= penalty * others * (clusterMass - others) else { continue }
      (best, bestGain) = ((part, weight), gain)
    }
    return best
  }

  /// The weight of the ties of `node` to the rest of its cluster.
  private func tiesInside(_ node: Int, _ labels: [UInt32]) -> Double {
    withRows { _, targets in
      let labels = labels.span
      let own = labels[node]
      var sum = 0.0
      for arc in offsets[node]..<offsets[node + 1] where labels[targets[arc].index] == own {
        sum += weights.isEmpty ? 1 : weights[arc]
      }
      return sum
    }
  }
}

/// What one thread needs to divide clusters. Only the places of the cluster in hand mean anything.
private struct RefinementMemory {
  /// The part that each node is in: the name of one of its nodes.
  var parts: [UInt32]
  var mass: [Double]
  /// The weight between each part and the rest of its cluster.
  var outside: [Double]
  var isAlone: [Bool]
  var sums: [Double]
  var touched: [UInt32]

  init(nodeCount: Int) {
    parts = Array(repeating: 0, count: nodeCount)
    mass = Array(repeating: 0, count: nodeCount)
    outside = mass
    isAlone = Array(repeating: true, count: nodeCount)
    sums = mass
    touched = parts
  }
}
