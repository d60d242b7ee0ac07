/// Walks a graph once, row by row, and keeps account of what it takes out.
struct PublicationGate {
  private let language: Language
  private let text: PersonalText
  private let ids: PublicIDs
  private(set) var leftOut: [LeftOut] = []

  init(graph: AllianceGraph, language: Language) {
    self.language = language
    text = PersonalText(of: graph, language: language)
    ids = PublicIDs(of: graph, text: text)
  }

  mutating func publicGraph(of graph: AllianceGraph) -> AllianceGraph {
    AllianceGraph(
      info: publicInfo(graph.info), actors: graph.actors.compactMap { publicActor($0) },
      alliances: graph.alliances.compactMap { publicAlliance($0) },
      places: graph.places.compactMap { publicPlace($0) }, sources: graph.sources.compactMap { publicSource($0) },
      decisions: withoutDecisions(of: graph))
  }

  private mutating func publicInfo(_ info: GraphInfo) -> GraphInfo {
    let row = Row("graph", "")
    // The name makes file names: as an id, it goes whole.
    let isNamed = text.isPersonal(link: info.name)
    if isNamed { note(row, "name", .id) }
    return GraphInfo(
      name: isNamed ? "graph" : info.name, title: clean(info.title, row, "title"),
      description: clean(info.description, row, "description"), territory: clean(info.territory, row, "territory"),
      perimeter: info.perimeter.map { clean($0, row, "perimeter") }, language: info.language, created: info.created,
      licence: clean(info.licence, row, "licence"), sources: clean(info.sources, row, "sources"))
  }

  private mutating func publicActor(_ actor: AllianceGraph.Actor) -> AllianceGraph.Actor? {
    guard let id = ids[actor.id], !DiffusionMark.isSet(in: actor.fields) else {
      note(Row("actors", ""), "", .marked)
      return nil
    }
    let row = Row("actors", id)
    if Publication.isHidden(actor) {
      let isPerson = actor.kind == .person
      note(row, "name", isPerson ? .person : .soleTrader)
      return AllianceGraph.Actor(
        id: id, name: PublicationGate.neutralName(isPerson: isPerson)[language], kind: actor.kind,
        legalCategory: actor.legalCategory, size: actor.size.map { clean($0, row, "size") }, start: actor.start,
        end: actor.end, themes: clean(actor.themes, row, "themes"), odd: actor.odd)
    }
    if id != actor.id { note(row, "id", .id) }
    return AllianceGraph.Actor(
      id: id, name: clean(actor.name, row, "name"), aliases: clean(actor.aliases, row, "aliases"),
      kind: actor.kind.map { clean($0, row, "kind") }, legalCategory: clean(actor.legalCategory, row, "legal_category"),
      siren: clean(actor.siren, row, "siren"), siret: clean(actor.siret, row, "siret"),
      rna: clean(actor.rna, row, "rna"), size: actor.size.map { clean($0, row, "size") },
      place: clean(actor.place, row, "place"), latitude: actor.latitude, longitude: actor.longitude,
      start: actor.start, end: actor.end, themes: clean(actor.themes, row, "themes"), odd: actor.odd,
      networks: actor.networks.compactMap { reference($0, row, "networks") },
      publicRole: clean(actor.publicRole, row, "public_role"),
      description: clean(actor.description, row, "description"), url: link(actor.url, row, "url"),
      fields: clean(actor.fields, row))
  }

  private static func neutralName(isPerson: Bool) -> LocalizedText {
    isPerson
      ? LocalizedText(french: "Personne (nom non publié)", english: "Person (name not published)")
      : LocalizedText(
        french: "Entreprise individuelle (nom non publié)", english: "Sole trader (name not published)")
  }

  private mutating func publicAlliance(_ alliance: AllianceGraph.Alliance) -> AllianceGraph.Alliance? {
    guard let id = ids[alliance.id], !DiffusionMark.isSet(in: alliance.fields) else {
      note(Row("alliances", ""), "", .marked)
      return nil
    }
    let row = Row("alliances", id)
    if id != alliance.id { note(row, "id", .id) }
    return AllianceGraph.Alliance(
      id: id, title: clean(alliance.title, row, "title"),
      parties: alliance.parties.compactMap { party in
        guard let actor = reference(party.actor, row, "actor") else { return nil }
        return AllianceGraph.Party(
          actor: actor, role: clean(party.role, row, "role"), start: party.start, end: party.end)
      }, forms: alliance.forms.map { clean($0, row, "forms") },
      relation: alliance.relation.map { clean($0, row, "relation") },
      logic: alliance.logic.map { clean($0, row, "logic") }, start: alliance.start, end: alliance.end,
      status: alliance.status.map { clean($0, row, "status") }, themes: clean(alliance.themes, row, "themes"),
      odd: alliance.odd, territory: clean(alliance.territory, row, "territory"),
      intensity: clean(alliance.intensity, row, "intensity"), result: clean(alliance.result, row, "result"),
      story: clean(alliance.story, row, "story"), fields: clean(alliance.fields, row))
  }

