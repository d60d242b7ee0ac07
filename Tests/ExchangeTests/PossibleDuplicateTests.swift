import AllianceModel
import Testing

@testable import Exchange

@Suite("PossibleDuplicate")
struct PossibleDuplicateTests {
  @Test(
    "reads two ways to write one name as the same",
    arguments: [
      ("CC Pays de X", "Communauté de communes du Pays de X"), ("Ets Roux SARL", "ROUX"),
      ("Asso. Les Mulots", "Association Les Mulots"), ("Dépt. de la Drôme", "Département de la Drôme"),
      ("CA Redon Agglomération", "CA REDON AGGLOMERATION"), ("Ville de Figeac", "Commune de Figeac"),
      ("Le Mouvement associatif (ex-CPCA)", "Mouvement associatif"), ("St-Ganton", "Saint Ganton"),
    ])
  func same(one: String, other: String) {
    #expect(NameKey(one) == NameKey(other))
  }

  @Test(
    "keeps apart names that differ in a word",
    arguments: [
      ("Groupe Archer", "Association Archer"), ("CC Grand-Figeac", "Ville de Figeac"),
      ("ESAT du Pâtis", "ESAT AgroMarais"),
      ("Pôle Sud", "Pôle Nord"),
    ])
  func different(one: String, other: String) {
    #expect(NameKey(one) != NameKey(other))
  }

  private func pairs(_ actors: [AllianceGraph.Actor], decisions: [AllianceGraph.Decision] = []) -> [[String]] {
    AllianceGraph(info: GraphInfo(name: "g", title: "G"), actors: actors, alliances: [], decisions: decisions)
      .possibleDuplicates().map { [$0.first, $0.second] }
  }

  @Test("lists pairs by number and by name, once each, in the order of ids")
  func listed() {
    let actors: [AllianceGraph.Actor] = [
      .init(id: "d", name: "CC Pays de X"), .init(id: "a", name: "Adie", siren: "732829320"),
      .init(id: "b", name: "ADIE", siren: "732829320"), .init(id: "c", name: "Communauté de communes du Pays de X"),
    ]
    #expect(pairs(actors) == [["a", "b"], ["c", "d"]])
    #expect(pairs(actors, decisions: [.init(verdict: "not_same", subjects: ["d", "c"])]) == [["a", "b"]])
  }

  @Test("does not list two communes, two establishments, two numbers, or an actor and an object")
  func notListed() {
    #expect(pairs([.init(id: "a", name: "X", place: "46102"), .init(id: "b", name: "X", place: "46045")]).isEmpty)
    #expect(
      pairs([
        .init(id: "a", name: "X nord", siren: "732829320", siret: "73282932000074"),
        .init(id: "b", name: "X sud", siren: "732829320", siret: "73282932000082"),
      ]).isEmpty)
    #expect(
      pairs([.init(id: "a", name: "X", siren: "732829320"), .init(id: "b", name: "X", siren: "552100554")]).isEmpty)
    #expect(pairs([.init(id: "a", name: "X"), .init(id: "b", name: "X", kind: .event)]).isEmpty)
  }
}
