/// Gives DOT statements their meaning: who exists, with which defaults, in which subgraph.
///
/// As in Graphviz, a node takes the defaults in force where it is first named, an edge those where it stands, and a
/// subgraph the attributes that were said before it.
struct DOTBuilder {
  typealias Scope = Int

  static let root: Scope = 0

  enum Kind { case graph, node, edge }

  struct NodeEnd {
    let name: String
    let port: String?
  }

  enum Endpoint {
    case nodes([NodeEnd])
    case subgraph(Scope)
  }

  private struct Subgraph {
    var name: String?
    var attributes: DOTAttributes
    var nodeDefaults: DOTAttributes
    var edgeDefaults: DOTAttributes
    var members: [Int] = []
    var memberSet: Set<Int> = []
    var children: [Scope] = []
    var childrenByName: [String: Scope] = [:]
  }

  /// The ends of an edge by their indices, and what else tells it apart.
  private struct EdgeIdentity: Hashable {
    let tail: Int
    let head: Int
    let key: String
  }

  let isDirected: Bool
  private let isStrict: Bool
  private let name: String?
  private var nodes: [DOTDocument.Node] = []
  private var indices: [String: Int] = [:]
  private var edges: [DOTDocument.Edge] = []
  private var edgeIndices: [EdgeIdentity: Int] = [:]
  private var subgraphs: [Subgraph]

  init(isDirected: Bool, isStrict: Bool, name: String?) {
    self.isDirected = isDirected
    self.isStrict = isStrict
    self.name = name
    subgraphs = [Subgraph(attributes: [:], nodeDefaults: [:], edgeDefaults: [:])]
  }

  /// Text is Unicode here, so the `charset` of the file says nothing any more and is dropped.
  var document: DOTDocument {
    var document = DOTDocument(name: name ?? "G", isDirected: isDirected, isStrict: isStrict)
    document.attributes = subgraphs[Self.root].attributes
    document.nodes = nodes
    document.edges = edges
    document.subgraphs = subgraphs[Self.root].children.map(subgraph)
    return document
  }

  private func subgraph(_ scope: Scope) -> DOTDocument.Subgraph {
    let subgraph = subgraphs[scope]
    return DOTDocument.Subgraph(
      subgraph.name, subgraph.attributes, members: subgraph.members.map { nodes[$0].name },
      subgraphs: subgraph.children.map(self.subgraph))
  }

  // MARK: Scopes

  mutating func setDefaults(_ attributes: DOTAttributes, of kind: Kind, in scope: Scope) {
    switch kind {
    case .graph:
      subgraphs[scope].attributes.merge(attributes)
      subgraphs[scope].attributes["charset"] = nil
    case .node: subgraphs[scope].nodeDefaults.merge(attributes)
    case .edge: subgraphs[scope].edgeDefaults.merge(attributes)
    }
  }

  /// A name that was used before in the same scope means the same subgraph.
  mutating func openSubgraph(_ name: String?, in scope: Scope) -> Scope {
    if let name, let known = subgraphs[scope].childrenByName[name] { return known }
    var inner = subgraphs[scope]
    inner.name = name
    (inner.members, inner.memberSet, inner.children, inner.childrenByName) = ([], [], [], [:])
    subgraphs.append(inner)
    let index = subgraphs.count - 1
    subgraphs[scope].children.append(index)
    if let name { subgraphs[scope].childrenByName[name] = index }
    return index
  }

  // MARK: Nodes

  /// Makes the nodes that did not exist, and members of those that are named here.
  mutating func mention(_ endpoint: Endpoint, in scope: Scope) {
    guard case .nodes(let ends) = endpoint else { return }
    for end in ends {
      let index: Int
      if let known = indices[end.name] {
        index = known
      } else {
        index = nodes.count
        nodes.append(DOTDocument.Node(end.name, subgraphs[scope].nodeDefaults))
        indices[end.name] = index
      }
      if scope != Self.root, subgraphs[scope].memberSet.insert(index).inserted {
        subgraphs[scope].members.append(index)
      }
    }
  }

  mutating func set(_ attributes: DOTAttributes, of endpoint: Endpoint) {
    guard case .nodes(let ends) = endpoint else { return }
    for end in ends { if let index = indices[end.name] { nodes[index].attributes.merge(attributes) } }
  }

  /// The nodes of an end in the order of their birth, each with its port.
  private func nodes(of endpoint: Endpoint) -> [(index: Int, port: String?)] {
    switch endpoint {
    case .nodes(let ends): return ends.compactMap { end in indices[end.name].map { ($0, end.port) } }
    case .subgraph(let scope):
      var members = Set<Int>()
      collectMembers(of: scope, into: &members)
      return members.sorted().map { ($0, nil) }
    }
  }

  private func collectMembers(of scope: Scope, into members: inout Set<Int>) {
    members.formUnion(subgraphs[scope].memberSet)
    for child in subgraphs[scope].children { collectMembers(of: child, into: &members) }
  }

  // MARK: Edges

  /// How many edges there would be with those along `ends`.
  func edgeCount(with ends: [Endpoint]) -> Int {
    let counts = ends.map { nodes(of: $0).count }
    return zip(counts, counts.dropFirst()).reduce(edges.count) { $0 + $1.0 * $1.1 }
  }

  /// Joins each node of an end with each of the next.
  mutating func addEdges(along ends: [Endpoint], _ attributes: DOTAttributes, in scope: Scope) {
    let ends = ends.map(nodes(of:))
    for (tails, heads) in zip(ends, ends.dropFirst()) {
      for tail in tails { for head in heads { addEdge(tail, head, attributes, in: scope) } }
    }
  }

  private mutating func addEdge(
    _ tail: (index: Int, port: String?), _ head: (index: Int, port: String?), _ attributes: DOTAttributes,
    in scope: Scope
  ) {
    let key = attributes["key"]?.string
    // Without a key, parallel edges are distinct, unless the graph is strict.
    let identity = isStrict || key != nil ? (isStrict ? "" : key ?? "") : nil
    if let identity, let (index, isReversed) = edge(tail.index, head.index, identity) {
      let (tailPort, headPort) = isReversed ? (head.port, tail.port) : (tail.port, head.port)
      edges[index].attributes.merge(Self.ports(tailPort, headPort).merging(attributes))
      return
    }
    let own = Self.ports(tail.port, head.port).merging(attributes)
    let merged = subgraphs[scope].edgeDefaults.merging(own)
    edges.append(DOTDocument.Edge(nodes[tail.index].name, nodes[head.index].name, merged))
    if let identity {
      edgeIndices[EdgeIdentity(tail: tail.index, head: head.index, key: identity)] = edges.count - 1
    }
  }

  private func edge(_ tail: Int, _ head: Int, _ key: String) -> (index: Int, isReversed: Bool)? {
    if let index = edgeIndices[EdgeIdentity(tail: tail, head: head, key: key)] { return (index, false) }
    guard !isDirected, let index = edgeIndices[EdgeIdentity(tail: head, head: tail, key: key)] else { return nil }
    return (index, true)
  }

  private static func ports(_ tail: String?, _ head: String?) -> DOTAttributes {
    var attributes: DOTAttributes = [:]
    if let tail { attributes["tailport"] = .raw(tail) }
    if let head { attributes["headport"] = .raw(head) }
    return attributes
  }
}
