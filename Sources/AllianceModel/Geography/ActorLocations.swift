/// Where the actors of a graph are, and how that is known.
///
/// In this order: an actor's own coordinates, those of its place in the graph, those of its commune in a reference table:
/// by INSEE code, else by a name that only one commune bears in the départements of the graph. Nothing is guessed: an
/// actor whose place is a département, or unknown, has no location. No place is not 0°, 0°.
public struct ActorLocations: Sendable, Equatable {
  public enum Basis: String, Sendable, CaseIterable {
    /// The actor's own coordinates.
    case actor
    /// Those of its place in the graph.
    case place
    /// Those of its commune in the reference table, found by code.
    case tableCode = "table_code"
    /// The same, found by name.
    case tableName = "table_name"
  }

  public struct Location: Sendable, Equatable {
    public let coordinate: GeoCoordinate
    public let basis: Basis
    /// The place it belongs to, if any: actors with the same one are neighbours, whatever their addresses.
    public let place: String?
    public let placeName: String?
  }

  /// For each actor of the graph; nil when it is not known where it is.
  public let locations: [Location?]

  /// - Parameter table: nil when none is installed.
  /// - Complexity: O(*n*) in the actors and places.
  public init(of graph: AllianceGraph, table: PlaceTable? = nil) {
    let finder = Finder(graph: graph, table: table)
    locations = graph.actors.map(finder.location)
  }

  public subscript(actor: Int) -> Location? { locations[actor] }

  /// How many actors have a location.
  public var knownCount: Int { locations.count { $0 != nil } }
}

private struct Finder {
  let places: [String: AllianceGraph.Place]
  let table: PlaceTable?
  let departements: Set<String>

  init(graph: AllianceGraph, table: PlaceTable?) {
    places = Dictionary(graph.places.map { ($0.id, $0) }) { first, _ in first }
    self.table = table
    let codes =
      graph.actors.compactMap(\.place).filter(PublicCode.isCommune)
      + graph.places.map(\.id).filter(PublicCode.isCommune)
    departements = Set(
      codes.map(PlaceTable.departement(ofCommune:))
        + (graph.info.perimeter + graph.places.flatMap(\.within)).compactMap(Finder.departement(ofPlace:)))
  }

  /// `35` of `dep-35`.
  private static func departement(ofPlace id: String) -> String? {
    id.hasPrefix("dep-") ? String(id.dropFirst(4)) : nil
  }

  func location(of actor: AllianceGraph.Actor) -> ActorLocations.Location? {
    let place = actor.place.flatMap { places[$0] }
    let commune = actor.place.flatMap { table?[$0] }
    let name = place?.name ?? commune?.name
    func location(_ coordinate: GeoCoordinate?, _ basis: ActorLocations.Basis) -> ActorLocations.Location? {
      coordinate.map { ActorLocations.Location(coordinate: $0, basis: basis, place: actor.place, placeName: name) }
    }
    return location(coordinate(actor.latitude, actor.longitude), .actor)
      ?? location(coordinate(place?.latitude, place?.longitude), .place)
      ?? location(commune?.coordinate, .tableCode) ?? namedLocation(of: actor, place: place)
  }

  private func coordinate(_ latitude: Double?, _ longitude: Double?) -> GeoCoordinate? {
    guard let latitude, let longitude else { return nil }
    return GeoCoordinate(latitude: latitude, longitude: longitude)
  }

  /// The one commune of the name of the actor's place, in the place's own département or in those of the graph.
  private func namedLocation(of actor: AllianceGraph.Actor, place: AllianceGraph.Place?) -> ActorLocations.Location? {
    guard let table, let id = actor.place, place?.level == nil || place?.level == "commune" else { return nil }
    let own = Set((place?.within ?? []).compactMap(Finder.departement(ofPlace:)))
    let allowed = own.isEmpty ? departements : own
    let found = table.communes(named: place?.name ?? id).filter { allowed.contains($0.departement) }
    guard found.count == 1, let coordinate = found[0].coordinate else { return nil }
    return ActorLocations.Location(
      coordinate: coordinate, basis: .tableName, place: found[0].code, placeName: found[0].name)
  }
}
