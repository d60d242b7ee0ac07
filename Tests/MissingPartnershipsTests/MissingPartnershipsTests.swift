import AllianceModel
import Foundation
import GraphCore
import TestSupport
import Testing

@testable import MissingPartnerships

/// A graph of towns and firms: two groups that meet through a chamber.
enum Territory {
  typealias Actor = AllianceGraph.Actor
  typealias Alliance = AllianceGraph.Alliance

  static let association = ActorKind(rawValue: "association")
  static let company = ActorKind(rawValue: "company")

  static func actor(
    _ id: String, kind: ActorKind? = company, siren: String? = nil, end: PartialDate? = nil, themes: [String] = [],
    odd: [Int] = [], at place: (Double, Double)? = nil
  ) -> Actor {
    Actor(
      id: id, name: id.uppercased(), kind: kind, siren: siren, latitude: place?.0, longitude: place?.1, end: end,
      themes: themes, odd: odd)
  }

  static func alliance(_ id: String, _ parties: [String], year: Int? = nil, forms: [String] = []) -> Alliance {
    Alliance(
      id: id, title: id, parties: parties.map { AllianceGraph.Party(actor: $0) },
      forms: forms.map { PartnershipForm(rawValue: $0) }, start: year.flatMap { PartialDate(year: $0) })
  }

  static func graph(
    _ actors: [Actor], _ alliances: [Alliance], decisions: [AllianceGraph.Decision] = []
  ) -> AllianceGraph {
    AllianceGraph(
      info: GraphInfo(name: "essai", title: "Essai"), actors: actors, alliances: alliances, decisions: decisions)
  }

  /// a and b share c and d; e hangs on d; f stands alone.
  static func small(_ extra: [Alliance] = [], decisions: [AllianceGraph.Decision] = []) -> AllianceGraph {
    graph(
      [
        actor("a", themes: ["Emploi"], odd: [8, 17], at: (45, 5)),
        actor("b", kind: association, themes: ["emploi", "Culture"], odd: [8, 17], at: (45, 5.1)), actor("c"),
        actor("d"), actor("e", kind: association, themes: ["Sport"], odd: [3]),
        actor("f", kind: association, themes: ["emploi"], odd: [8], at: (45, 5)),
      ],
      [
        alliance("ac", ["a", "c"], forms: ["sponsorship"]), alliance("bc", ["b", "c"]), alliance("ad", ["a", "d"]),
        alliance("bd", ["b", "d"]), alliance("de", ["d", "e"]),
      ] + extra, decisions: decisions)
  }

  /// Forty actors, ninety alliances of two to four, years 2010 to 2019.
  static func large(seed: UInt64) -> AllianceGraph {
    var generator = TestGenerator(seed: seed)
    func below(_ bound: Int) -> Int { Int(generator.next() % UInt64(bound)) }
    let actors = (0..<40).map { index in
      actor(
        "n\(index)", kind: index % 3 == 0 ? association : company, themes: ["t\(below(6))"], odd: [1 + below(16)],
        at: below(4) == 0 ? nil : (45 + Double(below(100)) / 100, 5))
    }
    let alliances = (0..<90).map { index in
      let group = below(4) * 10
      return alliance(
        "x\(index)",
        (0...(1 + below(3))).map { _ in "n\(group + below(10) + (below(8) == 0 ? 3 : 0))" }.map {
          $0 == "n40" ? "n0" : $0 == "n41" ? "n1" : $0 == "n42" ? "n2" : $0
        }, year: 2010 + below(10))
    }
    return graph(actors, alliances)
  }
}

@Suite("Missing partnerships")
struct MissingPartnershipsTests {
  @Test("suggests the pair with two partners in common first, and says so")
  func suggestion() throws {
    let graph = Territory.small()
    let missing = try MissingPartnerships(of: graph)
    #expect(missing.basis == .hypotheses(ties: 5))
    let best = try #require(try missing.suggestions(top: 1).first)
    #expect(best.first == 0 && best.second == 1)
    let partners = try #require(missing.explainer.sentence(.partners, NodePair(0, 1), isFor: true))
    // C has two partners, D three: the rarer one comes first.
    #expect(partners.text.french == "2 partenaires communs\u{A0}: C et D")
    #expect(partners.rows.map(\.id) == ["ac", "bc", "ad", "bd"])
    let themes = try #require(missing.explainer.sentence(.themes, NodePair(0, 1), isFor: true))
    // Goal 17 is every alliance's own and is not counted.
    #expect(themes.text.french == "thème commun\u{A0}: Emploi\u{202F}; ODD 8 tous deux")
    #expect(themes.text.english == "theme in common: Emploi; both on SDG 8")
    #expect(best.introduction?.actor == 2)
    #expect(best.introduction?.rows.map(\.id) == ["ac", "bc"])
  }

