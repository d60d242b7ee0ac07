public import Cartography

/// A map that a report wants, drawn when the words are done.
public struct MapRequest: Sendable, Equatable {
  public enum Kind: Sendable, Equatable {
    case network, territory
    case diagram(Diagram)
  }

  public let kind: Kind
  /// The sheet that the map is laid out for; nil for one as large as its drawing.
  public let page: MapPage?

  init(_ kind: Kind, page: MapPage? = nil) {
    (self.kind, self.page) = (kind, page)
  }
}
