import AllianceModel

/// Everything that a territory map draws inside its frame, before labels have a place.
struct TerritoryScene {
  /// A mark at a place, or at several that are too near each other to be told apart.
  struct Pin {
    let key: String
    let name: String
    let tooltip: String
    let coordinate: GeoCoordinate
    /// How far it is from the middle of the map, in kilometres, when it lies beyond the border.
    let distance: Double?
    let actorCount: Int
    /// Of its circle, in points.
    let radius: Double
    /// Whether the count stands in the circle.
    let showsCount: Bool
  }

  /// What stands beside a pin.
  struct Label {
    let pin: Int
    let card: TerritoryCard
    /// Whether it has a border and always a place; a bare name may be left out.
    let isCard: Bool
  }

  /// Alliances of one look between two pins.
  struct Line {
    let first: Int
    let second: Int
    let style: MapTheme.TieStyle
    let cssClass: String
    let alliances: [Int]
    let tooltip: String
  }

  /// An alliance of three places or more.
  struct Pill {
    let alliance: Int
    let text: NodeText
    let pins: [Int]
    let looks: [AllianceLooks.Look]
    let tooltip: String

    var size: (width: Double, height: Double) {
      NodeShape.roundedBox.size(aroundWidth: text.width, height: text.height)
    }
  }

  let pins: [Pin]
  let labels: [Label]
  let lines: [Line]
  let pills: [Pill]
  /// Names for orientation, written where there is room: communes of the perimeter without actors.
  let ground: [(name: String, coordinate: GeoCoordinate)]
  /// Of the type on the map.
  let scale: Double
  /// Whether cards list the alliances within their place; if not, a list beside the map does.
  let hasInner: Bool
  /// Whether places are counted, not listed, and lines chained from place to place.
  let isCounted: Bool
  /// Where lines are too many to follow, those that are drawn: one for each pair, whatever the form.
  var bundles: BundleSelection?
  /// How many alliances join two circles.
  var joiningCount = 0
}

/// Makes scenes of a graph: each actor by name, or counts where there are too many.
struct TerritorySceneBuilder {
  let graph: AllianceGraph
  let places: TerritoryPlaces
  let frame: TerritoryFrame
  let looks: AllianceLooks
  let words: TerritoryWords
  let entries: TerritoryEntries
  /// Communes of the perimeter.
  let perimeter: [PlaceTable.Commune]

  /// From these numbers on, a page cannot hold every name.
  static let mostPlaces = 40
  static let mostActors = 130
  static let farPlaces = 8
  /// Lines beyond this are a tangle: then each pair of circles has one, and only the strongest are drawn.
  static let mostLines = 90
  static let mostBundles = 60

  /// Whether every actor can be named.
  var isSmall: Bool {
    places.places.count <= TerritorySceneBuilder.mostPlaces && places.locatedCount <= TerritorySceneBuilder.mostActors
  }

  // MARK: Every actor by its name

  /// - Parameters:
  ///   - scale: Of the type: 1 for the smallest.
  ///   - hasInner: Whether cards list the alliances within their place.
  ///   - inset: The place whose actors stand in an inset, not on a card.
  func namedScene(scale: Double, hasInner: Bool, inset: Int?) -> TerritoryScene {
    let names = places.places.map { name(of: $0) }
    let pins = places.places.enumerated().map { index, place in
      TerritoryScene.Pin(
        key: place.key, name: names[index], tooltip: words.tooltip(names[index], actors: place.actors.count),
        coordinate: place.coordinate, distance: distance(of: index), actorCount: place.actors.count,
        radius: 3.6 * scale,
        showsCount: false)
    }
    let labels = places.places.indices.map { index in
      TerritoryScene.Label(
        pin: index,
        card: card(of: index, name: names[index], scale: scale, hasInner: hasInner, isInset: index == inset),
        isCard: true)
    }
    let pairs = places.links.filter { $0.places.count == 2 }.map { (($0.places[0], $0.places[1]), $0.alliance) }
    let pills = places.links.filter { $0.places.count > 2 }.map { link in
      let alliance = graph.alliances[link.alliance]
      return TerritoryScene.Pill(
        alliance: link.alliance,
        text: NodeText.fitting(
          alliance.title, shape: .roundedBox, size: 8.6 * scale, face: .regular, year: words.years(of: alliance),
          widest: 110 * scale),
        pins: link.places, looks: looks.looks(of: alliance), tooltip: words.tooltip(of: alliance, in: graph))
    }
    let taken = Set(places.places.map(\.key))
    let ground = perimeter.filter { !taken.contains($0.code) }.compactMap { commune in
      commune.coordinate.map { (commune.name, $0) }
    }
    return TerritoryScene(
      pins: pins, labels: labels, lines: lines(pairs), pills: pills, ground: ground, scale: scale, hasInner: hasInner,
      isCounted: false)
  }

