import AllianceModel

/// The words on a map that no vocabulary holds.
enum MapWords {
  static let actors = LocalizedText(french: "Acteurs", english: "Actors")
  static let objects = LocalizedText(french: "Objets", english: "Objects")
  static let alliancesTitle = LocalizedText(french: "Alliances", english: "Alliances")
  static let reading = LocalizedText(french: "Lecture", english: "Reading")
  static let unknownForm = LocalizedText(french: "Forme non renseignée", english: "Form not known")
  static let unknownRelation = LocalizedText(french: "Relation non renseignée", english: "Relation not known")
  static let unknownValue = LocalizedText(french: "Non renseigné", english: "Not known")
  static let otherValues = LocalizedText(french: "Autres", english: "Others")
  static let group = LocalizedText(french: "Groupe", english: "Group")
  static let pillSample = LocalizedText(french: "titre", english: "title")
  static let pill = LocalizedText(
    french: "une alliance et son année, reliée à ses parties", english: "an alliance and its year, tied to its parties")
  static let largePill = LocalizedText(
    french: "une alliance de trois parties ou plus, et son année",
    english: "an alliance of three parties or more, and its year")
  static let pairTie = LocalizedText(
    french: "trait entre deux acteurs\u{A0}: une alliance à deux",
    english: "line between two actors: an alliance of two")
  static let foldedObject = LocalizedText(
    french: "objet daté\u{A0}: relié aux parties de l'alliance qui l'a produit",
    english: "dated object: tied to the parties of the alliance that made it")
  static let hull = LocalizedText(
    french: "groupe\u{A0}: coopère davantage entre soi (calculé)\u{202F}; nom\u{A0}: son thème principal",
    english: "group: works more with each other (computed); name: its main theme")
  static let noAlliances = LocalizedText(
    french: "Aucune alliance n'est enregistrée\u{A0}: remplissez les tables des alliances et des parties.",
    english: "No alliance is recorded: fill in the tables of alliances and parties.")
  static let noActors = LocalizedText(
    french: "Aucun acteur n'est enregistré\u{A0}: remplissez la table des acteurs.",
    english: "No actor is recorded: fill in the table of actors.")
  static let nothingLeft = LocalizedText(
    french: "Le filtre ne laisse rien à montrer.", english: "The filter leaves nothing to show.")
  static let rest = LocalizedText(french: "Hors groupe", english: "In no group")
  static let neighbours = LocalizedText(french: "Voisins, hors du groupe", english: "Neighbours, outside of the group")
  static let numbers = LocalizedText(
    french: "numéro\u{A0}: voir l’index sous la carte\u{202F}; a7\u{A0}: une alliance de trois parties ou plus",
    english: "number: see the index under the map; a7: an alliance of three parties or more")
  static let titleEnd = LocalizedText(
    french: "\u{A0}: qui coopère avec qui", english: ": who works with whom")
  static let sources = LocalizedText(french: "Sources\u{A0}: ", english: "Sources: ")
  static let madeWith = LocalizedText(french: "Carte\u{A0}: Maillage", english: "Map: Maillage")

  static func sizeNote(_ measure: MapOptions.SizeMeasure) -> LocalizedText? {
    switch measure {
    case .strength, .alliances:
      LocalizedText(french: "taille du nom = nombre d'alliances", english: "size of the name = number of alliances")
    case .degree:
      LocalizedText(french: "taille du nom = nombre de partenaires", english: "size of the name = number of partners")
    case .betweenness:
      LocalizedText(
        french: "taille du nom = position d'intermédiaire", english: "size of the name = betweenness")
    case .harmonic:
      LocalizedText(french: "taille du nom = proximité aux autres", english: "size of the name = closeness to others")
    case .none: nil
    }
  }

  static func hubMark(_ name: String, count: Int) -> LocalizedText {
    LocalizedText(
      french: "\(name) en est aussi partie (\(count) alliances)",
      english: "\(name) is a party too (\(count) alliances)")
  }

