public import AllianceModel

/// One actor, with its alliances and its partners: what `maillage show GRAPH ACTOR` prints.
public struct ActorSheet: Sendable, Equatable, Encodable {
  public struct Participation: Sendable, Equatable, Encodable {
    public let alliance: String
    public let title: String
    public let role: String?
    public let start: String?
    public let end: String?
    public let forms: [String]
    public let relation: String?
    public let partners: [String]
    public let sources: [String]
  }

  public let id: String
  public let name: String
  public let aliases: [String]
  public let kind: String?
  public let family: String?
  public let place: String?
  public let start: String?
  public let end: String?
  public let description: String?
  public let url: String?
  public let identifiers: [String: String]
  public let participations: [Participation]
  public let sources: [String]

  public init(of index: Int, in graph: AllianceGraph, language: Language) {
    let actor = graph.actors[index]
    let actors = graph.actorIndices
    id = actor.id
    name = actor.name
    aliases = actor.aliases
    kind = actor.kind?.label[language]
    family = actor.family?.label[language]
    place = actor.place.map { id in graph.placeIndices[id].map { graph.places[$0].name } ?? id }
    start = actor.start?.words(in: language)
    end = actor.end?.words(in: language)
    description = actor.description
    url = actor.url
    identifiers = [
      "siren": actor.siren, "siret": actor.siret, "rna": actor.rna, "legal_category": actor.legalCategory,
    ].compactMapValues(\.self)
    participations = graph.alliances.compactMap { alliance in
      guard let party = alliance.parties.first(where: { $0.actor == actor.id }) else { return nil }
      let others = graph.partyIndices(of: alliance, in: actors).filter { $0 != index }
      return Participation(
        alliance: alliance.id, title: alliance.title, role: party.role, start: alliance.start?.words(in: language),
        end: alliance.end?.words(in: language), forms: alliance.forms.map { $0.label[language] },
        relation: alliance.relation?.label[language], partners: others.map { graph.actors[$0].name },
        sources: ActorSheet.sources(of: alliance.id, in: graph))
    }
    sources = ActorSheet.sources(of: actor.id, in: graph)
  }

  /// The distinct addresses or titles of what is cited for a row, in the order of the table.
  private static func sources(of subject: String, in graph: AllianceGraph) -> [String] {
    var seen: Set<String> = []
    return graph.sources.filter { $0.subject == subject }.compactMap { $0.url ?? $0.title }.filter {
      seen.insert($0).inserted
    }
  }
}

extension AllianceGraph {
  /// The actor that a person means: by id, name or alias, whatever case and accents; else all whose name holds the words.
  ///
  /// - Returns: Positions in ``actors``: one when it is clear, several to choose from, none when nothing fits.
  public func actors(named written: String) -> [Int] {
    if let exact = actors.firstIndex(where: { $0.id == written }) { return [exact] }
    let key = written.textKey
    let same = actors.indices.filter { index in
      actors[index].name.textKey == key || actors[index].id.textKey == key
        || actors[index].aliases.contains { $0.textKey == key }
    }
    if !same.isEmpty || key.isEmpty { return same }
    return actors.indices.filter { actors[$0].name.textKey.contains(key) }
  }
}
