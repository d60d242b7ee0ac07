import AllianceModel
import Foundation
import GraphCore

/// The themes and goals that each actor of a history cares for, each weighted by how seldom it is.
struct Interests: Sendable {
  struct Item: Sendable, Equatable {
    /// The number of the theme or goal.
    let subject: Int
    let weight: Double
    /// How often the actor names the subject, by the square root of how often all do: the product of two of these is how
    /// often the two would meet if everybody came to the subject's alliances at random.
    let presence: Double
  }

  /// The names of the subjects, rising, by their numbers: `theme:` and its key, or `odd:` and its number.
  let subjects: [String]
  /// Each theme as somebody wrote it first, each goal as its number.
  let labels: [String]
  /// Of each node in turn, rising by subject, in one array: pairs are compared by the million. The squares of the weights
  /// of a node add up to 1.
  private let items: [Item]
  /// Where the items of each node begin, and the end.
  private let starts: [Int]

  static let theme = "theme:"
  static let goal = "odd:"
  /// The goal that every alliance serves, by its wording: "partnerships for the goals".
  static let uncountedGoal = 17

  /// The subjects named by a row, in a form in which spellings agree.
  static func subjects(themes: [String], odd: [Int]) -> [String] {
    themes.map { theme + $0.textKey }.filter { $0 != theme }
      + odd.filter { $0 != uncountedGoal }.map { goal + String($0) }
  }

  init(_ history: AllianceHistory, in graph: AllianceGraph) {
    var counting = Counting(nodeCount: history.actors.count)
    for (node, index) in history.actors.enumerated() {
      counting.add(themes: graph.actors[index].themes, odd: graph.actors[index].odd, to: [NodeID(node)])
    }
    for event in history.events {
      let alliance = graph.alliances[event.alliance]
      counting.add(themes: alliance.themes, odd: alliance.odd, to: event.members)
    }
    let order = counting.names.indices.sorted { counting.names[$0] < counting.names[$1] }
    var places = [Int](repeating: 0, count: order.count)
    for (place, subject) in order.enumerated() { places[subject] = place }
    subjects = order.map { counting.names[$0] }
    labels = order.map { counting.labels[$0] }

    var holders = [Int](repeating: 0, count: order.count)
    var totals = holders
    for counts in counting.counts {
      for (subject, count) in counts {
        holders[subject] += 1
        totals[subject] += count
      }
    }
    let known = Double(counting.counts.count { !$0.isEmpty })
    // 1 is added under the logarithm so that a subject of all actors still counts for a little.
    let rarities = holders.map { log(1 + known / Double(max(1, $0))) }
    let roots = totals.map { Double($0).squareRoot() }
    var (items, starts) = ([Item](), [0])
    for counts in counting.counts {
      let subjects = counts.sorted { places[$0.key] < places[$1.key] }
      let weights = subjects.map { (1 + log(Double($0.value))) * rarities[$0.key] }
      let length = weights.reduce(0) { $0 + $1 * $1 }.squareRoot()
      items += zip(subjects, weights).map { subject, weight in
        Item(
          subject: places[subject.key], weight: weight / length, presence: Double(subject.value) / roots[subject.key])
      }
      starts.append(items.count)
    }
    (self.items, self.starts) = (items, starts)
  }

  /// What is known of one node; empty when nothing is.
  func items(of node: Int) -> ArraySlice<Item> { items[starts[node]..<starts[node + 1]] }

  /// How alike two nodes are, √ of the cosine, and how often they would meet by chance on what both care for, as
  /// ln(0.01 + times); NaN when nothing is known of one of them.
  func compared(_ one: Int, _ other: Int) -> (likeness: Double, encounters: Double) {
    guard starts[one] < starts[one + 1], starts[other] < starts[other + 1] else { return (.nan, .nan) }
    var (cosine, times) = (0.0, 0.0)
    forEachShared(one, other) { mine, theirs in
      cosine += mine.weight * theirs.weight
      times += mine.presence * theirs.presence
    }
    return (cosine.squareRoot(), log(0.01 + times))
  }

  /// The subjects of both, with the share of each in the cosine.
  func shared(_ one: Int, _ other: Int) -> [(subject: Int, share: Double)] {
    var shared: [(subject: Int, share: Double)] = []
    forEachShared(one, other) { shared.append(($0.subject, $0.weight * $1.weight)) }
    return shared
  }

  @inline(__always)
  private func forEachShared(_ one: Int, _ other: Int, _ body: (_ mine: Item, _ theirs: Item) -> Void) {
    var (mine, theirs) = (starts[one], starts[other])
    let (myEnd, theirEnd) = (starts[one + 1], starts[other + 1])
    while mine < myEnd, theirs < theirEnd {
      let (first, second) = (items[mine].subject, items[theirs].subject)
      if first == second { body(items[mine], items[theirs]) }
      if first <= second { mine += 1 }
      if second <= first { theirs += 1 }
    }
  }

  /// How often each node names each subject: its own count once, those of its alliances once for each.
  private struct Counting {
    private(set) var names: [String] = []
    private(set) var labels: [String] = []
    private(set) var counts: [[Int: Int]]
    private var numbers: [String: Int] = [:]
    /// The number of each theme as written, since few spellings are written many times; -1 for one without letters.
    private var spellings: [String: Int] = [:]

    init(nodeCount: Int) { counts = [[Int: Int]](repeating: [:], count: nodeCount) }

    mutating func add(themes: [String], odd: [Int], to members: [NodeID]) {
      let subjects = themes.map { number(ofTheme: $0) } + odd.map { number(ofGoal: $0) }
      for subject in subjects where subject >= 0 {
        for member in members { counts[member.index][subject, default: 0] += 1 }
      }
    }

    private mutating func number(ofTheme theme: String) -> Int {
      if let number = spellings[theme] { return number }
      let number = Interests.subjects(themes: [theme], odd: []).first.map { self.number(of: $0, label: theme) } ?? -1
      spellings[theme] = number
      return number
    }

    private mutating func number(ofGoal goal: Int) -> Int {
      Interests.subjects(themes: [], odd: [goal]).first.map { number(of: $0, label: String(goal)) } ?? -1
    }

    private mutating func number(of subject: String, label: String) -> Int {
      if let number = numbers[subject] { return number }
      numbers[subject] = names.count
      names.append(subject)
      labels.append(label)
      return names.count - 1
    }
  }
}
