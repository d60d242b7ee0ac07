import AllianceModel

/// One table of a data package: its columns with their types and constraints, its keys, and how a row is written.
///
/// - SeeAlso: Frictionless *Table Schema*, https://specs.frictionlessdata.io/table-schema/
struct PackageTable {
  struct Column {
    let name: String
    var type = "string"
    var constraints: [(key: String, value: JSONValue)] = []
    let description: LocalizedText
  }

  struct ForeignKey {
    let field: String
    let resource: String
    let reference: String
  }

  let name: String
  let columns: [Column]
  var primaryKey: String?
  var foreignKeys: [ForeignKey] = []

  /// The columns of design, then those of free fields.
  func descriptor(freeColumns: [String]) -> JSONValue {
    let free = freeColumns.map { Column(name: $0, description: LocalizedText("")) }
    let schema = JSONValue.members([
      ("fields", .array((columns + free).map(descriptor(of:)))), ("missingValues", .strings([""])),
      ("primaryKey", primaryKey.map(JSONValue.string)),
      ("foreignKeys", foreignKeys.isEmpty ? nil : .array(foreignKeys.map(descriptor(of:)))),
    ])
    return .members([
      ("name", .string(name)), ("path", .string(name + ".csv")), ("profile", .string("tabular-data-resource")),
      ("format", .string("csv")), ("mediatype", .string("text/csv")), ("encoding", .string("utf-8")),
      ("schema", schema),
    ])
  }

  private func descriptor(of column: Column) -> JSONValue {
    let description = column.description.french
    return .members([
      ("name", .string(column.name)), ("type", .string(column.type)),
      ("description", description.isEmpty ? nil : .string("\(description) / \(column.description.english)")),
      ("constraints", column.constraints.isEmpty ? nil : .object(column.constraints)),
    ])
  }

  private func descriptor(of key: ForeignKey) -> JSONValue {
    .members([
      ("fields", .string(key.field)),
      ("reference", .members([("resource", .string(key.resource)), ("fields", .string(key.reference))])),
    ])
  }

  /// The columns of free fields, in an order that agrees with that of every row, as far as the rows agree.
  ///
  /// Of the columns that may come next, the one that a row had first comes first.
  ///
  /// - Complexity: O(cells + columns²).
  static func freeColumns(_ rows: [[FreeField]]) -> [String] {
    var waiting: [String] = []
    var before: [String: Set<String>] = [:]
    for row in rows {
      var previous: String?
      for field in row {
        if before[field.name] == nil {
          before[field.name] = []
          waiting.append(field.name)
        }
        if let previous, previous != field.name { before[field.name]?.insert(previous) }
        previous = field.name
      }
    }
    var columns: [String] = []
    while !waiting.isEmpty {
      // Rows that contradict each other leave none free: then the first one goes.
      let next = waiting.firstIndex { before[$0]?.isEmpty ?? true } ?? 0
      let column = waiting.remove(at: next)
      columns.append(column)
      for other in waiting { before[other]?.remove(column) }
    }
    return columns
  }

  static func cells(of fields: [FreeField], columns: [String]) -> [String] {
    let values = Dictionary(fields.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first })
    return columns.map { values[$0] ?? "" }
  }
}
