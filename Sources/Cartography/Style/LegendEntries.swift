import AllianceModel

/// Entries that the legends of several maps share: only what is present, with how many have it.
enum LegendEntries {
  static func objects(of graph: AllianceGraph, theme: MapTheme, language: Language) -> [LegendRow.Entry] {
    let kinds = graph.actors.filter { !$0.isOrganisation }.compactMap(\.kind)
    let counts = Dictionary(kinds.map { ($0, 1) }, uniquingKeysWith: +)
    return counts.sorted { ($0.key.rank, $0.key.rawValue) < ($1.key.rank, $1.key.rawValue) }.map { kind, count in
      LegendRow.Entry(sample: .node(theme.style(ofObject: kind)), text: "\(kind.label[language]) (\(count))")
    }
  }

  /// An alliance of two forms counts under both.
  static func ties(_ alliances: [AllianceGraph.Alliance], looks: AllianceLooks) -> [LegendRow.Entry] {
    var order: [String] = []
    var found: [String: AllianceLooks.Look] = [:]
    var counts: [String: Int] = [:]
    for alliance in alliances {
      for look in looks.looks(of: alliance) {
        if found[look.cssClass] == nil { order.append(look.cssClass) }
        found[look.cssClass] = look
        counts[look.cssClass, default: 0] += 1
      }
    }
    return looks.inOrder(order).compactMap { code in
      guard let look = found[code], let count = counts[code] else { return nil }
      return LegendRow.Entry(sample: .tie(look.style), text: "\(look.label) (\(count))")
    }
  }
}

extension AllianceLooks {
  /// Codes of looks in the order of their vocabulary; what is not known comes last.
  func inOrder(_ codes: [String]) -> [String] {
    let known =
      key == .forms
      ? Vocabulary.forms.entries.map { MapSceneBuilder.className($0.code) } : RelationFamily.allCases.map(\.rawValue)
    let ranks = Dictionary(known.enumerated().map { ($1, $0) }) { first, _ in first }
    return codes.sorted { (ranks[$0] ?? known.count, $0) < (ranks[$1] ?? known.count, $1) }
  }
}
