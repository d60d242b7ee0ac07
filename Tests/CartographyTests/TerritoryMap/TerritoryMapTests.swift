import AllianceModel
import Exchange
import Foundation
import GraphvizKit
import TestSupport
import Testing
import Workspace

@testable import Cartography

@Suite("Territory map", .serialized)
struct TerritoryMapTests {
  static func document(
    _ graph: AllianceGraph, _ options: MapOptions = MapOptions(), backdrop: [[GeoFeature]] = [],
    table: PlaceTable? = nil, as formats: [MapFormat] = [.svg]
  ) async throws -> MapDocument {
    try await TerritoryMap(of: graph, options: options, backdrop: backdrop, table: table)
      .document(as: formats, renderer: GraphvizRenderer(.inProcess))
  }

  /// Three communes of Brittany, one actor in Paris, one without a place.
  static let small = AllianceGraph(
    info: GraphInfo(name: "essai", title: "Essai & Cie", language: .french),
    actors: [
      .init(id: "a", name: "Amicale <laïque>", kind: ActorKind(rawValue: "association"), place: "35236"),
      .init(id: "b", name: "Boulangerie", kind: ActorKind(rawValue: "company"), place: "35236"),
      .init(id: "c", name: "Commune de Pipriac", kind: ActorKind(rawValue: "local_authority"), place: "35219"),
      .init(id: "d", name: "Dinette", kind: ActorKind(rawValue: "company"), place: "35268"),
      .init(id: "p", name: "Fondation de Paris", kind: ActorKind(rawValue: "foundation"), place: "75056"),
      .init(id: "x", name: "Sans lieu", kind: ActorKind(rawValue: "association")),
    ],
    alliances: [
      .init(id: "inner", title: "Goûters", parties: [.init(actor: "a"), .init(actor: "b"), .init(actor: "x")]),
      .init(
        id: "pair", title: "Cantine", parties: [.init(actor: "b"), .init(actor: "c")],
        forms: [PartnershipForm(rawValue: "patronage"), PartnershipForm(rawValue: "economic_cooperation")]),
      .init(id: "pair2", title: "Fête", parties: [.init(actor: "a"), .init(actor: "c")]),
      .init(
        id: "large", title: "Pacte",
        parties: [.init(actor: "a"), .init(actor: "c"), .init(actor: "d"), .init(actor: "p")],
        start: PartialDate(year: 2021)),
      .init(id: "nowhere", title: "Sans ligne", parties: [.init(actor: "x")]),
    ],
    places: [
      .init(id: "35236", level: "commune", name: "Redon", latitude: 47.6611, longitude: -2.0803),
      .init(id: "35219", level: "commune", name: "Pipriac", latitude: 47.8113, longitude: -1.9373),
      .init(id: "35268", level: "commune", name: "Saint-Ganton", latitude: 47.7698, longitude: -1.891),
      .init(id: "75056", level: "commune", name: "Paris", latitude: 48.8566, longitude: 2.3522),
    ])

  @Test("shows every actor once, each alliance as a row, a line or a label, and who has no place in a list")
  func everything() async throws {
    let document = try await Self.document(Self.small)
    #expect(document.findings == [])
    let svg = try NetworkMapTests.svg(document)
    let shapes = SVGShape.all(in: svg)
    for actor in Self.small.actors {
      let found = shapes.filter { $0.id == "acteur_\(actor.id)" }
      #expect(found.count == 1 && found[0].text.hasPrefix(actor.name), "\(actor.name)")
    }
    // Goûters on its card, Cantine and Fête in the list of lines, Pacte as a label, Sans ligne in its list.
    for (id, text) in [
      ("inner", "Goûters +1"), ("pair", "Redon – Pipriac : Cantine"), ("large", "Pacte"), ("nowhere", "Sans ligne"),
    ] {
      let shape = try #require(shapes.first { $0.id == "alliance_\(id)" }, "\(id)")
      #expect(shape.text.replacing("\u{A0}", with: " ").hasPrefix(text), "\(shape.text)")
    }
    #expect(shapes.filter { $0.classes.contains("compte") }.map(\.text) == ["2"])
    // Three looks between Redon and Pipriac: two forms of Cantine, the unknown one of Fête.
    #expect(svg.matches(of: /id="lien_\d+"/).count == 3)
  }

