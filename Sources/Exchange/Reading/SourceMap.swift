public import AllianceModel

/// Where each row of a graph was read, so that a finding about the graph can name file, line and column.
public struct SourceMap: Sendable {
  struct Origin: Sendable {
    let table: Int
    let record: Int
    /// Columns that differ from those of the table: a party's actor stands in the cell `parties`.
    var columns: [String: Int] = [:]
  }

  let tables: [LoadedTable]
  private let origins: [Finding.Row: Origin]

  init(tables: [LoadedTable] = [], origins: [Finding.Row: Origin] = [:]) {
    (self.tables, self.origins) = (tables, origins)
  }

  /// The finding with its place in the files; without a place when its row was made, not read.
  public func problem(of finding: Finding) -> ImportProblem {
    guard let origin = origins[finding.row] ?? parent(of: finding.row) else { return ImportProblem(finding) }
    let (table, map) = (tables[origin.table].table, tables[origin.table].map)
    let record = table.rows[origin.record]
    let column = SourceMap.columns(of: finding.field).lazy.compactMap { origin.columns[$0] ?? map[$0] }
      .first { record.cells[checked: $0]?.text.isEmpty == false }
    let fallback = SourceMap.columns(of: finding.field).lazy.compactMap { origin.columns[$0] ?? map[$0] }.first
    return table.problem(
      finding.severity, record: record, column: column ?? fallback ?? 0, field: finding.field, value: finding.value,
      message: finding.message, cure: finding.cure)
  }

  /// A party that was not read from a row of its own stands in its alliance's.
  private func parent(of row: Finding.Row) -> Origin? {
    guard case .party(let alliance, _) = row else { return nil }
    return origins[.alliance(alliance)]
  }

  /// The columns that may hold what a finding calls `field`.
  private static func columns(of field: String?) -> [String] {
    switch field {
    case nil: ["id", "name", "title"]
    case "id": ["id", "alliance_id", "commune_code", "name", "title"]
    case "start": ["start", "year_start", "date"]
    case "end": ["end", "year_end"]
    case "place": ["place", "commune", "departement"]
    case "actor": ["actor", "parties", "to"]
    case .some(let name): [name]
    }
  }
}
