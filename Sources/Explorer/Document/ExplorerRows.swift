import AllianceModel
import Cartography
import Foundation

extension ExplorerDocument {
  struct GraphRow: Sendable, Encodable {
    let name: String
    let title: String
    let territory: String?
    let description: String?
    let created: String?
    let licence: String?
    let sources: [String]

    init(of graph: AllianceGraph, language: Language) {
      let info = graph.info
      (name, title, territory, description) = (info.name, info.title, info.territory, info.description)
      created = info.created?.words(in: language)
      (licence, sources) = (info.licence, info.sources)
    }
  }

  struct ActorRow: Sendable, Encodable {
    let id: String
    let name: String
    let aliases: [String]
    let kind: String?
    let family: String?
    let place: String?
    let latitude: Double?
    let longitude: Double?
    let dates: String?
    let size: String?
    let themes: [String]
    let odd: [Int]
    let networks: [String]
    let publicRole: String?
    let description: String?
    let url: String?
    let identifiers: [String: String]
    let fields: [[String]]

    init(_ actor: AllianceGraph.Actor, language: Language) {
      (id, name, aliases) = (actor.id, actor.name, actor.aliases)
      (kind, family) = (actor.kind?.rawValue, actor.family?.rawValue)
      (place, latitude, longitude) = (actor.place, actor.latitude, actor.longitude)
      dates = Period.words(from: actor.start, to: actor.end, in: language)
      (size, themes, odd, networks) = (actor.size?.rawValue, actor.themes, actor.odd, actor.networks)
      (publicRole, description, url) = (actor.publicRole, actor.description, WebAddress.safe(actor.url))
      identifiers = ["siren": actor.siren, "siret": actor.siret, "rna": actor.rna].compactMapValues(\.self)
      fields = actor.fields.map { [$0.name, $0.value] }
    }
  }

  struct PartyRow: Sendable, Encodable {
    let actor: String
    let role: String?
    let dates: String?
  }

  struct AllianceRow: Sendable, Encodable {
    let id: String
    let title: String
    let parties: [PartyRow]
    let forms: [String]
    let relation: String?
    let logic: String?
    let dates: String?
    /// As written, for sorting: `2019-06`.
    let start: String?
    /// The years that it is known to span, as ``GraphFilter`` counts them; both absent without a date.
    let firstYear: Int?
    let lastYear: Int?
    let status: String?
    let themes: [String]
    let odd: [Int]
    let territory: String?
    let intensity: String?
    let result: String?
    let story: String?
    let fields: [[String]]

    init(_ alliance: AllianceGraph.Alliance, language: Language) {
      (id, title) = (alliance.id, alliance.title)
      parties = alliance.parties.map {
        PartyRow(actor: $0.actor, role: $0.role, dates: Period.words(from: $0.start, to: $0.end, in: language))
      }
      (forms, relation, logic) = (
        alliance.forms.map(\.rawValue), alliance.relation?.rawValue, alliance.logic?.rawValue
      )
      dates = Period.words(from: alliance.start, to: alliance.end, in: language)
      start = alliance.start?.description
      firstYear = (alliance.start ?? alliance.end)?.year
      lastYear = firstYear.flatMap { first in (alliance.end ?? alliance.start).map { max(first, $0.year) } }
      (status, themes, odd) = (alliance.status?.rawValue, alliance.themes, alliance.odd)
      (territory, intensity, result, story) = (
        alliance.territory, alliance.intensity, alliance.result, alliance.story
      )
      fields = alliance.fields.map { [$0.name, $0.value] }
    }
  }

  struct PlaceRow: Sendable, Encodable {
    let id: String
    let name: String
    let level: String?
    let within: [String]

    init(_ place: AllianceGraph.Place) {
      (id, name, level, within) = (place.id, place.name, place.level, place.within)
    }
  }

  struct SourceRow: Sendable, Encodable {
    let subject: String
    let field: String?
    let value: String?
    let basis: String?
    let title: String?
    let url: String?
    let date: String?
    let author: String?
    let confidence: String?

    init(_ source: AllianceGraph.Source, language: Language) {
      (subject, field, value, basis) = (source.subject, source.field, source.value, source.basis)
      (title, url) = (source.title, WebAddress.safe(source.url))
      (date, author, confidence) = (source.date?.words(in: language), source.author, source.confidence)
    }
  }
}

extension ExplorerDocument {
  /// A group of a graph that is too large for one picture.
  struct GroupRow: Sendable, Encodable {
    /// `3`, or `3.2` inside of it.
    let number: String
    let name: String
    /// The id of the organisation in the middle.
    let pivot: String?
    /// Alliances inside, and with others.
    let innerCount: Int
    let outerCount: Int
    let actorCount: Int
    /// By their places in the table of actors; absent for a group that is divided further.
    let actors: [Int]?

    init(_ group: GroupTree.Group, of graph: AllianceGraph) {
      (number, name, pivot) = (group.number, group.name, group.pivot.map { graph.actors[$0].id })
      (innerCount, outerCount, actorCount) = (group.innerCount, group.outerCount, group.actors.count)
      actors = group.showsActors ? group.actors : nil
    }
  }
}

/// A period in words.
enum Period {
  /// "2015 – 2018"; the start alone, or "jusqu’à 2018", when only one is known.
  ///
  /// A known start says nothing of the end: whether the thing still lasts is the business of its status.
  static func words(from start: PartialDate?, to end: PartialDate?, in language: Language) -> String? {
    switch (start, end) {
    case (let start?, let end?) where start == end: start.words(in: language)
    case (let start?, let end?): start.words(in: language) + " – " + end.words(in: language)
    case (let start?, nil): start.words(in: language)
    case (nil, let end?):
      end.bound == .exact
        ? LocalizedText(french: "jusqu’à ", english: "until ")[language] + end.words(in: language)
        : end.words(in: language)
    case (nil, nil): nil
    }
  }
}

/// Addresses that a page may link to.
enum WebAddress {
  /// The address when it is `http` or `https` with a host; nil for anything else, such as `javascript:`.
  static func safe(_ address: String?) -> String? {
    guard let address, let url = URL(string: address), let scheme = url.scheme?.lowercased(),
      ["http", "https"].contains(scheme), !(url.host ?? "").isEmpty
    else { return nil }
    return address
  }
}
