/// Cuts lines into cells, and cells into ends and weights: the memory of one thread.
struct EdgeListScanner {
  private let thread: Int
  private let layout: EdgeListLayout
  private let labels: EdgeList.Labels
  private let separatorWord: UInt64
  private let isSpaced: Bool
  private var names = NameTable()

  /// A cell: its text without quotes and the spaces around it.
  private struct Cell {
    var start = 0
    var end = 0
    /// Whether quotes in it are doubled.
    var hasDoubledQuotes = false
  }

  private static let newline = UInt8(ascii: "\n")
  private static let newlines = ByteWords.repeating(newline)
  private static let space = UInt8(ascii: " ")
  private static let quote = UInt8(ascii: "\"")

  init(thread: Int, layout: EdgeListLayout, labels: EdgeList.Labels) {
    (self.thread, self.layout, self.labels) = (thread, layout, labels)
    separatorWord = ByteWords.repeating(layout.separator.rawValue)
    isSpaced = layout.separator == .spaces
  }

  /// Reads the lines that begin at `start..<end`.
  mutating func scan(_ text: [UInt8], linesFrom start: Int, to end: Int) -> EdgeListBlock {
    var block = EdgeListBlock(thread: thread)
    let bytes = text.span
    let nameCount = names.count
    var position = start
    if start > layout.start, bytes[start &- 1] != Self.newline {
      position = ByteWords.firstPlace(of: Self.newlines, or: Self.newlines, in: start..<end, of: bytes) + 1
    }
    block.sources.reserveCapacity((end - start) / 8)
    block.targets.reserveCapacity((end - start) / 8)
    if layout.weightColumn != nil { block.weights.reserveCapacity((end - start) / 8) }
    while position < end {
      block.lineCount += 1
      position = scanLine(from: position, in: bytes, into: &block) &+ 1
    }
    if case .names = labels { block.newNames = names.newNames(from: nameCount) }
    return block
  }

  @inline(__always)
  private func lineEnd(from start: Int, in bytes: Span<UInt8>) -> Int {
    ByteWords.firstPlace(of: Self.newlines, or: Self.newlines, in: start..<bytes.count, of: bytes)
  }

  /// Reads one line.
  ///
  /// - Returns: Where it ends.
  @inline(__always)
  private mutating func scanLine(from start: Int, in bytes: Span<UInt8>, into block: inout EdgeListBlock) -> Int {
    if bytes[start] == UInt8(ascii: "#") { return lineEnd(from: start, in: bytes) }
    var (source, target, weight) = (Cell(), Cell(), Cell())
    var column = 0
    var position = isSpaced ? afterSpaces(start, in: bytes) : start
    while true {
      var cell = Cell(start: position)
      guard let end = cellEnd(&cell, in: bytes) else {
        note(.badQuote, cell, from: start, in: bytes, into: &block)
        return lineEnd(from: start, in: bytes)
      }
      if column == layout.sourceColumn {
        source = cell
      } else if column == layout.targetColumn {
        target = cell
      } else if column == layout.weightColumn {
        weight = cell
      }
      column &+= 1
      position = end
      guard end < bytes.count, bytes[end] != Self.newline else { break }
      position = isSpaced ? afterSpaces(end, in: bytes) : end &+ 1
      if isSpaced, position >= bytes.count || bytes[position] == Self.newline || bytes[position] == 13 {
        position = lineEnd(from: position, in: bytes)
        break
      }
    }
    if column == layout.columnCount {
      add(source, target, weight, from: start, in: bytes, into: &block)
    } else {
      noteColumns(column, from: start, to: position, in: bytes, into: &block)
    }
    return position
  }

  @inline(__always)
  private mutating func add(
    _ source: Cell, _ target: Cell, _ weight: Cell, from start: Int, in bytes: Span<UInt8>,
    into block: inout EdgeListBlock
  ) {
    guard let first = node(source, from: start, in: bytes, into: &block),
      let second = node(target, from: start, in: bytes, into: &block)
    else { return }
    if layout.weightColumn != nil {
      guard let number = EdgeWeight.number(weight.start..<weight.end, in: bytes) else {
        return note(.weightNotNumber, weight, from: start, in: bytes, into: &block)
      }
      guard number > 0, number.isNormal else {
        return note(.weightNotPositive, weight, from: start, in: bytes, into: &block)
      }
      block.weights.append(number)
    }
    block.sources.append(first)
    block.targets.append(second)
  }

  /// Finds the text of the cell that begins at its `start`.
  ///
  /// - Returns: Where the separator, the line feed or the end of the text stands that ends it; `nil` for a bad quote.
  @inline(__always)
  private func cellEnd(_ cell: inout Cell, in bytes: Span<UInt8>) -> Int? {
    let end = ByteWords.firstPlace(
      of: separatorWord, or: Self.newlines, in: cell.start..<bytes.count, of: bytes)
    cell.end = end
    guard cell.start < end else { return end }
    let first = bytes[cell.start]
    let last = bytes[end &- 1]
    // Letters and digits are above all the marks that need a closer look.
    if first > Self.quote, last > Self.quote { return end }
    return trimmedEnd(&cell, in: bytes)
  }

  /// As ``cellEnd(_:in:)`` for a cell that begins or ends with a space, a carriage return or a quote.
  @inline(never)
  private func trimmedEnd(_ cell: inout Cell, in bytes: Span<UInt8>) -> Int? {
    let end = cell.end
    while cell.start < end, isBlank(bytes[cell.start]) { cell.start += 1 }
    if cell.start < end, bytes[cell.start] == Self.quote { return quotedEnd(&cell, in: bytes) }
    while cell.end > cell.start, isBlank(bytes[cell.end - 1]) { cell.end -= 1 }
    return end
  }

