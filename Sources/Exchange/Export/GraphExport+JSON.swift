import AllianceModel

extension GraphExport {
  /// The whole graph as one JSON document: the columns of the data package as members, lists as arrays, parties inside
  /// their alliances. Members that are not known are left out.
  func json() -> String {
    let info = graph.info
    return JSONValue.members([
      ("name", .string(info.name)), ("title", .string(info.title)), ("description", text(info.description)),
      ("territory", text(info.territory)), ("perimeter", list(info.perimeter)),
      ("language", text(info.language?.rawValue)), ("created", text(info.created?.description)),
      ("licence", text(info.licence)), ("sourcesOfData", list(info.sources)),
      ("actors", .array(graph.actors.map(value))), ("alliances", .array(graph.alliances.map(value))),
      ("places", .array(graph.places.map(value))), ("sources", .array(graph.sources.map(value))),
      ("decisions", .array(graph.decisions.map(value))),
    ]).text
  }

  private func text(_ text: String?) -> JSONValue? { text.map(JSONValue.string) }
  private func list(_ items: [String]) -> JSONValue? { items.isEmpty ? nil : .strings(items) }
  private func goals(_ goals: [Int]) -> JSONValue? { goals.isEmpty ? nil : .array(goals.map(JSONValue.integer)) }
  private func date(_ date: PartialDate?) -> JSONValue? { date.map { .string($0.description) } }
  private func number(_ number: Double?) -> JSONValue? { number.map(JSONValue.number) }
  private func fields(_ fields: [FreeField]) -> JSONValue? {
    fields.isEmpty ? nil : .object(fields.map { ($0.name, .string($0.value)) })
  }

  private func value(_ actor: AllianceGraph.Actor) -> JSONValue {
    .members([
      ("id", .string(actor.id)), ("name", .string(actor.name)), ("aliases", list(actor.aliases)),
      ("kind", text(actor.kind?.rawValue)), ("family", text(actor.family?.rawValue)),
      ("legal_category", text(actor.legalCategory)), ("siren", text(actor.siren)), ("siret", text(actor.siret)),
      ("rna", text(actor.rna)), ("size", text(actor.size?.rawValue)), ("place", text(actor.place)),
      ("latitude", number(actor.latitude)), ("longitude", number(actor.longitude)), ("start", date(actor.start)),
      ("end", date(actor.end)), ("themes", list(actor.themes)), ("odd", goals(actor.odd)),
      ("networks", list(actor.networks)), ("public_role", text(actor.publicRole)),
      ("description", text(actor.description)), ("url", text(actor.url)), ("fields", fields(actor.fields)),
    ])
  }

  private func value(_ alliance: AllianceGraph.Alliance) -> JSONValue {
    let parties = alliance.parties.map { party in
      JSONValue.members([
        ("actor", .string(party.actor)), ("role", text(party.role)), ("start", date(party.start)),
        ("end", date(party.end)),
      ])
    }
    return .members([
      ("id", .string(alliance.id)), ("title", .string(alliance.title)), ("parties", .array(parties)),
      ("forms", list(alliance.forms.map(\.rawValue))), ("relation", text(alliance.relation?.rawValue)),
      ("logic", text(alliance.logic?.rawValue)), ("start", date(alliance.start)), ("end", date(alliance.end)),
      ("status", text(alliance.status?.rawValue)), ("themes", list(alliance.themes)), ("odd", goals(alliance.odd)),
      ("territory", text(alliance.territory)), ("intensity", text(alliance.intensity)),
      ("story", text(alliance.story)), ("result", text(alliance.result)), ("fields", fields(alliance.fields)),
    ])
  }

  private func value(_ place: AllianceGraph.Place) -> JSONValue {
    .members([
      ("id", .string(place.id)), ("level", text(place.level)), ("name", .string(place.name)),
      ("within", list(place.within)), ("latitude", number(place.latitude)), ("longitude", number(place.longitude)),
      ("population", place.population.map(JSONValue.integer)), ("fields", fields(place.fields)),
    ])
  }

  private func value(_ source: AllianceGraph.Source) -> JSONValue {
    .members([
      ("subject", .string(source.subject)), ("field", text(source.field)), ("value", text(source.value)),
      ("basis", text(source.basis)), ("title", text(source.title)), ("url", text(source.url)),
      ("date", date(source.date)), ("author", text(source.author)), ("confidence", text(source.confidence)),
    ])
  }

  private func value(_ decision: AllianceGraph.Decision) -> JSONValue {
    .members([
      ("verdict", .string(decision.verdict)), ("subjects", .strings(decision.subjects)),
      ("reason", text(decision.reason)), ("date", date(decision.date)), ("author", text(decision.author)),
    ])
  }
}
