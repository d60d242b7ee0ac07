/// A graph in the DOT language, as a value: what Graphviz draws, what DOT files hold.
///
/// Every object carries exactly the attributes that are in force for it: a subgraph inherits nothing from the graph
/// around it, and a node or an edge only the two sets of defaults. (In a DOT file a subgraph inherits what was said
/// before it; ``init(parsing:)`` resolves that, and ``serialized()`` writes so that Graphviz reads the same.)
///
///     var graph = DOTDocument(name: "Réseau", isDirected: false)
///     graph.addNode("a", ["label": .text("L'Œuvre & Cie")])
///     graph.addNode("b")
///     graph.addEdge("a", "b")
///     graph.serialized()  // graph "Réseau" {\n  a [label="L'Œuvre &amp; Cie"];\n  b;\n  a -- b;\n}\n
public struct DOTDocument: Sendable, Equatable {
  /// The name of the graph; Graphviz shows it as the title of an SVG. An empty name is written as `G`, because
  /// Graphviz numbers unnamed graphs and so makes another file of the same graph each time.
  public var name: String
  /// Whether edges are arcs, from their tail to their head.
  public var isDirected: Bool
  /// Whether two edges with the same ends are one.
  public var isStrict: Bool
  public var attributes: DOTAttributes
  /// In force for every node that does not say otherwise.
  public var nodeDefaults: DOTAttributes
  /// In force for every edge that does not say otherwise.
  public var edgeDefaults: DOTAttributes
  /// Every node once, in the order in which Graphviz sees them.
  public var nodes: [Node]
  /// In the order in which Graphviz sees them. An end that is not in ``nodes`` makes a node with the defaults.
  public var edges: [Edge]
  public var subgraphs: [Subgraph]

  public init(name: String, isDirected: Bool, isStrict: Bool = false) {
    self.name = name
    self.isDirected = isDirected
    self.isStrict = isStrict
    attributes = [:]
    nodeDefaults = [:]
    edgeDefaults = [:]
    nodes = []
    edges = []
    subgraphs = []
  }
}

extension DOTDocument {
  public struct Node: Sendable, Equatable {
    /// What edges and subgraphs call the node. Names for drawings are best plain (`n12`): without a `label`, Graphviz
    /// shows the name and reads `&eacute;` and `\n` in it.
    public var name: String
    public var attributes: DOTAttributes

    public init(_ name: String, _ attributes: DOTAttributes = [:]) {
      self.name = name
      self.attributes = attributes
    }
  }

  public struct Edge: Sendable, Equatable {
    public var tail: String
    public var head: String
    /// Ports are the attributes `tailport` and `headport`, as Graphviz stores them: `a:f0:n -> b` is `tailport="f0:n"`.
    public var attributes: DOTAttributes

    public init(_ tail: String, _ head: String, _ attributes: DOTAttributes = [:]) {
      self.tail = tail
      self.head = head
      self.attributes = attributes
    }

    /// Tells parallel edges apart: two edges with the same ends and the same key are one.
    public var key: String? { attributes["key"]?.string }
  }

  public struct Subgraph: Sendable, Equatable {
    /// A name that starts with `cluster` makes Graphviz draw a box around the members.
    public var name: String?
    public var attributes: DOTAttributes
    /// Names of the nodes that it names itself, in the order of their mention; those of the subgraphs inside it are
    /// members too (``allMembers``).
    public var members: [String]
    public var subgraphs: [Subgraph]

    public init(
      _ name: String?, _ attributes: DOTAttributes = [:], members: [String] = [], subgraphs: [Subgraph] = []
    ) {
      self.name = name
      self.attributes = attributes
      self.members = members
      self.subgraphs = subgraphs
    }
  }

  public mutating func addNode(_ name: String, _ attributes: DOTAttributes = [:]) {
    nodes.append(Node(name, attributes))
  }

  public mutating func addEdge(_ tail: String, _ head: String, _ attributes: DOTAttributes = [:]) {
    edges.append(Edge(tail, head, attributes))
  }

  public mutating func addSubgraph(
    _ name: String?, _ attributes: DOTAttributes = [:], members: [String], subgraphs: [Subgraph] = []
  ) {
    self.subgraphs.append(Subgraph(name, attributes, members: members, subgraphs: subgraphs))
  }

  /// The same graph with ``nodeDefaults`` and ``edgeDefaults`` written out on each node and edge, and nodes for the ends
  /// and members that had none: what ``init(parsing:)`` reads from ``serialized()``.
  public func applyingDefaults() -> DOTDocument {
    var result = self
    result.nodeDefaults = [:]
    result.edgeDefaults = [:]
    var known = Set(nodes.map(\.name))
    for name in subgraphs.flatMap(\.allMembers) + edges.flatMap({ [$0.tail, $0.head] })
    where known.insert(name).inserted {
      result.nodes.append(Node(name))
    }
    for index in result.nodes.indices {
      result.nodes[index].attributes = nodeDefaults.merging(result.nodes[index].attributes)
    }
    for index in result.edges.indices {
      result.edges[index].attributes = edgeDefaults.merging(result.edges[index].attributes)
    }
    return result
  }
}

extension DOTDocument.Subgraph {
  /// Its members and those of the subgraphs inside it, each once, in the order of ``DOTDocument/serialized()``.
  public var allMembers: [String] {
    var seen = Set<String>()
    return (members + subgraphs.flatMap(\.allMembers)).filter { seen.insert($0).inserted }
  }
}
