public import AllianceModel

/// A graph in a few numbers: what `maillage show GRAPH` prints.
public struct GraphSummary: Sendable, Equatable, Encodable {
  public struct Count: Sendable, Equatable, Encodable {
    public let code: String
    public let count: Int
  }

  public let title: String
  public let description: String?
  public let territory: String?
  public let created: String?
  public let licence: String?
  /// Organisations and groups.
  public let actors: Int
  /// Programmes, events, publications, places, standards and persons.
  public let objects: Int
  public let alliances: Int
  /// Alliances of three parties or more.
  public let multiParty: Int
  /// Rows: one for each part of an actor in an alliance.
  public let parties: Int
  public let places: Int
  public let sources: Int
  /// Years of the first and last start that are known, and how many alliances have none.
  public let firstYear: Int?
  public let lastYear: Int?
  public let undated: Int
  public let families: [Count]
  public let kinds: [Count]
  /// By form; an alliance of two forms counts in both. Those of unknown form are left out.
  public let forms: [Count]

  public init(of graph: AllianceGraph) {
    title = graph.info.title
    description = graph.info.description
    territory = graph.info.territory
    created = graph.info.created?.description
    licence = graph.info.licence
    actors = graph.actors.count(where: \.isOrganisation)
    objects = graph.actors.count - actors
    alliances = graph.alliances.count
    multiParty = graph.alliances.count { Set($0.parties.map(\.actor)).count > 2 }
    parties = graph.alliances.reduce(0) { $0 + $1.parties.count }
    places = graph.places.count
    sources = graph.sources.count
    let years = graph.alliances.compactMap { $0.start?.year }
    (firstYear, lastYear) = (years.min(), years.max())
    undated = graph.alliances.count { $0.start == nil }
    families = GraphSummary.count(
      graph.actors.compactMap { $0.family?.rawValue }, order: ActorFamily.allCases.map(\.rawValue))
    kinds = GraphSummary.count(
      graph.actors.compactMap { $0.kind?.rawValue }, order: Vocabulary.kinds.entries.map(\.code))
    forms = GraphSummary.count(
      graph.alliances.flatMap { $0.forms.map(\.rawValue) }, order: Vocabulary.forms.entries.map(\.code))
  }

  /// How often each code stands, in the order of its table; unknown codes last, by their letters.
  private static func count(_ codes: [String], order: [String]) -> [Count] {
    let counts = Dictionary(codes.map { ($0, 1) }, uniquingKeysWith: +)
    let known = order.filter { counts[$0] != nil }
    let unknown = counts.keys.filter { !order.contains($0) }.sorted()
    return (known + unknown).map { Count(code: $0, count: counts[$0] ?? 0) }
  }
}
