/// A piece of DOT.
enum DOTToken: Equatable {
  case id(String)
  case html(String)
  case keyword(Keyword)
  case openingBrace, closingBrace, openingBracket, closingBracket
  case equals, semicolon, comma, colon
  case edge(isDirected: Bool)
  case end

  enum Keyword: String {
    case node, edge, graph, digraph, subgraph, strict
  }
}

/// Cuts a text into tokens as the lexer of Graphviz does: comments, lines that begin with `#`, strings joined by `+`.
struct DOTLexer {
  private let bytes: [UInt8]
  /// Of the next byte to read.
  private var offset = 0

  /// Where the last token began.
  private(set) var tokenStart = 0

  init(_ text: String) {
    // A byte order mark is part of no name.
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let utf8 = text.utf8
    bytes = Array(utf8.starts(with: mark) ? utf8.dropFirst(mark.count) : utf8[...])
  }

  mutating func next() throws(DOTSyntaxError) -> DOTToken {
    try skipBlanksAndComments()
    tokenStart = offset
    guard let byte = peek() else { return .end }
    if let symbol = Self.symbols[byte] {
      offset += 1
      return symbol
    }
    switch byte {
    case UInt8(ascii: "\""): return .id(try joinedStrings())
    case UInt8(ascii: "<"): return .html(try html())
    case UInt8(ascii: "-"):
      if let mark = edgeMark() { return mark }
      if let number = number() { return .id(number) }
    case UInt8(ascii: "."), UInt8(ascii: "0")...UInt8(ascii: "9"):
      if let number = number() { return .id(number) }
    default:
      if Self.isWordByte(byte) { return word() }
    }
    throw error(.unexpectedCharacter(character(at: offset)), at: offset)
  }

  /// The problem, at the line and column of a byte.
  func error(_ problem: DOTSyntaxError.Problem, at offset: Int) -> DOTSyntaxError {
    let before = bytes[..<min(offset, bytes.count)]
    let line = before.count { $0 == UInt8(ascii: "\n") } + 1
    let lineStart = (before.lastIndex(of: UInt8(ascii: "\n")) ?? -1) + 1
    let column = before[lineStart...].count { $0 & 0b1100_0000 != 0b1000_0000 } + 1
    return DOTSyntaxError(problem: problem, line: line, column: column)
  }

  /// The text of the last token, cut to what fits a message.
  var tokenText: String {
    let text = String(decoding: bytes[tokenStart..<offset], as: UTF8.self)
    return text.count > 30 ? text.prefix(30) + "…" : text
  }

  // MARK: Characters

  private static let symbols: [UInt8: DOTToken] = [
    UInt8(ascii: "{"): .openingBrace, UInt8(ascii: "}"): .closingBrace, UInt8(ascii: "["): .openingBracket,
    UInt8(ascii: "]"): .closingBracket, UInt8(ascii: "="): .equals, UInt8(ascii: ";"): .semicolon,
    UInt8(ascii: ","): .comma, UInt8(ascii: ":"): .colon,
  ]

  private static func isWordByte(_ byte: UInt8) -> Bool { DOTSyntax.isLetter(byte) || byte >= 0x80 }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

  private func peek(_ distance: Int = 0) -> UInt8? {
    offset + distance < bytes.count ? bytes[offset + distance] : nil
  }

  private func isNext(_ text: StaticString) -> Bool { bytes[offset...].starts(with: text.description.utf8) }

  private func character(at offset: Int) -> String {
    String(String(decoding: bytes[offset...].prefix(32), as: UTF8.self).prefix(1))
  }

  // MARK: Blanks

  private mutating func skipBlanksAndComments() throws(DOTSyntaxError) {
    while let byte = peek() {
      if Self.isBlank(byte) {
        offset += 1
      } else if byte == UInt8(ascii: "#"), isAtLineStart {
        skipLine()
      } else if byte == UInt8(ascii: "/"), peek(1) == UInt8(ascii: "/") {
        skipLine()
      } else if byte == UInt8(ascii: "/"), peek(1) == UInt8(ascii: "*") {
        try skipComment()
      } else {
        return
      }
    }
  }

