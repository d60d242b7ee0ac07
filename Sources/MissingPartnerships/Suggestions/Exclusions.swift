import AllianceModel
import GraphCore

/// Pairs that are never suggested: one legal body under two names, actors that ended, what a person decided.
struct Exclusions: Sendable {
  private let isEnded: [Bool]
  private let sirens: [String?]
  private let decided: Set<NodePair>

  /// - Parameter includesDecided: Whether pairs that a person accepted, set aside or knew are shown again.
  init(_ history: AllianceHistory, in graph: AllianceGraph, includesDecided: Bool = false) {
    isEnded = history.actors.map { graph.actors[$0].end != nil }
    sirens = history.actors.map { index in
      let actor = graph.actors[index]
      let digits = (actor.siren ?? actor.siret ?? "").filter(\.isNumber)
      return digits.count >= 9 ? String(digits.prefix(9)) : nil
    }
    let indices = graph.decisions.isEmpty ? [:] : graph.actorIndices
    let same = graph.decisions.filter { $0.verdict == "same" }.map { $0.subjects.compactMap { indices[$0] } }
    let settled = includesDecided ? [] : SuggestionDecisions(of: graph).settledPairs
    decided = Set(
      (same + settled).compactMap { positions in
        let members = positions.compactMap { history.nodes[$0] }
        return members.count == 2 && members[0] != members[1] ? NodePair(members[0], members[1]) : nil
      })
  }

  func excludes(_ node: NodeID) -> Bool { isEnded[node.index] }

  func excludes(_ pair: NodePair) -> Bool {
    if excludes(pair.low) || excludes(pair.high) || decided.contains(pair) { return true }
    guard let siren = sirens[pair.low.index] else { return false }
    return siren == sirens[pair.high.index]
  }
}
