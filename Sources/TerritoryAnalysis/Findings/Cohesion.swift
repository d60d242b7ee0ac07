import AllianceModel
import GraphCore

/// Findings on what holds together and what does not: parts, fragile points, isolated actors, families apart.
extension TerritoryFacts {
  /// Connected parts of two organisations or more, when there are several. The isolated are told apart.
  func parts() -> [Insight] {
    let parts = Dictionary(grouping: measures.filter { $0.degree > 0 }, by: \.component)
      .sorted { (-$0.value.count, $0.key) < (-$1.value.count, $1.key) }
    guard parts.count > 1 else { return [] }
    let main = parts[0].value.count
    return [
      Insight(
        kind: .parts,
        sentence: LocalizedText(
          french: "Le maillage est en \(parts.count) morceaux qu’aucune alliance ne joint ; le plus grand réunit "
            + "\(main) organisations sur \(organisationCount).",
          english: "The mesh is in \(parts.count) parts that no alliance joins; the largest unites "
            + "\(main) of \(organisationCount) organisations."),
        actors: parts.dropFirst().flatMap { $0.value.map(\.actor) }, alliances: [], count: main,
        total: organisationCount)
    ]
  }

  /// Organisations whose leaving cuts others off from the larger remaining part.
  func fragility() -> [Insight] {
    let fragile = measures.filter { $0.cutOff > 0 }.sorted { (-$0.cutOff, $0.actor) < (-$1.cutOff, $1.actor) }
    let nodes = network.nodes
    return fragile.prefix(TerritoryFacts.limit).compactMap { measure in
      guard let node = nodes[measure.actor] else { return nil }
      let lost = network.graph.separation(byRemoving: node).cutOff.map { network.actors[$0.index] }
      let cut = lost.count.counted("organisation", "organisations")
      return Insight(
        kind: .fragility,
        sentence: LocalizedText(
          french: "Si \(name(measure.actor)) se retire, \(cut) sur \(organisationCount) "
            + (lost.count == 1 ? "perd son seul lien" : "perdent leur seul lien")
            + " avec le reste du maillage : \(list(lost).french).",
          english: "If \(name(measure.actor)) leaves, \(cut) of \(organisationCount) "
            + (lost.count == 1 ? "loses its only link" : "lose their only link")
            + " with the rest of the mesh: \(list(lost).english)."),
        actors: [measure.actor] + lost, alliances: [], count: lost.count, total: organisationCount)
    }
  }

  /// Organisations without an alliance with another organisation.
  func isolated() -> [Insight] {
    let alone = measures.filter { $0.degree == 0 }.map(\.actor)
    guard !alone.isEmpty else { return [] }
    let count = alone.count.counted("organisation", "organisations")
    return [
      Insight(
        kind: .isolated,
        sentence: LocalizedText(
          french: "\(count) sur \(organisationCount) " + (alone.count == 1 ? "n’a" : "n’ont")
            + " aucune alliance connue avec une autre organisation : \(list(alone).french).",
          english: "\(count) of \(organisationCount) " + (alone.count == 1 ? "has" : "have")
            + " no known alliance with another organisation: \(list(alone).english)."),
        actors: alone, alliances: [], count: alone.count, total: organisationCount)
    ]
  }

  /// Pairs of families, of two organisations or more each, that no alliance unites; the largest first.
  func familiesApart() -> [Insight] {
    let members = Dictionary(grouping: measures.map(\.actor)) { graph.actors[$0].family ?? .others }
    let families = ActorFamily.allCases.filter { $0 != .others && (members[$0]?.count ?? 0) >= 2 }
    let indices = graph.actorIndices
    let united = Set(
      tyingAlliances.flatMap { alliance -> [[ActorFamily]] in
        let present = Set(
          graph.partyIndices(of: graph.alliances[alliance], in: indices).compactMap { graph.actors[$0].family })
        return families.flatMap { first in families.map { [first, $0] } }.filter { present.isSuperset(of: $0) }
      })
    guard !tyingAlliances.isEmpty else { return [] }
    let pairs = families.enumerated().flatMap { place, first in families.dropFirst(place + 1).map { [first, $0] } }
    let apart = pairs.filter { !united.contains($0) }
      .sorted { sizes($0, members) > sizes($1, members) }
    return apart.prefix(TerritoryFacts.limit).map { pair in
      let groups = pair.map { members[$0] ?? [] }
      // The smaller family by its names: these are the people to invite.
      let smaller = groups[0].count <= groups[1].count ? 0 : 1
      func side(_ place: Int, _ language: Language) -> String {
        let names = place == smaller ? (language == .french ? " : " : ": ") + list(groups[place])[language] : ""
        let label = pair[place].label[language]
        return (language == .french ? "« \(label) »" : "“\(label)”") + " (\(groups[place].count)\(names))"
      }
      return Insight(
        kind: .familiesApart,
        sentence: LocalizedText(
          french: "Aucune alliance sur \(tyingAlliances.count) ne réunit \(side(0, .french)) et \(side(1, .french)).",
          english: "None of \(tyingAlliances.count) alliances unites \(side(0, .english)) and \(side(1, .english))."
        ),
        actors: groups[0] + groups[1], alliances: [], count: 0, total: tyingAlliances.count)
    }
  }

  private func sizes(_ pair: [ActorFamily], _ members: [ActorFamily: [Int]]) -> Int {
    pair.reduce(1) { $0 * (members[$1]?.count ?? 0) }
  }
}
