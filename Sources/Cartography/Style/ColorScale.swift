import AllianceModel
import TerritoryAnalysis

/// Which look each organisation has, and what the looks mean: for drawing and legend alike.
struct ColorScale {
  struct Entry: Equatable {
    let label: String
    let cssClass: String
    let style: MapTheme.NodeStyle
    /// How many organisations have it.
    let count: Int
  }

  /// Only looks that at least one organisation has, in the order of the legend.
  let entries: [Entry]
  /// For each actor of the graph; nil for an object.
  private let entryOf: [Int?]

  func style(ofActor index: Int) -> MapTheme.NodeStyle { entry(ofActor: index).style }
  func cssClass(ofActor index: Int) -> String { entry(ofActor: index).cssClass }

  private func entry(ofActor index: Int) -> Entry {
    guard let entry = entryOf[index] else {
      preconditionFailure("actor \(index) is an object: it has no look of a scale")
    }
    return entries[entry]
  }

  /// A value that an organisation may have, and what stands for it.
  private struct Value: Hashable {
    let code: String
    let label: String
  }

  /// - Parameter clusters: Needed for the key ``MapOptions/ColorKey/cluster`` alone.
  init(
    _ key: MapOptions.ColorKey, of graph: AllianceGraph, clusters: TerritoryClusters?, language: Language,
    theme: MapTheme
  ) {
    let organisations = graph.actors.indices.filter { graph.actors[$0].isOrganisation }
    if key == .family {
      let families = ActorFamily.allCases.filter { family in
        organisations.contains { graph.actors[$0].family == family }
      }
      let entries = families.map { family in
        Entry(
          label: family.label[language], cssClass: family.rawValue, style: theme.style(of: family),
          count: organisations.count { graph.actors[$0].family == family })
      }
      let places = graph.actors.map { $0.isOrganisation ? families.firstIndex(of: $0.family ?? .others) : nil }
      self.init(entries: entries, entryOf: places)
      return
    }
    let values = ColorScale.values(of: key, graph: graph, clusters: clusters, language: language)
    self.init(key, values: values, organisations: organisations, language: language, theme: theme)
  }

  private init(entries: [Entry], entryOf: [Int?]) {
    (self.entries, self.entryOf) = (entries, entryOf)
  }

  /// The most frequent values get the looks of the palette, the others share one.
  private init(
    _ key: MapOptions.ColorKey, values: [Value?], organisations: [Int], language: Language, theme: MapTheme
  ) {
    let counts = Dictionary(organisations.compactMap { values[$0] }.map { ($0, 1) }, uniquingKeysWith: +)
    let ranked = counts.sorted { (-$0.value, $0.key.label) < (-$1.value, $1.key.label) }
    let palette = theme.palette
    let named = ranked.count <= palette.count ? ranked[...] : ranked.prefix(palette.count - 1)
    var entries = zip(named, palette).enumerated().map { place, pair in
      Entry(label: pair.0.key.label, cssClass: "\(key.rawValue)_\(place + 1)", style: pair.1, count: pair.0.value)
    }
    let places = Dictionary(uniqueKeysWithValues: named.enumerated().map { ($1.key, $0) })
    let unknown = organisations.count { values[$0] == nil }
    let others = organisations.count - unknown - named.map(\.value).reduce(0, +)
    let restPlace = entries.count
    if others + unknown > 0 {
      let words = [
        others > 0 ? MapWords.otherValues[language] : nil,
        unknown > 0 ? MapWords.unknownValue[language].lowercased() : nil,
      ].compactMap(\.self)
      let label = words.joined(separator: language == .french ? " ou " : " or ")
      entries.append(
        Entry(
          label: label.prefix(1).uppercased() + label.dropFirst(), cssClass: "\(key.rawValue)_rest",
          style: theme.paletteRest, count: others + unknown))
    }
    self.entries = entries
    let isOrganisation = Set(organisations)
    entryOf = values.enumerated().map { index, value in
      isOrganisation.contains(index) ? value.flatMap { places[$0] } ?? restPlace : nil
    }
  }

  /// For each actor, its value; nil when it has none.
  private static func values(
    of key: MapOptions.ColorKey, graph: AllianceGraph, clusters: TerritoryClusters?, language: Language
  ) -> [Value?] {
    switch key {
    case .family: graph.actors.map { _ in nil }
    case .kind: graph.actors.map { $0.kind.map { Value(code: $0.rawValue, label: $0.label[language]) } }
    case .size: graph.actors.map { $0.size.map { Value(code: $0.rawValue, label: $0.label[language]) } }
    case .theme: mainThemes(of: graph).map { $0.map { Value(code: $0, label: $0) } }
    case .cluster:
      (clusters?.memberClusters ?? []).map { cluster in
        cluster.map { number in
          let theme = clusters?.clusters[number].theme
          return Value(code: "\(number)", label: theme ?? "\(MapWords.group[language]) \(number + 1)")
        }
      }
    }
  }

  /// For each actor its own first theme, else the most frequent theme of its alliances; of several, the first by name.
  private static func mainThemes(of graph: AllianceGraph) -> [String?] {
    let indices = graph.actorIndices
    var counts = [[String: Int]](repeating: [:], count: graph.actors.count)
    for alliance in graph.alliances {
      for actor in graph.partyIndices(of: alliance, in: indices) {
        for theme in alliance.themes { counts[actor][theme, default: 0] += 1 }
      }
    }
    return graph.actors.enumerated().map { index, actor in
      actor.themes.first ?? counts[index].max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
    }
  }
}