  @Test("adds up: the families and the intercept are the logit", arguments: 0..<2 as Range<UInt64>)
  func additive(seed: UInt64) throws {
    let missing = try MissingPartnerships(of: Territory.large(seed: seed))
    let scores = try missing.partnerships.model.scores()
    for suggestion in try missing.suggestions(top: 50) {
      #expect(agree(suggestion.contributions.reduce(suggestion.intercept, +), suggestion.score))
      let pair = try #require(
        scores.first { missing.positions($0.pair) == (suggestion.first, suggestion.second) })
      #expect(agree(suggestion.score, pair.score))
    }
  }

  @Test("leaves out what a person set aside, ended actors, one legal body under two names, objects and persons")
  func exclusions() throws {
    func pairs(_ graph: AllianceGraph) throws -> [[Int]] {
      try MissingPartnerships(of: graph).suggestions(top: 50).map { [$0.first, $0.second] }
    }
    #expect(try pairs(Territory.small()).contains([0, 1]))
    let decision = AllianceGraph.Decision(verdict: "set_aside", subjects: ["b", "a"])
    #expect(try !pairs(Territory.small(decisions: [decision])).contains([0, 1]))

    func around(_ first: Territory.Actor, _ second: Territory.Actor) -> AllianceGraph {
      Territory.graph(
        [first, second, Territory.actor("c")],
        [Territory.alliance("ac", ["a", "c"]), Territory.alliance("bc", ["b", "c"])])
    }
    let (a, b) = (Territory.actor("a", siren: "552100554"), Territory.actor("b", siren: "552100554"))
    #expect(try pairs(around(a, Territory.actor("b"))) == [[0, 1]])
    #expect(try pairs(around(a, b)).isEmpty)
    #expect(try pairs(around(a, Territory.actor("b", end: PartialDate(year: 2019)))).isEmpty)
    #expect(try pairs(around(a, Territory.actor("b", kind: .person))).isEmpty)
    #expect(try pairs(around(a, Territory.actor("b", kind: .programme))).isEmpty)
  }

  @Test("does not change when an alliance is told twice")
  func repetition() throws {
    let graph = Territory.large(seed: 3)
    let again = Territory.graph(graph.actors, graph.alliances + [graph.alliances[0], graph.alliances[7]])
    let (once, twice) = (try MissingPartnerships(of: graph), try MissingPartnerships(of: again))
    #expect(try once.suggestions(top: 100) == twice.suggestions(top: 100))
  }

  @Test("lowers a family when its first certificate is taken away")
  func certificate() throws {
    let graph = Territory.small()
    let model = try PairModel(
      PairMeasures(AllianceHistory(of: graph).network), weights: StructuralFeature.allCases.map(\.priorWeight))
    func partners(_ graph: AllianceGraph) throws -> Double {
      let row = try PairMeasures(AllianceHistory(of: graph).network).table(of: [NodePair(0, 1)]).row(0)
      return [StructuralFeature.sharedShare, .sharedRarity].reduce(0) {
        $0 + model.weights[$1.rawValue] * model.scaling.scaled(row[$1.rawValue], column: $1.rawValue)
      }
    }
    let without = Territory.graph(graph.actors, graph.alliances.filter { $0.id != "ac" })
    #expect(try partners(without) < partners(graph))
  }

  @Test("suggests partners to an actor of which only kind, place and themes are known")
  func newcomer() throws {
    let missing = try MissingPartnerships(of: Territory.small())
    #expect(missing.newcomers == [5])
    let suggestions = try missing.suggestionsWithoutHistory(top: 10, for: 5)
    let best = try #require(suggestions.first)
    // A has the same theme and goal, and stands where F stands.
    #expect(best.first == 5 && best.second == 0)
    #expect(best.timesAverage == nil && best.probability == nil)
    #expect(Set(best.reasons.map(\.family)).isSubset(of: [.themes, .kinds, .distance]))
  }

  @Test("turns the pair of a chosen actor round, and asks the filter")
  func filters() throws {
    let graph = Territory.large(seed: 1)
    let missing = try MissingPartnerships(of: graph)
    let best = try #require(try missing.suggestions(top: 1).first)
    let filter = SuggestionFilter(kind: graph.actors[best.first].kind)
    let suggestions = try missing.suggestions(top: 100, for: best.second) {
      filter.accepts($0, $1, isDirected: true, in: missing)
    }
    #expect(suggestions.contains { $0.second == best.first })
    #expect(suggestions.allSatisfy { $0.first == best.second && graph.actors[$0.second].kind == filter.kind })
    let near = SuggestionFilter(maxKilometres: 20)
    // Of c and d no place is known, and an unknown distance is not a short one.
    let small = try MissingPartnerships(of: Territory.small())
    #expect(near.accepts(0, 1, isDirected: false, in: small))
    #expect(!near.accepts(0, 2, isDirected: false, in: small))
  }

  @Test("gives the same bits on any number of threads, and says how much the most suggested hold")
  func determinism() throws {
    let graph = Territory.large(seed: 2)
    let alone = try Computation.$threadLimit.withValue(1) { try MissingPartnerships(of: graph) }
    let many = try Computation.$threadLimit.withValue(6) { try MissingPartnerships(of: graph) }
    #expect(try alone.suggestions(top: 200) == many.suggestions(top: 200))
    // Two of forty actors; each pair has two ends, so even if one hub had a part in every pair they hold at most 1.
    let share = alone.shareOfMostSuggested(among: 40)
    #expect(share >= 0.05 && share <= 1)
  }

  @Test("knows who is within three steps", arguments: 0..<100 as Range<UInt64>)
  func steps(seed: UInt64) throws {
    let graph = CSRGraph.random(seed: seed)
    let matrix = AdjacencyMatrix(graph)
    for low in 0..<matrix.size {
      for high in (low + 1)..<max(low + 1, matrix.size) {
        var reached: Set<Int> = [low]
        for _ in 0..<3 {
          reached.formUnion(reached.flatMap { from in (0..<matrix.size).filter { matrix.isTied(from, $0) } })
        }
        #expect(graph.isWithinThreeSteps(NodePair(NodeID(low), NodeID(high))) == reached.contains(high))
      }
    }
  }
}