  private mutating func publicPlace(_ place: AllianceGraph.Place) -> AllianceGraph.Place? {
    guard !DiffusionMark.isSet(in: place.fields) else {
      note(Row("places", ""), "", .marked)
      return nil
    }
    let id = text.isPersonal(link: place.id) ? clean(place.id, Row("places", ""), "id") : place.id
    let row = Row("places", id)
    return AllianceGraph.Place(
      id: id, level: clean(place.level, row, "level"), name: clean(place.name, row, "name"),
      within: clean(place.within, row, "within"), latitude: place.latitude, longitude: place.longitude,
      population: place.population, fields: clean(place.fields, row))
  }

  /// A source without personal text; nil for one that speaks of a hidden or absent row, since its title or address may
  /// name them, and for one that is marked.
  private mutating func publicSource(_ source: AllianceGraph.Source) -> AllianceGraph.Source? {
    let subject = ids.isKnown(source.subject) ? ids[source.subject] : source.subject
    guard let subject, !ids.isHidden(source.subject) else {
      note(Row("sources", ""), "", .evidence)
      return nil
    }
    let mark = source.confidence.map { [FreeField(name: "diffusion", value: $0)] } ?? []
    guard !DiffusionMark.isSet(in: mark) else {
      note(Row("sources", ""), "", .marked)
      return nil
    }
    let row = Row("sources", subject)
    return AllianceGraph.Source(
      subject: clean(subject, row, "subject"), field: clean(source.field, row, "field"),
      value: clean(source.value, row, "value"), basis: clean(source.basis, row, "basis"),
      title: clean(source.title, row, "title"), url: link(source.url, row, "url"), date: source.date,
      author: clean(source.author, row, "author"), confidence: clean(source.confidence, row, "confidence"))
  }

  private mutating func withoutDecisions(of graph: AllianceGraph) -> [AllianceGraph.Decision] {
    if !graph.decisions.isEmpty { note(Row("decisions", ""), "", .evidence, graph.decisions.count) }
    return []
  }
}

/// A row of the public graph, for the account.
private struct Row {
  let table: String
  let id: String

  init(_ table: String, _ id: String) {
    (self.table, self.id) = (table, id)
  }
}

extension PublicationGate {
  private mutating func note(_ row: Row, _ field: String, _ reason: LeftOut.Reason, _ count: Int = 1) {
    leftOut.append(LeftOut(table: row.table, row: row.id, field: field, reason: reason, count: count))
  }

  private mutating func clean(_ written: String, _ row: Row, _ field: String) -> String {
    var found: [LeftOut.Reason: Int] = [:]
    let result = text.redact(written, found: &found)
    guard !found.isEmpty else { return written }
    for reason in LeftOut.Reason.allCases {
      if let count = found[reason] { note(row, field, reason, count) }
    }
    return result
  }

  /// The public id of a row that is named by its id, or the name that stands there instead; nil for one left out.
  private mutating func reference(_ id: String, _ row: Row, _ field: String) -> String? {
    if ids.isKnown(id) { return ids[id] }
    let name: String = clean(id, row, field)
    return name
  }

  private mutating func clean(_ written: String?, _ row: Row, _ field: String) -> String? {
    written.map { clean($0, row, field) }
  }

  private mutating func clean(_ written: [String], _ row: Row, _ field: String) -> [String] {
    written.map { clean($0, row, field) }
  }

  /// A code stays as it is; a text that stands where a code was expected is a text as any other.
  private mutating func clean<Term: VocabularyTerm>(_ term: Term, _ row: Row, _ field: String) -> Term {
    term.isKnown ? term : Term(rawValue: clean(term.rawValue, row, field))
  }

  private mutating func link(_ written: String?, _ row: Row, _ field: String) -> String? {
    guard let written, text.isPersonal(link: written) else { return written }
    note(row, field, .link)
    return nil
  }

  private mutating func clean(_ fields: [FreeField], _ row: Row) -> [FreeField] {
    fields.compactMap { field in
      guard !ContactColumn.isOne(field.name) else {
        if !field.value.isEmpty { note(row, field.name, .contacts) }
        return nil
      }
      return FreeField(name: clean(field.name, row, "fields"), value: clean(field.value, row, field.name))
    }
  }
}

/// Columns that hold contacts, by their names: "Tél. du contact", "courriel", "dirigeants".
private enum ContactColumn {
  private static let words: Set<String> = [
    "tel", "telephone", "phone", "portable", "mobile", "gsm", "fax", "mail", "email", "courriel", "mel", "contact",
    "dirigeant", "dirigeante", "elu", "elue", "referent", "referente", "interlocuteur", "interlocutrice",
  ]

  static func isOne(_ name: String) -> Bool {
    name.textKey.split(separator: " ").contains { word in
      words.contains(String(word)) || word.last == "s" && words.contains(String(word.dropLast()))
    }
  }
}
