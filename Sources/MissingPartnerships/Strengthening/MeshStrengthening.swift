public import AllianceModel
import GraphCore

/// New alliances that make a mesh less fragile: parts joined, fragile points and single links removed.
///
/// Fragility is bridges + cut points + 4 · (parts − 1), over the organisations of the graph. A part weighs four, because
/// the tie that joins it may itself be a bridge between two new cut points: joining is always a gain. The first
/// alliance is the best of all that were tried; each further one is the best after those before it (greedy). No set
/// of alliances can remove more than ``fragilityBefore``.
public struct MeshStrengthening: Sendable, Equatable {
  public struct Step: Sendable, Equatable {
    /// Two actors, by their positions.
    public let first: Int
    public let second: Int
    /// How many there are less after it; may be negative while another gains.
    public let bridges: Int
    public let cutPoints: Int
    public let parts: Int
    /// How much the fragility falls, with this step alone.
    public var gain: Int { bridges + cutPoints + 4 * parts }
    public let sentence: LocalizedText
  }

  public let steps: [Step]
  public let fragilityBefore: Int
  public let fragilityAfter: Int
  /// Whether all pairs were tried; in large graphs only those of the ``MeshStrengthening/nodeLimit`` weakest actors are.
  public let isExhaustive: Bool

  /// Pairs are tried among so many actors: the least tied first.
  public static let nodeLimit = 160
}

/// The fragile spots of a network.
private struct Fragility: Equatable {
  let bridges: Int
  let cutPoints: Int
  let parts: Int
  var total: Int { bridges + cutPoints + 4 * max(0, parts - 1) }

  init(_ graph: CSRGraph) {
    bridges = graph.bridges().count
    cutPoints = graph.articulationPoints().count
    parts = graph.components().clusterCount
  }
}

extension MissingPartnerships {
  /// The `count` alliances that most reduce fragility; fewer when nothing is left to gain.
  ///
  /// Of equally good pairs the likelier one is taken, then the lower actors. Excluded pairs are never taken.
  ///
  /// - Complexity: O(*p* · (*n* + *m*)) for each step, for *p* pairs tried, 12,720 at most.
  public func strengthening(_ count: Int) throws(CancellationError) -> MeshStrengthening {
    var graph = partnerships.history.network
    let before = Fragility(graph)
    let eligible = graph.nodes.filter { !exclusions.excludes($0) }
      .sorted { (graph.outDegree(of: $0), $0) < (graph.outDegree(of: $1), $1) }
    let tried = Array(eligible.prefix(MeshStrengthening.nodeLimit)).sorted()
    var scores: [NodePair: Double] = [:]
    for entry in try partnerships.model.scores() { scores[entry.pair] = entry.score }
    var steps: [MeshStrengthening.Step] = []
    var current = before
    while steps.count < count {
      var best: (pair: NodePair, after: Fragility, likelihood: Double)?
      for (place, low) in tried.enumerated() {
        if Task.isCancelled { throw CancellationError() }
        for high in tried[(place + 1)...] {
          let pair = NodePair(low, high)
          guard !graph.hasEdge(from: low, to: high), !exclusions.excludes(pair) else { continue }
          let after = Fragility(graph.adding(pair))
          let likelihood = scores[pair] ?? -.infinity
          guard after.total < current.total else { continue }
          if let best, (after.total, -likelihood) >= (best.after.total, -best.likelihood) { continue }
          best = (pair, after, likelihood)
        }
      }
      guard let best else { break }
      steps.append(step(best.pair, from: current, to: best.after))
      (graph, current) = (graph.adding(best.pair), best.after)
    }
    return MeshStrengthening(
      steps: steps, fragilityBefore: before.total, fragilityAfter: current.total,
      isExhaustive: tried.count == eligible.count)
  }

  private func step(_ pair: NodePair, from before: Fragility, to after: Fragility) -> MeshStrengthening.Step {
    let (first, second) = positions(pair)
    let bridges = before.bridges - after.bridges
    let cutPoints = before.cutPoints - after.cutPoints
    let parts = before.parts - after.parts
    func said(_ parts: [(Int, String)]) -> String {
      parts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }.joined(separator: ", ")
    }
    let french = said([
      (parts, parts == 1 ? "morceau rattaché" : "morceaux rattachés"),
      (bridges, bridges == 1 ? "lien unique doublé" : "liens uniques doublés"),
      (
        cutPoints,
        cutPoints == 1
          ? "acteur dont le départ ne coupe plus personne" : "acteurs dont le départ ne coupe plus personne"
      ),
    ])
    let english = said([
      (parts, parts == 1 ? "part joined" : "parts joined"),
      (bridges, bridges == 1 ? "single link doubled" : "single links doubled"),
      (
        cutPoints,
        cutPoints == 1
          ? "actor whose leaving cuts nobody off any more" : "actors whose leaving cuts nobody off any more"
      ),
    ])
    let names = [first, second].map { graph.actors[$0].name }
    return MeshStrengthening.Step(
      first: first, second: second, bridges: bridges, cutPoints: cutPoints, parts: parts,
      sentence: LocalizedText(
        french: "\(names[0]) et \(names[1]) : \(french)", english: "\(names[0]) and \(names[1]): \(english)"))
  }
}

extension CSRGraph {
  /// The same graph with one tie more, without weights.
  func adding(_ pair: NodePair) -> CSRGraph {
    CSRGraph(nodeCount: nodeCount, edges: edges.map { ($0.source, $0.target) } + [(pair.low, pair.high)])
  }
}
