public import AllianceModel

/// What a network map shows, and how.
public struct MapOptions: Sendable, Equatable {
  /// What makes an actor's name larger.
  public enum SizeMeasure: String, Sendable, CaseIterable {
    /// How many alliances it has with at least one other organisation.
    case strength
    /// With how many organisations it has an alliance.
    case degree
    /// How many alliances it is a party of.
    case alliances
    case betweenness
    case harmonic
    case none
  }

  /// What gives an actor its colour and shape.
  public enum ColorKey: String, Sendable, CaseIterable {
    case family, kind, cluster, theme, size
  }

  /// What gives a tie its colour and line.
  public enum TieKey: String, Sendable, CaseIterable {
    case forms, relations
  }

  /// What is written on actors and objects.
  public enum Label: String, Sendable, CaseIterable {
    case name, id
    /// The shortest alias, else the name up to its first bracket or dash.
    case short
    case none
  }

  /// How much of a graph one drawing shows.
  public enum Detail: String, Sendable, CaseIterable {
    /// Names up to 130 actors and objects, numbers up to 600 (names where no frame holds their index), groups beyond.
    case automatic = "auto"
    case names
    /// Numbers on the map for most names, and an index under it.
    case numbers
    /// A card for each group of actors, and the number of alliances between them.
    case groups
  }

  public var sizeBy: SizeMeasure
  public var colorBy: ColorKey
  public var ties: TieKey
  public var label: Label
  public var detail: Detail
  /// The group whose inside is drawn, by its number, its name or the name of an actor in it; nil for the whole graph.
  public var cluster: String?
  /// nil for a sheet as large as the drawing.
  public var page: MapPage?
  /// nil for the language of the graph, or French.
  public var language: Language?
  public var filter: GraphFilter
  /// Shown on the map; nil for the date at which the graph was made.
  public var date: PartialDate?
  /// Whether personal data may stand on the map: names of persons without a public role, e-mails, phone numbers.
  public var isInternal: Bool
  /// Whether title, legend and sources stand around the drawing; false for a page that has its own.
  public var hasFrame: Bool
  /// Of the search for a good layout; the same seed gives the same map.
  public var seed: UInt64
  public var theme: MapTheme

  public init(
    sizeBy: SizeMeasure = .strength, colorBy: ColorKey = .family, ties: TieKey = .forms, label: Label = .name,
    detail: Detail = .automatic, cluster: String? = nil, page: MapPage? = nil, language: Language? = nil,
    filter: GraphFilter = GraphFilter(), date: PartialDate? = nil,
    isInternal: Bool = false, hasFrame: Bool = true, seed: UInt64 = 1, theme: MapTheme = .standard
  ) {
    (self.sizeBy, self.colorBy, self.ties, self.label) = (sizeBy, colorBy, ties, label)
    (self.detail, self.cluster) = (detail, cluster)
    (self.page, self.language, self.filter, self.date) = (page, language, filter, date)
    (self.isInternal, self.hasFrame, self.seed, self.theme) = (isInternal, hasFrame, seed, theme)
  }
}

extension MapOptions {
  /// What the filter leaves of `graph`.
  func filtered(_ graph: AllianceGraph) throws(MapError) -> GraphFilter.Result {
    do {
      return try filter.apply(to: graph)
    } catch {
      throw .unknownFilterValue(error)
    }
  }
}
