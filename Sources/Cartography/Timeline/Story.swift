import AllianceModel
import TerritoryAnalysis

/// What happened when, as a timeline tells it: entries in their order, in blocks of one year, and the lanes beside them.
struct Story: Sendable {
  /// Something that began: an alliance, or an object that no alliance of its year speaks of.
  struct Entry: Sendable, Equatable {
    enum Content: Sendable, Equatable {
      /// By their places in the graph.
      case alliance(Int)
      case object(Int)
      /// The other alliances of a block, counted.
      case others([Int])
    }

    let content: Content
    let start: PartialDate?
    let end: PartialDate?

    init(content: Content, start: PartialDate?, end: PartialDate?) {
      (self.content, self.start, self.end) = (content, start, end)
    }

    /// Those of a block that have no entry of their own, at no more of a date than puts them there.
    init(others alliances: [Int], at date: PartialDate?) {
      content = .others(alliances)
      if let date { start = PartialDate(year: date.year, bound: date.bound) } else { start = nil }
      end = nil
    }

    /// Its place in the graph; nil for what is not one alliance.
    var alliance: Int? { if case .alliance(let index) = content { index } else { nil } }
    var isCount: Bool { if case .others = content { true } else { false } }
  }

  /// The entries of one year, of one "before" or "after", or those without a start.
  struct Block: Sendable, Equatable {
    enum Time: Sendable, Hashable {
      case before(Int)
      case year(Int)
      case after(Int)
      case unknown
    }

    let time: Time
    /// Places in ``Story/entries``.
    let entries: Range<Int>
  }

  /// Who takes part several times.
  struct Lane: Sendable, Equatable {
    /// Its place in the graph.
    let actor: Int
    /// Places in ``Story/entries``, rising.
    let entries: [Int]
  }

  let entries: [Entry]
  let blocks: [Block]
  /// In the order of the actors in the graph.
  let lanes: [Lane]
  /// In how many entries an actor must be to have a lane.
  let laneMinimum: Int
  /// Whether only the best-documented alliances of each block have an entry of their own.
  let isCondensed: Bool

  /// The most lanes that an eye can follow.
  private static let laneLimit = 20
  /// The most rows that a reader goes through; with more entries the best documented are told.
  private static let rowLimit = 160

  init(of subject: MapSubject) {
    let graph = subject.graph
    let alliances = graph.alliances.indices.map { index in
      Entry(
        content: .alliance(index), start: graph.alliances[index].start, end: graph.alliances[index].end)
    }
    let objects = graph.actors.indices.filter { Story.isEvent($0, of: subject) }.map { index in
      Entry(content: .object(index), start: graph.actors[index].start, end: graph.actors[index].end)
    }
    let sorted = (alliances + objects).enumerated().sorted { left, right in
      let (first, second) = (Story.order(of: left.element), Story.order(of: right.element))
      return first == second ? left.offset < right.offset : first.lexicographicallyPrecedes(second)
    }.map(\.element)
    isCondensed = sorted.count > Story.rowLimit
    let told = isCondensed ? Story.condensed(sorted, of: graph) : sorted
    entries = told
    blocks = Story.blocks(of: told)
    var places = [[Int]](repeating: [], count: graph.actors.count)
    for (place, entry) in told.enumerated() {
      guard case .alliance(let index) = entry.content else { continue }
      for actor in subject.parties[index] { places[actor].append(place) }
    }
    let isNamed = subject.graph.actors.map { !Publication.isHidden($0) }
    let recurring = graph.actors.indices.filter { places[$0].count > 1 && isNamed[$0] }
    // All that come back, when an eye can follow them; else those that come back more often.
    var least = 2
    var chosen = recurring
    while chosen.count > Story.laneLimit {
      least += 1
      chosen = recurring.filter { places[$0].count >= least }
    }
    laneMinimum = least
    lanes = chosen.map { Lane(actor: $0, entries: places[$0]) }
  }

  /// Of each block the best-documented alliances, in their order, and one entry for the others: about as many rows of
  /// each, so that one year does not hide the rest.
  private static func condensed(_ entries: [Entry], of graph: AllianceGraph) -> [Entry] {
    var rank = [Int](repeating: 0, count: graph.alliances.count)
    for (place, known) in graph.bestDocumented(rank.count).enumerated() { rank[known.alliance] = place }
    let blocks = blocks(of: entries)
    let room = max(1, rowLimit / 2 / blocks.count - 1)
    var told: [Entry] = []
    for block in blocks {
      let alliances = block.entries.compactMap { entries[$0].alliance }
      // One that would be counted alone is told.
      let count = alliances.count == room + 1 ? room + 1 : room
      let named = Set(alliances.sorted { rank[$0] < rank[$1] }.prefix(count))
      for place in block.entries {
        if let index = entries[place].alliance, named.contains(index) { told.append(entries[place]) }
      }
      let others = alliances.filter { !named.contains($0) }
      if !others.isEmpty { told.append(Entry(others: others, at: entries[block.entries.lowerBound].start)) }
    }
    return told
  }

  /// Whether an object is told for itself: it has a date, and no alliance of its own begins in that year.
  private static func isEvent(_ index: Int, of subject: MapSubject) -> Bool {
    let actor = subject.graph.actors[index]
    guard !actor.isOrganisation, let start = actor.start else { return false }
    return !subject.memberships[index].contains { alliance in
      let alliance = subject.graph.alliances[alliance]
      return alliance.start?.year == start.year || (alliance.start == nil && alliance.end?.year == start.year)
    }
  }

  /// Year, before/within/after, month, day: a shorter date stands before the longer ones that it holds.
  private static func order(of entry: Entry) -> [Int] {
    guard let start = entry.start else { return [.max, entry.end?.year ?? .max] }
    let bound = start.bound == .before ? 0 : start.bound == .exact ? 1 : 2
    return [start.year, bound, start.month ?? 0, start.day ?? 0]
  }

  private static func blocks(of entries: [Entry]) -> [Block] {
    var blocks: [Block] = []
    var first = 0
    for place in entries.indices {
      let isLast = place == entries.count - 1
      guard isLast || time(of: entries[place]) != time(of: entries[place + 1]) else { continue }
      blocks.append(Block(time: time(of: entries[place]), entries: first..<place + 1))
      first = place + 1
    }
    return blocks
  }

  private static func time(of entry: Entry) -> Block.Time {
    guard let start = entry.start else { return .unknown }
    return switch start.bound {
    case .before: .before(start.year)
    case .exact: .year(start.year)
    case .after: .after(start.year)
    }
  }

  func lane(of actor: Int) -> Lane? { lanes.first { $0.actor == actor } }

  /// The lanes with the entries that stand in `range`, by the first of these.
  func lanes(in range: Range<Int>) -> [Lane] {
    let present = lanes.compactMap { lane -> Lane? in
      let entries = lane.entries.filter(range.contains)
      return entries.isEmpty ? nil : Lane(actor: lane.actor, entries: entries)
    }
    // Of two that begin together the one that goes on for longer stands nearer to the titles.
    return present.sorted { left, right in
      (left.entries[0], -(left.entries.last ?? 0), left.actor)
        < (right.entries[0], -(right.entries.last ?? 0), right.actor)
    }
  }

  /// Whether any entry has a start.
  var isDated: Bool { entries.contains { $0.start != nil } }

  /// The years of the first and the last start; nil when none is known.
  var years: ClosedRange<Int>? {
    let starts = entries.compactMap(\.start?.year)
    guard let first = starts.min(), let last = starts.max() else { return nil }
    return first...last
  }
}
