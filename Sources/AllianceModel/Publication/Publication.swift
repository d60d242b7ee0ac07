/// The publication gate: a graph as it may be printed and put on the web, and what was left out of it.
///
/// Left out: e-mail addresses and phone numbers, wherever they stand; free fields that hold contacts; the names of
/// persons without a public role and of sole traders (legal category 1000), in their own row and in every other text.
/// The rows themselves stay, under a neutral id and name, so that counts and ties do not change.
///
/// The gate knows patterns, not people: a name that only a story mentions is not found. Who publishes reads first.
public struct Publication: Sendable, Equatable {
  /// How many of each were left out.
  public struct Removed: Sendable, Equatable {
    public let addresses: Int
    public let phones: Int
    /// Persons without a public role, and sole traders.
    public let people: Int
    /// Places in other texts where one of these names stood.
    public let mentions: Int
    /// Cells of free fields that hold contacts.
    public let cells: Int

    public var isEmpty: Bool { addresses + phones + people + mentions + cells == 0 }
  }

  public let graph: AllianceGraph
  public let removed: Removed

  /// Takes out of `graph` what may not be published unasked.
  ///
  /// - Parameter language: The language of the words that stand in place of what was taken out.
  /// - Complexity: O(text · hidden names).
  public init(of graph: AllianceGraph, language: Language) {
    var gate = Gate(graph: graph, language: language)
    self.graph = gate.publicGraph(of: graph)
    removed = Removed(
      addresses: gate.counts[.address] ?? 0, phones: gate.counts[.phone] ?? 0, people: gate.hidden.count,
      mentions: gate.counts[.name] ?? 0, cells: gate.cells)
  }

  /// Whether an actor may not be named: a person without a public role, a sole trader.
  public static func isHidden(_ actor: AllianceGraph.Actor) -> Bool {
    actor.publicRole == nil && (actor.kind == .person || actor.legalCategory == "1000")
  }
}

/// Walks a graph once, row by row, and counts what it takes out.
private struct Gate {
  let language: Language
  /// For the id of each hidden actor, the neutral one.
  let hidden: [String: String]
  let text: PersonalText
  var counts: [PersonalText.Kind: Int] = [:]
  var cells = 0

  init(graph: AllianceGraph, language: Language) {
    let people = graph.actors.filter(Publication.isHidden)
    let taken = Set(graph.actors.map(\.id) + graph.alliances.map(\.id) + graph.places.map(\.id))
    var number = 0
    var hidden: [String: String] = [:]
    for actor in people where hidden[actor.id] == nil {
      repeat { number += 1 } while taken.contains("person-\(number)")
      hidden[actor.id] = "person-\(number)"
    }
    self.language = language
    self.hidden = hidden
    text = PersonalText(names: people.flatMap { [$0.name] + $0.aliases })
  }

  mutating func publicGraph(of graph: AllianceGraph) -> AllianceGraph {
    let info = graph.info
    return AllianceGraph(
      info: GraphInfo(
        name: info.name, title: clean(info.title), description: clean(info.description),
        territory: clean(info.territory), perimeter: info.perimeter, language: info.language, created: info.created,
        licence: info.licence, sources: info.sources.map { clean($0) }),
      actors: graph.actors.map { publicActor($0) }, alliances: graph.alliances.map { publicAlliance($0) },
      places: graph.places.map { place in
        AllianceGraph.Place(
          id: place.id, level: place.level, name: clean(place.name), within: place.within, latitude: place.latitude,
          longitude: place.longitude, population: place.population, fields: clean(place.fields))
      },
      sources: graph.sources.compactMap { publicSource($0) },
      // Decisions are working notes, with the names of those who took them.
      decisions: [])
  }

  private mutating func publicActor(_ actor: AllianceGraph.Actor) -> AllianceGraph.Actor {
    if let id = hidden[actor.id], Publication.isHidden(actor) {
      let isPerson = actor.kind == .person
      return AllianceGraph.Actor(
        id: id,
        name: language == .french
          ? (isPerson ? "Personne (nom non publié)" : "Entreprise individuelle (nom non publié)")
          : (isPerson ? "Person (name not published)" : "Sole trader (name not published)"),
        kind: actor.kind, legalCategory: actor.legalCategory, size: actor.size, start: actor.start, end: actor.end,
        themes: actor.themes, odd: actor.odd)
    }
    return AllianceGraph.Actor(
      id: actor.id, name: clean(actor.name), aliases: actor.aliases.map { clean($0) }, kind: actor.kind,
      legalCategory: actor.legalCategory, siren: actor.siren, siret: actor.siret, rna: actor.rna, size: actor.size,
      place: actor.place, latitude: actor.latitude, longitude: actor.longitude, start: actor.start, end: actor.end,
      themes: actor.themes.map { clean($0) }, odd: actor.odd, networks: actor.networks.map { hidden[$0] ?? clean($0) },
      publicRole: clean(actor.publicRole), description: clean(actor.description), url: clean(actor.url),
      fields: clean(actor.fields))
  }

  private mutating func publicAlliance(_ alliance: AllianceGraph.Alliance) -> AllianceGraph.Alliance {
    AllianceGraph.Alliance(
      id: alliance.id, title: clean(alliance.title),
      parties: alliance.parties.map { party in
        AllianceGraph.Party(
          actor: hidden[party.actor] ?? party.actor, role: clean(party.role), start: party.start, end: party.end)
      }, forms: alliance.forms, relation: alliance.relation, logic: alliance.logic, start: alliance.start,
      end: alliance.end, status: alliance.status, themes: alliance.themes.map { clean($0) }, odd: alliance.odd,
      territory: clean(alliance.territory), intensity: alliance.intensity, result: clean(alliance.result),
      story: clean(alliance.story), fields: clean(alliance.fields))
  }

  /// A source without personal text; nil for one that speaks of a hidden person, since its title or address may name them.
  private mutating func publicSource(_ source: AllianceGraph.Source) -> AllianceGraph.Source? {
    guard hidden[source.subject] == nil else { return nil }
    return AllianceGraph.Source(
      subject: source.subject, field: source.field, value: clean(source.value), basis: source.basis,
      title: clean(source.title), url: clean(source.url), date: source.date, author: clean(source.author),
      confidence: source.confidence)
  }

  private mutating func clean(_ written: String) -> String {
    text.redact(written, language: language, counts: &counts)
  }

  private mutating func clean(_ written: String?) -> String? {
    written.map { text.redact($0, language: language, counts: &counts) }
  }

  private mutating func clean(_ fields: [FreeField]) -> [FreeField] {
    fields.compactMap { field in
      guard !Gate.holdsContacts(field.name) else {
        cells += field.value.isEmpty ? 0 : 1
        return nil
      }
      return FreeField(name: field.name, value: clean(field.value))
    }
  }

  /// Whether a column is one of contacts, by its name: "Tél. du contact", "courriel", "dirigeants".
  private static func holdsContacts(_ name: String) -> Bool {
    let stems = [
      "mail", "courriel", "telephone", "phone", "portable", "mobile", "contact", "dirigeant", "elus", "referent",
      "interlocuteur",
    ]
    let words = name.textKey.split(separator: " ")
    return words.contains { word in
      word == "tel" || word == "elu" || stems.contains { word.hasPrefix($0) || word.hasSuffix($0) }
    }
  }
}
