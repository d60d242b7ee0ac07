/// Reads the grammar of DOT and tells a ``DOTBuilder`` what is meant.
///
/// The grammar is that of Graphviz, with two allowances: an attribute without a value is `true`, and `;` and `,` may
/// stand between attributes and statements in any number.
struct DOTParser {
  private var lexer: DOTLexer
  private var token: DOTToken = .end
  private var builder = DOTBuilder(isDirected: false, isStrict: false, name: nil)

  /// Enough for any drawing, and little enough for any stack.
  private static let depthLimit = 200
  private static let edgeLimit = 2_000_000

  private init(_ text: String) { lexer = DOTLexer(text) }

  static func documents(in text: String) throws(DOTSyntaxError) -> [DOTDocument] {
    var parser = DOTParser(text)
    try parser.advance()
    var documents: [DOTDocument] = []
    repeat {
      guard documents.isEmpty || parser.isAtGraph else { throw parser.expected(.endOfFile) }
      documents.append(try parser.graph())
    } while parser.token != .end
    return documents
  }

  private mutating func advance() throws(DOTSyntaxError) { token = try lexer.next() }

  private mutating func take(_ wanted: DOTToken) throws(DOTSyntaxError) -> Bool {
    guard token == wanted else { return false }
    try advance()
    return true
  }

  private func expected(_ expectation: DOTSyntaxError.Expectation) -> DOTSyntaxError {
    lexer.error(.expected(expectation, found: token == .end ? "" : lexer.tokenText), at: lexer.tokenStart)
  }

  private var isAtGraph: Bool {
    [.keyword(.strict), .keyword(.graph), .keyword(.digraph)].contains(token)
  }

  // MARK: Graphs

  private mutating func graph() throws(DOTSyntaxError) -> DOTDocument {
    let isStrict = try take(.keyword(.strict))
    let isDirected = token == .keyword(.digraph)
    guard isDirected || token == .keyword(.graph) else { throw expected(.graph) }
    try advance()
    builder = DOTBuilder(isDirected: isDirected, isStrict: isStrict, name: try optionalName())
    guard try take(.openingBrace) else { throw expected(.openingBrace) }
    try statements(in: DOTBuilder.root, depth: 0)
    return builder.document
  }

  private mutating func optionalName() throws(DOTSyntaxError) -> String? {
    switch token {
    case .id(let name), .html(let name):
      try advance()
      return name
    default: return nil
    }
  }

  /// Reads up to and with the closing brace.
  private mutating func statements(in scope: DOTBuilder.Scope, depth: Int) throws(DOTSyntaxError) {
    while true {
      switch token {
      case .closingBrace:
        try advance()
        return
      case .semicolon, .comma: try advance()
      case .keyword(.graph): try defaults(.graph, in: scope)
      case .keyword(.node): try defaults(.node, in: scope)
      case .keyword(.edge): try defaults(.edge, in: scope)
      case .id, .html, .openingBrace, .keyword(.subgraph): try statement(in: scope, depth: depth)
      default: throw expected(.statement)
      }
    }
  }

  private mutating func defaults(_ kind: DOTBuilder.Kind, in scope: DOTBuilder.Scope) throws(DOTSyntaxError) {
    try advance()
    guard token == .openingBracket else { throw expected(.attributeList) }
    builder.setDefaults(try attributeLists(), of: kind, in: scope)
  }

  /// A node, an edge, a subgraph, or `name = value`.
  private mutating func statement(in scope: DOTBuilder.Scope, depth: Int) throws(DOTSyntaxError) {
    if case .id(let name) = token {
      try advance()
      if try take(.equals) {
        builder.setDefaults([name: try value()], of: .graph, in: scope)
        return
      }
      try chain(from: .nodes([try node(named: name)]), in: scope, depth: depth)
    } else {
      try chain(from: try endpoint(in: scope, depth: depth), in: scope, depth: depth)
    }
  }

  // MARK: Nodes and edges

  private mutating func chain(
    from first: DOTBuilder.Endpoint, in scope: DOTBuilder.Scope, depth: Int
  ) throws(DOTSyntaxError) {
    var ends = [try withFollowingNodes(first)]
    builder.mention(ends[0], in: scope)
    while case .edge(let isDirected) = token {
      guard isDirected == builder.isDirected else {
        throw lexer.error(.wrongEdgeMark(isDirected: builder.isDirected), at: lexer.tokenStart)
      }
      try advance()
      let end = try withFollowingNodes(try endpoint(in: scope, depth: depth))
      builder.mention(end, in: scope)
      ends.append(end)
    }
    let start = lexer.tokenStart
    let attributes = token == .openingBracket ? try attributeLists() : [:]
    if ends.count == 1 {
      builder.set(attributes, of: ends[0])
    } else {
      guard builder.edgeCount(with: ends) <= Self.edgeLimit else {
        throw lexer.error(.tooManyEdges(limit: Self.edgeLimit), at: start)
      }
      builder.addEdges(along: ends, attributes, in: scope)
    }
  }

  /// `a, b, c` is one end with three nodes.
  private mutating func withFollowingNodes(
    _ endpoint: DOTBuilder.Endpoint
  ) throws(DOTSyntaxError) -> DOTBuilder.Endpoint {
    guard case .nodes(var nodes) = endpoint else { return endpoint }
    while try take(.comma) {
      guard let name = try optionalName() else { throw expected(.name) }
      nodes.append(try node(named: name))
    }
    return .nodes(nodes)
  }

  private mutating func endpoint(
    in scope: DOTBuilder.Scope, depth: Int
  ) throws(DOTSyntaxError) -> DOTBuilder.Endpoint {
    if let name = try optionalName() { return .nodes([try node(named: name)]) }
    let start = lexer.tokenStart
    var name: String?
    if try take(.keyword(.subgraph)) {
      name = try optionalName()
    } else if token != .openingBrace {
      throw expected(.nodeOrSubgraph)
    }
    guard depth < Self.depthLimit else { throw lexer.error(.nestedTooDeep(limit: Self.depthLimit), at: start) }
    let inner = builder.openSubgraph(name, in: scope)
    if try take(.openingBrace) { try statements(in: inner, depth: depth + 1) }
    return .subgraph(inner)
  }

  /// The name is read; here come its port and compass point.
  private mutating func node(named name: String) throws(DOTSyntaxError) -> DOTBuilder.NodeEnd {
    var port: String?
    while try take(.colon) {
      guard let part = try optionalName() else { throw expected(.name) }
      port = port.map { "\($0):\(part)" } ?? part
    }
    return DOTBuilder.NodeEnd(name: name, port: port)
  }

  // MARK: Attributes

  private mutating func attributeLists() throws(DOTSyntaxError) -> DOTAttributes {
    var attributes: DOTAttributes = [:]
    while try take(.openingBracket) {
      while !(try take(.closingBracket)) {
        if token == .semicolon || token == .comma {
          try advance()
          continue
        }
        guard let name = try attributeName() else { throw expected(.closingBracket) }
        attributes[name] = try take(.equals) ? try value() : "true"
      }
    }
    return attributes
  }

  private mutating func attributeName() throws(DOTSyntaxError) -> String? {
    guard case .id(let name) = token else { return nil }
    try advance()
    return name
  }

  private mutating func value() throws(DOTSyntaxError) -> DOTValue {
    switch token {
    case .id(let string):
      try advance()
      return .raw(string)
    case .html(let markup):
      // The lexer has found where the brackets balance, so only a NUL can make it no label.
      guard let label = HTMLLabel(markup: markup) else { throw expected(.value) }
      try advance()
      return .html(label)
    default: throw expected(.value)
    }
  }
}
