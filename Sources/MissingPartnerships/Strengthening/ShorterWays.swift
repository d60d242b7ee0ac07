import GraphCore

/// Numbers of steps from some nodes to all.
private struct Distances {
  /// No way: so far that no sum of two such numbers is a gain.
  static let none = Int32(1_000_000)
  let rows: [[Int32]]

  init(_ graph: CSRGraph, from sources: [NodeID]) {
    rows = sources.map { source in
      var row = [Int32](repeating: Distances.none, count: graph.nodeCount)
      row[source.index] = 0
      var queue = [source]
      var next = 0
      while next < queue.count {
        let node = queue[next]
        next += 1
        for neighbour in graph.neighbors(of: node) where row[neighbour.index] == Distances.none {
          row[neighbour.index] = row[node.index] + 1
          queue.append(neighbour)
        }
      }
      return row
    }
  }
}

extension MissingPartnerships {
  /// Pairs are tried among so many actors, those farthest from the others, and judged by the ways between so many.
  static let farthestLimit = 160
  static let witnessLimit = 400

  /// The alliances that most shorten the ways between actors of one part, one after the other.
  ///
  /// - Returns: The steps, and whether all pairs were tried and all ways measured.
  /// - Complexity: O(*c*² · *w*²) for each step, *c* actors tried and *w* between whom ways are measured.
  func distanceSteps(_ count: Int) throws(CancellationError) -> (steps: [MeshStrengthening.Step], isExhaustive: Bool) {
    var graph = partnerships.history.network
    let tied = graph.nodes.filter { graph.outDegree(of: $0) > 0 }
    var generator = SeededGenerator(seed: PairModel.seed)
    var shuffled = tied
    generator.shuffle(&shuffled)
    let witnesses = shuffled.prefix(MissingPartnerships.witnessLimit).sorted()
    var steps: [MeshStrengthening.Step] = []
    var isExhaustive = witnesses.count == tied.count
    while steps.count < count {
      let fromWitnesses = Distances(graph, from: witnesses).rows
      func remoteness(_ node: NodeID) -> Int {
        fromWitnesses.reduce(0) { $0 + ($1[node.index] == Distances.none ? 0 : Int($1[node.index])) }
      }
      let eligible = tied.filter { !exclusions.excludes($0) }.map { ($0, remoteness($0)) }
        .sorted { ($1.1, $0.0) < ($0.1, $1.0) }.map(\.0)
      let tried = eligible.prefix(MissingPartnerships.farthestLimit).sorted()
      isExhaustive = isExhaustive && tried.count == eligible.count
      let toWitness = tried.map { node in fromWitnesses.map { $0[node.index] } }
      let between = witnesses.indices.map { place in witnesses.map { fromWitnesses[place][$0.index] } }
      var (best, found) = (0, [NodePair]())
      for (place, low) in tried.enumerated() {
        if Task.isCancelled { throw CancellationError() }
        for other in (place + 1)..<max(tried.count, place + 1) {
          let gain = MissingPartnerships.gain(toWitness[place], toWitness[other], between)
          guard gain > 0, gain >= best else { continue }
          let pair = NodePair(low, tried[other])
          guard !exclusions.excludes(pair) else { continue }
          if gain > best { (best, found) = (gain, []) }
          found.append(pair)
        }
      }
      guard let pair = try likeliest(found) else { break }
      let reachable = between.map { row in row.count { $0 != Distances.none && $0 > 0 } }.reduce(0, +)
      let total = between.reduce(0) { $0 + $1.reduce(0) { $0 + ($1 == Distances.none ? 0 : Int($1)) } }
      let change = MeshStrengthening.Change(
        before: Double(total) / Double(max(1, reachable)), after: Double(total - 2 * best) / Double(max(1, reachable)))
      steps.append(step(pair, BlockTrees(graph).gains(of: pair.low)[pair.high.index], meanDistance: change))
      graph = graph.adding([pair])
    }
    return (steps, isExhaustive)
  }

  /// How many steps a tie would save in all, over the pairs of witnesses; 0 between two parts.
  ///
  /// - Parameters:
  ///   - one: The steps from one end to each witness; `other`: from the other end.
  ///   - between: The steps between witnesses.
  private static func gain(_ one: [Int32], _ other: [Int32], _ between: [[Int32]]) -> Int {
    var gain = 0
    for first in one.indices where one[first] != Distances.none && other[first] != Distances.none {
      let row = between[first]
      for second in one.indices.suffix(from: first + 1) {
        let new = min(one[first] + other[second], other[first] + one[second]) + 1
        if new < row[second] { gain += Int(row[second] - new) }
      }
    }
    return gain
  }
}
