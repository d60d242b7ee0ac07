import AllianceModel

/// The places of a graph that a map can show, who is there, and what each alliance joins.
struct TerritoryPlaces {
  struct Place {
    /// Of the SVG element, and for sorting: the id of the place, or of its first actor.
    let key: String
    /// nil when only coordinates are known.
    let name: String?
    /// Of its centre; of several addresses in one commune their middle.
    var coordinate: GeoCoordinate
    /// Positions in the graph, in its order.
    var actors: [Int]
    /// Alliances all of whose located parties are here.
    var inner: [Int] = []
    let population: Int?
  }

  /// An alliance that joins places.
  struct Link {
    let alliance: Int
    /// Positions in ``places``, rising, each once.
    let places: [Int]
  }

  var places: [Place]
  /// Alliances of two places or more.
  let links: [Link]
  /// Actors without a location.
  let unlocated: [Int]
  /// Alliances none of whose parties has a location.
  let withoutPlace: [Int]
  /// For each actor, its place.
  let placeOf: [Int?]

  init(of graph: AllianceGraph, locations: ActorLocations, table: PlaceTable?) {
    let known = Dictionary(graph.places.map { ($0.id, $0) }) { first, _ in first }
    var places: [Place] = []
    var numbers: [String: Int] = [:]
    for (index, actor) in graph.actors.enumerated() {
      guard let location = locations[index] else { continue }
      // Actors of one commune stand together; who has no commune stands with those at the very same point.
      let key = location.place ?? "\(location.coordinate.latitude) \(location.coordinate.longitude)"
      let number = numbers[key] ?? places.count
      if number == places.count {
        numbers[key] = number
        places.append(
          Place(
            key: location.place ?? actor.id, name: location.placeName, coordinate: location.coordinate, actors: [],
            population: location.place.flatMap { known[$0]?.population ?? table?[$0]?.population }))
      }
      places[number].actors.append(index)
    }
    for index in places.indices {
      let coordinates = places[index].actors.compactMap { locations[$0]?.coordinate }
      if Set(coordinates).count > 1 { places[index].coordinate = MapProjection.mean(of: coordinates) }
    }
    self.init(places, of: graph)
  }

  /// Sorts the alliances by the places of their parties.
  private init(_ places: [Place], of graph: AllianceGraph) {
    var places = places
    var placeOf = [Int?](repeating: nil, count: graph.actors.count)
    for (number, place) in places.enumerated() {
      for actor in place.actors { placeOf[actor] = number }
      places[number].inner = []
    }
    let indices = graph.actorIndices
    var links: [Link] = []
    var withoutPlace: [Int] = []
    for (index, alliance) in graph.alliances.enumerated() {
      let there = Set(graph.partyIndices(of: alliance, in: indices).compactMap { placeOf[$0] }).sorted()
      switch there.count {
      case 0: withoutPlace.append(index)
      case 1: places[there[0]].inner.append(index)
      default: links.append(Link(alliance: index, places: there))
      }
    }
    self.places = places
    self.links = links
    self.withoutPlace = withoutPlace
    self.placeOf = placeOf
    unlocated = graph.actors.indices.filter { placeOf[$0] == nil }
  }

  /// The same with places that the page cannot show apart taken together, each around the one with most actors.
  ///
  /// - Parameters:
  ///   - gap: In metres: places nearer than this are one.
  ///   - isInside: For each place, whether it lies on the map; others stay as they are.
  /// - Complexity: O(*n*²) in the places.
  func merging(within gap: Double, isInside: [Bool], of graph: AllianceGraph) -> TerritoryPlaces {
    let order = places.indices.sorted { (places[$0].actors.count, -$0) > (places[$1].actors.count, -$1) }
    var leaders: [Int] = []
    var members: [Int: [Int]] = [:]
    for index in order {
      let leader = leaders.first { leader in
        isInside[leader] && isInside[index]
          && places[leader].coordinate.distance(to: places[index].coordinate) * 1_000 < gap
      }
      if let leader {
        members[leader, default: []].append(index)
      } else {
        leaders.append(index)
      }
    }
    guard leaders.count < places.count else { return self }
    let merged = leaders.sorted().map { leader in
      let group = [places[leader]] + (members[leader] ?? []).sorted().map { places[$0] }
      var seen: Set<String> = []
      let names = group.compactMap(\.name).filter { seen.insert($0).inserted }
      return Place(
        key: places[leader].key,
        name: names.isEmpty ? nil : names.prefix(3).joined(separator: ", ") + (names.count > 3 ? "…" : ""),
        coordinate: places[leader].coordinate, actors: group.flatMap(\.actors).sorted(),
        population: places[leader].population)
    }
    return TerritoryPlaces(merged, of: graph)
  }

  var locatedCount: Int { places.reduce(0) { $0 + $1.actors.count } }
}
