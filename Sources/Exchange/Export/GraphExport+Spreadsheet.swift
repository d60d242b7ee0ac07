import AllianceModel

extension GraphExport {
  /// One table for each kind of row, as a French spreadsheet opens it by double click: byte order mark, semicolons,
  /// decimal comma, labels instead of codes. ``Importer`` reads them again.
  func spreadsheetTables(language: Language) -> [DataPackage.File] {
    let sheet = Sheet(graph: graph, language: language)
    let actorFields = PackageTable.freeColumns(graph.actors.map(\.fields))
    let allianceFields = PackageTable.freeColumns(graph.alliances.map(\.fields))
    let placeFields = PackageTable.freeColumns(graph.places.map(\.fields))
    let tables: [(LocalizedText, [LocalizedText], [String], [[String]])] = [
      (
        LocalizedText(french: "acteurs", english: "actors"), Sheet.actorColumns, actorFields,
        graph.actors.map { sheet.row($0) + sheet.cells(of: $0.fields, actorFields) }
      ),
      (
        LocalizedText("alliances"), Sheet.allianceColumns, allianceFields,
        graph.alliances.map { sheet.row($0) + sheet.cells(of: $0.fields, allianceFields) }
      ),
      (
        LocalizedText(french: "lieux", english: "places"), Sheet.placeColumns, placeFields,
        graph.places.map { sheet.row($0) + sheet.cells(of: $0.fields, placeFields) }
      ),
      (LocalizedText("sources"), Sheet.sourceColumns, [], graph.sources.map(sheet.row)),
      (
        LocalizedText(french: "decisions", english: "decisions"), Sheet.decisionColumns, [],
        graph.decisions.map(sheet.row)
      ),
    ]
    let needed = tables.filter { !$0.3.isEmpty || ["acteurs", "alliances"].contains($0.0.french) }
    return needed.map { name, columns, free, rows in
      let table = CSVWriter.frenchSpreadsheet.text(header: columns.map { $0[language] } + free, rows: rows)
      return DataPackage.File(name: name[language] + ".csv", text: table)
    }
  }
}

/// The cells of a spreadsheet.
private struct Sheet {
  let language: Language
  private let names: [String: String]

  init(graph: AllianceGraph, language: Language) {
    self.language = language
    let counts = Dictionary(grouping: graph.actors, by: \.name.textKey).mapValues(\.count)
    let ids = Set(graph.actors.map(\.id))
    // A name that two actors have, or that a list or role would cut, stands for nobody: its id does.
    names = Dictionary(
      graph.actors.map { actor in
        let isPlain = counts[actor.name.textKey] == 1 && !actor.name.contains { "|:\n\r".contains($0) }
        return (actor.id, isPlain && !ids.contains(actor.name) ? actor.name : actor.id)
      }, uniquingKeysWith: { first, _ in first })
  }

  private static func texts(_ pairs: KeyValuePairs<String, String>) -> [LocalizedText] {
    pairs.map { LocalizedText(french: $0.key, english: $0.value) }
  }

  static let actorColumns = texts([
    "Identifiant": "Id", "Nom": "Name", "Autres noms": "Aliases", "Type": "Kind",
    "Catégorie juridique": "Legal category", "SIREN": "SIREN", "SIRET": "SIRET", "RNA": "RNA", "Taille": "Size",
    "Lieu": "Place", "Latitude": "Latitude", "Longitude": "Longitude", "Début": "Start", "Fin": "End",
    "Thèmes": "Themes", "ODD": "SDG", "Réseaux": "Networks", "Rôle public": "Public role",
    "Description": "Description", "Site": "URL",
  ])

  static let allianceColumns = texts([
    "Identifiant": "Id", "Titre": "Title", "Parties": "Parties", "Rôles": "Roles", "Formes": "Forms",
    "Relation": "Relation", "Logique": "Logic", "Début": "Start", "Fin": "End", "Statut": "Status",
    "Thèmes": "Themes", "ODD": "SDG", "Territoire": "Territory", "Intensité": "Intensity", "Récit": "Story",
    "Résultat": "Result",
  ])

  static let placeColumns = texts([
    "Identifiant": "Id", "Niveau": "Level", "Nom": "Name", "Dans": "Within", "Latitude": "Latitude",
    "Longitude": "Longitude", "Population": "Population",
  ])

