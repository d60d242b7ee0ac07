/// Cuts lines into cells, and cells into ends and weights: the memory of one thread.
struct EdgeListScanner {
  private let thread: Int
  let layout: EdgeListLayout
  private let labels: EdgeList.Labels
  private let separatorWord: UInt64
  private let isSpaced: Bool
  private var names = NameTable()
  /// The names of the last rows, the two ends of each in turn: they are looked up together.
  private var pending: [NameTable.Pending] = []

  /// A cell: its text without quotes and the spaces around it.
  struct Cell {
    var start = 0
    var end = 0
    /// Whether quotes in it are doubled.
    var hasDoubledQuotes = false
  }

  static let newline = UInt8(ascii: "\n")
  private static let newlines = ByteWords.repeating(newline)
  private static let space = UInt8(ascii: " ")
  private static let quote = UInt8(ascii: "\"")

  init(thread: Int, layout: EdgeListLayout, labels: EdgeList.Labels) {
    (self.thread, self.layout, self.labels) = (thread, layout, labels)
    separatorWord = ByteWords.repeating(layout.separator.rawValue)
    isSpaced = layout.separator == .spaces
    pending.reserveCapacity(Self.batchSize)
  }

  private static let batchSize = 512

  /// Reads the lines that begin at `start..<end`.
  mutating func scan(_ text: [UInt8], linesFrom start: Int, to end: Int) -> EdgeListBlock {
    var block = EdgeListBlock(thread: thread)
    let bytes = text.span
    let nameCount = names.count
    var position = start
    if start > layout.start, bytes[start &- 1] != Self.newline {
      position = ByteWords.firstPlace(of: Self.newlines, or: Self.newlines, in: start..<end, of: bytes) + 1
    }
    block.start = position
    block.ends.reserveCapacity((end - start) / 6)
    if layout.weightColumn != nil { block.weights.reserveCapacity((end - start) / 12) }
    while position < end {
      block.lineCount += 1
      position = scanLine(from: position, in: bytes, into: &block) &+ 1
      if pending.count >= Self.batchSize { findPending(in: bytes, into: &block) }
    }
    findPending(in: bytes, into: &block)
    if case .names = labels { block.newNames = names.newNames(from: nameCount) }
    block.faults.sort { ($0.line, $0.column) < ($1.line, $1.column) }
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
    guard source.start < source.end, target.start < target.end else {
      let isBlank = isBlankLine(from: start, in: bytes)
      let missing = source.start < source.end ? target : source
      return isBlank ? () : note(.noName, missing, from: start, in: bytes, into: &block)
    }
    if layout.weightColumn != nil {
      guard let number = EdgeWeight.number(weight.start..<weight.end, in: bytes) else {
        return note(.weightNotNumber, weight, from: start, in: bytes, into: &block)
      }
      guard number > 0, number.isNormal else {
        return note(.weightNotPositive, weight, from: start, in: bytes, into: &block)
      }
      block.weights.append(number)
    }
    if case .indices(let nodeCount) = labels {
      let ends = [source, target].map { index($0, below: nodeCount, from: start, in: bytes, into: &block) }
      block.ends += ends
    } else if source.hasDoubledQuotes || target.hasDoubledQuotes {
      findPending(in: bytes, into: &block)
      findQuoted(source, in: bytes, into: &block)
      findQuoted(target, in: bytes, into: &block)
    } else {
      pending.append(NameTable.Pending(from: source.start, to: source.end, in: bytes))
      pending.append(NameTable.Pending(from: target.start, to: target.end, in: bytes))
    }
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

  func isBlank(_ byte: UInt8) -> Bool {
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
  /// Looks up the names that wait.
  private mutating func findPending(in bytes: Span<UInt8>, into block: inout EdgeListBlock) {
    guard !pending.isEmpty else { return }
    // Taken out, so that there is one owner and its memory serves the next batch.
    var waiting: [NameTable.Pending] = []
    swap(&waiting, &pending)
    var faulty: [(index: Int, kind: EdgeListError.Kind)] = []
    names.find(waiting, in: bytes, appendingTo: &block.ends) { index in
      let name = Int(waiting[index].start)..<Int(waiting[index].start + waiting[index].length)
      guard let kind = EdgeListScanner.fault(ofName: name, in: bytes) else { return true }
      faulty.append((index, kind))
      return false
    }
    for (index, kind) in faulty { note(kind, at: waiting[index], in: bytes, into: &block) }
    waiting.removeAll(keepingCapacity: true)
    swap(&waiting, &pending)
  }

  /// Looks up the name of a cell in which quotes may be doubled.
  private mutating func findQuoted(_ cell: Cell, in bytes: Span<UInt8>, into block: inout EdgeListBlock) {
    var name: [UInt8] = []
    var place = cell.start
    while place < cell.end {
      name.append(bytes[place])
      place += cell.hasDoubledQuotes && bytes[place] == Self.quote ? 2 : 1
    }
    let text = name.span
    let whole = NameTable.Pending(from: 0, to: name.count, in: text)
    var kind: EdgeListError.Kind?
    names.find([whole], in: text, appendingTo: &block.ends) { _ in
      kind = EdgeListScanner.fault(ofName: 0..<name.count, in: text)
      return kind == nil
    }
    guard let kind else { return }
    note(kind, at: NameTable.Pending(from: cell.start, to: cell.end, in: bytes), in: bytes, into: &block)
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
  private func index(
    _ cell: Cell, below nodeCount: Int, from start: Int, in bytes: Span<UInt8>, into block: inout EdgeListBlock
  ) -> UInt32 {
    var index: UInt64 = 0
    for place in cell.start..<cell.end {
      let digit = bytes[place] &- UInt8(ascii: "0")
      guard digit < 10 else {
        note(.notAnIndex, cell, from: start, in: bytes, into: &block)
        return 0
      }
      // Larger than any count of nodes already: more digits must not run over.
      if index < 1 << 40 { index = index &* 10 &+ UInt64(digit) }
    }
    guard index < nodeCount else {
      note(.indexOutOfRange(nodeCount: nodeCount), cell, from: start, in: bytes, into: &block)
      return 0
    }
    return UInt32(truncatingIfNeeded: index)
  }
}
