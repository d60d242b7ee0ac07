import AllianceModel
import Foundation
import GraphCore

/// How often actors of two kinds are tied, beside how often chance alone would tie them.
struct KindAffinity: Sendable {
  /// The kind of each node, numbered; actors of unknown kind share one number.
  let kinds: [Int]
  let names: [ActorKind?]
  /// Ties seen between two kinds, weighted so that an alliance gives each member one, and those expected by chance.
  let observed: [[Double]]
  let expected: [[Double]]
  /// ln((O + 5) / (E + 5)); NaN for the number of unknown kinds.
  private let affinities: [[Double]]

  /// What both numbers are raised by, so that few ties prove little.
  static let caution = 5.0

  init(_ history: AllianceHistory, in graph: AllianceGraph) {
    let all = history.actors.map { graph.actors[$0].kind }
    let names = Array(Set(all)).sorted {
      ($0?.rank ?? .max, $0?.rawValue ?? "") < ($1?.rank ?? .max, $1?.rawValue ?? "")
    }
    let numbers = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })
    let kinds = all.compactMap { numbers[$0] }
    var ties = names.map { _ in [Double](repeating: 0, count: names.count) }
    for event in history.events where event.members.count > 1 {
      let weight = 1 / Double(event.members.count - 1)
      for (place, low) in event.members.enumerated() {
        for high in event.members[(place + 1)...] {
          let (first, second) = (kinds[low.index], kinds[high.index])
          ties[first][second] += weight
          if first != second { ties[second][first] += weight }
        }
      }
    }
    // Twice the ties within a kind, once those with others: the strengths of its members added.
    let strengths = names.indices.map { kind in ties[kind].reduce(ties[kind][kind], +) }
    let total = strengths.reduce(0, +)
    (self.kinds, self.names, observed) = (kinds, names, ties)
    let expected = names.indices.map { first in
      names.indices.map { second in
        total > 0 ? strengths[first] * strengths[second] / total / (first == second ? 2 : 1) : 0
      }
    }
    self.expected = expected
    affinities = names.indices.map { first in
      names.indices.map { second in
        guard names[first] != nil, names[second] != nil else { return .nan }
        return log((ties[first][second] + KindAffinity.caution) / (expected[first][second] + KindAffinity.caution))
      }
    }
  }

  /// ln((O + 5) / (E + 5)); NaN when the kind of one of them is not known.
  @inline(__always)
  func value(_ one: Int, _ other: Int) -> Double { affinities[kinds[one]][kinds[other]] }
}