  @Test("ends ties that leave the frame at its border, with name and distance")
  func farPlace() throws {
    let map = try TerritoryMap(of: Self.small)
    let layout = try #require(map.layout())
    let index = try #require(layout.scene.pins.firstIndex { $0.name == "Paris" })
    let pin = layout.scene.pins[index]
    let distance = try #require(pin.distance)
    // From the middle of the three communes, 47.7474° N 1.9695° W, to Paris: pyproj, `Geod(a=6371008.8, f=0).inv`.
    #expect(abs(distance - 342.57) < 0.05)
    let point = layout.points[index]
    #expect(layout.panel.right - point.x < 12)
    let title = try #require(layout.scene.labels[index].card.rows.first)
    #expect(title.lines.joined(separator: " ").contains("Paris · à 3"))
    #expect(layout.scene.pins.count { $0.distance == nil } == 3)
  }

  @Test("explains in the legend each look that is drawn and no other")
  func legend() throws {
    let map = try TerritoryMap(of: Self.small)
    let layout = try #require(map.layout())
    let texts = map.legend(of: layout.scene).flatMap(\.entries).map(\.text)
    for word in ["Entreprises (2)", "Associations et fondations (3)", "Collectivités et État (1)", "Mécénat (1)"] {
      #expect(texts.contains(word), "\(word)")
    }
    #expect(texts.contains { $0.hasPrefix("Forme non renseignée") })
    for word in ["Réseaux", "Innovation", "périmètre", "Savoirs", "alentour"] {
      #expect(!texts.contains { $0.contains(word) }, "\(word)")
    }
  }

  @Test("explains in the legend of a map of counts only the families that it lists beside it")
  func countedLegend() throws {
    var actors = (0..<60).map { index in
      AllianceGraph.Actor(
        id: "a\(index)", name: "A\(index)", kind: ActorKind(rawValue: "company"), latitude: 43 + Double(index) / 10,
        longitude: Double(index % 7))
    }
    actors.append(.init(id: "x", name: "X", kind: ActorKind(rawValue: "association")))
    let map = try TerritoryMap(of: AllianceGraph(info: GraphInfo(name: "g", title: "G"), actors: actors, alliances: []))
    let layout = try #require(map.layout())
    #expect(layout.scene.isCounted)
    let texts = map.legend(of: layout.scene).flatMap(\.entries).map(\.text)
    #expect(texts.contains("Associations et fondations (1)"))
    #expect(!texts.contains { $0.hasPrefix("Entreprises") })
  }

  @Test("takes actors of one town at different addresses together rather than let their marks overlap")
  func crowd() async throws {
    let actors =
      (0..<12).map { index in
        AllianceGraph.Actor(
          id: "a\(index)", name: "Acteur \(index)", latitude: 46.32 + Double(index) / 10_000, longitude: -0.46)
      } + [.init(id: "z", name: "Ailleurs", latitude: 46.6, longitude: -0.3)]
    let graph = AllianceGraph(info: GraphInfo(name: "g", title: "G"), actors: actors, alliances: [])
    let map = try TerritoryMap(of: graph)
    #expect(map.places.places.map(\.actors.count).sorted() == [1, 12])
    let document = try await Self.document(graph)
    #expect(document.findings == [])
  }

  @Test(
    "draws the shipped graphs on each page without a finding and with text of 7 pt at least",
    arguments: [MapPage.a4, .a4Landscape, .a3])
  func shipped(page: MapPage) async throws {
    for name in NetworkMapTests.shipped {
      let document = try await Self.document(try NetworkMapTests.graph(name), MapOptions(page: page))
      #expect(document.findings == [], "\(name)")
      #expect(abs(document.width - page.size.width) < 1e-6)
      #expect(document.smallestText >= 7, "\(name)")
    }
  }

