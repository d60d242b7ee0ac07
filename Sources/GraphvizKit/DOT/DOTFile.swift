/// What a DOT file holds: one graph as a rule, several at times.
public struct DOTFile: Sendable, Equatable {
  /// How the bytes of a file make text.
  public enum Encoding: String, Sendable {
    case utf8, utf16
    /// Western European, of which Latin-1 is a part: the reading of last resort, since it takes any bytes.
    case windows1252
  }

  /// At least one.
  public let documents: [DOTDocument]
  /// Decided on the whole file: a byte order mark, else valid UTF-8, else Windows-1252.
  public let encoding: Encoding

  /// Reads the bytes of a file.
  ///
  /// - Throws: ``DOTSyntaxError`` at the first place that is not DOT.
  /// - Complexity: Linear in the size of the file and in the number of edges it makes.
  public init(parsing bytes: [UInt8]) throws(DOTSyntaxError) {
    let (text, encoding) = Self.decode(bytes)
    documents = try DOTParser.documents(in: text)
    self.encoding = encoding
  }

  private static func decode(_ bytes: [UInt8]) -> (String, Encoding) {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      let low = bytes[0] == 0xFF ? 0 : 1
      let units = stride(from: 2, to: bytes.count - 1, by: 2).map {
        UInt16(bytes[$0 + low]) | UInt16(bytes[$0 + 1 - low]) << 8
      }
      return (String(decoding: units, as: UTF16.self), .utf16)
    }
    if let text = String(validating: bytes, as: UTF8.self) { return (text, .utf8) }
    var text = ""
    for byte in bytes {
      let value = (0x80...0x9F).contains(byte) ? upperControls[Int(byte) - 0x80] : UInt16(byte)
      text.unicodeScalars.append(Unicode.Scalar(value) ?? "\u{FFFD}")
    }
    return (text, .windows1252)
  }

  /// What Windows-1252 puts at 0x80 to 0x9F; five places are empty.
  private static let upperControls: [UInt16] = [
    0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0xFFFD,
    0x017D, 0xFFFD, 0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A,
    0x0153, 0xFFFD, 0x017E, 0x0178,
  ]
}

extension DOTDocument {
  /// Reads the first graph of a text in the DOT language.
  ///
  /// Defaults are applied to what they hold for, so ``nodeDefaults`` and ``edgeDefaults`` of the result are empty; each
  /// subgraph has the attributes it inherits. Ends of edges that are subgraphs become one edge for each pair. A graph
  /// without a name is named `G`. Nodes are told apart as Swift tells strings apart, so two spellings of `é` are one.
  ///
  ///     try DOTDocument(parsing: "digraph { a -> {b c} }").edges.count  // 2
  ///
  /// - Throws: ``DOTSyntaxError`` at the first place that is not DOT.
  public init(parsing text: String) throws(DOTSyntaxError) {
    self = try DOTParser.documents(in: text)[0]
  }
}
