/// A table for the terminal: columns as wide as their widest cell, numbers to the right.
struct TextTable {
  struct Column {
    let title: String
    var isNumber = false
  }

  let columns: [Column]
  let rows: [[String]]

  /// The table with one line for each row, two spaces between columns, no space at the ends of lines.
  var text: String {
    let widths = columns.indices.map { column in
      max(columns[column].title.count, rows.map { $0[column].count }.max() ?? 0)
    }
    func line(_ cells: [String]) -> String {
      let padded = cells.indices.map { column in
        let space = String(repeating: " ", count: widths[column] - cells[column].count)
        return columns[column].isNumber ? space + cells[column] : cells[column] + space
      }
      let joined = padded.joined(separator: "  ")
      return String(joined.reversed().drop { $0 == " " }.reversed()) + "\n"
    }
    let rule = widths.map { String(repeating: "─", count: $0) }.joined(separator: "  ") + "\n"
    return line(columns.map(\.title)) + rule + rows.map(line).joined()
  }
}
