public import AllianceModel

/// A graph for other programs: Graphviz, network tools, scripts, a French spreadsheet.
///
/// What leaves the house goes through the publication gate; only ``init(internal:)`` goes round it.
public struct GraphExport: Sendable {
  public enum Format: String, Sendable, CaseIterable {
    case dot, graphml, json, csv, geojson

    /// Whether the format is several files in a folder.
    public var isFolder: Bool { self == .csv }
  }

  let graph: AllianceGraph

  /// For others: the graph as it may be published.
  public init(_ publication: Publication) {
    graph = publication.graph.inStoredOrder()
  }

  /// For the house alone: the graph with persons and contacts.
  public init(internal graph: AllianceGraph) {
    self.graph = graph.inStoredOrder()
  }

  /// The files of the graph in `format`: one, or for `csv` one for each table.
  ///
  /// - Parameters:
  ///   - language: The language of labels, where the format has any; codes stay codes.
  ///   - table: Communes for actors without coordinates, in `geojson`.
  /// - Complexity: O(rows).
  public func files(as format: Format, language: Language = .french, table: PlaceTable? = nil) -> [DataPackage.File] {
    let name = graph.info.name
    switch format {
    case .dot: return [DataPackage.File(name: name + ".dot", text: dot(language: language))]
    case .graphml: return [DataPackage.File(name: name + ".graphml", text: graphML())]
    case .json: return [DataPackage.File(name: name + ".json", text: json())]
    case .geojson:
      let locations = ActorLocations(of: graph, table: table)
      let text = GeoJSONWriter.text(of: graph, locations: locations, language: language)
      return [DataPackage.File(name: name + ".geojson", text: text)]
    case .csv: return spreadsheetTables(language: language)
    }
  }

  /// The node of an alliance: its id, marked when an actor has it too.
  func node(of alliance: AllianceGraph.Alliance, actorIDs: Set<String>) -> String {
    var node = alliance.id
    while actorIDs.contains(node) { node = "alliance:" + node }
    return node
  }
}
