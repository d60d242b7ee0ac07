public import AllianceModel
import TerritoryAnalysis

/// Which alliances a news report tells.
public struct AllianceSelection: Sendable, Equatable {
  /// These, in this order; empty: all that ``filter`` leaves.
  public let ids: [String]
  /// By form, ODD, theme, year…, as maps are filtered.
  public let filter: GraphFilter

  public init(ids: [String] = [], filter: GraphFilter = GraphFilter()) {
    (self.ids, self.filter) = (ids, filter)
  }

  /// Reads what a person wrote: `theme=emploi`, `odd=8`, `form=mécénat`, `year=2017-2019`, or ids parted by commas.
  public init(_ texts: [String]) {
    var ids: [String] = []
    var conditions: [GraphFilter.Condition] = []
    for text in texts {
      if let condition = GraphFilter.Condition(text) {
        conditions.append(condition)
      } else {
        ids += text.split(separator: ",").map { $0.trimmingPrefix { $0.isWhitespace } }.map(String.init)
      }
    }
    self.init(ids: ids, filter: GraphFilter(conditions))
  }

  /// The alliances of `graph` that are told, by their positions: those named, in their order, else the best documented.
  ///
  /// An id that no alliance of any graph has is the caller's to find.
  func alliances(of graph: AllianceGraph, top: Int) throws(GraphFilter.UnknownValue) -> [Int] {
    let positions = Dictionary(
      graph.alliances.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    if !ids.isEmpty {
      var seen: Set<Int> = []
      return ids.compactMap { positions[$0] }.filter { seen.insert($0).inserted }
    }
    return graph.bestDocumented(top, among: try filter.alliances(in: graph)).map(\.alliance)
  }
}
