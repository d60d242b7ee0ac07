import AllianceModel
import GraphCore

/// Pairs that are never suggested: one legal body under two names, actors that ended, what a person decided.
struct Exclusions: Sendable {
  private let isEnded: [Bool]
  private let sirens: [String?]
  private let decided: Set<NodePair>

  /// Verdicts after which a pair is not suggested again.
  static let verdicts: Set<String> = ["set_aside", "exists", "accepted", "same"]

  init(_ history: AllianceHistory, in graph: AllianceGraph) {
    isEnded = history.actors.map { graph.actors[$0].end != nil }
    sirens = history.actors.map { index in
      let actor = graph.actors[index]
      let digits = (actor.siren ?? actor.siret ?? "").filter(\.isNumber)
      return digits.count >= 9 ? String(digits.prefix(9)) : nil
    }
    let indices = graph.actorIndices
    let nodes = Dictionary(uniqueKeysWithValues: history.actors.enumerated().map { ($1, NodeID($0)) })
    var decided: Set<NodePair> = []
    for decision in graph.decisions where Exclusions.verdicts.contains(decision.verdict) {
      let members = decision.subjects.compactMap { indices[$0] }.compactMap { nodes[$0] }
      if members.count == 2, members[0] != members[1] { decided.insert(NodePair(members[0], members[1])) }
    }
    self.decided = decided
  }

  func excludes(_ node: NodeID) -> Bool { isEnded[node.index] }

  func excludes(_ pair: NodePair) -> Bool {
    if excludes(pair.low) || excludes(pair.high) || decided.contains(pair) { return true }
    guard let siren = sirens[pair.low.index] else { return false }
    return siren == sirens[pair.high.index]
  }
}
