extension EdgeListScanner {
  /// Notes a fault of the line that is being read.
  @inline(never)
  func note(
    _ kind: EdgeListError.Kind, _ cell: Cell, from start: Int, in bytes: Span<UInt8>, into block: inout EdgeListBlock
  ) {
    note(kind, cell, onLine: block.lineCount, from: start, in: bytes, into: &block)
  }

  private func note(
    _ kind: EdgeListError.Kind, _ cell: Cell, onLine line: Int, from start: Int, in bytes: Span<UInt8>,
    into block: inout EdgeListBlock
  ) {
    block.faultCount += 1
    // Names are looked up after their lines, so the first faults of a block are not the first to be noted.
    guard block.faults.count < EdgeListError.faultLimit || line < block.faults.lazy.map(\.line).max() ?? 0 else {
      return
    }
    let end = max(cell.start, cell.end)
    let value = String(decoding: (cell.start..<min(end, cell.start + 160)).map { bytes[$0] }, as: UTF8.self).prefix(40)
    let before = String(decoding: (start..<max(start, cell.start)).map { bytes[$0] }, as: UTF8.self)
    block.faults.append(
      EdgeListError.Fault(kind: kind, line: line, column: before.count + 1, value: String(value)))
  }

  /// Notes a fault of a name that was looked up after its line: finds the line again.
  func note(
    _ kind: EdgeListError.Kind, at name: NameTable.Pending, in bytes: Span<UInt8>, into block: inout EdgeListBlock
  ) {
    let start = Int(name.start)
    var line = 1
    var lineStart = block.start
    for place in block.start..<start where bytes[place] == Self.newline {
      line += 1
      lineStart = place + 1
    }
    let cell = Cell(start: start, end: start + Int(name.length))
    note(kind, cell, onLine: line, from: lineStart, in: bytes, into: &block)
  }

  /// Notes that a line has another number of cells than it should, unless it is blank.
  @inline(never)
  func noteColumns(
    _ count: Int, from start: Int, to end: Int, in bytes: Span<UInt8>, into block: inout EdgeListBlock
  ) {
    guard !isBlankLine(from: start, in: bytes) else { return }
    let expected = layout.columnCount
    guard count < expected else {
      return note(
        .tooManyCells(cells: count, expected: expected), Cell(start: end, end: end), from: start, in: bytes,
        into: &block)
    }
    for other in EdgeList.Separator.allCases where other != layout.separator && (other != .spaces || count == 1) {
      guard let place = (start..<end).first(where: { bytes[$0] == other.rawValue }) else { continue }
      let kind = EdgeListError.Kind.mixedSeparators(found: other, expected: layout.separator)
      return note(kind, Cell(start: place, end: place), from: start, in: bytes, into: &block)
    }
    note(.cutShort(cells: count, expected: expected), Cell(start: end, end: end), from: start, in: bytes, into: &block)
  }

  /// Whether a line holds nothing but separators and spaces, as spreadsheets write empty rows.
  func isBlankLine(from start: Int, in bytes: Span<UInt8>) -> Bool {
    var place = start
    while place < bytes.count, bytes[place] != Self.newline {
      guard isBlank(bytes[place]) || bytes[place] == layout.separator.rawValue else { return false }
      place += 1
    }
    return true
  }
}