  static func around(_ name: String, in language: Language) -> String {
    language == .french ? "autour \(name.afterDe)" : "around \(name)"
  }

  static func organisations(_ count: Int, in language: Language) -> String {
    plural(count, "acteur", "acteurs", "actor", "actors", language)
  }

  static func objects(_ count: Int, in language: Language) -> String {
    plural(count, "objet", "objets", "object", "objects", language)
  }

  static func alliances(_ count: Int, in language: Language) -> String {
    plural(count, "alliance", "alliances", "alliance", "alliances", language)
  }

  /// In French one thing and none are singular, in English only one is.
  private static func plural(
    _ count: Int, _ frenchOne: String, _ french: String, _ englishOne: String, _ english: String, _ language: Language
  ) -> String {
    switch language {
    case .french: "\(count)\u{A0}\(count < 2 ? frenchOne : french)"
    case .english: "\(count)\u{A0}\(count == 1 ? englishOne : english)"
    }
  }

  /// "38 acteurs et 5 objets · 23 alliances dont 13 à trois parties ou plus · 2007–2019 (2 sans date)".
  static func counts(of graph: AllianceGraph, in language: Language) -> String {
    let organisationCount = graph.actors.count(where: \.isOrganisation)
    let objectCount = graph.actors.count - organisationCount
    let indices = graph.actorIndices
    let large = graph.alliances.count { graph.partyIndices(of: $0, in: indices).count > 2 }
    var parts = [organisations(organisationCount, in: language)]
    if objectCount > 0 { parts[0] += (language == .french ? " et " : " and ") + objects(objectCount, in: language) }
    var alliancePart = alliances(graph.alliances.count, in: language)
    if large > 0 {
      alliancePart +=
        language == .french
        ? " dont \(large) à trois parties ou plus" : ", \(large) of them with three parties or more"
    }
    parts.append(alliancePart)
    if let years = years(of: graph, in: language) { parts.append(years) }
    return parts.joined(separator: " · ")
  }

  private static func years(of graph: AllianceGraph, in language: Language) -> String? {
    let known = graph.alliances.compactMap { ($0.start ?? $0.end)?.year }
    let last = graph.alliances.compactMap { ($0.end ?? $0.start)?.year }
    let undated = graph.alliances.count - known.count
    guard let from = known.min(), let to = last.max() else {
      guard undated > 0 else { return nil }
      return language == .french ? "\(undated) sans date" : "\(undated) without date"
    }
    let span = from == to ? "\(from)" : "\(from)–\(to)"
    guard undated > 0 else { return span }
    return span + (language == .french ? " (\(undated) sans date)" : " (\(undated) without date)")
  }

  /// "Filtre : famille = companies ; non montrés : 12 acteurs, 8 alliances".
  static func filterNote(_ filter: GraphFilter, hidden: GraphFilter.Result, in language: Language) -> String {
    let conditions = filter.conditions.map { "\($0.key.rawValue) = \($0.value)" }.joined(separator: ", ")
    let actors = organisationsAndObjects(hidden.hiddenActors, in: language)
    let alliances = alliances(hidden.hiddenAlliances, in: language)
    return language == .french
      ? "Filtre\u{A0}: \(conditions) — non montrés\u{A0}: \(actors), \(alliances)"
      : "Filter: \(conditions) — not shown: \(actors), \(alliances)"
  }

  static func organisationsAndObjects(_ count: Int, in language: Language) -> String {
    plural(count, "acteur ou objet", "acteurs et objets", "actor or object", "actors and objects", language)
  }

