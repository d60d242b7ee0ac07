import AllianceModel
import Testing

@testable import Exchange

@Suite("Importer")
struct ImporterTests {
  static func read(_ tables: [String], into known: AllianceGraph? = nil) -> ImportReport {
    let files = tables.enumerated().map { DataPackage.File(name: "t\($0 + 1).csv", bytes: Array($1.utf8)) }
    return Importer.read(files, into: known, info: GraphInfo(name: "t", title: "T"))
  }

  private let actors = "id;nom;type\narcher;Groupe Archer;entreprise\nadie;Adie;association\n"

  @Test("gives the same graph whichever table comes first")
  func order() {
    let alliances =
      "id;titre;parties;roles;forme\nr1;Prêt;archer|adie|Inconnue SA;archer:prêteur|adie:emprunteur;mécénat\n"
    let first = ImporterTests.read([actors, alliances])
    let second = ImporterTests.read([alliances, actors])
    #expect(first.graph.inStoredOrder() == second.graph.inStoredOrder())
    #expect(first.graph.alliances[0].parties.map(\.role) == ["prêteur", "emprunteur", nil])
    #expect(first.graph.alliances[0].forms == [PartnershipForm(rawValue: "patronage")])
  }

  @Test("makes actors that only ties name, lists them, and says where the first one stands")
  func createdActors() throws {
    let report = ImporterTests.read([actors, "titre;parties\nPrêt;archer|Adye\n"])
    #expect(report.createdActors == ["Adye"])
    #expect(report.graph.actors.map(\.id) == ["archer", "adie", "adye"])
    let problem = try #require(report.problems.first)
    #expect(problem.severity == .warning)
    #expect(problem.location == SourceLocation(file: "t2.csv", line: 2, column: 13))
    #expect(problem.cure?.english == "did you mean “Adie”?")
  }

  @Test("finds parties by id, name, other name or official number")
  func resolution() {
    let sheet = "id;nom;alias;siren\na;Groupe Archer;Archer SAS;732829320\n"
    for name in ["a", "groupe archer", "ARCHER SAS", "732 829 320"] {
      let report = ImporterTests.read([sheet, "titre;parties\nX;\(name)|Autre\n"])
      #expect(report.graph.alliances[0].parties.first?.actor == "a", "\(name)")
    }
  }

