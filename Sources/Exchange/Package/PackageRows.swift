public import AllianceModel

extension AllianceGraph {
  /// The graph in the order in which it is stored: actors, alliances and places by id, sources by what they speak of,
  /// decisions by date and subjects; parties keep their order. Equal keys keep theirs.
  public func inStoredOrder() -> AllianceGraph {
    AllianceGraph(
      info: info, actors: actors.sortedStably { $0.id < $1.id }, alliances: alliances.sortedStably { $0.id < $1.id },
      places: places.sortedStably { $0.id < $1.id },
      sources: sources.sortedStably { ($0.subject, $0.field ?? "") < ($1.subject, $1.field ?? "") },
      decisions: decisions.sortedStably {
        ($0.date?.description ?? "", $0.subjects.joined(separator: "|"))
          < ($1.date?.description ?? "", $1.subjects.joined(separator: "|"))
      })
  }
}

extension Array {
  /// Sorted, equal elements in their order: `sort` happens to be stable, but does not promise it.
  func sortedStably(by areInOrder: (Element, Element) -> Bool) -> [Element] {
    enumerated().sorted { left, right in
      if areInOrder(left.element, right.element) { return true }
      return areInOrder(right.element, left.element) ? false : left.offset < right.offset
    }.map(\.element)
  }
}

extension AllianceGraph.Party {
  func packageRow(alliance: String) -> [String] {
    [alliance, actor, role ?? "", start.map(\.description) ?? "", end.map(\.description) ?? ""]
  }
}

extension AllianceGraph.Source {
  var packageRow: [String] {
    [
      subject, field ?? "", value ?? "", basis ?? "", title ?? "", url ?? "", date.map(\.description) ?? "",
      author ?? "", confidence ?? "",
    ]
  }
}

extension AllianceGraph.Decision {
  var packageRow: [String] {
    [verdict, ListCell.text(subjects), reason ?? "", date.map(\.description) ?? "", author ?? ""]
  }
}
