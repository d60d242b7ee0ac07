import Foundation
import MissingPartnerships
import TerritoryAnalysis

/// The card of each actor and alliance as JSON, written once.
struct ExplorerCards: Sendable {
  /// By id.
  let actors: [String: [UInt8]]
  let alliances: [String: [UInt8]]

  private struct ActorCard: Encodable {
    let actor: ExplorerDocument.ActorRow
    /// Ids of the alliances that it is a party of, and of its partners in them.
    let alliances: [String]
    let partners: [String]
    let measures: AnalysisDocument.ActorRow?
    let sources: [ExplorerDocument.SourceRow]
  }

  private struct AllianceCard: Encodable {
    let alliance: ExplorerDocument.AllianceRow
    let sources: [ExplorerDocument.SourceRow]
  }

  /// - Complexity: O(rows + ties).
  init(of document: ExplorerDocument) throws {
    let encoder = ExplorerDocument.encoder
    let sources = Dictionary(grouping: document.sources, by: \.subject)
    let measures = Dictionary(document.analysis.actors.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    var memberships: [String: [Int]] = [:]
    for (place, alliance) in document.alliances.enumerated() {
      for actor in Set(alliance.parties.map(\.actor)) { memberships[actor, default: []].append(place) }
    }
    var actors: [String: [UInt8]] = [:]
    for actor in document.actors where actors[actor.id] == nil {
      let alliances = (memberships[actor.id] ?? []).map { document.alliances[$0] }
      var partners: Set<String> = Set(alliances.flatMap { $0.parties.map(\.actor) })
      partners.remove(actor.id)
      let card = ActorCard(
        actor: actor, alliances: alliances.map(\.id), partners: partners.sorted(), measures: measures[actor.id],
        sources: sources[actor.id] ?? [])
      actors[actor.id] = Array(try encoder.encode(card))
    }
    self.actors = actors
    alliances = Dictionary(
      try document.alliances.map { alliance in
        (
          alliance.id,
          Array(try encoder.encode(AllianceCard(alliance: alliance, sources: sources[alliance.id] ?? [])))
        )
      }, uniquingKeysWith: { first, _ in first })
  }
}
