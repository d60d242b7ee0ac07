import AllianceModel
import GraphCore
import Testing

@Suite("ActorNetwork")
struct ProjectionTests {
  /// Four organisations and a programme: a trio with the programme, a pair, an organisation alone with the programme.
  static let graph = AllianceGraph(
    info: GraphInfo(name: "g", title: "G"),
    actors: [
      .init(id: "a", name: "A", kind: ActorKind(rawValue: "company")),
      .init(id: "p", name: "P", kind: .programme),
      .init(id: "b", name: "B", kind: ActorKind(rawValue: "association")),
      .init(id: "c", name: "C"),
      .init(id: "d", name: "D", kind: ActorKind(rawValue: "unheard of")),
    ],
    alliances: [
      .init(
        id: "trio", title: "Trio",
        parties: [.init(actor: "a"), .init(actor: "b"), .init(actor: "c"), .init(actor: "p")]),
      .init(
        id: "pair", title: "Pair", parties: [.init(actor: "a"), .init(actor: "b"), .init(actor: "a", role: "again")]),
      .init(id: "alone", title: "Alone", parties: [.init(actor: "d"), .init(actor: "p")]),
      .init(id: "lost", title: "Lost", parties: [.init(actor: "a"), .init(actor: "nobody")]),
    ])

  @Test("gives each pair of organisations 1/(m−1) for each alliance, m without objects and without repeats")
  func weights() throws {
    let network = Self.graph.actorNetwork()
    #expect(network.actors == [0, 2, 3, 4])  // the programme is no node; unknown kinds are organisations
    #expect(network.graph.weight(from: 0, to: 1) == 1.5)  // 1/2 from the trio, 1 from the pair
    #expect(network.graph.weight(from: 0, to: 2) == 0.5)
    #expect(network.graph.weight(from: 1, to: 2) == 0.5)
    #expect(network.graph.edgeCount == 3)
    #expect(network.graph.neighbors(of: 3).isEmpty)
  }

  @Test("keeps the alliances behind each tie")
  func behind() {
    let network = Self.graph.actorNetwork()
    #expect(network.alliances(between: 1, and: 0) == [0, 1])
    #expect(network.alliances(between: 0, and: 2) == [0])
    #expect(network.alliances(between: 0, and: 3).isEmpty)
  }

  @Test("makes the strength of an actor the number of its alliances with another organisation")
  func strength() {
    let network = Self.graph.actorNetwork()
    let strengths = network.graph.nodes.map { (network.graph.weights(of: $0) ?? []).reduce(0, +) }
    #expect(strengths == [2, 2, 1, 0])
  }

  @Test("has actors of every kind and alliances as nodes in the other projection")
  func affiliations() {
    let network = Self.graph.affiliationNetwork()
    #expect(network.graph.nodeCount == 9)
    #expect(Array(network.graph.neighbors(of: network.node(ofAlliance: 0))) == [0, 1, 2, 3])
    #expect(Array(network.graph.neighbors(of: network.node(ofActor: 1))) == [5, 7])
    #expect(network.graph.edgeCount == 9)
  }
}
