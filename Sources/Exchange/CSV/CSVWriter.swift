/// Writes tables as CSV text.
public struct CSVWriter: Sendable {
  public let separator: Unicode.Scalar
  public let lineEnd: String
  public let startsWithByteOrderMark: Bool

  /// UTF-8, comma, LF: for data packages, git and other programs.
  public static let package = CSVWriter(separator: ",", lineEnd: "\n", startsWithByteOrderMark: false)

  /// UTF-8 with a byte order mark, semicolon, CRLF: what a French Excel opens by double click, accents right.
  public static let frenchSpreadsheet = CSVWriter(separator: ";", lineEnd: "\r\n", startsWithByteOrderMark: true)

  /// The text of `header` and `rows`, quoted where RFC 4180 asks for it.
  public func text(header: [String], rows: [[String]]) -> String {
    var text = startsWithByteOrderMark ? "\u{FEFF}" : ""
    for row in [header] + rows {
      // A line of one empty cell would read as a blank line.
      let line = row == [""] ? "\"\"" : row.map(quoted).joined(separator: String(separator))
      text += line + lineEnd
    }
    return text
  }

  /// Works on scalars: to `Character`, a quote with an accent on it is no quote.
  private func quoted(_ cell: String) -> String {
    let scalars = cell.unicodeScalars
    let needsQuotes = scalars.contains { $0 == "\"" || $0 == "\n" || $0 == "\r" || $0 == separator }
    let isPadded = scalars.first?.properties.isWhitespace == true || scalars.last?.properties.isWhitespace == true
    guard needsQuotes || isPadded || scalars.first == "\u{FEFF}" else { return cell }
    var text = String.UnicodeScalarView("\"".unicodeScalars)
    for scalar in scalars {
      if scalar == "\"" { text.append(scalar) }
      text.append(scalar)
    }
    text.append("\"")
    return String(text)
  }
}
