import Testing

@testable import AllianceModel

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
      "a.b+c@exemple.org", "éléonore@mairie-romans.fr", "jean.dupont (at) exemple.fr", "contact [arobase] exemple.fr",
      "04 75 12 34 56", "04.75.12.34.56", "04-75-12-34-56", "0475123456", "0475 12 34 56", "0475 123 456",
      "0 800 123 456", "+33 4 75 12 34 56", "+33475123456", "+33 (0)4 75 12 34 56", "+33(0)475123456",
      "0033475123456", "00 33 4 75 12 34 56", "04\u{00A0}75\u{00A0}12\u{00A0}34\u{00A0}56",
      "04\u{202F}75\u{202F}12\u{202F}34\u{202F}56", "+49 30 123456", "+262 262 12 34 56", "(04) 75 12 34 56",
      "Tél.0475123456", "06 12 34 56 78 26000 Valence",
    ])
  func contacts(contact: String) {
    let publication = Publication(of: Self.graph(story: "Joindre \(contact), merci."), language: .french)
    let story = publication.graph.alliances[0].story ?? ""
    #expect(story.contains("retiré"), "\(story)")
    #expect(!story.contains("exemple") && !story.contains("12") && !story.contains("romans"), "\(story)")
    #expect(publication.removed.addresses + publication.removed.phones == 2)  // the description of the graph holds one
  }

  @Test(
    "leaves numbers that are no telephones",
    arguments: [
      "SIRET 35600000000048", "SIRET 356 000 000 00048", "SIREN 732 829 320", "2007-2019", "12 000 000 000 €",
      "+12 000 000 000 €", "Rattachement", "n° 732829320", "01/02/2003 04:05", "01/02/2003 0405", "2021-11-23",
      "RNA W381234567", "communes 01004 01007 01010", "26100 Romans", "départements 01, 03, 07, 26 et 38",
      "5.0475123456", "FR76 3000 4000 0312 3456 7890 143", "https://exemple.fr/article-10475123456", "1 234 567,89 €",
    ])
  func innocent(text: String) {
    let publication = Publication(of: Self.graph(story: text), language: .french)
    #expect(publication.graph.alliances[0].story == text)
  }

  @Test(
    "takes out whole links that hold an address, a number or a name, and keeps the others",
    arguments: [
      "mailto:a@b.fr", "tel:+33475123456", "https://exemple.fr/contact?tel=0475123456", "https://wa.me/33475123456",
      "https://exemple.fr/?t=%2B33%204%2075%2012%2034%2056", "https://exemple.fr/?mail=a%40b.fr",
      "https://exemple.fr/equipe/anne-martin", "https://exemple.fr/?nom=Martin+Anne", "www.exemple.fr/annemartin",
      "https://exemple.fr/A_Martin", "https://exemple.fr/equipe/martin",
    ])
  func links(link: String) {
    let publication = Publication(of: Self.graph(story: "Voir \(link)."), language: .french)
    #expect(publication.graph.alliances[0].story == "Voir [lien retiré].")
    let sources = [
      AllianceGraph.Source(subject: "asso", url: link), .init(subject: "asso", url: "https://exemple.fr/a"),
    ]
    let graph = AllianceGraph(
      info: Self.graph(story: "").info, actors: Self.graph(story: "").actors, alliances: [], sources: sources)
    #expect(Publication(of: graph, language: .french).graph.sources.map(\.url) == [nil, "https://exemple.fr/a"])
  }

  /// Persons in the spellings of tables, and texts that name them.
  @Test(
    "finds a name in every usual spelling",
    arguments: [
      ("Jean Dupont", "avec DUPONT Jean"), ("Jean Dupont", "avec J. Dupont"), ("Jean Dupont", "avec Dupont J."),
      ("DUPONT Jean", "avec jean dupont"), ("Dupont, Jean", "avec Jean DUPONT"),
      ("M. Jean Dupont", "avec Jean  Dupont"),
      ("Jean Dupont", "avec M. Dupont"), ("Jean Dupont", "avec Monsieur DUPONT"), ("Jean Dupont", "avec Dupont"),
      ("Jean Dupont", "avec Dupont, Jean"), ("Hélène Lefèvre", "avec HELENE LEFEVRE"),
      ("Jean-Pierre Dupont", "avec J.-P. Dupont"), ("Jean-Pierre Dupont", "avec JP Dupont"),
      ("Jean Pierre DUPONT", "avec Jean-Pierre Dupont"), ("Jean-Pierre Dupont", "avec Jean Dupont"),
      ("Anne Le Bihan", "avec A. Le Bihan"), ("Anne Le Bihan", "avec Mme Le Bihan"),
      ("Loïc L'Hostis", "avec Loic L’Hostis"), ("Jeanne d’Arc-Martel", "avec Jeanne d'Arc Martel"),
      ("Marie Petit", "avec Mme Petit"), ("Marie Petit", "avec Petit Marie"), ("Zoé", "avec Zoé"),
      ("Jean Dupont (président)", "avec Jean Dupont"), ("Jean Dupont", "avec Jean\u{00A0}Dupont"),
    ])
  func spellings(name: String, text: String) {
    let story = Self.story(text + " hier", with: name)
    #expect(story.contains("[nom retiré]"), "\(story)")
    for word in ["dupont", "jean", "bihan", "hostis", "lefevre", "petit", "zoe", "martel"] {
      #expect(!story.textKey.split(separator: " ").contains { $0 == word }, "\(story)")
    }
    #expect(story.hasPrefix("avec ") && story.hasSuffix(" hier"))
  }

  @Test(
    "leaves common words, places and published names that are like a family name",
    arguments: [
      ("Marie Petit", "Petit déjeuner des entreprises"), ("Marie Petit", "un petit pas"),
      ("Paul Marchand", "marchand de vin"),
      ("Anne Martin", "la commune de Saint-Martin"), ("Anne Martin", "Saint Martin et Sainte Anne"),
      ("Luc Romans", "Romans-sur-Isère"), ("Alice Dupont", "jusqu’à Dupontel"), ("Luc Amis", "Les Amis en fête"),
      ("Pierre Blanche", "une pierre blanche"), ("Avril Mai", "avril 2021"), ("Guy Ly", "Ly"),
    ])
  func common(name: String, text: String) {
    #expect(Self.story(text, with: name) == text)
  }

  private static func story(_ text: String, with name: String) -> String {
    let graph = AllianceGraph(
      info: GraphInfo(name: "g", title: "G"),
      actors: [.init(id: "p", name: name, kind: .person), .init(id: "asso", name: "Les Amis")],
      alliances: [.init(id: "x", title: "X", parties: [.init(actor: "p"), .init(actor: "asso")], story: text)])
    return Publication(of: graph, language: .french).graph.alliances[0].story ?? ""
  }

  @Test("leaves out rows that are marked, and what is said of them")
  func marks() {
    func actor(_ id: String, _ field: String, _ value: String) -> AllianceGraph.Actor {
      .init(id: id, name: "Maison \(id)", fields: [FreeField(name: field, value: value)])
    }
    let graph = AllianceGraph(
      info: GraphInfo(name: "g", title: "G"),
      actors: [
        actor("alpha", "Diffusible", "non"), actor("beta", "interne", "oui"),
        actor("gamma", "statutDiffusionUniteLegale", "P"), actor("delta", "remarque", "[ND]"),
        actor("eps", "Diffusible", "oui"), actor("zeta", "statutDiffusionUniteLegale", "O"),
        actor("eta", "interne", "non"),
      ],
      alliances: [
        .init(id: "x", title: "Four de la Maison alpha", parties: ["alpha", "eps", "zeta"].map { .init(actor: $0) }),
        .init(id: "y", title: "Y", parties: [], fields: [FreeField(name: "confidentialité", value: "interne")]),
      ],
      sources: [
        .init(subject: "alpha", title: "A"), .init(subject: "eps", title: "E"),
        .init(subject: "zeta", title: "Z", confidence: "interne"),
      ], decisions: [.init(verdict: "same", subjects: ["alpha", "eps"], author: "Jean")])
    let publication = Publication(of: graph, language: .french)
    #expect(publication.graph.actors.map(\.id) == ["eps", "zeta", "eta"])
    #expect(publication.graph.alliances.map(\.id) == ["x"])
    #expect(publication.graph.alliances[0].parties.map(\.actor) == ["eps", "zeta"])
    #expect(publication.graph.alliances[0].title == "Four de la [nom retiré]")
    #expect(publication.graph.sources.map(\.title) == ["E"])
    #expect(publication.removed.rows == 6)
    #expect(publication.graph.decisions.isEmpty)
    #expect(!String(describing: publication).contains("alpha"))
  }

  @Test("tells what was left out, where and why, and what it cannot see")
  func account() {
    let publication = Publication(of: Self.graph(story: "Anne Martin, 04 75 12 34 56"), language: .french)
    #expect(
      publication.removed.items.contains(.init(table: "alliances", row: "x", field: "story", reason: .phone, count: 1)))
    #expect(
      publication.removed.items.contains(
        .init(table: "actors", row: "person-1", field: "name", reason: .person, count: 1)))
    #expect(
      publication.removed.items.contains(
        .init(table: "actors", row: "person-2", field: "name", reason: .soleTrader, count: 1)))
    #expect(
      publication.removed.notes.map(\.english) == [
        "Left out before publication: 1 e-mail address, 1 telephone number, 2 mentions of a name in a text, 1 cell of "
          + "contacts, 1 name of a person without a public role, 1 name of a sole trader and 1 source or decision about "
          + "these.",
        "A name that the table of actors does not know cannot be recognised: read before you publish.",
      ])
    #expect(Publication(of: ProjectionTests.graph, language: .french).removed.notes.count == 2)
  }

  @Test("gives neutral ids to rows whose own would tell, and follows them everywhere")
  func ids() {
    let graph = AllianceGraph(
      info: GraphInfo(name: "anne-martin", title: "G"),
      actors: [
        .init(id: "martin_anne", name: "Anne Martin", kind: .person),
        .init(id: "chez.anne@exemple.fr", name: "Chez Elle"),
      ],
      alliances: [
        .init(
          id: "projet-anne-martin", title: "X",
          parties: [.init(actor: "martin_anne"), .init(actor: "chez.anne@exemple.fr")],
          relation: Relation(rawValue: "demander à Anne Martin"))
      ], sources: [.init(subject: "projet-anne-martin", title: "S")])
    let publication = Publication(of: graph, language: .french)
    #expect(publication.graph.alliances.map(\.id) == ["alliance-1"])
    #expect(publication.graph.alliances[0].parties.map(\.actor) == ["person-1", "actor-1"])
    #expect(publication.graph.sources.map(\.subject) == ["alliance-1"])
    #expect(!String(describing: publication).textKey.contains("anne"))
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
