/// Where things stand in the lines of a list of edges: learned from its first two rows.
///
/// The separator is the first of tab, semicolon, comma and space that the first row holds. That row is a header when it
/// names its columns in known words, or when its third cell is no number and that of the second row is one. Weights
/// stand in the column with a known name, else in the third when it holds a number and no other known name.
struct EdgeListLayout: Sendable, Equatable {
  var separator: EdgeList.Separator
  var columnCount: Int
  var sourceColumn = 0
  var targetColumn = 1
  var weightColumn: Int?
  var hasHeader = false
  /// Where the first row with an edge begins, and its line, from 1.
  var start: Int
  var firstLine: Int

  /// - Returns: `nil` when the text has no row at all.
  init?(of bytes: [UInt8]) throws(EdgeListError) {
    var rows = FirstRows(bytes)
    guard let first = rows.next() else { return nil }
    separator = EdgeListLayout.separator(of: bytes[first.range])
    let firstCells = EdgeListLayout.cells(of: bytes[first.range], separator)
    (columnCount, start, firstLine) = (max(2, firstCells.count), first.range.lowerBound, first.line)
    guard firstCells.count >= 2 else { return }

    let second = rows.next()
    let secondCells = second.map { EdgeListLayout.cells(of: bytes[$0.range], separator) } ?? []
    let words = firstCells.map { $0.lowercased() }
    let hasNumberBelow = secondCells.count > 2 && EdgeWeight.isNumber(secondCells[2])
    let isThirdText = words.count > 2 && !EdgeWeight.isNumber(words[2])
    let source = words.firstIndex(where: EdgeListLayout.sourceWords.contains)
    let target = words.firstIndex(where: EdgeListLayout.targetWords.contains)
    if let source, let target {
      (hasHeader, sourceColumn, targetColumn) = (true, source, target)
    } else {
      hasHeader = isThirdText && hasNumberBelow
    }
    if hasHeader {
      if let named = words.firstIndex(where: EdgeListLayout.weightWords.contains) {
        weightColumn = named
      } else if hasNumberBelow, max(sourceColumn, targetColumn) < 2, !EdgeListLayout.otherWords.contains(words[2]) {
        weightColumn = 2
      }
      start = second?.range.lowerBound ?? bytes.count
      firstLine = second?.line ?? first.line + 1
    } else if columnCount > 2 {
      weightColumn = 2
    }
  }

  static let sourceWords: Set<String> = [
    "source", "from", "de", "src", "node1", "id1", "origine", "fromnodeid", "source_id", "acteur_a", "acteur1",
    "actor_a",
  ]
  static let targetWords: Set<String> = [
    "target", "to", "vers", "à", "a", "dst", "node2", "id2", "destination", "cible", "tonodeid", "target_id",
    "acteur_b",
    "acteur2", "actor_b",
  ]
  static let weightWords: Set<String> = [
    "weight", "poids", "value", "valeur", "strength", "force", "intensity", "intensité", "intensite", "count", "nombre",
    "w",
  ]
  /// Names of columns that hold numbers which are no weights.
  static let otherWords: Set<String> = [
    "id", "type", "year", "année", "annee", "date", "time", "timestamp", "label", "order", "rank", "rang",
  ]

  private static func separator(of row: ArraySlice<UInt8>) -> EdgeList.Separator {
    EdgeList.Separator.allCases.first { row.contains($0.rawValue) } ?? .tab
  }

  /// The cells as text, quotes taken off: good enough to tell a header, and to count.
  private static func cells(of row: ArraySlice<UInt8>, _ separator: EdgeList.Separator) -> [String] {
    var cells: [[UInt8]] = [[]]
    var isQuoted = false
    for byte in row where byte != UInt8(ascii: "\r") {
      if byte == UInt8(ascii: "\"") {
        isQuoted.toggle()
      } else if byte == separator.rawValue, !isQuoted {
        if separator != .spaces || cells.last != [] { cells.append([]) }
      } else {
        cells[cells.count - 1].append(byte)
      }
    }
    if separator == .spaces, cells.count > 1, cells.last == [] { cells.removeLast() }
    return cells.map { cell in
      let start = cell.firstIndex { $0 != UInt8(ascii: " ") } ?? cell.count
      let end = cell.lastIndex { $0 != UInt8(ascii: " ") } ?? -1
      return start > end ? "" : String(decoding: cell[start...end], as: UTF8.self)
    }
  }

  /// The rows of a text from the top: lines that are neither blank nor comments.
  private struct FirstRows {
    let bytes: [UInt8]
    var position: Int
    var line = 0
    /// More of a line is not needed to know its cells, and a file without line feeds may be one long line.
    static let lengthLimit = 1 << 16

    init(_ bytes: [UInt8]) {
      self.bytes = bytes
      position = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    }

    mutating func next() -> (range: Range<Int>, line: Int)? {
      while position < bytes.count {
        let start = position
        let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
        position = end + 1
        line += 1
        let isBlank = bytes[start..<end].allSatisfy { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") || $0 == 13 }
        if !isBlank && bytes[start] != UInt8(ascii: "#") { return (start..<min(end, start + Self.lengthLimit), line) }
      }
      return nil
    }
  }
}
