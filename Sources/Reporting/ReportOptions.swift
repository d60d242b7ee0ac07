public import AllianceModel
public import Cartography

/// What a report shows, and how.
public struct ReportOptions: Sendable, Equatable {
  /// nil: the graph's own, else French.
  public let language: Language?
  /// The date that the report shows; nil: that of the graph.
  public let date: PartialDate?
  /// Which alliances are told; empty: the best documented.
  public let selection: AllianceSelection
  /// How many alliances are told for each graph; nil: as many as suits the kind.
  public let top: Int?
  /// "Semaine du 22 novembre 2021": stands above the title of a news report.
  public let issue: String?
  /// The id of the actor of an actor sheet.
  public let actor: String?
  /// Whether personal data stays in and each page is stamped.
  public let isInternal: Bool
  /// Territories that gaps are measured against.
  public let peers: [AllianceGraph]
  /// The look of pictures and pages.
  public let theme: MapTheme
  /// Outlines under the map of the territory: one list for each file.
  public let backdrop: [[GeoFeature]]
  /// Communes for actors without coordinates; nil when none is installed.
  public let places: PlaceTable?

  public init(
    language: Language? = nil, date: PartialDate? = nil, selection: AllianceSelection = AllianceSelection(),
    top: Int? = nil, issue: String? = nil, actor: String? = nil, isInternal: Bool = false,
    peers: [AllianceGraph] = [], theme: MapTheme = .standard, backdrop: [[GeoFeature]] = [], places: PlaceTable? = nil
  ) {
    (self.language, self.date, self.selection, self.top) = (language, date, selection, top)
    (self.issue, self.actor, self.isInternal, self.theme) = (issue, actor, isInternal, theme)
    (self.peers, self.backdrop, self.places) = (peers, backdrop, places)
  }
}