  @Test("refuses to guess between two actors of one name")
  func ambiguousName() {
    let report = ImporterTests.read(["id;nom\na;Amicale\nb;Amicale\n", "titre;parties\nX;Amicale|a\n"])
    #expect(report.hasErrors)
    #expect(
      report.problems.contains { $0.message.english == "several actors are called “Amicale”; this party is not read" })
  }

  @Test("puts a mark before alliance ids that actors use too, and says so")
  func sharedIDs() {
    let report = ImporterTests.read([
      "id;nom;source\n1;A;s1\n2;B;s2\n", "id;titre;parties;source\n1;X;1|2;s3\n", "alliance;acteur;role\n1;2;hôte\n",
    ])
    #expect(report.graph.alliances.map(\.id) == ["alliance-1"])
    #expect(report.graph.sources.map(\.subject) == ["1", "2", "alliance-1"])
    #expect(report.graph.alliances[0].parties.map(\.actor) == ["1", "2", "2"])
    #expect(report.problems.contains { $0.severity == .note && $0.message.english.contains("use the same ids") })
  }

  @Test("takes the most exact of dates that agree, and keeps those that do not")
  func dates() {
    let report = ImporterTests.read([
      actors,
      "id;titre;parties;year_start;year_end;date\n"
        + "a1;A;archer|adie;2021;2021;2021-11-23\na2;B;archer|adie;2019;2021;05/2020\na3;C;archer|adie;2019;;12/05/2018\n",
    ])
    let alliances = report.graph.alliances
    #expect(alliances.map { $0.start?.description } == ["2021-11-23", "2019", "2019"])
    #expect(report.graph.sources.map(\.value) == ["2020-05", "2018-05-12"])
    // Within the period it is no contradiction, before it it is.
    #expect(report.problems.map(\.value) == ["2018-05-12"])
  }

  @Test("parts several sources, addresses from titles, and keeps the basis of classifications")
  func sources() {
    let report = ImporterTests.read([
      actors,
      "id;titre;parties;forme;form_basis;source\n"
        + "x;X;archer|adie;mecenat;assigned;seed:P5 | https://a.fr/?q=1|2|https://b.fr\n",
    ])
    let sources = report.graph.sources
    #expect(
      sources.filter { $0.field == nil }.map { $0.url ?? $0.title } == [
        "seed:P5", "https://a.fr/?q=1|2", "https://b.fr",
      ])
    #expect(sources.filter { $0.field == "forms" }.map(\.basis) == ["assigned"])
  }

  @Test("reads goals by number, by name, several in a cell")
  func goals() {
    let report = ImporterTests.read([
      "nom;odd\nA;8|17\nB;ODD 8, 11\nC;Vie terrestre\nD;8 - Travail décent\nE;18\nF;beaucoup\n"
    ])
    #expect(report.graph.actors.map(\.odd) == [[8, 17], [8, 11], [15], [8], [18], []])
    #expect(report.problems.count(where: { $0.severity == .error }) == 2)
  }

  @Test("keeps codes as text, and tells numbers that a spreadsheet destroyed")
  func codes() {
    let report = ImporterTests.read([
      "nom;siren;siret;insee;dep\nA;005 880 034;3,52E+13;01053;1\nB;=\"005880034\";;1053;\n"
    ])
    #expect(report.graph.actors.map(\.siren) == ["005880034", "005880034"])
    #expect(report.graph.actors.map(\.place) == ["01053", "01053"])
    #expect(report.graph.actors[0].siret == "3,52E+13")
    #expect(
      report.problems.contains {
        $0.message.english.contains("destroyed by a spreadsheet") && $0.location?.column == 15
      })
  }

  @Test("reads decimal commas and spaces of all kinds in numbers")
  func numbers() {
    let report = ImporterTests.read(["nom;latitude;longitude;niveau\nA;45,05;5,04;commune\n"])
    #expect(report.graph.places.isEmpty)
    let actors = ImporterTests.read(["nom;type;latitude;longitude\nA;x;45,05;-1\u{202F},5\n"]).graph.actors
    #expect(actors.map(\.latitude) == [45.05])
    #expect(actors.map(\.longitude) == [-1.5])
  }

  @Test("places actors by commune code, by name when one commune bears it, else by département")
  func places() {
    let report = ImporterTests.read([
      "nom;commune;insee;dep\nA;Figeac;46102;46\nB;Figeac;;46\nC;Leyme;;46\nD;;;7\nE;;;\n",
      "insee;nom;dep;epci_siren;epci_nom;lat_centroide;lon_centroide\n46102;Figeac;46;200067361;CC Grand-Figeac;44,6;2\n"
        + "46045;Cajarc;46;200067361;CC Grand-Figeac;44,5;1,8\n",
    ])
    #expect(report.graph.actors.map(\.place) == ["46102", "46102", "leyme-46", "dep-07", nil])
    #expect(report.graph.places.first { $0.id == "46102" }?.within == ["200067361", "dep-46"])
    #expect(report.graph.places.first { $0.id == "dep-46" }?.within == ["reg-76"])
    // Cajarc is in the list, but nothing speaks of it.
    #expect(!report.graph.places.contains { $0.id == "46045" })
    #expect(report.problems.isEmpty)
  }

  @Test("reads ties with several per pair, each kept with its type")
  func ties() {
    let report = ImporterTests.read(["source,target,type\nA,B,financement\nA,B,prestation\nB,C,\n"])
    #expect(report.graph.alliances.map { $0.relation?.rawValue } == ["funding", "service", nil])
    #expect(report.createdActors == ["A", "B", "C"])
    #expect(report.graph.alliances.allSatisfy { $0.parties.count == 2 })
  }

  @Test("reads a square table, each pair once")
  func matrix() {
    let report = ImporterTests.read([";A;B;C\nA;;x;\nB;x;;3\nC;;3;\n"])
    #expect(report.graph.alliances.map(\.title) == ["A – B", "B – C"])
    #expect(report.graph.alliances.map(\.intensity) == [nil, "3"])
  }

  @Test("reads partners of actors: a list, numbered columns, a column for each actor")
  func partnerColumns() {
    let list = ImporterTests.read(["nom;siren;partenaires\nA;;B|C\nB;;A\n"])
    #expect(list.graph.alliances.map(\.title) == ["A – B", "A – C"])
    let numbered = ImporterTests.read(["nom;type;Partenaire 1;Partenaire 2\nA;asso;B;C\nB;asso;A;\n"])
    #expect(numbered.graph.alliances.map(\.title) == ["A – B", "A – C"])
    #expect(numbered.graph.actors.allSatisfy { $0.fields.isEmpty })
    let survey = ImporterTests.read(["nom;type;employeur;A;B;C\nA;asso;oui;;x;\nB;asso;non;x;;oui\nC;asso;oui;;;\n"])
    #expect(survey.graph.alliances.map(\.title) == ["A – B", "B – C"])
    #expect(survey.graph.actors.map { $0.fields.map(\.name) } == [["employeur"], ["employeur"], ["employeur"]])
  }

  @Test("finds everything wrong in one pass, each with its place")
  func allProblems() {
    let report = ImporterTests.read([
      "id;nom;type;siren;début\na;A;fusée;123456789;31/02/2021\na;B;entreprise;;\n;C;;;\n",
      "id;titre;parties\nx;X;a\n",
    ])
    let found = report.problems.map { "\($0.location?.line ?? 0):\($0.location?.column ?? 0) \($0.severity)" }
    #expect(Set(found) == ["2:5 warning", "2:11 warning", "2:21 error", "3:1 error", "2:5 warning"])
    #expect(report.graph.actors.map(\.id) == ["a", "a", "c"])
  }

  @Test("keeps a cell that is too long from doing harm", .timeLimit(.minutes(1)))
  func longCell() {
    let report = ImporterTests.read(["nom;type\n\(String(repeating: "x", count: 10_000_000));asso\n"])
    #expect(report.graph.actors[0].name.count == 1000)
    #expect(report.problems.map(\.severity) == [.error])
    #expect(report.problems[0].text(in: .french).count < 500)
  }

  @Test("reads the four cases whole", .enabled(if: CasesTests.isAvailable), arguments: CasesTests.counts)
  func cases(name: String, actors: Int, alliances: Int) throws {
    let report = try CasesTests.read(name)
    #expect(report.graph.actors.count == actors)
    #expect(report.graph.alliances.count == alliances)
    #expect(report.problems.isEmpty)
    #expect(report.createdActors.isEmpty)
  }
}
