import AllianceModel
import Foundation
import GraphCore

/// The themes and goals of one actor, each weighted by how seldom it is.
struct Interests: Sendable, Equatable {
  struct Item: Sendable, Equatable {
    /// The number of the theme or goal.
    let subject: Int
    let weight: Double
  }

  /// Rising by subject; the squares of the weights add up to 1. Empty: nothing is known.
  let items: [Item]
  /// What the subjects are called: `theme:` and its key, or `odd:` and its number; the same table for all actors.
  static let theme = "theme:"
  static let goal = "odd:"

  /// √ of the cosine of two actors; NaN when nothing is known of one of them.
  func likeness(to other: Interests) -> Double {
    guard !items.isEmpty, !other.items.isEmpty else { return .nan }
    return shared(with: other).reduce(0) { $0 + $1.weight }.squareRoot()
  }

  /// What both care for, with the share of each in the cosine.
  func shared(with other: Interests) -> [Item] {
    var shared: [Item] = []
    var (mine, theirs) = (items[...], other.items[...])
    while let first = mine.first, let second = theirs.first {
      if first.subject == second.subject {
        shared.append(Item(subject: first.subject, weight: first.weight * second.weight))
      }
      if first.subject <= second.subject { mine.removeFirst() }
      if second.subject <= first.subject { theirs.removeFirst() }
    }
    return shared
  }

  /// The goal that every alliance serves, by its wording: "partnerships for the goals".
  static let uncountedGoal = 17

  /// The subjects named by a row, in a form in which spellings agree.
  static func subjects(themes: [String], odd: [Int]) -> [String] {
    themes.map { theme + $0.textKey }.filter { $0 != theme }
      + odd.filter { $0 != uncountedGoal }.map { goal + String($0) }
  }

  /// How often each node names each subject: its own count once, those of its alliances once for each.
  private static func counts(of history: AllianceHistory, in graph: AllianceGraph) -> [[String: Int]] {
    var counts = history.actors.map { index -> [String: Int] in
      let actor = graph.actors[index]
      return Dictionary(subjects(themes: actor.themes, odd: actor.odd).map { ($0, 1) }, uniquingKeysWith: { $0 + $1 })
    }
    for event in history.events {
      let alliance = graph.alliances[event.alliance]
      for subject in subjects(themes: alliance.themes, odd: alliance.odd) {
        for member in event.members { counts[member.index][subject, default: 0] += 1 }
      }
    }
    return counts
  }

  /// The names of the subjects, by their numbers.
  static func subjects(of history: AllianceHistory, in graph: AllianceGraph) -> [String] {
    Set(counts(of: history, in: graph).flatMap(\.keys)).sorted()
  }

  /// Of every node.
  static func all(of history: AllianceHistory, in graph: AllianceGraph) -> [Interests] {
    let counts = counts(of: history, in: graph)
    var frequency: [String: Int] = [:]
    for subjects in counts { for subject in subjects.keys { frequency[subject, default: 0] += 1 } }
    let names = frequency.keys.sorted()
    let numbers = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })
    let known = Double(counts.count { !$0.isEmpty })
    return counts.map { subjects in
      let raw = subjects.compactMap { subject, count -> Item? in
        guard let number = numbers[subject], let holders = frequency[subject] else { return nil }
        // 1 is added under the logarithm so that a subject of all actors still counts for a little.
        return Item(subject: number, weight: (1 + log(Double(count))) * log(1 + known / Double(holders)))
      }.sorted { $0.subject < $1.subject }
      let length = raw.reduce(0) { $0 + $1.weight * $1.weight }.squareRoot()
      return Interests(items: raw.map { Item(subject: $0.subject, weight: $0.weight / length) })
    }
  }
}