  private func isBlank(_ byte: UInt8) -> Bool {
    byte == Self.space || byte == UInt8(ascii: "\r") || byte == UInt8(ascii: "\t")
  }

  /// As ``cellEnd(_:in:)`` for a cell that begins with a quote. A bad one leaves the cell at its opening quote.
  private func quotedEnd(_ cell: inout Cell, in bytes: Span<UInt8>) -> Int? {
    var place = cell.start + 1
    while true {
      guard place < bytes.count, bytes[place] != Self.newline else { return nil }
      if bytes[place] == Self.quote {
        guard place + 1 < bytes.count, bytes[place + 1] == Self.quote else { break }
        cell.hasDoubledQuotes = true
        place += 1
      }
      place += 1
    }
    let closing = place
    place += 1
    while place < bytes.count, bytes[place] != layout.separator.rawValue, bytes[place] != Self.newline {
      guard isBlank(bytes[place]) else { return nil }
      place += 1
    }
    (cell.start, cell.end) = (cell.start + 1, closing)
    return place
  }

  private func afterSpaces(_ start: Int, in bytes: Span<UInt8>) -> Int {
    var place = start
    while place < bytes.count, bytes[place] == Self.space { place &+= 1 }
    return place
  }
}

// MARK: - Ends of edges

extension EdgeListScanner {
  /// The number of the node that a cell names; `nil` after a fault was noted.
  @inline(__always)
  private mutating func node(
    _ cell: Cell, from start: Int, in bytes: Span<UInt8>, into block: inout EdgeListBlock
  ) -> UInt32? {
    guard cell.start < cell.end else {
      if !isBlankLine(from: start, in: bytes) { note(.noName, cell, from: start, in: bytes, into: &block) }
      return nil
    }
    if case .indices(let nodeCount) = labels {
      return index(cell, below: nodeCount, from: start, in: bytes, into: &block)
    }
    if cell.hasDoubledQuotes { return unquotedNode(cell, from: start, in: bytes, into: &block) }
    let number = names.number(from: cell.start, to: cell.end, in: bytes) { start, end in
      EdgeListScanner.fault(ofName: start..<end, in: bytes) == nil
    }
    if number == nil, let kind = EdgeListScanner.fault(ofName: cell.start..<cell.end, in: bytes) {
      note(kind, cell, from: start, in: bytes, into: &block)
    }
    return number
  }

  @inline(never)
  private mutating func unquotedNode(
    _ cell: Cell, from start: Int, in bytes: Span<UInt8>, into block: inout EdgeListBlock
  ) -> UInt32? {
    var name: [UInt8] = []
    var place = cell.start
    while place < cell.end {
      name.append(bytes[place])
      place += bytes[place] == Self.quote ? 2 : 1
    }
    if let kind = EdgeListScanner.fault(ofName: 0..<name.count, in: name.span) {
      note(kind, cell, from: start, in: bytes, into: &block)
      return nil
    }
    return names.number(from: 0, to: name.count, in: name.span) { _, _ in true }
  }

  /// What is wrong with a new name. Names that were met before need no second look.
  private static func fault(ofName name: Range<Int>, in bytes: Span<UInt8>) -> EdgeListError.Kind? {
    guard name.count <= EdgeList.nameLimit else { return .longName }
    var isASCII = true
    for place in name {
      let byte = bytes[place]
      if byte < 0x20 || byte == 0x7F { return .controlCharacter }
      if byte >= 0x80 { isASCII = false }
    }
    return isASCII || String(validating: name.map { bytes[$0] }, as: UTF8.self) != nil ? nil : .notUTF8
  }

  @inline(__always)
  private mutating func index(
    _ cell: Cell, below nodeCount: Int, from start: Int, in bytes: Span<UInt8>, into block: inout EdgeListBlock
  ) -> UInt32? {
    var index: UInt64 = 0
    for place in cell.start..<cell.end {
      let digit = bytes[place] &- UInt8(ascii: "0")
      guard digit < 10 else {
        note(.notAnIndex, cell, from: start, in: bytes, into: &block)
        return nil
      }
      // Larger than any count of nodes already: more digits must not run over.
      if index < 1 << 40 { index = index &* 10 &+ UInt64(digit) }
    }
    guard index < nodeCount else {
      note(.indexOutOfRange(nodeCount: nodeCount), cell, from: start, in: bytes, into: &block)
      return nil
    }
    return UInt32(truncatingIfNeeded: index)
  }
}

// MARK: - Faults

extension EdgeListScanner {
  @inline(never)
  private func note(
    _ kind: EdgeListError.Kind, _ cell: Cell, from start: Int, in bytes: Span<UInt8>, into block: inout EdgeListBlock
  ) {
    block.faultCount += 1
    guard block.faults.count < EdgeListError.faultLimit else { return }
    let end = max(cell.start, cell.end)
    let value = String(decoding: (cell.start..<min(end, cell.start + 160)).map { bytes[$0] }, as: UTF8.self).prefix(40)
    let before = String(decoding: (start..<max(start, cell.start)).map { bytes[$0] }, as: UTF8.self)
    block.faults.append(
      EdgeListError.Fault(kind: kind, line: block.lineCount, column: before.count + 1, value: String(value)))
  }

  /// Notes that a line has another number of cells than it should, unless it is blank.
  @inline(never)
  private func noteColumns(
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
  private func isBlankLine(from start: Int, in bytes: Span<UInt8>) -> Bool {
    var place = start
    while place < bytes.count, bytes[place] != Self.newline {
      guard isBlank(bytes[place]) || bytes[place] == layout.separator.rawValue else { return false }
      place += 1
    }
    return true
  }
}
