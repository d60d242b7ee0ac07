public import AllianceModel

/// The text form of a graph: a Tabular Data Package, one folder of CSV tables that git, spreadsheets and the public
/// tool `frictionless` understand.
///
/// - SeeAlso: https://specs.frictionlessdata.io/tabular-data-package/
public enum DataPackage {
  public static let descriptorName = "datapackage.json"

  /// One file of a package.
  public struct File: Sendable, Equatable {
    public let name: String
    public let bytes: [UInt8]

    public init(name: String, bytes: [UInt8]) {
      (self.name, self.bytes) = (name, bytes)
    }

    init(name: String, text: String) {
      self.init(name: name, bytes: Array(text.utf8))
    }
  }

  /// All names that a package of ours may use; a table that a graph does not need is not written.
  public static let fileNames =
    [descriptorName] + ["actors", "alliances", "parties", "sources", "places", "decisions"].map { $0 + ".csv" }

  /// The files of `graph`: tables first, `datapackage.json` last.
  ///
  /// Rows are sorted as ``AllianceGraph/inStoredOrder()`` says, so the same graph gives the same bytes, whatever the
  /// order of its tables, and git shows what changed. Reading them gives the graph again, in that order.
  ///
  /// - Throws: ``DataPackageError`` when two rows have one id, or a row has none: their parties could not be told apart.
  public static func files(of graph: AllianceGraph) throws(DataPackageError) -> [File] {
    try checkIDs(graph.actors.map(\.id), table: "actors")
    try checkIDs(graph.alliances.map(\.id), table: "alliances")
    try checkIDs(graph.places.map(\.id), table: "places")
    let tables = tables(of: graph.inStoredOrder())
    var resources: [JSONValue] = []
    var files: [File] = []
    for (table, freeColumns, rows) in tables {
      let header = table.columns.map(\.name) + freeColumns
      files.append(File(name: table.name + ".csv", text: CSVWriter.package.text(header: header, rows: rows)))
      resources.append(table.descriptor(freeColumns: freeColumns))
    }
    files.append(File(name: descriptorName, text: descriptor(of: graph.info, resources: resources).text))
    return files
  }

  private static func checkIDs(_ ids: [String], table: String) throws(DataPackageError) {
    var seen: Set<String> = []
    for id in ids {
      if id.isEmpty { throw .missingID(table: table) }
      if !seen.insert(id).inserted { throw .doubleID(table: table, id: id) }
    }
  }

  private static func tables(of graph: AllianceGraph) -> [(PackageTable, free: [String], rows: [[String]])] {
    let actorFields = PackageTable.freeColumns(graph.actors.map(\.fields))
    let allianceFields = PackageTable.freeColumns(graph.alliances.map(\.fields))
    let placeFields = PackageTable.freeColumns(graph.places.map(\.fields))
    let all: [(PackageTable, free: [String], rows: [[String]])] = [
      (
        .actors, actorFields,
        graph.actors.map { $0.cells + PackageTable.cells(of: $0.fields, columns: actorFields) }
      ),
      (
        .alliances, allianceFields,
        graph.alliances.map { $0.cells + PackageTable.cells(of: $0.fields, columns: allianceFields) }
      ),
      (
        .parties, [],
        graph.alliances.flatMap { alliance in alliance.parties.map { $0.packageRow(alliance: alliance.id) } }
      ),
      (.sources, [], graph.sources.map(\.packageRow)),
      (
        .places, placeFields,
        graph.places.map { $0.cells + PackageTable.cells(of: $0.fields, columns: placeFields) }
      ),
      (.decisions, [], graph.decisions.map(\.packageRow)),
    ]
    return all.filter { !$0.rows.isEmpty || !["places", "decisions"].contains($0.0.name) }
  }
}

/// Why a graph cannot be stored without loss.
public enum DataPackageError: Error, Sendable, Equatable {
  case missingID(table: String)
  case doubleID(table: String, id: String)

  public var message: LocalizedText {
    switch self {
    case .missingID(let table):
      LocalizedText(
        french: "une ligne de \(table).csv n’a pas d’identifiant ; donnez-lui en un avant d’enregistrer",
        english: "a row of \(table).csv has no id; give it one before saving")
    case .doubleID(let table, let id):
      LocalizedText(
        french: "deux lignes de \(table).csv ont l’identifiant « \(id) » ; changez-en un avant d’enregistrer",
        english: "two rows of \(table).csv have the id “\(id)”; change one before saving")
    }
  }
}
