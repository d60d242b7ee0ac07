import AllianceModel
import Foundation
import GraphCore

/// The organisations of a graph and a part of its alliances, as the model of missing partnerships sees them.
///
/// Two alliances with the same parties, the same start and the same title are one fact told twice: they count once.
struct AllianceHistory: Sendable {
  /// For each node, the position of its actor in the graph.
  let actors: [Int]
  /// The node of each organisation, by the position of its actor.
  let nodes: [Int: NodeID]
  /// The alliances that are seen, with at least one organisation each; those with two or more make ties.
  let events: [Event]
  let network: CSRGraph

  struct Event: Sendable {
    /// Its position in the graph.
    let alliance: Int
    /// Nodes, rising.
    let members: [NodeID]
    let year: Int?
  }

  /// All alliances of `graph`.
  init(of graph: AllianceGraph) {
    let organisations = graph.actors.indices.filter { graph.actors[$0].isOrganisation }
    let nodes = Dictionary(uniqueKeysWithValues: organisations.enumerated().map { ($1, NodeID($0)) })
    let indices = graph.actorIndices
    var told = Telling()
    var events: [Event] = []
    for (index, alliance) in graph.alliances.enumerated() {
      let members = graph.partyIndices(of: alliance, in: indices).compactMap { nodes[$0] }.sorted()
      guard !members.isEmpty else { continue }
      let event = Event(alliance: index, members: members, year: alliance.start?.year)
      if told.isNew(event, title: alliance.title) { events.append(event) }
    }
    self.init(actors: organisations, nodes: nodes, events: events)
  }

  private init(actors: [Int], nodes: [Int: NodeID], events: [Event]) {
    (self.actors, self.nodes, self.events) = (actors, nodes, events)
    let pairs = events.lazy.flatMap { event in
      event.members.enumerated().flatMap { place, low in event.members[(place + 1)...].map { (low, $0) } }
    }
    network = CSRGraph(nodeCount: actors.count, edges: pairs)
  }

  /// ``network`` with the strengths of its ties: an alliance of m parties gives each pair of them 1 / (m − 1).
  var weightedNetwork: CSRGraph {
    let ties = events.lazy.flatMap { event in
      let weight = 1 / Double(max(1, event.members.count - 1))
      return event.members.enumerated().flatMap { place, low in
        event.members[(place + 1)...].map { (low, $0, weight) }
      }
    }
    do throws(GraphError) {
      return try CSRGraph(nodeCount: actors.count, weightedEdges: ties)
    } catch {
      preconditionFailure("the parties of an alliance are different nodes, and its weight is positive: \(error)")
    }
  }

  /// The same organisations with only the alliances for which `isSeen` holds.
  func filtered(_ isSeen: (Event) -> Bool) -> AllianceHistory {
    AllianceHistory(actors: actors, nodes: nodes, events: events.filter(isSeen))
  }

  /// The same organisations without the events at the given places.
  func removing(_ hidden: Set<Int>) -> AllianceHistory {
    AllianceHistory(
      actors: actors, nodes: nodes, events: events.enumerated().filter { !hidden.contains($0.offset) }.map(\.element))
  }

  /// The years in which alliances began, from first to last; nil unless nine in ten have one.
  var years: ClosedRange<Int>? {
    let known = events.compactMap(\.year)
    guard let first = known.min(), let last = known.max(), known.count * 10 >= events.count * 9 else { return nil }
    return first...last
  }

  /// What the alliances up to and including `year` show.
  func until(_ year: Int) -> AllianceHistory { filtered { $0.year.map { $0 <= year } ?? false } }
}

/// Which facts were told before. Titles are only looked at where parties and year agree, since that is seldom so.
private struct Telling {
  private struct Key: Hashable {
    let members: [NodeID]
    let year: Int?
  }

  private var first: [Key: String] = [:]
  private var titles: [Key: Set<String>] = [:]

  mutating func isNew(_ event: AllianceHistory.Event, title: String) -> Bool {
    let key = Key(members: event.members, year: event.year)
    guard let known = first.updateValue(title, forKey: key) else { return true }
    return titles[key, default: [known.textKey]].insert(title.textKey).inserted
  }
}
