import AllianceModel
import Foundation
import TerritoryAnalysis

/// The organisations on a ring, the ties that they have pale, and the pairs that are missing dashed and numbered.
struct GapsPlan: DiagramPlan {
  /// A pair whose actors are in the graph.
  struct Pair: Sendable {
    let number: Int
    let first: Int
    let second: Int
    let reason: String
  }

  let subject: MapSubject
  let pairs: [Pair]
  /// The pairs that had to be left out: an actor is unknown, or hidden by filter or publication.
  let unknownCount: Int
  /// On the ring, in their order.
  let members: [Int]
  /// The pairs of members that have an alliance.
  let ties: [(first: Int, second: Int)]

  let name = "manques"

  /// More than this on one ring cannot be read: then those near the proposed pairs are shown.
  private static let limit = 70

  init(_ absent: [AbsentPair], of subject: MapSubject) throws(CancellationError) {
    self.subject = subject
    let indices = subject.graph.actorIndices
    let known = absent.compactMap { pair -> (Int, Int, String)? in
      guard let first = indices[pair.first], let second = indices[pair.second], first != second else { return nil }
      return (first, second, pair.reason)
    }
    pairs = known.enumerated().map { Pair(number: $0 + 1, first: $1.0, second: $1.1, reason: $1.2) }
    unknownCount = absent.count - known.count
    let organisations = subject.parties.map { $0.filter { subject.graph.actors[$0].isOrganisation }.sorted() }
    let wanted = Set(known.flatMap { [$0.0, $0.1] })
    var tied = Set(organisations.filter { $0.count > 1 }.flatMap(\.self)).union(wanted)
    if tied.count > GapsPlan.limit {
      // Partners of the proposed, those with most of them first.
      var counts: [Int: Int] = [:]
      for members in organisations where !wanted.isDisjoint(with: members) {
        for member in members { counts[member, default: 0] += 1 }
      }
      let near = counts.filter { !wanted.contains($0.key) }.sorted { (-$0.value, $0.key) < (-$1.value, $1.key) }
      tied = wanted.union(near.prefix(max(0, GapsPlan.limit - wanted.count)).map(\.key))
    }
    let clusters = try subject.graph.clusters()
    members = tied.sorted { (clusters.actorCluster[$0] ?? .max, $0) < (clusters.actorCluster[$1] ?? .max, $1) }
    var seen: Set<[Int]> = []
    for parties in organisations {
      for (place, first) in parties.enumerated() where tied.contains(first) {
        for second in parties[(place + 1)...] where tied.contains(second) { seen.insert([first, second]) }
      }
    }
    ties = seen.sorted { $0.lexicographicallyPrecedes($1) }.map { ($0[0], $0[1]) }
  }

  var titleEnd: String { subject.say(" : les partenariats qui manquent", ": missing partnerships") }

  var missing: String? {
    guard pairs.isEmpty else { return nil }
    return subject.say(
      "Aucune paire n’est proposée : « maillage missing » les cherche, une paire d’acteurs par ligne.",
      "No pair is proposed: “maillage missing” looks for them, one pair of actors in a row.")
  }

  var remarks: [String] {
    let all = subject.graph.actors.count(where: \.isOrganisation)
    var sentence = subject.say(
      "\(pairs.count) paires proposées ; \(members.count) organisations sur \(all) et leurs \(ties.count) liens sont montrés",
      "\(pairs.count) pairs proposed; \(members.count) of \(all) organisations and their \(ties.count) ties are shown")
    if unknownCount > 0 {
      sentence += subject.say(
        " ; \(unknownCount) paires dont un acteur n’est pas montré sont omises",
        "; \(unknownCount) pairs with an actor that is not shown are left out")
    }
    return [sentence + "."]
  }

  var expectedActors: Set<Int> { Set(members) }
  var expectedAlliances: Set<Int> { [] }

  var legend: [LegendRow] {
    var entries = [
      LegendRow.Entry(
        sample: .tie(subject.theme.absentTie),
        text: subject.say("partenariat qui manque, numéro de la liste", "missing partnership, number of the list"))
    ]
    if !ties.isEmpty {
      entries.insert(
        LegendRow.Entry(
          sample: .tie(subject.theme.paleTie),
          text: subject.say("ont une alliance ensemble (\(ties.count))", "have an alliance together (\(ties.count))")),
        at: 0)
    }
    return subject.actorRows(of: members) + [
      LegendRow(heading: subject.say("Paires", "Pairs"), entries: entries)
    ]
  }

  func figure(width: Double, height: Double) throws(CancellationError) -> Figure {
    if Task.isCancelled { throw CancellationError() }
    return GapsLayout(plan: self, width: width, height: height).figure()
  }
}
