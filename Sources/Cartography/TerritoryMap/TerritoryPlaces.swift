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
    var placeOf = [Int?](repeating: nil, count: graph.actors.count)
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
      placeOf[index] = number
    }
    for index in places.indices {
      let coordinates = places[index].actors.compactMap { locations[$0]?.coordinate }
      if Set(coordinates).count > 1 { places[index].coordinate = MapProjection.mean(of: coordinates) }
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

  var locatedCount: Int { places.reduce(0) { $0 + $1.actors.count } }
}