  static let sourceColumns = texts([
    "Sujet": "Subject", "Champ": "Field", "Valeur": "Value", "Base": "Basis", "Titre": "Title", "URL": "URL",
    "Date": "Date", "Auteur": "Author", "Confiance": "Confidence",
  ])

  static let decisionColumns = texts([
    "Verdict": "Verdict", "Sujets": "Subjects", "Raison": "Reason", "Date": "Date", "Auteur": "Author",
  ])

  func row(_ decision: AllianceGraph.Decision) -> [String] {
    [
      text(decision.verdict), list(decision.subjects), text(decision.reason), date(decision.date),
      text(decision.author),
    ]
  }

  func cells(of fields: [FreeField], _ columns: [String]) -> [String] {
    PackageTable.cells(of: fields, columns: columns).map(code)
  }

  func row(_ actor: AllianceGraph.Actor) -> [String] {
    let head = [text(actor.id), text(actor.name), list(actor.aliases), text(actor.kind?.label[language])]
    let numbers = [actor.legalCategory, actor.siren, actor.siret, actor.rna].map(code)
    let place = [text(actor.size?.label[language]), code(actor.place), number(actor.latitude), number(actor.longitude)]
    let topics = [list(actor.themes), list(actor.odd.map(String.init)), list(actor.networks)]
    return head + numbers + place + [date(actor.start), date(actor.end)] + topics
      + [text(actor.publicRole), text(actor.description), text(actor.url)]
  }

  func row(_ alliance: AllianceGraph.Alliance) -> [String] {
    let parties = alliance.parties.map { names[$0.actor] ?? $0.actor }
    let roles = zip(parties, alliance.parties).compactMap { name, party in party.role.map { "\(name):\($0)" } }
    let head = [text(alliance.id), text(alliance.title), list(parties), list(roles)]
    let nature = [
      list(alliance.forms.map { $0.label[language] }), text(alliance.relation?.label[language]),
      text(alliance.logic?.label[language]), date(alliance.start), date(alliance.end),
      text(alliance.status?.label[language]),
    ]
    return head + nature + [list(alliance.themes), list(alliance.odd.map(String.init)), text(alliance.territory)]
      + [text(alliance.intensity), text(alliance.story), text(alliance.result)]
  }

  func row(_ place: AllianceGraph.Place) -> [String] {
    [
      code(place.id), text(place.level), text(place.name), list(place.within), number(place.latitude),
      number(place.longitude), place.population.map(String.init) ?? "",
    ]
  }

  func row(_ source: AllianceGraph.Source) -> [String] {
    [source.subject, source.field, source.value, source.basis, source.title, source.url].map(text)
      + [date(source.date), text(source.author), text(source.confidence)]
  }

  /// A text that a spreadsheet would take for a formula is written as a formula that says this text.
  private func text(_ text: String?) -> String {
    guard let text, let first = text.unicodeScalars.first else { return "" }
    return "=+-@\t\r".unicodeScalars.contains(first) ? guarded(text) : text
  }

  /// A code made of digits only, which a spreadsheet would round or rob of its zeros.
  private func code(_ code: String?) -> String {
    guard let code, code.utf8.count > 0, code.utf8.allSatisfy({ (48...57).contains($0) }) else { return text(code) }
    return code.hasPrefix("0") || code.utf8.count > 9 ? guarded(code) : code
  }

  private func list(_ items: [String]) -> String { text(items.joined(separator: "|")) }

  private func number(_ number: Double?) -> String {
    number.map { "\($0)".replacing(".", with: language == .french ? "," : ".") } ?? ""
  }

  /// A day as `23/11/2021`; a month guarded, since a spreadsheet would make its first day of it.
  private func date(_ date: PartialDate?) -> String {
    guard let date else { return "" }
    guard date.bound == .exact, let month = date.month else { return text(date.description) }
    guard let day = date.day else { return guarded(date.description) }
    let pad = { (number: Int) in number < 10 ? "0\(number)" : "\(number)" }
    return "\(pad(day))/\(pad(month))/\(date.year)"
  }

  private func guarded(_ text: String) -> String {
    // The text of a formula ends at 255 characters; a longer one gets the mark of text in front.
    text.utf16.count > 250 ? "'" + text : "=\"" + text.replacing("\"", with: "\"\"") + "\""
  }
}