  private func distance(of place: Int) -> Double? {
    frame.isInside[place] ? nil : frame.center.distance(to: places.places[place].coordinate)
  }

  /// The name of a commune, else that of its one actor.
  private func name(of place: TerritoryPlaces.Place) -> String {
    place.name ?? (place.actors.count == 1 ? graph.actors[place.actors[0]].name : words.samePlace)
  }

  private func card(of index: Int, name: String, scale: Double, hasInner: Bool, isInset: Bool) -> TerritoryCard {
    let place = places.places[index]
    let title = words.title(name, actors: place.actors.count, distance: distance(of: index))
    return TerritoryCard(
      title: isInset ? words.seeInset(title) : title, actors: isInset ? [] : place.actors.map(entries.actor),
      heading: words.innerHeading(place.inner.count),
      alliances: hasInner ? place.inner.map(entries.alliance) : [], scale: scale)
  }

  /// One line for each pair and look.
  private func lines(_ pairs: [((Int, Int), Int)]) -> [TerritoryScene.Line] {
    struct Key: Hashable {
      let first: Int
      let second: Int
      let look: String
    }
    var order: [Key] = []
    var alliances: [Key: [Int]] = [:]
    var styles: [Key: MapTheme.TieStyle] = [:]
    for ((first, second), alliance) in pairs {
      for look in looks.looks(of: graph.alliances[alliance]) {
        let key = Key(first: first, second: second, look: look.cssClass)
        if alliances[key] == nil { order.append(key) }
        alliances[key, default: []].append(alliance)
        styles[key] = look.style
      }
    }
    return order.compactMap { key in
      guard let style = styles[key], let behind = alliances[key] else { return nil }
      return TerritoryScene.Line(
        first: key.first, second: key.second, style: style, cssClass: "lien \(key.look)", alliances: behind,
        tooltip: words.tooltip(ofLine: behind, in: graph))
    }
  }

  // MARK: Counted places

  /// Places drawn together where their circles would touch, with the number of actors of each circle; alliances chained
  /// from place to place along the shortest way.
  ///
  /// - Parameters:
  ///   - transform: Of the page.
  ///   - reach: Circles keep at least this apart, in points.
  func countedScene(transform: PageTransform, reach: Double) -> TerritoryScene {
    let groups = PlaceGroups(
      points: places.places.map { transform.point(frame.projection.position(of: $0.coordinate)) },
      weights: places.places.map { $0.actors.count }, populations: places.places.map(\.population),
      isInside: frame.isInside, coordinates: places.places.map(\.coordinate), reach: reach,
      farLimit: TerritorySceneBuilder.farPlaces)
    let most = groups.groups.map(\.weight).max() ?? 1
    let pins = groups.groups.map { group in
      let leader = places.places[group.leader]
      let name =
        group.isInside || group.members.count < 2
        ? name(of: leader) : words.andOthers(name(of: leader), group.members.count - 1)
      let distance = group.isInside ? nil : frame.center.distance(to: leader.coordinate)
      let coordinate = leader.coordinate
      return TerritoryScene.Pin(
        key: leader.key, name: name, tooltip: words.tooltip(name, actors: group.weight, places: group.members.count),
        coordinate: coordinate, distance: distance, actorCount: group.weight,
        radius: PlaceGroups.radius(group.weight, most: most, largest: reach / 2 - 0.5),
        showsCount: true)
    }
    let labels = pins.indices.map { index in
      let pin = pins[index]
      let card =
        pin.distance == nil
        ? TerritoryCard(name: pin.name, size: 7.6)
        : TerritoryCard(
          title: words.title(pin.name, actors: nil, distance: pin.distance), actors: [], heading: "", alliances: [],
          scale: 0.85)
      return TerritoryScene.Label(pin: index, card: card, isCard: pin.distance != nil)
    }
    var pairs: [((Int, Int), Int)] = []
    for link in places.links {
      let ends = Array(Set(link.places.map { groups.groupOf[$0] })).sorted()
      pairs += groups.chain(of: ends).map { ($0, link.alliance) }
    }
    var lines = lines(pairs)
    var bundles: BundleSelection?
    if lines.count > TerritorySceneBuilder.mostLines {
      let strongest = BundleSelection(
        of: BundleSelection.bundles(of: pairs), room: max(pins.count, TerritorySceneBuilder.mostBundles))
      lines = strongest.drawn.map { bundle in
        TerritoryScene.Line(
          first: bundle.first, second: bundle.second, style: looks.theme.bundle(of: bundle.alliances.count).style,
          cssClass: "lien faisceau", alliances: bundle.alliances,
          tooltip: words.tooltip(ofLine: bundle.alliances, in: graph))
      }
      bundles = strongest
    }
    return TerritoryScene(
      pins: pins, labels: labels, lines: lines, pills: [], ground: [], scale: 1, hasInner: false, isCounted: true,
      bundles: bundles, joiningCount: Set(pairs.map(\.1)).count)
  }
}