  /// Where the facts come from: how many alliances name a source, and the sites most often named; where none does, what
  /// the graph says of its sources.
  static func sourceNote(of graph: AllianceGraph, in language: Language) -> String? {
    let ids = Set(graph.alliances.map(\.id))
    let rows = graph.sources.filter { ids.contains($0.subject) }
    let sourced = Set(rows.filter { $0.url != nil || $0.title != nil }.map(\.subject)).count
    guard sourced > 0 else {
      return graph.info.sources.isEmpty ? nil : sources[language] + graph.info.sources.joined(separator: ", ") + "."
    }
    let assigned = Set(rows.filter { $0.field == "forms" && $0.basis == "assigned" }.map(\.subject)).count
    let hosts = Dictionary(rows.compactMap { $0.url.flatMap(host) }.map { ($0, 1) }, uniquingKeysWith: +)
    let most = hosts.sorted { (-$0.value, $0.key) < (-$1.value, $1.key) }.prefix(3).map(\.key)
    let sites = most.isEmpty ? "" : " (\(most.joined(separator: ", "))\(hosts.count > 3 ? "…" : ""))"
    let count = graph.alliances.count
    switch language {
    case .french:
      let forms = assigned > 0 ? "\u{202F}; forme attribuée par l’auteur du graphe pour \(assigned)" : ""
      let cite = sourced == 1 ? "alliance sur \(count) en cite une" : "alliances sur \(count) en citent une"
      return "Sources\u{A0}: \(sourced) \(cite)\(sites)\(forms)."
    case .english:
      let forms = assigned > 0 ? "; form assigned by the graph's author for \(assigned)" : ""
      let name = "alliance\(count == 1 ? "" : "s") name\(sourced == 1 ? "s" : "")"
      return "Sources: \(sourced) of \(count) \(name) one\(sites)\(forms)."
    }
  }

  /// The site of an address, without `www.`.
  private static func host(_ address: String) -> String? {
    guard let start = address.firstRange(of: "://")?.upperBound else { return nil }
    let host = address[start...].prefix { $0 != "/" && $0 != "?" && $0 != ":" }
    return host.isEmpty ? nil : String(host.hasPrefix("www.") ? host.dropFirst(4) : host)
  }

  static let groupsInstead = LocalizedText(
    french:
      "Trop de liens pour les suivre un à un : la carte montre les groupes ; l’intérieur de l’un d’eux : --cluster 1.",
    english: "Too many ties to follow one by one: the map shows the groups; the inside of one: --cluster 1.")

  /// - Parameter groups: The option that shows groups in place of actors; nil where they are shown already.
  static func smallTextNote(_ size: Double, page: MapPage, groups: String?) -> LocalizedText {
    let tenths = Int((size * 10).rounded())
    let larger = page.larger(by: NetworkMap.smallestReadableText / size).map { "--page \($0.rawValue)" }
    return LocalizedText(
      french:
        "Le plus petit texte fait \(tenths / 10),\(tenths % 10)\u{A0}pt sur cette page, moins que 7\u{A0}pt\u{202F}: "
        + (larger.map { "prenez \($0), ou " } ?? "")
        + "montrez-en une partie avec --filter" + (groups.map { ", ou les groupes avec \($0)." } ?? "."),
      english: "The smallest text is \(tenths / 10).\(tenths % 10) pt on this page, below 7 pt: "
        + (larger.map { "take \($0), or " } ?? "") + "show a part with --filter"
        + (groups.map { ", or the groups with \($0)." } ?? "."))
  }
}

extension AllianceGraph.Alliance {
  /// `2019`, `2015–2018`, `avant 2016`; nil when no date is known.
  func years(in language: Language) -> String? {
    func words(_ date: PartialDate) -> String {
      PartialDate(year: date.year, bound: date.bound)?.words(in: language) ?? "\(date.year)"
    }
    switch (start, end) {
    case (let start?, let end?) where start.year < end.year && start.bound == .exact && end.bound == .exact:
      return "\(start.year)–\(end.year)"
    case (let start?, _): return words(start)
    case (nil, let end?):
      return end.bound == .exact ? (language == .french ? "jusqu'en " : "until ") + words(end) : words(end)
    case (nil, nil): return nil
    }
  }
}
