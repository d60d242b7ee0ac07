import Foundation
import GraphCore

@testable import MissingPartnerships

/// Profiles of partners as their definitions read, on full matrices; shares no code with the passes over rows.
struct ProfileOracle {
  /// For each actor, the strength of its tie with each, 1 / (m − 1) for each alliance of m parties, times ln(n / k).
  let profiles: [[Double]]
  let isTied: [[Bool]]

  init(_ history: AllianceHistory) {
    let count = history.actors.count
    var strengths = [[Double]](repeating: [Double](repeating: 0, count: count), count: count)
    for event in history.events {
      for one in event.members {
        for other in event.members where other != one {
          strengths[one.index][other.index] += 1 / Double(event.members.count - 1)
        }
      }
    }
    isTied = strengths.map { $0.map { $0 > 0 } }
    let degrees = isTied.map { $0.count { $0 } }
    profiles = strengths.map { row in
      row.enumerated().map { $1 > 0 ? $1 * log(Double(count) / Double(degrees[$0])) : 0 }
    }
  }

  func cosine(_ one: Int, _ other: Int) -> Double {
    func product(_ one: Int, _ other: Int) -> Double {
      zip(profiles[one], profiles[other]).reduce(0) { $0 + $1.0 * $1.1 }
    }
    let lengths = product(one, one) * product(other, other)
    return lengths > 0 ? product(one, other) / lengths.squareRoot() : 0
  }

  func peers(_ one: Int, _ other: Int) -> Double {
    func likeness(_ one: Int, toPartnersOf other: Int) -> Double {
      isTied[other].indices.filter { isTied[other][$0] }.reduce(0) { $0 + cosine(one, $1) }
    }
    let degrees = [one, other].map { node in Double(isTied[node].count { $0 }) }
    let sum = likeness(one, toPartnersOf: other) + likeness(other, toPartnersOf: one)
    return log(0.01 + sum / ((1 + degrees[0]) * (1 + degrees[1])).squareRoot())
  }
}
