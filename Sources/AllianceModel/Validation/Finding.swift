/// One thing that a check found: where, what, and what to do about it.
///
/// A finding knows the row and column of the graph; who read the graph from files adds file, line and column.
public struct Finding: Sendable, Equatable {
  public enum Severity: String, Sendable, Comparable {
    /// Worth knowing; nothing to do.
    case note
    /// Probably wrong, kept as it is.
    case warning
    /// The graph says something impossible or points nowhere; measures would be wrong.
    case error

    public static func < (left: Severity, right: Severity) -> Bool {
      let order: [Severity] = [.note, .warning, .error]
      return order.firstIndex(of: left) ?? 0 < order.firstIndex(of: right) ?? 0
    }
  }

  /// The row that a finding is about, by its place in the graph's tables.
  public enum Row: Sendable, Hashable {
    case graph
    case actor(Int)
    case alliance(Int)
    case party(alliance: Int, party: Int)
    case place(Int)
    case source(Int)
    case decision(Int)
  }

  public let severity: Severity
  public let row: Row
  /// The id of the row, as a person would look for it.
  public let subject: String
  /// The column (`siren`), or nil for the whole row.
  public let field: String?
  /// The value at fault, as written.
  public let value: String?
  /// What is wrong.
  public let message: LocalizedText
  /// What to do.
  public let cure: LocalizedText?

  public init(
    _ severity: Severity, row: Row, subject: String, field: String? = nil, value: String? = nil,
    message: LocalizedText, cure: LocalizedText? = nil
  ) {
    (self.severity, self.row, self.subject, self.field) = (severity, row, subject, field)
    (self.value, self.message, self.cure) = (value, message, cure)
  }
}
