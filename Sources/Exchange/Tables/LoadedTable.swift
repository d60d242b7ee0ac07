import AllianceModel

/// A table whose kind is known.
package struct LoadedTable: Sendable {
  package let table: SourceTable
  package let map: ColumnMap
  /// Columns `Partenaire 1`, `Partenaire 2`…, by position.
  let numberedColumns: [Int]
  /// In a table of actors, the columns that bear an actor's name and hold crosses: who works with whom.
  let crosses: [(position: Int, name: String)]

  init(table: SourceTable, map: ColumnMap, isPackage: Bool = false) {
    (self.table, self.map) = (table, map)
    let hasTies = !isPackage && (map.kind == .actors || map.kind == .alliances)
    numberedColumns = hasTies ? map.free.filter { LoadedTable.isNumbered($0.name) }.map(\.position) : []
    crosses = hasTies && map.kind == .actors ? LoadedTable.crosses(in: table, map: map) : []
  }

  var ofPackage: LoadedTable { LoadedTable(table: table, map: map.ofPackage(header: table.header), isPackage: true) }

  private static func isNumbered(_ name: String) -> Bool {
    name.textKey.wholeMatch(of: /(?:partenaire|partner|allie|ally|partie|party|membre|member) ?(?:n )?\d+/) != nil
  }

  /// At least two columns must bear names from the rows: one may be a coincidence, or a label with crosses.
  private static func crosses(in table: SourceTable, map: ColumnMap) -> [(position: Int, name: String)] {
    guard let column = map["name"] else { return [] }
    let names = Set(table.rows.compactMap { $0.cells[checked: column]?.text.textKey }.filter { !$0.isEmpty })
    let found = map.free.filter { free in
      names.contains(free.name.textKey)
        && table.rows.allSatisfy {
          $0.cells[checked: free.position].map { $0.text.trimmedCell.writtenTruth != nil } ?? true
        }
    }
    return found.count >= 2 ? found : []
  }
}

extension SourceTable {
  /// A square table of actors by actors: the names of the first row are those of the first column.
  ///
  /// Cells are numbers or crosses; at least two names must stand on both sides, and most of them.
  var isMatrix: Bool {
    let across = header.cells.dropFirst().map(\.text.textKey).filter { !$0.isEmpty }
    let down = rows.compactMap { $0.cells.first?.text.textKey }.filter { !$0.isEmpty }
    let shared = Set(across).intersection(down)
    guard shared.count >= 2, shared.count * 5 >= max(across.count, down.count) * 4 else { return false }
    return rows.allSatisfy { record in
      record.cells.dropFirst().allSatisfy { cell in
        let text = cell.text.trimmedCell
        return text.writtenTruth != nil || text.writtenNumber != nil
      }
    }
  }
}
