extension DOTDocument {
  /// The document in the DOT language, the one form that Graphviz is given.
  ///
  /// Statements come in a fixed order (attributes, defaults, nodes, subgraphs, edges) and attributes in the order in
  /// which they were set, so equal documents make equal bytes. The attributes of a graph that has subgraphs come after
  /// these, since a subgraph inherits what was said before it.
  ///
  /// - Note: NUL becomes U+FFFD. DOT cannot hold an odd run of backslashes before a quote, a line end or the end of a
  ///   string: its last one is written `&#92;`, which a label shows as a backslash.
  /// - Complexity: Linear in the size of the result.
  public func serialized() -> String {
    var writer = DOTWriter(edgeMark: isDirected ? " -> " : " -- ")
    writer.append("\(isStrict ? "strict " : "")\(isDirected ? "digraph" : "graph") ")
    writer.appendID(name.isEmpty ? "G" : name)
    writer.append(" {\n")
    if subgraphs.isEmpty { writer.appendStatements(attributes, indent: 1) }
    writer.appendDefaults("node", nodeDefaults)
    writer.appendDefaults("edge", edgeDefaults)
    for node in nodes { writer.appendNode(node) }
    for subgraph in subgraphs { writer.appendSubgraph(subgraph, indent: 1) }
    if !subgraphs.isEmpty { writer.appendStatements(attributes, indent: 1) }
    for edge in edges { writer.appendEdge(edge) }
    writer.append("}\n")
    return writer.text
  }
}

/// Collects the bytes of a DOT text.
private struct DOTWriter {
  private var bytes: [UInt8] = []
  private let edgeMark: String

  /// The lexer of Graphviz 2.42 refuses tokens above 16,384 bytes.
  private static let pieceLength = 8_000

  init(edgeMark: String) { self.edgeMark = edgeMark }

  var text: String { String(decoding: bytes, as: UTF8.self) }

  mutating func append(_ text: String) { bytes.append(contentsOf: text.utf8) }

  private mutating func appendIndent(_ indent: Int) { append(String(repeating: "  ", count: indent)) }

  mutating func appendStatements(_ attributes: DOTAttributes, indent: Int) {
    for attribute in attributes {
      appendIndent(indent)
      appendAttribute(attribute)
      append(";\n")
    }
  }

  mutating func appendDefaults(_ kind: String, _ attributes: DOTAttributes) {
    guard !attributes.isEmpty else { return }
    append("  \(kind)")
    appendList(attributes)
    append(";\n")
  }

  mutating func appendNode(_ node: DOTDocument.Node) {
    append("  ")
    appendID(node.name)
    appendList(node.attributes)
    append(";\n")
  }

  mutating func appendEdge(_ edge: DOTDocument.Edge) {
    append("  ")
    appendID(edge.tail)
    append(edgeMark)
    appendID(edge.head)
    appendList(edge.attributes)
    append(";\n")
  }

  mutating func appendSubgraph(_ subgraph: DOTDocument.Subgraph, indent: Int) {
    appendIndent(indent)
    if let name = subgraph.name {
      append("subgraph ")
      appendID(name)
      append(" ")
    }
    append("{\n")
    for member in subgraph.members {
      appendIndent(indent + 1)
      appendID(member)
      append(";\n")
    }
    for inner in subgraph.subgraphs { appendSubgraph(inner, indent: indent + 1) }
    appendStatements(subgraph.attributes, indent: indent + 1)
    appendIndent(indent)
    append("}\n")
  }

  private mutating func appendList(_ attributes: DOTAttributes) {
    guard !attributes.isEmpty else { return }
    append(" [")
    for (index, attribute) in attributes.enumerated() {
      if index > 0 { append(", ") }
      appendAttribute(attribute)
    }
    append("]")
  }

  private mutating func appendAttribute(_ attribute: DOTAttributes.Entry) {
    appendID(attribute.name)
    append("=")
    switch attribute.value {
    case .raw(let string): appendID(string)
    case .html(let label):
      append("<")
      append(label.markup)
      append(">")
    }
  }

  /// Writes a name or a value, in quotes unless it is a plain word or a number.
  mutating func appendID(_ id: String) {
    let content = Array(id.utf8)
    if content.count <= Self.pieceLength, DOTSyntax.isPlainID(content) {
      bytes.append(contentsOf: content)
    } else {
      appendQuoted(content)
    }
  }

  private mutating func appendQuoted(_ content: [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    var pieceStart = bytes.count
    var index = 0
    while index < content.count {
      let byte = content[index]
      let isInsideScalar = byte & 0b1100_0000 == 0b1000_0000
      if bytes.count - pieceStart >= Self.pieceLength, !isInsideScalar {
        append("\" + \"")
        pieceStart = bytes.count
      }
      switch byte {
      case 0: append("\u{FFFD}")
      case UInt8(ascii: "\""): append("\\\"")
      case UInt8(ascii: "\\"):
        let next = index + 1 < content.count ? content[index + 1] : nil
        // Two at once, so that no piece ends between them; a last one alone must not escape what follows.
        if next == UInt8(ascii: "\\") {
          append("\\\\")
          index += 1
        } else if let next, !DOTSyntax.isEscapedByBackslash(next) {
          append("\\")
          bytes.append(next)
          index += 1
        } else {
          append("&#92;")
        }
      default: bytes.append(byte)
      }
      index += 1
    }
    bytes.append(UInt8(ascii: "\""))
  }
}

/// What the writer and the parser agree on.
enum DOTSyntax {
  static let keywords: Set<String> = ["node", "edge", "graph", "digraph", "subgraph", "strict"]

  /// Whether these bytes need no quotes. Letters beyond ASCII are legal without quotes, and are quoted all the same: not
  /// every reader knows that.
  static func isPlainID(_ bytes: [UInt8]) -> Bool {
    guard let first = bytes.first else { return false }
    if isLetter(first) {
      return bytes.allSatisfy { isLetter($0) || isDigit($0) }
        && !keywords.contains(String(decoding: bytes, as: UTF8.self).lowercased())
    }
    let digits = first == UInt8(ascii: "-") ? bytes.dropFirst() : bytes[...]
    let dots = digits.count { $0 == UInt8(ascii: ".") }
    return digits.allSatisfy { isDigit($0) || $0 == UInt8(ascii: ".") } && dots <= 1 && digits.count > dots
  }

  static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20) || byte == UInt8(ascii: "_")
  }

  static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }

  /// Whether a backslash before `byte` would be taken as an escape by the lexer.
  static func isEscapedByBackslash(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") || byte == 0
  }
}
