import AllianceModel
import GraphCore

/// Findings on who stands where: pivots, brokers between groups, single links.
extension TerritoryFacts {
  /// Organisations whose strength lies two standard deviations above the mean, with three alliances at least.
  func pivots() -> [Insight] {
    let tied = measures.filter { $0.degree > 0 }
    guard tied.count > 2 else { return [] }
    let mean = tied.reduce(0) { $0 + $1.strength } / Double(tied.count)
    let variance = tied.reduce(0) { $0 + ($1.strength - mean) * ($1.strength - mean) } / Double(tied.count)
    let bar = max(3, mean + 2 * variance.squareRoot())
    let pivots = tied.filter { $0.strength >= bar }.sorted { (-$0.strength, $0.actor) < (-$1.strength, $1.actor) }
    return pivots.prefix(TerritoryFacts.limit).map { pivot in
      let count = Int(pivot.strength)
      let others = organisationCount - 1
      return Insight(
        kind: .pivot,
        sentence: LocalizedText(
          french: "\(name(pivot.actor)) prend part à \(count) alliances sur \(tyingAlliances.count) et travaille avec "
            + "\(pivot.degree) des \(others) autres organisations.",
          english: "\(name(pivot.actor)) takes part in \(count) of \(tyingAlliances.count) alliances and works with "
            + "\(pivot.degree) of the \(others) other organisations."),
        actors: [pivot.actor], alliances: alliances(of: pivot.actor), count: count, total: tyingAlliances.count)
    }
  }

  /// Organisations tied to members of at least two groups besides their own, and more between others than the mean.
  ///
  /// None where betweenness was not measured.
  func brokers() -> [Insight] {
    guard measures.allSatisfy({ $0.betweenness != nil }) else { return [] }
    func between(_ measure: TerritoryAnalysis.ActorMeasures) -> Double { measure.betweenness ?? 0 }
    let member = clusters.memberClusters
    let nodes = network.nodes
    let reached = measures.map { measure -> (measure: TerritoryAnalysis.ActorMeasures, others: [Int]) in
      guard let node = nodes[measure.actor] else { return (measure, []) }
      let around = network.graph.neighbors(of: node).compactMap { member[network.actors[$0.index]] }
      return (measure, Set(around).subtracting([member[measure.actor]].compactMap(\.self)).sorted())
    }
    let tied = measures.filter { $0.degree > 0 }
    let mean = tied.reduce(0) { $0 + between($1) } / Double(max(1, tied.count))
    let brokers = reached.filter { $0.others.count >= 2 && between($0.measure) > mean }.sorted {
      (-$0.others.count, -between($0.measure), $0.measure.actor)
        < (-$1.others.count, -between($1.measure), $1.measure.actor)
    }
    return brokers.prefix(TerritoryFacts.limit).map { broker, others in
      let groups = list(others.map { "« \(name(ofCluster: $0)) »" })
      let groupsInEnglish = list(others.map { "“\(name(ofCluster: $0))”" })
      let total = clusters.clusters.count - 1
      let isAll = others.count == total
      return Insight(
        kind: .broker,
        sentence: LocalizedText(
          french: "\(name(broker.actor)) travaille, hors de son groupe, avec "
            + (isAll ? "les \(total) autres groupes" : "\(others.count) des \(total) autres groupes")
            + " : \(groups.french).",
          english: "\(name(broker.actor)) works, outside its own group, with "
            + (isAll ? "all \(total) other groups" : "\(others.count) of the \(total) other groups")
            + ": \(groupsInEnglish.english)."),
        actors: [broker.actor], alliances: alliances(of: broker.actor), count: others.count,
        total: total)
    }
  }

  /// Pairs of groups that exactly one alliance joins.
  func singleLinks() -> [Insight] {
    let member = clusters.memberClusters
    let indices = graph.actorIndices
    let single = clusters.joins(in: graph).filter { $0.value.count == 1 }
      .sorted { $0.key.lexicographicallyPrecedes($1.key) }
    return single.prefix(TerritoryFacts.limit).map { pair, alliances in
      let alliance = graph.alliances[alliances[0]]
      let bridge = graph.partyIndices(of: alliance, in: indices).filter { member[$0].map(pair.contains) ?? false }
      let names = pair.map { name(ofCluster: $0) }
      return Insight(
        kind: .singleLink,
        sentence: LocalizedText(
          french: "Les groupes « \(names[0]) » et « \(names[1]) » ne se rencontrent que dans une alliance sur "
            + "\(tyingAlliances.count) : « \(alliance.title) » (\(list(bridge).french)).",
          english: "The groups “\(names[0])” and “\(names[1])” meet in one alliance only, of \(tyingAlliances.count): "
            + "“\(alliance.title)” (\(list(bridge).english))."),
        actors: bridge, alliances: alliances, count: 1, total: tyingAlliances.count)
    }
  }

  /// The alliances of an organisation with at least one other.
  private func alliances(of actor: Int) -> [Int] {
    let id = graph.actors[actor].id
    return tyingAlliances.filter { graph.alliances[$0].parties.contains { $0.actor == id } }
  }
}
