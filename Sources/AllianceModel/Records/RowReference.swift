/// A row of one of the tables of a graph, by its id: what a sentence rests on, so that a person can check it.
public struct RowReference: Sendable, Hashable, Encodable {
  /// `actors`, `alliances`, `places`, `sources` or `datapackage`.
  public let table: String
  /// The id of the row; `*` for the whole table, on which a count rests; of a source `SUBJECT/N`, the N-th of that
  /// subject from 1; of the data package the name of its field.
  public let id: String

  public init(table: String, id: String) {
    (self.table, self.id) = (table, id)
  }

  public static func actor(_ id: String) -> RowReference { RowReference(table: "actors", id: id) }
  public static func alliance(_ id: String) -> RowReference { RowReference(table: "alliances", id: id) }
  public static func source(_ number: Int, of subject: String) -> RowReference {
    RowReference(table: "sources", id: "\(subject)/\(number)")
  }
  public static func package(_ field: String) -> RowReference { RowReference(table: "datapackage", id: field) }
  public static func table(_ name: String) -> RowReference { RowReference(table: name, id: "*") }
}

extension RowReference: CustomStringConvertible {
  /// `alliances/d01`.
  public var description: String { "\(table)/\(id)" }
}
