public import AllianceModel
import Foundation
import GraphCore

/// Who is missing at the table of an alliance: actors that its members know, and the families that are absent.
public struct AllianceCompletion: Sendable, Equatable {
  public struct Candidate: Sendable, Equatable {
    /// The position of the actor.
    public let actor: Int
    /// A sum of scaled features; larger fits better. Not a probability.
    public let score: Double
    /// Members that have allied with it before, by their positions, and the alliances that show it.
    public let knownBy: [Int]
    public let rows: [RowReference]
  }

  /// A family that the alliance lacks, with how many comparable alliances have it.
  public struct AbsentFamily: Sendable, Equatable {
    public let family: ActorFamily
    public let count: Int
    public let total: Int
  }

  /// Best first.
  public let candidates: [Candidate]
  /// The most usual first.
  public let absentFamilies: [AbsentFamily]

  /// Weights of the scaled features: past ties, closeness, shared rarity, profile, alliances.
  ///
  /// Each is the mean over the members, never the maximum: one friend at the table is not enough.
  static let weights: [Double] = [1.0, 0.5, 0.2, 0.3, 0.2]
}

extension MissingPartnerships {
  /// Who is missing in an alliance.
  ///
  /// The alliance itself is left out of what the members are known to share.
  ///
  /// - Parameters:
  ///   - alliance: Its position in ``AllianceGraph/alliances``.
  ///   - count: How many candidates at most.
  /// - Complexity: O(*n* + *m*) for each eight members.
  public func completion(of alliance: Int, top count: Int) -> AllianceCompletion {
    let history = partnerships.history
    let indices = graph.actorIndices
    let members = graph.partyIndices(of: graph.alliances[alliance], in: indices).compactMap { history.nodes[$0] }
      .sorted()
    let rest = history.filtered { $0.alliance != alliance }
    let completion = CompletionMeasures(rest, in: graph)
    let scores = completion.scores(members: members)
    let isMember = Set(members)
    let ranked = history.network.nodes
      .filter { !isMember.contains($0) && !exclusions.excludes($0) && !scores[$0.index].isNaN }
      .sorted { (-scores[$0.index], $0) < (-scores[$1.index], $1) }
    let candidates = ranked.prefix(count).map { node in
      let friends = members.filter { rest.network.hasEdge(from: $0, to: node) }
      let shared = friends.flatMap { friend in explainer.alliances(friend, node).filter { $0 != alliance } }
      return AllianceCompletion.Candidate(
        actor: history.actors[node.index], score: scores[node.index],
        knownBy: friends.map { history.actors[$0.index] },
        rows: explainer.rows(Set(shared).sorted()))
    }
    return AllianceCompletion(candidates: candidates, absentFamilies: absentFamilies(of: alliance, indices))
  }

  /// Families that other alliances with a theme or goal of this one have, and it has not.
  private func absentFamilies(of alliance: Int, _ indices: [String: Int]) -> [AllianceCompletion.AbsentFamily] {
    func subjects(_ row: AllianceGraph.Alliance) -> Set<String> {
      Set(Interests.subjects(themes: row.themes, odd: row.odd))
    }
    func families(_ row: AllianceGraph.Alliance) -> Set<ActorFamily> {
      Set(graph.partyIndices(of: row, in: indices).compactMap { graph.actors[$0].family })
    }
    let row = graph.alliances[alliance]
    let (own, present) = (subjects(row), families(row))
    let comparable = graph.alliances.enumerated().filter {
      $0.offset != alliance && !subjects($0.element).isDisjoint(with: own)
    }
    .map { families($0.element) }
    return ActorFamily.allCases.filter { !present.contains($0) && $0 != .others }
      .map { family in
        AllianceCompletion.AbsentFamily(
          family: family, count: comparable.count { $0.contains(family) }, total: comparable.count)
      }
      .filter { $0.count > 0 }.sorted { $0.count > $1.count }
  }
}

/// The features of completion, for all actors at once.
struct CompletionMeasures: Sendable {
  let measures: PairMeasures
  let attributes: AttributeMeasures

  init(_ history: AllianceHistory, in graph: AllianceGraph) {
    attributes = AttributeMeasures(history, in: graph)
    measures = PairMeasures(history.network, attributes: attributes)
  }

  /// One score for each node; NaN for nodes without a tie, of which nothing is known. Members get one too.
  func scores(members: [NodeID]) -> [Double] {
    let graph = measures.graph
    let known = graph.nodes.filter { graph.outDegree(of: $0) > 0 }.map(\.index)
    var columns = [[Double]](repeating: [Double](repeating: 0, count: graph.nodeCount), count: 5)
    let sources = members.map(\.index)
    var scratch = PairScratch(nodeCount: graph.nodeCount, hasAttributes: true)
    for start in stride(from: 0, to: sources.count, by: PairMeasures.groupSize) {
      let group = sources[start..<min(sources.count, start + PairMeasures.groupSize)]
      measures.measure(group, into: &scratch)
      for (lane, source) in group.enumerated() {
        for node in known where node != source {
          let inverseLengths = attributes.inverseProfileLengths[source] * attributes.inverseProfileLengths[node]
          let tie = attributes.ties.weight(from: NodeID(source), to: NodeID(node)) ?? 0
          columns[0][node] += log(1 + 5 * tie)
          columns[1][node] += scratch.visits[node][lane]
          columns[2][node] += scratch.rarity[node][lane]
          columns[3][node] += scratch.profile[node][lane] * inverseLengths
        }
      }
    }
    for node in known { columns[4][node] = log(1 + Double(attributes.allianceCounts[node])) }
    var scores = [Double](repeating: .nan, count: graph.nodeCount)
    for node in known { scores[node] = 0 }
    for (column, weight) in zip(columns, AllianceCompletion.weights) {
      let mean = known.reduce(0) { $0 + column[$1] } / Double(max(1, known.count))
      let variance = known.reduce(0) { $0 + (column[$1] - mean) * (column[$1] - mean) } / Double(max(1, known.count))
      guard variance > 0 else { continue }
      for node in known { scores[node] += weight * (column[node] - mean) / variance.squareRoot() }
    }
    return scores
  }
}