  private var isAtLineStart: Bool {
    let before = bytes[..<offset].last { $0 != 0x20 && $0 != 0x09 }
    return before == nil || before == UInt8(ascii: "\n") || before == UInt8(ascii: "\r")
  }

  private mutating func skipLine() {
    while let byte = peek(), byte != UInt8(ascii: "\n") { offset += 1 }
  }

  private mutating func skipComment() throws(DOTSyntaxError) {
    let start = offset
    offset += 2
    while peek() != nil {
      if peek() == UInt8(ascii: "*"), peek(1) == UInt8(ascii: "/") {
        offset += 2
        return
      }
      offset += 1
    }
    throw error(.unclosedComment, at: start)
  }

  // MARK: Names and values

  private mutating func edgeMark() -> DOTToken? {
    guard let second = peek(1), second == UInt8(ascii: "-") || second == UInt8(ascii: ">") else { return nil }
    offset += 2
    return .edge(isDirected: second == UInt8(ascii: ">"))
  }

  /// `-?(.[0-9]+|[0-9]+(.[0-9]*)?)`: a letter right after it begins another token, as in Graphviz.
  private mutating func number() -> String? {
    var end = offset
    if bytes[end] == UInt8(ascii: "-") { end += 1 }
    let digitsStart = end
    func skipDigits() { while end < bytes.count, DOTSyntax.isDigit(bytes[end]) { end += 1 } }
    skipDigits()
    var digits = end - digitsStart
    if end < bytes.count, bytes[end] == UInt8(ascii: ".") {
      end += 1
      let fractionStart = end
      skipDigits()
      digits += end - fractionStart
    }
    guard digits > 0 else { return nil }
    defer { offset = end }
    return String(decoding: bytes[offset..<end], as: UTF8.self)
  }

  private mutating func word() -> DOTToken {
    let start = offset
    while let byte = peek(), Self.isWordByte(byte) || DOTSyntax.isDigit(byte) { offset += 1 }
    let word = String(decoding: bytes[start..<offset], as: UTF8.self)
    return DOTToken.Keyword(rawValue: word.lowercased()).map { .keyword($0) } ?? .id(word)
  }

  private mutating func html() throws(DOTSyntaxError) -> String {
    let start = offset + 1
    guard let length = HTMLScanner.length(ofContent: bytes[start...]) else { throw error(.unclosedHTML, at: offset) }
    offset = start + length + 1
    return String(decoding: bytes[start..<start + length], as: UTF8.self)
  }

  /// `"a" + "b"` is one string.
  private mutating func joinedStrings() throws(DOTSyntaxError) -> String {
    var content: [UInt8] = []
    try appendString(to: &content)
    while true {
      let end = offset
      try skipBlanksAndComments()
      guard peek() == UInt8(ascii: "+") else {
        offset = end
        break
      }
      offset += 1
      try skipBlanksAndComments()
      guard peek() == UInt8(ascii: "\"") else {
        tokenStart = offset
        throw error(.expected(.string, found: peek() == nil ? "" : character(at: offset)), at: offset)
      }
      try appendString(to: &content)
    }
    return String(decoding: content, as: UTF8.self)
  }

  /// Inside quotes only `\"` is an escape, and a backslash before a line end joins the lines; every other backslash is
  /// kept for the attribute to make sense of.
  private mutating func appendString(to content: inout [UInt8]) throws(DOTSyntaxError) {
    let start = offset
    offset += 1
    while let byte = peek() {
      offset += 1
      guard byte != UInt8(ascii: "\"") else { return }
      guard byte == UInt8(ascii: "\\"), let next = peek() else {
        content.append(byte)
        continue
      }
      switch next {
      case UInt8(ascii: "\""): content.append(next)
      case UInt8(ascii: "\n"): break
      case UInt8(ascii: "\r"): if peek(1) == UInt8(ascii: "\n") { offset += 1 }
      default: content += [byte, next]
      }
      offset += 1
    }
    throw error(.unclosedString, at: start)
  }
}
