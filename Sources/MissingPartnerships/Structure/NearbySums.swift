import GraphCore

/// What one source shares with the nodes near it, found without passing over the whole network.
///
/// The same sums as those of ``PairScratch``, but for walks that are followed only where enough of them goes: what is
/// left behind at a node is at most ``pushLimit`` of its ties.
///
/// - SeeAlso: R. Andersen, F. Chung, K. Lang, *Local graph partitioning using PageRank vectors*, FOCS 2006,
///   [doi:10.1109/FOCS.2006.44](https://doi.org/10.1109/FOCS.2006.44) (forward push).
struct NearbySums: Sendable {
  static let pushLimit = 1e-6

  /// One for each node; all nought where nothing leads.
  private(set) var sums: [PairSums]
  /// The nodes that two or three steps lead to, in the order in which they were found.
  private(set) var reached: [NodeID] = []
  private var touched: [NodeID] = []
  private var isTouched: [Bool]
  private var near: [Double]
  private var nearNodes: [NodeID] = []
  private var rest: [Double]
  private var isWaiting: [Bool]

  init(nodeCount: Int) {
    sums = [PairSums](repeating: PairSums(), count: nodeCount)
    isTouched = [Bool](repeating: false, count: nodeCount)
    (near, rest) = ([Double](repeating: 0, count: nodeCount), [Double](repeating: 0, count: nodeCount))
    isWaiting = isTouched
  }

  /// Forgets the last source and measures around `source`.
  ///
  /// - Complexity: O(ties of the nodes within two steps + 1 / ``pushLimit``), whatever the size of the network.
  mutating func measure(_ source: NodeID, with measures: PairMeasures) {
    forget()
    let graph = measures.graph
    addProfiles(of: source, with: measures)
    for shared in graph.neighbors(of: source) {
      let (rarity, root) = (measures.inverseDegrees[shared.index], measures.inverseRoots[shared.index])
      for target in graph.neighbors(of: shared) {
        touch(target)
        sums[target.index].shared += 1
        sums[target.index].rarity += rarity
        gather(root, at: target)
      }
    }
    for node in nearNodes {
      let share = near[node.index] * measures.inverseRoots[node.index]
      for target in graph.neighbors(of: node) {
        touch(target)
        sums[target.index].chains += share
      }
    }
    reached = touched
    push(from: source, with: measures)
  }

  private mutating func addProfiles(of source: NodeID, with measures: PairMeasures) {
    guard let attributes = measures.attributes else { return }
    let (ties, inverseLengths) = (attributes.ties, attributes.inverseProfileLengths)
    for (shared, mine) in zip(ties.neighbors(of: source), ties.weights(of: source) ?? []) {
      let profile = mine * attributes.rarities[shared.index]
      for (target, theirs) in zip(ties.neighbors(of: shared), ties.weights(of: shared) ?? []) {
        touch(target)
        sums[target.index].profile += profile * theirs
        gather(inverseLengths[shared.index] * theirs, at: target)
      }
    }
    // Two steps away now stands what the profiles of the partners, each of length 1, add up to, and what is like the source.
    for node in nearNodes {
      let together = near[node.index] * attributes.rarities[node.index]
      let likeness = sums[node.index].profile * inverseLengths[source.index] * inverseLengths[node.index]
      for (target, theirs) in zip(ties.neighbors(of: node), ties.weights(of: node) ?? []) {
        touch(target)
        sums[target.index].peers += together * theirs * inverseLengths[target.index] + likeness
      }
    }
    for node in nearNodes { near[node.index] = 0 }
    nearNodes.removeAll(keepingCapacity: true)
  }

  /// Adds an amount at a node two steps away.
  private mutating func gather(_ amount: Double, at node: NodeID) {
    if near[node.index] == 0 { nearNodes.append(node) }
    near[node.index] += amount
  }

  private mutating func push(from source: NodeID, with measures: PairMeasures) {
    let graph = measures.graph
    var queue = [source]
    var next = 0
    rest[source.index] = 1
    isWaiting[source.index] = true
    touch(source)
    while next < queue.count {
      let node = queue[next]
      next += 1
      let amount = rest[node.index]
      rest[node.index] = 0
      isWaiting[node.index] = false
      sums[node.index].visits += PairMeasures.restart * amount
      let share = (1 - PairMeasures.restart) * amount * measures.inverseDegrees[node.index]
      for target in graph.neighbors(of: node) {
        touch(target)
        rest[target.index] += share
        guard !isWaiting[target.index], rest[target.index] > NearbySums.pushLimit * measures.degrees[target.index]
        else {
          continue
        }
        isWaiting[target.index] = true
        queue.append(target)
      }
    }
  }

  private mutating func touch(_ node: NodeID) {
    guard !isTouched[node.index] else { return }
    isTouched[node.index] = true
    touched.append(node)
  }

  private mutating func forget() {
    for node in touched {
      sums[node.index] = PairSums()
      (near[node.index], rest[node.index]) = (0, 0)
      (isTouched[node.index], isWaiting[node.index]) = (false, false)
    }
    touched.removeAll(keepingCapacity: true)
    nearNodes.removeAll(keepingCapacity: true)
  }
}
