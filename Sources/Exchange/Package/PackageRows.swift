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

extension AllianceGraph.Actor {
  /// In the order of ``PackageTable/actors``.
  var packageRow: [String] {
    let numbers: [String] = [legalCategory ?? "", siren ?? "", siret ?? "", rna ?? "", size?.rawValue ?? ""]
    let place: [String] = [place ?? "", latitude.map { "\($0)" } ?? "", longitude.map { "\($0)" } ?? ""]
    let period: [String] = [start.map(\.description) ?? "", end.map(\.description) ?? ""]
    let topics: [String] = [ListCell.text(themes), ListCell.text(odd.map(String.init)), ListCell.text(networks)]
    let head: [String] = [id, name, ListCell.text(aliases), kind?.rawValue ?? ""]
    return head + numbers + place + period + topics + [publicRole ?? "", description ?? "", url ?? ""]
  }
}

extension AllianceGraph.Alliance {
  /// In the order of ``PackageTable/alliances``.
  var packageRow: [String] {
    let head: [String] = [
      id, title, ListCell.text(forms.map(\.rawValue)), relation?.rawValue ?? "", logic?.rawValue ?? "",
    ]
    let period: [String] = [start.map(\.description) ?? "", end.map(\.description) ?? "", status?.rawValue ?? ""]
    let topics: [String] = [ListCell.text(themes), ListCell.text(odd.map(String.init))]
    return head + period + topics + [territory ?? "", intensity ?? "", story ?? "", result ?? ""]
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

extension AllianceGraph.Place {
  var packageRow: [String] {
    [
      id, level ?? "", name, ListCell.text(within), latitude.map { "\($0)" } ?? "", longitude.map { "\($0)" } ?? "",
      population.map(String.init) ?? "",
    ]
  }
}

extension AllianceGraph.Decision {
  var packageRow: [String] {
    [verdict, ListCell.text(subjects), reason ?? "", date.map(\.description) ?? "", author ?? ""]
  }
}
