public import AllianceModel
public import Foundation

/// An analysis as it is written to JSON and tables: rows by id, with everything that is needed to read it alone.
public struct AnalysisDocument: Sendable, Equatable, Encodable {
  public struct ActorRow: Sendable, Equatable, Encodable {
    public let id: String
    public let name: String
    public let kind: String?
    public let family: String
    public let alliances: Int
    public let degree: Int
    public let strength: Double
    /// Both nil when there were too many organisations to search all shortest paths.
    public let harmonic: Double?
    public let betweenness: Double?
    /// From 1, as ``AnalysisDocument/clusters`` numbers them; nil for an organisation without a tie.
    public let cluster: Int?
    public let component: Int
    public let cutOff: Int
  }

  public struct ClusterRow: Sendable, Equatable, Encodable {
    public let number: Int
    public let name: String
    public let theme: String?
    public let pivot: String
    public let actors: [String]
    public let attached: [String]
    public let alliances: [String]
  }

  public struct FindingRow: Sendable, Equatable, Encodable {
    public let kind: String
    public let sentence: String
    public let count: Int
    public let total: Int
    public let rows: [RowReference]
  }

  public let title: String
  public let territory: String?
  public let language: String
  public let actorCount: Int
  public let objectCount: Int
  public let allianceCount: Int
  public let tyingAllianceCount: Int
  public let tieCount: Int
  public let modularity: Double?
  public let seed: UInt64
  public let resolution: Double
  public let conventions: [String]
  public let actors: [ActorRow]
  public let clusters: [ClusterRow]
  public let findings: [FindingRow]

  public init(_ analysis: TerritoryAnalysis, of graph: AllianceGraph, language: Language) {
    title = graph.info.title
    territory = graph.info.territory
    self.language = language.rawValue
    actorCount = analysis.actors.count
    objectCount = graph.actors.count - analysis.actors.count
    allianceCount = graph.alliances.count
    tyingAllianceCount = analysis.tyingAlliances
    tieCount = analysis.tieCount
    modularity = analysis.clusters.modularity
    seed = analysis.clusters.seed
    resolution = analysis.clusters.resolution
    let limit = analysis.hasPaths ? [] : [AnalysisDocument.withoutPaths(limit: analysis.pathLimit)]
    conventions = (AnalysisDocument.conventions + limit).map { $0[language] }
    actors = analysis.actors.map { measure in
      let actor = graph.actors[measure.actor]
      return ActorRow(
        id: actor.id, name: actor.name, kind: actor.kind?.rawValue, family: (actor.family ?? .others).rawValue,
        alliances: measure.alliances, degree: measure.degree, strength: measure.strength, harmonic: measure.harmonic,
        betweenness: measure.betweenness, cluster: measure.cluster.map { $0 + 1 }, component: measure.component + 1,
        cutOff: measure.cutOff)
    }
    clusters = analysis.clusters.clusters.enumerated().map { number, cluster in
      ClusterRow(
        number: number + 1, name: cluster.theme ?? graph.actors[cluster.pivot].name, theme: cluster.theme,
        pivot: graph.actors[cluster.pivot].id, actors: cluster.organisations.map { graph.actors[$0].id },
        attached: cluster.attached.map { graph.actors[$0].id },
        alliances: cluster.alliances.map { graph.alliances[$0].id })
    }
    findings = analysis.findings.map { finding in
      FindingRow(
        kind: finding.kind.rawValue, sentence: finding.sentence[language], count: finding.count, total: finding.total,
        rows: graph.rows(actors: finding.actors, alliances: finding.alliances))
    }
  }

  /// How the measures are defined, in sentences.
  public static let conventions: [LocalizedText] = [
    LocalizedText(
      french:
        "Une alliance de m organisations donne à chaque paire le poids 1/(m−1) ; objets et personnes n’y comptent pas.",
      english: "An alliance of m organisations gives each pair the weight 1/(m−1); objects and persons do not count."),
    LocalizedText(
      french:
        "Force : nombre d’alliances avec au moins une autre organisation. Degré : nombre d’organisations partenaires.",
      english: "Strength: number of alliances with another organisation. Degree: number of partner organisations."),
    LocalizedText(
      french:
        "Proximité harmonique et intermédiarité : longueur d’un lien = 1/poids (Newman 2001) ; l’harmonique est divisée par n−1, l’intermédiarité compte des paires.",
      english:
        "Harmonic closeness and betweenness: length of a tie = 1/weight (Newman 2001); harmonic is divided by n−1, betweenness counts pairs."
    ),
    LocalizedText(
      french:
        "Groupes : Leiden, modularité. Coupés : organisations séparées du plus grand morceau restant si l’acteur se retire.",
      english:
        "Groups: Leiden, modularity. Cut off: organisations parted from the largest remaining part if the actor leaves."
    ),
  ]

  private static func withoutPaths(limit: Int) -> LocalizedText {
    LocalizedText(
      french: "Proximité harmonique et intermédiarité : non mesurées au-delà de \(limit) organisations.",
      english: "Harmonic closeness and betweenness: not measured above \(limit) organisations.")
  }

  /// The document as JSON: keys in English snake case, sorted, numbers that read back to the same bits.
  public func json() throws -> Data {
    let encoder = JSONEncoder()
    encoder.keyEncodingStrategy = .convertToSnakeCase
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return try encoder.encode(self) + Data("\n".utf8)
  }
}
