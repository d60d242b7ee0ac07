import AllianceModel
public import Cartography

/// Which alliances a news report tells.
public struct AllianceSelection: Sendable, Equatable {
  /// These, in this order; empty: all that ``filter`` leaves.
  public let ids: [String]
  /// By form, ODD, theme, year…, as maps are filtered.
  public let filter: MapFilter

  public init(ids: [String] = [], filter: MapFilter = MapFilter()) {
    (self.ids, self.filter) = (ids, filter)
  }

  /// Reads what a person wrote: `theme=emploi`, `odd=8`, `form=mécénat`, `year=2017-2019`, or ids parted by commas.
  public init(_ texts: [String]) {
    var ids: [String] = []
    var conditions: [MapFilter.Condition] = []
    for text in texts {
      if let condition = MapFilter.Condition(text) {
        conditions.append(condition)
      } else {
        ids += text.split(separator: ",").map { $0.trimmingPrefix { $0.isWhitespace } }.map(String.init)
      }
    }
    self.init(ids: ids, filter: MapFilter(conditions))
  }

  /// The alliances of `graph` that are told, by their positions: those named, in their order, else the best documented.
  ///
  /// Best documented: most filled fields, then most sources, then the later start, then the order of the table.
  ///
  /// - Throws: ``ReportError/unknownAlliance(_:)`` for an id that no alliance of any graph has is the caller's to find;
  ///   ``MapError`` for a condition that cannot be.
  func alliances(of graph: AllianceGraph, top: Int) throws(MapError) -> [Int] {
    let positions = Dictionary(
      graph.alliances.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    if !ids.isEmpty {
      var seen: Set<Int> = []
      return ids.compactMap { positions[$0] }.filter { seen.insert($0).inserted }
    }
    let left = Set(try filter.apply(to: graph).graph.alliances.map(\.id))
    let sources = Dictionary(grouping: graph.sources, by: \.subject)
    func worth(_ index: Int) -> [Int] {
      let alliance = graph.alliances[index]
      let cited = Set((sources[alliance.id] ?? []).compactMap { $0.url ?? $0.title }).count
      return [-alliance.filledFieldCount, -cited, -(alliance.start?.earliest ?? 0), index]
    }
    return graph.alliances.indices.filter { left.contains(graph.alliances[$0].id) }
      .map { ($0, worth($0)) }.sorted { $0.1.lexicographicallyPrecedes($1.1) }.prefix(top).map(\.0)
  }
}

extension AllianceGraph.Alliance {
  /// How many of its fields say something, roles of its parties included.
  var filledFieldCount: Int {
    let isFilled = [
      !forms.isEmpty, relation != nil, logic != nil, start != nil, end != nil, status != nil, !themes.isEmpty,
      !odd.isEmpty, territory != nil, intensity != nil, result != nil, story != nil,
      parties.contains { $0.role != nil },
    ]
    return isFilled.count(where: \.self)
  }
}
