import AllianceModel

/// One table as a file holds it: its header, its rows, and where each cell stands.
package struct SourceTable: Sendable {
  /// The file's name, as messages show it.
  package let file: String
  package let encoding: TextEncoding
  package let header: CSVRecord
  package let rows: [CSVRecord]
  private let text: [UInt8]

  init(file: String, encoding: TextEncoding, text: [UInt8], header: CSVRecord, rows: [CSVRecord]) {
    (self.file, self.encoding, self.text, self.header, self.rows) = (file, encoding, text, header, rows)
  }

  /// The place of a cell, as line and column in characters; a column that the record lacks is the record's end.
  func location(of record: CSVRecord, column: Int) -> SourceLocation {
    guard let cell = record.cells[checked: column] ?? record.cells.last else {
      return SourceLocation(file: file, line: record.line)
    }
    let before = text[record.offset..<cell.offset]
    var lineStart = record.offset
    var line = record.line
    for place in before.indices where before[place] == 0x0A || (before[place] == 0x0D && text[place + 1] != 0x0A) {
      line += 1
      lineStart = place + 1
    }
    let column = String(decoding: text[lineStart..<cell.offset], as: UTF8.self).count + 1
    return SourceLocation(file: file, line: line, column: column)
  }

  /// A problem of one cell, with its place and excerpt; of `value` alone when the cell holds it among others.
  func problem(
    _ severity: Finding.Severity, record: CSVRecord, column: Int, field: String? = nil, value: String? = nil,
    message: LocalizedText, cure: LocalizedText? = nil
  ) -> ImportProblem {
    let place = location(of: record, column: column)
    // An empty cell has nothing to show.
    guard let cell = record.cells[checked: column], cell.length > 0 else {
      return ImportProblem(severity, at: place, field: field, value: value, message: message, cure: cure)
    }
    let excerpt = Excerpt(
      // Of an endless cell the beginning is enough.
      of: String(decoding: text[cell.offset..<cell.offset + min(cell.length, 10_000)], as: UTF8.self), value: value,
      hasPrevious: column > 0, hasNext: column + 1 < record.cells.count)
    let shifted = place.column.map { $0 + excerpt.skipped }
    return ImportProblem(
      severity, at: SourceLocation(file: file, line: place.line, column: shifted), excerpt: excerpt.text,
      marked: excerpt.marked, field: field ?? header.cells[checked: column]?.text, value: value ?? cell.text,
      message: message, cure: cure)
  }

  /// The bytes of the separator are not kept; a problem of the whole table stands on its header.
  func problem(_ severity: Finding.Severity, message: LocalizedText, cure: LocalizedText? = nil) -> ImportProblem {
    ImportProblem(
      severity, at: SourceLocation(file: file, line: header.line), message: message, cure: cure)
  }
}

/// The one line that shows a cell: at most 72 characters, its neighbours as dots.
private struct Excerpt {
  let text: String
  let marked: Range<Int>
  /// Characters of the cell before what is marked.
  let skipped: Int

  init(of cell: String, value: String?, hasPrevious: Bool, hasNext: Bool) {
    let letters = Array(cell)
    let wanted = Array(value ?? "")
    var start = 0
    var length = letters.count
    if !wanted.isEmpty, wanted.count <= letters.count,
      let found = (0...(letters.count - wanted.count)).first(where: { letters[$0...].starts(with: wanted) })
    {
      (start, length) = (found, wanted.count)
    }
    // A long cell is shown around the value, a long value by its beginning.
    let from = max(0, min(start, letters.count) - 20)
    let upTo = min(letters.count, from + 72)
    let shown = letters[from..<upTo].map { $0.isNewline || $0 == "\t" ? " " : $0 }
    let head = (hasPrevious ? "…" : "") + (from > 0 ? "…" : "")
    text = head + String(shown) + (upTo < letters.count || hasNext ? "…" : "")
    let visible = max(1, min(length, upTo - start))
    marked = (head.count + start - from)..<(head.count + start - from + visible)
    skipped = start
  }
}

extension Array {
  /// The element at `index`, or nil outside the array.
  subscript(checked index: Int) -> Element? { indices.contains(index) ? self[index] : nil }
}
