public import AllianceModel

/// Writes actors as GeoJSON points, for QGIS, uMap and web maps.
public enum GeoJSONWriter {
  /// A `FeatureCollection` with one feature for each actor, in the order of the table.
  ///
  /// An actor whose place is not known has a null geometry, as RFC 7946 allows: no row is lost. `located_by` says how a
  /// place is known: the codes of ``ActorLocations/Basis``. Empty fields are left out.
  ///
  /// - Parameter language: Of the labels; the codes beside them do not change.
  public static func text(of graph: AllianceGraph, locations: ActorLocations, language: Language) -> String {
    let indices = graph.actorIndices
    var counts = [Int](repeating: 0, count: graph.actors.count)
    for alliance in graph.alliances {
      for actor in graph.partyIndices(of: alliance, in: indices) { counts[actor] += 1 }
    }
    let features = graph.actors.indices.map { index in
      JSONValue.members([
        ("type", .string("Feature")), ("geometry", geometry(of: locations[index])),
        ("properties", properties(of: graph.actors[index], locations[index], count: counts[index], language)),
      ])
    }
    let name = graph.info.title.isEmpty ? graph.info.name : graph.info.title
    return JSONValue.members([
      ("type", .string("FeatureCollection")), ("name", .string(name)), ("features", .array(features)),
    ]).text
  }

  private static func geometry(of location: ActorLocations.Location?) -> JSONValue {
    guard let coordinate = location?.coordinate else { return .null }
    return .members([
      ("type", .string("Point")),
      ("coordinates", .array([.number(coordinate.longitude), .number(coordinate.latitude)])),
    ])
  }

  private static func properties(
    of actor: AllianceGraph.Actor, _ location: ActorLocations.Location?, count: Int, _ language: Language
  ) -> JSONValue {
    func text(_ value: String?) -> JSONValue? { value.flatMap { $0.isEmpty ? nil : .string($0) } }
    return .members([
      ("id", .string(actor.id)), ("name", .string(actor.name)), ("kind", text(actor.kind?.rawValue)),
      ("kind_label", text(actor.kind?.label[language])), ("family", text(actor.family?.rawValue)),
      ("place", text(actor.place)), ("place_name", text(location?.placeName)),
      ("located_by", text(location?.basis.rawValue)), ("siren", text(actor.siren)), ("siret", text(actor.siret)),
      ("rna", text(actor.rna)), ("start", text(actor.start?.description)), ("end", text(actor.end?.description)),
      ("themes", text(actor.themes.joined(separator: "|"))),
      ("odd", text(actor.odd.map(String.init).joined(separator: "|"))), ("alliances", .integer(count)),
      ("description", text(actor.description)), ("url", text(actor.url)),
    ])
  }
}
