import AllianceModel
import Testing

@Suite("Publication")
struct PublicationTests {
  static func graph(story: String) -> AllianceGraph {
    AllianceGraph(
      info: GraphInfo(name: "g", title: "G", description: "Écrire à contact@exemple.fr"),
      actors: [
        .init(id: "anne_martin", name: "Anne MARTIN", aliases: ["A. Martin"], kind: .person, description: "bénévole"),
        .init(id: "maire", name: "Paul Durand", kind: .person, publicRole: "maire"),
        .init(
          id: "ei", name: "Boulangerie Lucie Petit", kind: ActorKind(rawValue: "company"), legalCategory: "1000",
          siren: "732829320"),
        .init(
          id: "asso", name: "Les Amis", kind: ActorKind(rawValue: "association"), siret: "35600000000048",
          networks: ["anne_martin"],
          fields: [FreeField(name: "Tél. du siège", value: "bureau"), FreeField(name: "budget", value: "12000")]),
      ],
      alliances: [
        .init(
          id: "x", title: "Four avec Anne Martin",
          parties: [.init(actor: "anne_martin"), .init(actor: "asso"), .init(actor: "ei")],
          story: story)
      ],
      sources: [
        .init(subject: "anne_martin", url: "https://exemple.fr/anne-martin"), .init(subject: "asso", title: "Rapport"),
      ])
  }

  @Test("leaves no trace of a person without a public role, and keeps the party")
  func persons() {
    let publication = Publication(of: Self.graph(story: "MARTIN Anne et Mme Martin ont ouvert."), language: .french)
    let everything = String(describing: publication.graph).lowercased()
    #expect(!everything.contains("martin"))
    #expect(!everything.contains("lucie"))
    #expect(!everything.contains("732829320"))
    #expect(everything.contains("paul durand"))
    #expect(publication.graph.alliances[0].parties.map(\.actor) == ["person-1", "asso", "person-2"])
    #expect(publication.graph.validate().filter { $0.severity == .error }.isEmpty)
    #expect(publication.removed.people == 2)
    #expect(publication.graph.actors[3].networks == ["person-1"])
  }

  @Test(
    "takes out addresses and telephones in every usual spelling",
    arguments: [
      "a.b+c@exemple.org", "éléonore@mairie-romans.fr", "04 75 12 34 56", "04.75.12.34.56", "0475123456",
      "+33 4 75 12 34 56",
      "+33 (0)4 75 12 34 56", "0033475123456", "04\u{00A0}75\u{00A0}12\u{00A0}34\u{00A0}56", "+49 30 123456",
    ])
  func contacts(contact: String) {
    let publication = Publication(of: Self.graph(story: "Joindre \(contact), merci."), language: .french)
    #expect(
      publication.graph.alliances[0].story?.contains(contact) == false, "\(publication.graph.alliances[0].story ?? "")")
    #expect(publication.removed.addresses + publication.removed.phones == 2)  // the description of the graph holds one
  }

  @Test(
    "leaves numbers that are no telephones",
    arguments: [
      "SIRET 35600000000048", "2007-2019", "12 000 000 000 €", "https://exemple.fr/0475123456/", "Rattachement",
      "n° 732829320",
    ])
  func innocent(text: String) {
    let publication = Publication(of: Self.graph(story: text), language: .french)
    #expect(publication.graph.alliances[0].story == text)
  }

  @Test("drops columns of contacts and keeps the others")
  func columns() {
    let publication = Publication(of: Self.graph(story: ""), language: .french)
    #expect(publication.graph.actors[3].fields == [FreeField(name: "budget", value: "12000")])
    #expect(publication.removed.cells == 1)
    #expect(publication.graph.actors[3].siret == "35600000000048")
  }

  @Test("changes nothing in a graph without personal data")
  func identity() {
    let graph = ProjectionTests.graph
    let publication = Publication(of: graph, language: .english)
    #expect(publication.graph == graph)
    #expect(publication.removed.isEmpty)
  }
}
