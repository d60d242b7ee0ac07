/// What a report is written as.
public enum ReportFormat: String, Sendable, CaseIterable {
  /// One file that asks nothing of the network.
  case html
  /// Pages of A4, tagged, with bookmarks.
  case pdf
  /// Text, with pictures in a folder beside it.
  case markdown = "md"

  /// The format that the end of a file name asks for; nil for another end.
  public init?(path: String) {
    guard let dot = path.lastIndex(of: ".") else { return nil }
    self.init(rawValue: path[path.index(after: dot)...].lowercased())
  }
}
