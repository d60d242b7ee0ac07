public import AllianceModel

/// A reference table of communes that was read, and what there is to say about its rows.
public struct PlaceTableContent: Sendable, Equatable {
  public let table: PlaceTable
  public let problems: [ImportProblem]
}

/// Reads and writes tables of communes: INSEE code and name, and when there are such columns EPCI, population, latitude
/// and longitude, in any order and under the names that French tables give them.
public enum PlaceTableReader {
  /// - Parameter files: One table or several; of two rows for one commune the last counts.
  /// - Throws: The first problem for which a file cannot be read, or the lack of a column. Rows at fault are told.
  /// - Complexity: O(*n*) in the bytes.
  public static func read(
    _ files: [DataPackage.File], limits: ImportLimits = ImportLimits()
  ) throws(ImportProblem) -> PlaceTableContent {
    var communes: [PlaceTable.Commune] = []
    var problems: [ImportProblem] = []
    for file in files {
      let read = try TableReader.table(in: file.bytes, file: file.name, limits: limits)
      let signatures = [["commune_code", "name"], ["id", "name"]]
      guard let map = ColumnMap(header: read.table.header, as: .places, signatures: signatures) else {
        throw read.table.withoutCommunes
      }
      let codeField = map["commune_code"] == nil ? "id" : "commune_code"
      problems += read.problems
      let loaded = LoadedTable(table: read.table, map: map)
      for record in read.table.rows {
        var row = RowReader(loaded, record: record, isPackage: false, cellLimit: limits.cell)
        if let commune = commune(of: &row, codeField: codeField) { communes.append(commune) }
        problems += row.problems
      }
    }
    guard !communes.isEmpty else { throw PlaceTableReader.empty(files.first?.name ?? "") }
    return PlaceTableContent(table: PlaceTable(communes), problems: problems)
  }

  /// The table as the CSV text that ``read(_:limits:)`` reads: the columns that serve, by code.
  public static func text(of table: PlaceTable) -> String {
    CSVWriter.package.text(
      header: ["insee", "nom", "epci", "epci_nom", "population", "latitude", "longitude"],
      rows: table.communes.map { commune in
        [
          commune.code, commune.name, commune.epci ?? "", commune.epciName ?? "",
          commune.population.map(String.init) ?? "", commune.coordinate.map { "\($0.latitude)" } ?? "",
          commune.coordinate.map { "\($0.longitude)" } ?? "",
        ]
      })
  }

  private static func commune(of row: inout RowReader, codeField: String) -> PlaceTable.Commune? {
    guard let written = row.text(codeField) else { return nil }
    let code = RowReader.communeCode(written).uppercased()
    guard PublicCode.isCommune(code) else {
      row.report(
        .warning, field: codeField, value: written,
        message: LocalizedText(
          french: "« \(written) » n’est pas un code INSEE de commune",
          english: "“\(written)” is not an INSEE code of a commune"),
        cure: LocalizedText(
          french: "un code a cinq caractères : 35236, 2A004", english: "a code has five characters: 35236, 2A004"))
      return nil
    }
    let (latitude, longitude) = (row.number("latitude"), row.number("longitude"))
    return PlaceTable.Commune(
      code: code, name: row.text("name") ?? code, epci: row.code("epci"), epciName: row.text("epci_name"),
      population: row.number("population").flatMap { Int(exactly: $0) },
      coordinate: coordinate(latitude, longitude, row: &row))
  }

  private static func coordinate(_ latitude: Double?, _ longitude: Double?, row: inout RowReader) -> GeoCoordinate? {
    guard let latitude, let longitude else { return nil }
    if let coordinate = GeoCoordinate(latitude: latitude, longitude: longitude) { return coordinate }
    row.report(
      .warning, field: "latitude", value: "\(latitude)",
      message: LocalizedText(
        french: "\(latitude), \(longitude) ne sont pas une latitude et une longitude en degrés",
        english: "\(latitude), \(longitude) are no latitude and longitude in degrees"),
      cure: LocalizedText(
        french: "donnez des degrés WGS 84 (47.66 et -2.08)", english: "give WGS 84 degrees (47.66 and -2.08)"))
    return nil
  }

  private static func empty(_ file: String) -> ImportProblem {
    ImportProblem(
      .error, at: SourceLocation(file: file),
      message: LocalizedText(french: "la table ne contient aucune commune", english: "the table holds no commune"),
      cure: LocalizedText(
        french: "donnez une table de communes avec leur code INSEE",
        english: "give a table of communes with their INSEE codes"))
  }
}

extension SourceTable {
  fileprivate var withoutCommunes: ImportProblem {
    problem(
      .error,
      message: LocalizedText(
        french: "aucune colonne de codes INSEE et de noms de communes n’est reconnue",
        english: "no columns of INSEE codes and names of communes are recognised"),
      cure: LocalizedText(
        french: "nommez les colonnes insee, nom, epci, epci_nom, population, latitude, longitude",
        english: "name the columns insee, nom, epci, epci_nom, population, latitude, longitude"))
  }
}
