import AllianceModel
import Testing

@testable import Exchange

@Suite("GraphUpdate")
struct GraphUpdateTests {
  private let empty = AllianceGraph(info: GraphInfo(name: "g", title: "G"), actors: [], alliances: [])

  private func update(_ graph: AllianceGraph, _ tables: [String]) -> GraphUpdate {
    GraphUpdate(of: graph, by: ImporterTests.read(tables, into: graph))
  }

  /// Sheets as people keep them: with ids, without, with ties only, as a square, several ties of one pair.
  static let sheets: [[String]] = [
    [
      "id;nom;type;siren;dep\na;Archer;asso;732829320;26\nb;Adie;;;\n",
      "id;titre;parties\nx;Prêt;a|b\ny;Prêt;a|Nouveau\n",
    ],
    [
      "nom;type;commune\nAmicale laïque;asso;Figeac\nAmicale laïque;asso;Cajarc\n",
      "titre;parties;annee\nFête;Adie|Archer;2019\nFête;Adie|Archer;2020\n",
    ],
    ["source,target,type\nA,B,financement\nA,B,prestation\nA,B,prestation\n"],
    [";A;B\nA;;1\nB;1;\n"],
    ["nom;siren;partenaires\nA;;B|C\nB;;A\n"],
    ["id;nom\n1;A\n2;B\n", "id;titre;parties;source\n1;X;1|2;s\n", "alliance;acteur;rôle\n1;Tiers;témoin\n"],
  ]

  @Test("changes nothing when the same file is read again", arguments: sheets)
  func idempotent(tables: [String]) {
    let first = update(empty, tables)
    let second = update(first.graph, tables)
    #expect(!first.isEmpty)
    #expect(second.isEmpty, "\(second.added) \(second.changed)")
    #expect(second.problems.isEmpty)
    #expect(second.graph == first.graph)
  }

  @Test("tells each cell that changes, from what to what, and wipes none")
  func changed() {
    let graph = update(empty, ["id;nom;type;description\na;Archer;asso;solidaire\nb;Adie;asso;\n"]).graph
    let next = update(graph, ["id;nom;type;description\na;Groupe Archer;entreprise;\n"])
    #expect(
      next.changed == [
        .init(
          table: .actors, id: "a", name: "Groupe Archer",
          changes: [
            .init(field: "name", old: "Archer", new: "Groupe Archer"),
            .init(field: "kind", old: "association", new: "company"),
          ])
      ])
    #expect(next.absent.map(\.id) == ["b"])
    #expect(next.graph.actors.map(\.description) == ["solidaire", nil])
    #expect(next.graph.actors.count == 2)
  }

  @Test("knows an actor by its SIREN, SIRET or RNA under another name and id")
  func numbers() {
    let graph = update(empty, ["id;nom;siren;rna\na;CPCA;732829320;\nb;Adie;;W381234567\n"]).graph
    let next = update(graph, ["id;nom;siren;rna\nz;Le Mouvement associatif;732829320;\ny;ADIE;;W381234567\n"])
    #expect(next.added.isEmpty)
    #expect(next.graph.actors.map(\.name) == ["Le Mouvement associatif", "ADIE"])
    #expect(next.graph.actors.map(\.id) == ["a", "b"])
  }

  @Test("does not merge one name in two communes")
  func twoCommunes() {
    let graph = update(empty, ["id;nom;insee\na;Amicale laïque;46102\n"]).graph
    let next = update(graph, ["nom;insee\nAMICALE LAIQUE;46102\nAmicale laïque;46045\n"])
    #expect(next.added.map(\.name) == ["Amicale laïque"])
    #expect(next.graph.actors.map(\.place) == ["46102", "46045"])
    #expect(next.graph.possibleDuplicates().isEmpty)
  }

  @Test("honours decisions: the same, not the same")
  func decisions() {
    let sheet = "id;nom;insee\nb;Archer;26281\n"
    let graph = update(empty, ["id;nom\na;Archer\n"]).graph
    #expect(update(graph, [sheet]).graph.actors.count == 1)
    let apart = update(graph, [sheet, "verdict,subjects\nnot_same,a|b\n"]).graph
    #expect(apart.actors.map(\.id) == ["a", "b"])
    #expect(apart.possibleDuplicates().isEmpty)
    let other = update(
      update(empty, ["id;nom\na;Groupe Archer\n"]).graph, ["id;nom\nb;Pôle Sud\n", "verdict,subjects\nsame,a|b\n"])
    #expect(other.graph.actors.map(\.id) == ["a"])
  }

  @Test("keeps two files apart that both number their rows 1, 2, 3")
  func foreignIDs() {
    let graph = update(empty, ["id;nom\n1;Archer\n2;Adie\n3;Nef\n"]).graph
    let next = update(graph, ["id;nom\n1;Fermes de Figeac\n2;Regain\n3;Adie\n", "id;titre;parties\n9;Prêt;1|3\n"])
    #expect(next.graph.actors.map(\.name) == ["Archer", "Adie", "Nef", "Fermes de Figeac", "Regain"])
    #expect(next.graph.alliances[0].parties.map(\.actor) == ["fermes-de-figeac", "2"])
    #expect(next.problems.map(\.value) == ["1", "2"])
  }

  @Test("adds parties and roles, and keeps those that the file does not name")
  func parties() {
    let graph = update(empty, ["id;nom\na;A\nb;B\nc;C\n", "id;titre;parties;roles\nx;X;a|b;a:hôte\n"]).graph
    let next = update(graph, ["id;titre;parties;roles\nx;X;b|c;b:porteur\n"])
    #expect(
      next.graph.alliances[0].parties == [
        .init(actor: "a", role: "hôte"), .init(actor: "b", role: "porteur"), .init(actor: "c"),
      ])
    #expect(next.changed[0].changes == [.init(field: "parties", old: "a:hôte|b", new: "a:hôte|b:porteur|c")])
  }

  @Test("says of any graph that it is itself", arguments: 0..<40 as Range<UInt64>)
  func itself(seed: UInt64) throws {
    let graph = AllianceGraph.random(seed: seed)
    let files = try DataPackage.files(of: graph).filter { $0.name.hasSuffix(".csv") }
    let update = GraphUpdate(of: graph, by: Importer.readPackage(files, info: graph.info))
    #expect(update.added.isEmpty && update.changed.isEmpty)
    #expect(update.graph.actors == graph.actors)
    #expect(update.graph.alliances == graph.alliances)
  }
}
