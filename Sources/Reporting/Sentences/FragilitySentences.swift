import AllianceModel
import TerritoryAnalysis

/// Who holds others, and who stands between families.
extension ReportSubject {
  /// "Si Archer se retire, 9 acteurs sur 38 perdent leur seul lien avec la CRESS : …", those of most others first.
  func fragilities(_ fragilities: [Fragility]) -> [Sentence] {
    fragilities.compactMap { fragility in
      let lost = fragility.cutOff
      let total = fragility.organisationCount.written(in: language)
      let names = list(lost.map(name))
      let single = lost.count == 1
      return sentence(
        "Si \(name(fragility.actor)) se retire, \(actors(lost.count)) sur \(total) \(single ? "perd son" : "perdent leur") "
          + "seul lien avec \(name(fragility.anchor)) et le reste du maillage : \(names).",
        "If \(name(fragility.actor)) leaves, \(actors(lost.count)) of \(total) \(single ? "loses its" : "lose their") only "
          + "link with \(name(fragility.anchor)) and the rest of the mesh: \(names).",
        rows: graph.rows(actors: [fragility.actor, fragility.anchor] + lost, alliances: fragility.alliances))
    }
  }

  /// The strongest brokers between families, with the families that they bring together most.
  func familyBrokers(_ brokerage: FamilyBrokerage) -> [Sentence] {
    brokerage.brokers.prefix(ReportSubject.mostBrokers).compactMap { broker in
      guard let most = broker.pairs.first else { return nil }
      let pairs = count(broker.pairCount, ("paire", "paires"), ("pair", "pairs"))
      let (first, second) = (most.families.first.label[language], most.families.second.label[language])
      return sentence(
        "\(name(broker.actor)) relie \(pairs) d’acteurs de familles différentes sans alliance entre eux, surtout "
          + "« \(first) » et « \(second) » (\(most.count.written(in: language))).",
        "\(name(broker.actor)) links \(pairs) of actors of different families without an alliance with each other, mostly "
          + "“\(first)” and “\(second)” (\(most.count.written(in: language))).",
        rows: graph.rows(actors: [broker.actor], alliances: broker.alliances))
    }
  }

  private static let mostBrokers = 3
}
