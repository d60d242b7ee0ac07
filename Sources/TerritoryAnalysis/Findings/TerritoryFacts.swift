import AllianceModel
import GraphCore

/// What the findings are drawn from, and how they name things.
struct TerritoryFacts {
  let graph: AllianceGraph
  let network: ActorNetwork
  let measures: [TerritoryAnalysis.ActorMeasures]
  let clusters: TerritoryClusters
  /// The alliances that tie at least two organisations.
  let tyingAlliances: [Int]

  /// Findings of one kind at most, the strongest first: a page of plain sentences, not a table in disguise.
  static let limit = 5

  /// All findings that hold, in the order of ``Insight/Kind``.
  func findings() -> [Insight] {
    parts() + pivots() + brokers() + singleLinks() + fragility() + isolated() + familiesApart()
  }

  var organisationCount: Int { measures.count }

  func name(_ actor: Int) -> String { graph.actors[actor].name }

  /// A group by its theme, else by its pivot.
  func name(ofCluster number: Int) -> String {
    let cluster = clusters.clusters[number]
    return cluster.theme ?? name(cluster.pivot)
  }

  /// "A, B et C", the first five, then "et 12 autres".
  func list(_ names: [String]) -> LocalizedText { .list(names, limit: TerritoryFacts.limit) }

  func list(_ actors: [Int]) -> LocalizedText { list(actors.map { name($0) }) }
}

extension Int {
  /// "1 organisation", "2 organisations".
  func counted(_ singular: String, _ plural: String) -> String { "\(self) \(self == 1 ? singular : plural)" }
}
