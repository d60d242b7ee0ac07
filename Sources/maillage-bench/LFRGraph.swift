import Foundation
import GraphCore

/// The LFR benchmark: a graph whose clusters are known, with degrees and sizes of clusters as real networks have them.
///
/// Degrees follow a power law with exponent 2.5, sizes of clusters one with exponent 1.5 from 20 to 1,000
/// nodes; of the ties of each node a share, the mixing, leaves its cluster. Ends are tied at random within clusters and
/// across, then rewired until there is no loop and no tie twice, and no tie across ends in its own cluster.
///
/// A. Lancichinetti, S. Fortunato, F. Radicchi, *Benchmark graphs for testing community detection algorithms*, Physical
/// Review E 78, 046110, 2008, doi:10.1103/PhysRevE.78.046110.
struct LFRGraph {
  private let nodeCount: Int
  private let meanDegree: Double
  private let mixing = 0.35
  private var generator: SeededGenerator
  /// The cluster of each node.
  private var clusters: [Int]
  private var ties: Set<Tie> = []

  private struct Tie: Hashable {
    let low: Int
    let high: Int

    init(_ first: Int, _ second: Int) { (low, high) = (min(first, second), max(first, second)) }
  }

  static func graph(nodeCount: Int, meanDegree: Int) throws -> CSRGraph {
    var drawing = LFRGraph(nodeCount: nodeCount, meanDegree: Double(meanDegree))
    return try drawing.draw()
  }

  private init(nodeCount: Int, meanDegree: Double) {
    (self.nodeCount, self.meanDegree) = (nodeCount, meanDegree)
    generator = SeededGenerator(seed: UInt64(nodeCount))
    clusters = Array(repeating: 0, count: nodeCount)
  }

  private mutating func draw() throws -> CSRGraph {
    let degrees = drawDegrees()
    let inside = degrees.map { Int((Double($0) * (1 - mixing)).rounded()) }
    let members = assignClusters(inside)
    ties.reserveCapacity(Int(meanDegree) * nodeCount / 2)
    for cluster in members {
      tie(cluster.flatMap { Array(repeating: $0, count: min(inside[$0], cluster.count - 1)) }) { _, _ in true }
    }
    let clusters = clusters
    tie((0..<nodeCount).flatMap { Array(repeating: $0, count: degrees[$0] - inside[$0]) }) {
      clusters[$0] != clusters[$1]
    }
    var builder = GraphBuilder(nodeCount: nodeCount, isWeighted: true)
    for tie in ties.sorted(by: { ($0.low, $0.high) < ($1.low, $1.high) }) {
      try builder.add(NodeID(tie.low), NodeID(tie.high), weight: Double(1 + generator.below(10)))
    }
    return try builder.build().graph
  }

  private mutating func powerLaw(_ exponent: Double, from low: Double, to high: Double) -> Double {
    let (a, b) = (pow(low, 1 - exponent), pow(high, 1 - exponent))
    return pow(a + (b - a) * generator.unitInterval(), 1 / (1 - exponent))
  }

  private mutating func drawDegrees() -> [Int] {
    let high = min(Double(nodeCount - 1), max(50, Double(nodeCount).squareRoot()))
    // The lowest degree for which the mean is the one wanted, by halving.
    var (below, above) = (1.0, meanDegree)
    for _ in 0..<60 {
      let low = (below + above) / 2
      let mean = 3 * (pow(low, -0.5) - pow(high, -0.5)) / (pow(low, -1.5) - pow(high, -1.5))
      if mean < meanDegree { below = low } else { above = low }
    }
    return (0..<nodeCount).map { _ in max(1, Int(powerLaw(2.5, from: below, to: high).rounded())) }
  }

  /// Draws the sizes of the clusters, and puts each node into one with more members than it has ties inside.
  private mutating func assignClusters(_ inside: [Int]) -> [[Int]] {
    var sizes: [Int] = []
    var total = 0
    while total < nodeCount {
      let size = min(nodeCount - total, Int(powerLaw(1.5, from: 20, to: Double(min(1000, max(60, nodeCount / 10))))))
      sizes.append(size)
      total += size
    }
    sizes.sort(by: >)
    var members = [[Int]](repeating: [], count: sizes.count)
    // The free places of the clusters that are large enough for the nodes to come, which have fewer and fewer ties.
    var places: [Int] = []
    var opened = 0
    for node in (0..<nodeCount).sorted(by: { (-inside[$0], $0) < (-inside[$1], $1) }) {
      while opened < sizes.count, sizes[opened] > inside[node] || places.isEmpty {
        places += Array(repeating: opened, count: sizes[opened])
        opened += 1
      }
      places.swapAt(generator.below(places.count), places.count - 1)
      let cluster = places.removeLast()
      clusters[node] = cluster
      members[cluster].append(node)
    }
    return members
  }

  /// Ties ends two by two at random. A pair that may not be tied changes partners with others drawn at random; the few
  /// for which a hundred draws find none stay without.
  private mutating func tie(_ given: [Int], _ isAllowed: (Int, Int) -> Bool) {
    var ends = given
    generator.shuffle(&ends)
    if ends.count % 2 == 1 { ends.removeLast() }
    let pairCount = ends.count / 2
    var isTied = [Bool](repeating: false, count: pairCount)
    func isFree(_ first: Int, _ second: Int) -> Bool {
      first != second && isAllowed(first, second) && !ties.contains(Tie(first, second))
    }
    for pair in 0..<pairCount where isFree(ends[2 * pair], ends[2 * pair + 1]) {
      ties.insert(Tie(ends[2 * pair], ends[2 * pair + 1]))
      isTied[pair] = true
    }
    for pair in 0..<pairCount where !isTied[pair] {
      for _ in 0..<100 {
        let other = generator.below(pairCount)
        let (a, b, c, d) = (ends[2 * pair], ends[2 * pair + 1], ends[2 * other], ends[2 * other + 1])
        guard isTied[other], isFree(a, d), isFree(c, b), Tie(a, d) != Tie(c, b) else { continue }
        ties.remove(Tie(c, d))
        ties.insert(Tie(a, d))
        ties.insert(Tie(c, b))
        (ends[2 * pair + 1], ends[2 * other + 1]) = (d, b)
        isTied[pair] = true
        break
      }
    }
  }
}
