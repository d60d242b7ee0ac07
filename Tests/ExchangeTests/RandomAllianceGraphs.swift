import AllianceModel
import TestSupport

@testable import Exchange

extension AllianceGraph {
  /// A small random graph with every kind of row and the texts that break readers, in stored order.
  static func random(seed: UInt64) -> AllianceGraph {
    var source = RandomRows(generator: TestGenerator(seed: seed))
    return source.graph().inStoredOrder()
  }
}

/// Makes rows of random cells.
private struct RandomRows {
  var generator: TestGenerator

  private static let texts = [
    "Archer", "L'Arrosoir", "Économie « sociale »", "a,b;c", "dit \"hé\"", "deux\nlignes", "fin\r\nde ligne", "\r",
    "C:\\dossier\\", "a|b", "\\|", "|", " bords ", "\u{A0}", "=1+1", "0012", "1e5", "😀 e\u{301}", "\"\u{301}x", "&<>'",
    "\t",
    "\u{FEFF}x", "non", "NULL", "2021", "ligne\u{2028}séparée", "\u{7F}\u{1}",
  ]

  mutating func below(_ bound: Int) -> Int { Int(generator.next() % UInt64(bound)) }
  mutating func text() -> String { RandomRows.texts[below(RandomRows.texts.count)] }
  mutating func maybe<Value>(_ value: (inout RandomRows) -> Value) -> Value? { below(3) == 0 ? value(&self) : nil }
  mutating func list() -> [String] { (0..<max(0, below(5) - 2)).map { _ in text() } }
  mutating func date() -> PartialDate? {
    let bound: PartialDate.Bound = [.exact, .exact, .before, .after][below(4)]
    let month = below(3) > 0 ? 1 + below(12) : nil
    return PartialDate(
      year: 1000 + below(2000), month: month, day: month != nil && below(2) == 0 ? 1 + below(28) : nil, bound: bound)
  }
  mutating func degrees() -> Double { Double(below(1_800_000)) / 10_000 - 90 }

  /// Some of the columns, in one order for all rows, as a table has them.
  mutating func fields() -> [FreeField] {
    ["tier", "Tél.", "€", "a,b", "dep"].filter { _ in below(2) == 0 }.map { FreeField(name: $0, value: text()) }
  }

  mutating func graph() -> AllianceGraph {
    let actors = (0..<below(6)).map { "a\($0) \(text())" }.map { actor($0) }
    let ids = actors.map(\.id) + ["nobody"]
    let alliances = (0..<below(6)).map { "x\($0) \(text())" }.map { alliance($0, ids) }
    let places = (0..<below(4)).map { "p\($0) \(text())" }.map { place($0) }
    let sources = (0..<below(6)).map { _ in evidence(ids + places.map(\.id)) }
    let decisions = (0..<below(3)).map { _ in
      AllianceGraph.Decision(
        verdict: text(), subjects: list(), reason: maybe { $0.text() }, date: date(), author: maybe { $0.text() })
    }
    return AllianceGraph(
      info: info(), actors: actors, alliances: alliances, places: places, sources: sources, decisions: decisions)
  }

  private mutating func info() -> GraphInfo {
    GraphInfo(
      name: "graphe", title: text(), description: maybe { $0.text() }, territory: maybe { $0.text() },
      perimeter: list(),
      language: [nil, .french, .english][below(3)], created: date(),
      licence: maybe { $0.below(2) == 0 ? "CC-BY-4.0" : $0.text() },
      sources: list())
  }

  private mutating func actor(_ id: String) -> AllianceGraph.Actor {
    AllianceGraph.Actor(
      id: id, name: text(), aliases: list(),
      kind: maybe { $0.below(2) == 0 ? .person : ActorKind(rawValue: "zz" + $0.text()) },
      legalCategory: maybe { $0.text() }, siren: maybe { _ in "005880034" }, siret: maybe { _ in "3,52E+13" },
      rna: maybe { $0.text() }, size: maybe { _ in SizeClass(rawValue: "sme") }, place: maybe { $0.text() },
      latitude: maybe { $0.degrees() }, longitude: maybe { $0.degrees() }, start: date(), end: date(), themes: list(),
      odd: (0..<below(3)).map { _ in 1 + below(17) }, networks: list(), publicRole: maybe { $0.text() },
      description: maybe { $0.text() }, url: maybe { $0.text() }, fields: fields())
  }

  private mutating func alliance(_ id: String, _ actors: [String]) -> AllianceGraph.Alliance {
    let parties = (0..<below(5)).map { _ in
      AllianceGraph.Party(
        actor: actors[below(actors.count)], role: maybe { $0.text() }, start: date(), end: maybe { $0.date() } ?? nil)
    }
    return AllianceGraph.Alliance(
      id: id, title: text(), parties: parties,
      forms: (0..<below(3)).map { PartnershipForm(rawValue: ["patronage", "societal_innovation", "zz"][$0]) },
      relation: maybe { _ in Relation(rawValue: "funding") }, logic: maybe { _ in AllianceLogic(rawValue: "exchange") },
      start: date(), end: date(), status: maybe { _ in AllianceStatus(rawValue: "active") }, themes: list(),
      odd: (0..<below(3)).map { _ in 1 + below(17) }, territory: maybe { $0.text() }, intensity: maybe { $0.text() },
      result: maybe { $0.text() }, story: maybe { $0.text() }, fields: fields())
  }

  private mutating func place(_ id: String) -> AllianceGraph.Place {
    AllianceGraph.Place(
      id: id, level: maybe { $0.text() }, name: text(), within: list(), latitude: maybe { $0.degrees() },
      longitude: maybe { $0.degrees() }, population: maybe { $0.below(1_000_000) }, fields: fields())
  }

  private mutating func evidence(_ ids: [String]) -> AllianceGraph.Source {
    AllianceGraph.Source(
      subject: maybe { $0.text() } ?? ids[below(ids.count)], field: maybe { $0.text() }, value: maybe { $0.text() },
      basis: maybe { _ in "assigned" }, title: text(), url: maybe { $0.text() }, date: date(),
      author: maybe { $0.text() },
      confidence: maybe { $0.text() })
  }
}
