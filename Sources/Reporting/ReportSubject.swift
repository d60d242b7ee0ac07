import AllianceModel
import Cartography

/// One graph of a report with what its sentences look up, and the language that they speak.
struct ReportSubject: Sendable {
  /// As it may be printed.
  let graph: AllianceGraph
  /// Its place in ``Report/graphs``.
  let place: Int
  let language: Language
  let theme: MapTheme
  /// Communes for actors without coordinates.
  let places: PlaceTable?
  /// For each alliance, its parties that are actors of the graph, each once.
  let parties: [[Int]]
  /// For each actor, its alliances.
  let memberships: [[Int]]
  /// For each subject, its rows in the table of sources.
  let sources: [String: [AllianceGraph.Source]]
  /// What the publication gate left out, in sentences; empty for an internal report.
  let publicationNotes: [LocalizedText]
  /// The facts on which sources disagree.
  let contradictions: [Contradiction]
  private let placeIndices: [String: Int]

  init(
    _ graph: AllianceGraph, at place: Int = 0, language: Language, theme: MapTheme = .standard,
    places: PlaceTable? = nil,
    publicationNotes: [LocalizedText] = []
  ) {
    (self.graph, self.place, self.language, self.theme) = (graph, place, language, theme)
    (self.places, self.publicationNotes) = (places, publicationNotes)
    contradictions = graph.contradictions()
    let indices = graph.actorIndices
    let parties = graph.alliances.map { graph.partyIndices(of: $0, in: indices) }
    var memberships = [[Int]](repeating: [], count: graph.actors.count)
    for (alliance, actors) in parties.enumerated() { for actor in actors { memberships[actor].append(alliance) } }
    (self.parties, self.memberships) = (parties, memberships)
    sources = Dictionary(grouping: graph.sources, by: \.subject)
    placeIndices = graph.placeIndices
  }

  /// The words in the language of the report.
  func say(_ french: String, _ english: String) -> String { LocalizedText(french: french, english: english)[language] }

  /// A sentence, or nil without a row: see ``Sentence/init(_:in:rows:notes:)``.
  func sentence(_ french: String, _ english: String, rows: [RowReference], notes: [Int] = []) -> Sentence? {
    Sentence(LocalizedText(french: french, english: english), in: language, rows: rows, notes: notes)
  }

  /// A text of a row, as a sentence; nil when the field is empty.
  func quoted(_ text: String?, rows: [RowReference], notes: [Int] = []) -> Sentence? {
    guard let text, !text.isEmpty else { return nil }
    return Sentence(LocalizedText(text.asSentence), in: language, rows: rows, notes: notes)
  }

  /// What somebody wrote in a row, in the language of the graph; nil when the field is empty.
  func told(_ text: String?, rows: [RowReference], notes: [Int] = []) -> Sentence? {
    guard let text, !text.isEmpty else { return nil }
    let own = graph.info.language ?? .french
    let sentence = Sentence(LocalizedText(text.asSentence), in: own, rows: rows, notes: notes)
    return own == language ? sentence : sentence?.spoken(in: own)
  }

  /// "1 alliance", "23 alliances", "0 alliance" in French, "0 alliances" in English.
  func count(_ number: Int, _ french: (one: String, many: String), _ english: (one: String, many: String)) -> String {
    let word =
      switch language {
      case .french: number < 2 ? french.one : french.many
      case .english: number == 1 ? english.one : english.many
      }
    return "\(number.written(in: language))\u{A0}\(word)"
  }

  /// The number with one decimal: `12,4` in French.
  func tenths(_ number: Double) -> String {
    let tenths = Int((number * 10).rounded())
    return "\((tenths / 10).written(in: language))\(say(",", "."))\(tenths % 10)"
  }

  func alliances(_ number: Int) -> String { count(number, ("alliance", "alliances"), ("alliance", "alliances")) }
  func actors(_ number: Int) -> String { count(number, ("acteur", "acteurs"), ("actor", "actors")) }

  func name(_ actor: Int) -> String { graph.actors[actor].name }
  func row(actor: Int) -> RowReference { .actor(graph.actors[actor].id) }
  func row(alliance: Int) -> RowReference { .alliance(graph.alliances[alliance].id) }

  /// "A, B et C": all names, or the first `limit` and how many more.
  func list(_ names: [String], limit: Int = .max - 1) -> String { LocalizedText.list(names, limit: limit)[language] }

  /// The name of a place, or the text itself: some graphs name places that no table has.
  func placeName(_ id: String) -> String { placeIndices[id].map { graph.places[$0].name } ?? id }

  /// What a place rests on: its row, else the row that names it.
  func placeRows(_ id: String, named row: RowReference) -> [RowReference] {
    placeIndices[id] == nil ? [row] : [row, RowReference(table: "places", id: id)]
  }

  /// For ids in the page: the same graph twice in a report must not give the same id twice.
  func anchor(_ name: String, _ id: String) -> String {
    "\(name)-\(place == 0 ? "" : "g\(place + 1)-")\(id.slugged)"
  }
}

extension String {
  /// Letters, digits and `-` only, for ids in a page; different texts stay different.
  var slugged: String {
    unicodeScalars.map { scalar in
      let isPlain = scalar.isASCII && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar))
      return isPlain ? String(scalar) : scalar == "-" || scalar == "_" ? "_" : "-\(String(scalar.value, radix: 16))"
    }.joined()
  }
}
