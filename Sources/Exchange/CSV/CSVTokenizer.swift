/// One cell of a table in text, and where it stands.
package struct CSVCell: Sendable, Equatable {
  /// The text without its quotes, as written.
  package let text: String
  /// The first byte of the cell in its file's text, the opening quote included.
  package let offset: Int
  /// The bytes that the cell takes, quotes included.
  package let length: Int
}

/// One record: usually a line, more when a quoted cell holds line breaks.
package struct CSVRecord: Sendable, Equatable {
  package let cells: [CSVCell]
  /// The line on which it begins, from 1, and that line's first byte.
  package let line: Int
  package let offset: Int

  package var isBlank: Bool {
    cells.allSatisfy { $0.text.unicodeScalars.allSatisfy(\.properties.isWhitespace) }
  }
}

/// Something wrong with the marks of a CSV text.
package struct CSVFault: Sendable, Equatable {
  package enum Kind: Sendable { case unterminatedQuote, textAfterQuote }
  package let kind: Kind
  package let line: Int
  package let offset: Int
}

/// Cuts text into records and cells.
///
/// - SeeAlso: RFC 4180. Beyond it: any separator; CR, LF and CRLF end a line; an apostrophe, or a quote inside a cell,
///   is a letter like others. Two faults are told and read on, so that one pass finds them all: a quote that never
///   closes becomes a letter, and text after a closing quote is kept.
package struct CSVTokenizer {
  private let bytes: [UInt8]
  private let separator: UInt8
  private var position = 0
  private var line = 1
  private var faults: [CSVFault] = []

  private static let quote = UInt8(ascii: "\"")
  private static let newline = UInt8(ascii: "\n")
  private static let carriageReturn = UInt8(ascii: "\r")

  private init(_ bytes: [UInt8], separator: UInt8) {
    (self.bytes, self.separator) = (bytes, separator)
  }

  /// All records of `bytes`, which must be valid UTF-8, or the first `limit` ones.
  ///
  /// - Complexity: O(*n*) in the bytes read.
  package static func records(
    in bytes: [UInt8], separator: UInt8, limit: Int = .max
  ) -> (records: [CSVRecord], faults: [CSVFault]) {
    var tokenizer = CSVTokenizer(bytes, separator: separator)
    var records: [CSVRecord] = []
    while tokenizer.position < bytes.count, records.count < limit {
      records.append(tokenizer.nextRecord())
    }
    return (records, tokenizer.faults)
  }

  private mutating func nextRecord() -> CSVRecord {
    let (firstLine, start) = (line, position)
    var cells: [CSVCell] = []
    while true {
      cells.append(nextCell())
      guard position < bytes.count else { break }
      let isSeparator = bytes[position] == separator
      if isSeparator { position += 1 } else { skipLineBreak() }
      if !isSeparator { break }
    }
    return CSVRecord(cells: cells, line: firstLine, offset: start)
  }

  private mutating func nextCell() -> CSVCell {
    let start = position
    guard start < bytes.count, bytes[start] == CSVTokenizer.quote, let quoted = quotedText(from: start) else {
      let end = plainEnd(from: start)
      position = end
      return CSVCell(text: String(decoding: bytes[start..<end], as: UTF8.self), offset: start, length: end - start)
    }
    let end = plainEnd(from: quoted.end)
    if bytes[quoted.end..<end].contains(where: { $0 != UInt8(ascii: " ") }) {
      faults.append(CSVFault(kind: .textAfterQuote, line: line, offset: start))
    }
    line += quoted.lineBreaks
    position = end
    let rest = end > quoted.end ? String(decoding: bytes[quoted.end..<end], as: UTF8.self) : ""
    let text = String(decoding: quoted.text, as: UTF8.self) + (rest.allSatisfy { $0 == " " } ? "" : rest)
    return CSVCell(text: text, offset: start, length: end - start)
  }

  /// The text between the quote at `start` and the one that closes it, or nil (and a fault) when none does.
  private mutating func quotedText(from start: Int) -> (text: [UInt8], end: Int, lineBreaks: Int)? {
    var text: [UInt8] = []
    var lineBreaks = 0
    var place = start + 1
    while place < bytes.count {
      let byte = bytes[place]
      if byte == CSVTokenizer.quote {
        guard place + 1 < bytes.count, bytes[place + 1] == CSVTokenizer.quote else {
          return (text, place + 1, lineBreaks)
        }
        place += 1
      } else if endsLine(at: place) {
        lineBreaks += 1
      }
      text.append(byte)
      place += 1
    }
    faults.append(CSVFault(kind: .unterminatedQuote, line: line, offset: start))
    return nil
  }

  private func plainEnd(from start: Int) -> Int {
    var place = start
    while place < bytes.count, bytes[place] != separator, bytes[place] != CSVTokenizer.newline,
      bytes[place] != CSVTokenizer.carriageReturn
    {
      place += 1
    }
    return place
  }

  /// Whether a line ends with the byte at `place`: LF, or a CR that no LF follows.
  private func endsLine(at place: Int) -> Bool {
    if bytes[place] == CSVTokenizer.newline { return true }
    let isFollowed = place + 1 < bytes.count && bytes[place + 1] == CSVTokenizer.newline
    return bytes[place] == CSVTokenizer.carriageReturn && !isFollowed
  }

  private mutating func skipLineBreak() {
    let isPair =
      bytes[position] == CSVTokenizer.carriageReturn && position + 1 < bytes.count
      && bytes[position + 1] == CSVTokenizer.newline
    position += isPair ? 2 : 1
    line += 1
  }
}