  @Test("gives the same bytes each time")
  func deterministic() async throws {
    let graph = try NetworkMapTests.graph("valence-romans")
    #expect(try await Self.document(graph)[.svg] == Self.document(graph)[.svg])
  }

  @Test("keeps persons' names and addresses off the map unless asked")
  func publication() async throws {
    let graph = AllianceGraph(
      info: GraphInfo(name: "g", title: "G"),
      actors: [
        .init(id: "jeanne-dupont", name: "Jeanne Dupont", kind: .person, place: "35236"),
        .init(id: "b", name: "B", place: "35236"),
      ],
      alliances: [
        .init(id: "x", title: "Avec Jeanne Dupont", parties: [.init(actor: "jeanne-dupont"), .init(actor: "b")])
      ],
      places: Self.small.places)
    let closed = try NetworkMapTests.svg(try await Self.document(graph))
    #expect(!closed.lowercased().contains("dupont"))
    let open = try NetworkMapTests.svg(try await Self.document(graph, MapOptions(isInternal: true)))
    #expect(open.contains("Jeanne Dupont"))
  }

  @Test("says on a titled page what is missing when no actor has a place", arguments: Language.allCases)
  func withoutPlaces(language: Language) async throws {
    let graph = AllianceGraph(
      info: GraphInfo(name: "g", title: "Sans lieux"), actors: [.init(id: "a", name: "A"), .init(id: "b", name: "B")],
      alliances: [])
    let document = try await Self.document(graph, MapOptions(language: language), as: [.svg, .pdf, .png])
    let svg = try NetworkMapTests.svg(document)
    #expect(svg.contains("Sans lieux"))
    #expect(svg.contains("maillage places import"))
    #expect(svg.contains(language == .french ? "situé" : "has a place"))
    #expect(document.files.allSatisfy { $0.bytes.count > 500 })
    #expect(!document.remarks.isEmpty)
  }

  @Test("speaks English when asked")
  func english() async throws {
    let svg = try NetworkMapTests.svg(try await Self.document(Self.small, MapOptions(language: .english)))
    for word in ["map of the territory", "Without a place", "5 of 6 located", "km away"] {
      #expect(svg.contains(word), "\(word)")
    }
    #expect(!svg.contains("Non situés"))
  }

  @Test("counts places where there are too many actors to name, circles apart, in less than a page's text")
  func counted() async throws {
    var generator = TestGenerator(seed: 4)
    let actors = (0..<1_500).map { index in
      AllianceGraph.Actor(
        id: "a\(index)", name: "Acteur \(index)", latitude: Double.random(in: 43...50, using: &generator),
        longitude: Double.random(in: -2...7, using: &generator))
    }
    let alliances = (0..<400).map { index in
      AllianceGraph.Alliance(
        id: "x\(index)", title: "X\(index)",
        parties: (0..<Int.random(in: 2...6, using: &generator)).map { _ in
          AllianceGraph.Party(actor: "a\(Int.random(in: 0..<1_500, using: &generator))")
        })
    }
    let graph = AllianceGraph(info: GraphInfo(name: "g", title: "G"), actors: actors, alliances: alliances)
    let layout = try #require(try TerritoryMap(of: graph).layout())
    #expect(layout.scene.isCounted)
    #expect(layout.scene.pins.reduce(0) { $0 + $1.actorCount } == 1_500)
    let document = try await Self.document(graph)
    #expect(document.findings == [])
  }

  @Test("draws the national programmes on outlines of départements: readable, under 5 MB")
  func national() async throws {
    guard let folder = RealData.folder else { return RealData.skip("territory map of the national programmes") }
    let graph = try Workspace.open([folder.appending(path: "anct-programmes").path]).graph
    let outlines = try Backdrop.read([folder.appending(path: "geo/departements-version-simplifiee.geojson").path])
    let document = try await Self.document(graph, backdrop: outlines.layers)
    #expect(document.findings == [])
    let bytes = try #require(document[.svg])
    #expect(bytes.count < 5_000_000)
    #expect(document.smallestText >= 7)
  }
}
