import AllianceModel

extension PackageTable {
  static let required: [(key: String, value: JSONValue)] = [("required", .bool(true))]
  private static let unique: [(key: String, value: JSONValue)] = [("required", .bool(true)), ("unique", .bool(true))]
  private static let datePattern: [(key: String, value: JSONValue)] = [
    ("pattern", .string(#"^[<>]?\d{4}(-\d{2}(-\d{2})?)?$"#))
  ]
  private static let goalPattern: [(key: String, value: JSONValue)] = [
    ("pattern", .string(#"^(1[0-7]|[1-9])(\|(1[0-7]|[1-9]))*$"#))
  ]

  private static func text(_ name: String, _ french: String, _ english: String) -> Column {
    Column(name: name, description: LocalizedText(french: french, english: english))
  }

  private static func date(_ name: String, _ french: String, _ english: String) -> Column {
    Column(name: name, constraints: datePattern, description: LocalizedText(french: french, english: english))
  }

  private static func degrees(_ name: String, limit: Int, _ french: String, _ english: String) -> Column {
    Column(
      name: name, type: "number", constraints: [("minimum", .integer(-limit)), ("maximum", .integer(limit))],
      description: LocalizedText(french: french, english: english))
  }

  private static let latitude = degrees("latitude", limit: 90, "degrés, WGS 84", "degrees, WGS 84")
  private static let longitude = degrees("longitude", limit: 180, "degrés, WGS 84", "degrees, WGS 84")
  private static let start = date("start", "début : 2021, 2021-11, 2021-11-23, <2021, >2021", "start")
  private static let end = date("end", "fin ; vide : inconnue ou en cours", "end; empty: not known or going on")
  private static let themes = text("themes", "thèmes, séparés par |", "themes, parted by |")
  private static let odd = Column(
    name: "odd", constraints: goalPattern,
    description: LocalizedText(
      french: "objectifs de développement durable, 1 à 17, séparés par |",
      english: "sustainable development goals, 1 to 17, parted by |"))

  static let actors = PackageTable(
    name: "actors",
    columns: [
      Column(
        name: "id", constraints: unique,
        description: LocalizedText(french: "identifiant court et unique", english: "short and unique id")),
      Column(
        name: "name", constraints: required, description: LocalizedText(french: "nom complet", english: "full name")),
      text("aliases", "autres noms, séparés par |", "other names, parted by |"),
      text("kind", "type d’acteur (company, association…)", "kind of actor (company, association…)"),
      text("legal_category", "catégorie juridique de l’INSEE", "legal category of INSEE"),
      text("siren", "9 chiffres", "9 digits"), text("siret", "14 chiffres", "14 digits"),
      text("rna", "W et 9 chiffres", "W and 9 digits"),
      text("size", "micro, sme, mid_cap, large", "micro, sme, mid_cap, large"),
      text(
        "place", "code INSEE de la commune, ou lieu de places.csv", "INSEE code of the commune, or place of places.csv"),
      latitude, longitude, start, end, themes, odd,
      text("networks", "réseaux dont il est membre, séparés par |", "networks that it belongs to, parted by |"),
      text(
        "public_role", "pour une personne, le rôle public sous lequel elle peut être nommée",
        "for a person, the public role in which it may be named"),
      text("description", "en quelques mots", "in a few words"), text("url", "page web", "web page"),
    ], primaryKey: "id")

  static let alliances = PackageTable(
    name: "alliances",
    columns: [
      Column(
        name: "id", constraints: unique,
        description: LocalizedText(french: "identifiant court et unique", english: "short and unique id")),
      Column(name: "title", constraints: required, description: LocalizedText(french: "titre", english: "title")),
      text(
        "forms", "formes de la typologie du RAMEAU, séparées par | ; none : hors typologie",
        "forms of Le RAMEAU’s typology, parted by |; none: outside the typology"),
      text("relation", "nature du lien", "nature of the tie"),
      text("logic", "exchange ou alliance", "exchange or alliance"), start, end,
      text("status", "planned, active, ended", "planned, active, ended"), themes, odd,
      text("territory", "territoire : un lieu de places.csv ou un nom", "territory: a place of places.csv or a name"),
      text("intensity", "intensité", "intensity"),
      text("story", "ce qui a été fait ensemble", "what was done together"),
      text("result", "ce qui en est sorti", "what came of it"),
    ], primaryKey: "id")

  static let parties = PackageTable(
    name: "parties",
    columns: [
      Column(name: "alliance", constraints: required, description: LocalizedText("alliance")),
      Column(name: "actor", constraints: required, description: LocalizedText(french: "acteur", english: "actor")),
      text("role", "rôle, dans les mots de la source", "role, in the words of the source"),
      date("start", "entrée, si elle diffère", "when it joined, if that differs"),
      date("end", "sortie, si elle diffère", "when it left, if that differs"),
    ],
    foreignKeys: [
      ForeignKey(field: "alliance", resource: "alliances", reference: "id"),
      ForeignKey(field: "actor", resource: "actors", reference: "id"),
    ])

  static let sources = PackageTable(
    name: "sources",
    columns: [
      text(
        "subject", "identifiant d’un acteur, d’une alliance ou d’un lieu ; vide : tout le graphe",
        "id of an actor, an alliance or a place; empty: the whole graph"),
      text("field", "colonne dont parle la source", "column that the source speaks of"),
      text("value", "ce que dit cette source", "what this source says"),
      text(
        "basis", "source : dit par elle ; assigned : classé par nous", "source: said by it; assigned: classified by us"),
      text("title", "titre", "title"), text("url", "adresse", "address"), date("date", "date de la source", "its date"),
      text("author", "auteur", "author"), text("confidence", "confiance", "confidence"),
    ])

  static let places = PackageTable(
    name: "places",
    columns: [
      Column(
        name: "id", constraints: unique,
        description: LocalizedText(
          french: "code INSEE d’une commune, SIREN d’un EPCI, dep-26, reg-84",
          english: "INSEE code of a commune, SIREN of an EPCI, dep-26, reg-84")),
      text("level", "commune, epci, departement, region", "commune, epci, departement, region"),
      Column(name: "name", constraints: required, description: LocalizedText(french: "nom", english: "name")),
      text(
        "within", "lieux autour, le plus proche d’abord, séparés par |", "places around it, nearest first, parted by |"),
      latitude, longitude,
      Column(name: "population", type: "integer", description: LocalizedText("population")),
    ], primaryKey: "id")

  static let decisions = PackageTable(
    name: "decisions",
    columns: [
      Column(
        name: "verdict", constraints: required,
        description: LocalizedText("accepted, set_aside, exists, reopened, same, not_same")),
      text("subjects", "identifiants, séparés par |", "ids, parted by |"), text("reason", "raison", "reason"),
      date("date", "date", "date"), text("author", "qui a décidé", "who decided"),
    ])
}
