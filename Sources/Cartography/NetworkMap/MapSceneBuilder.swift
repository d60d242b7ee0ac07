import AllianceModel
import TerritoryAnalysis

/// Turns a graph into what is drawn: who gets a shape, which alliance a pill, which a plain line.
struct MapSceneBuilder {
  let part: MapPart
  let options: MapOptions
  let language: Language
  let theme: MapTheme
  let clusters: TerritoryClusters
  let colors: ColorScale
  /// For each member the measure that sizes it; nil where it has none.
  let measures: [Double?]
  /// Whether most names stand in an index, and a number on the map.
  let isNumbered: Bool

  /// Above this many actors and objects, alliances of two parties are plain ties and objects stand for alliances.
  static let pillLimit = 60
  /// From this many alliances on, in a large map, an actor may be a hub.
  static let hubMinimum = 10
  static let nameLimit = 600

  private let parties: [[Int]]
  private let alliancesOf: [[Int]]
  /// The greatest of all measures.
  private let greatest: Double
  private let placeNames: [String: String]

  /// - Parameters:
  ///   - clusters: Of the members.
  ///   - colors: Of the members.
  init(
    part: MapPart, options: MapOptions, language: Language, theme: MapTheme, clusters: TerritoryClusters,
    colors: ColorScale, measures: [Double?], isNumbered: Bool
  ) {
    (self.part, self.options, self.language, self.theme) = (part, options, language, theme)
    (self.clusters, self.colors, self.measures, self.isNumbered) = (clusters, colors, measures, isNumbered)
    let graph = part.graph
    let indices = graph.actorIndices
    parties = graph.alliances.map { graph.partyIndices(of: $0, in: indices) }
    var alliancesOf = [[Int]](repeating: [], count: graph.actors.count)
    for (alliance, actors) in parties.enumerated() {
      for actor in actors { alliancesOf[actor].append(alliance) }
    }
    self.alliancesOf = alliancesOf
    greatest = measures.compactMap(\.self).max() ?? 0
    placeNames = Dictionary(graph.places.map { ($0.id, $0.name) }) { first, _ in first }
  }

  private var graph: AllianceGraph { part.graph }
  private var isLarge: Bool { graph.actors.count > MapSceneBuilder.pillLimit }

  func scene() throws(MapError) -> MapScene {
    for text in graph.actors.map(\.name) + graph.alliances.map(\.title) where text.count > MapSceneBuilder.nameLimit {
      throw .nameTooLong(actor: String(text.prefix(40)), length: text.count, limit: MapSceneBuilder.nameLimit)
    }
    let folded = foldedAlliances()
    let standIns = Dictionary(uniqueKeysWithValues: folded.sorted { $0.key < $1.key }.map { ($1, $0) })
    let pills = graph.alliances.indices.filter { folded[$0] == nil && !(isLarge && parties[$0].count <= 2) }
    let numbers = isNumbered ? MapNumbers(actors: numberedActors, alliances: pills, of: self) : nil
    var nodes = graph.actors.indices.map { actorNode($0, standingFor: standIns[$0], key: numbers?.actors[$0]) }
    var carriers: [Int: Int] = folded
    for index in pills {
      carriers[index] = nodes.count
      nodes.append(allianceNode(index, key: numbers?.alliances[index]))
    }
    let hub = isLarge ? hub(among: nodes, carriers) : nil
    if let hub { for node in hub.marked { nodes[node].hasHubMark = true } }
    return MapScene(
      nodes: nodes, ties: ties(carriers: carriers, hub: hub), groups: groups,
      hub: hub.map { MapScene.Hub(actor: $0.actor, markCount: $0.alliances.count) }, drawsPairsAsTies: isLarge,
      hasPairTies: parties.indices.contains { carriers[$0] == nil && parties[$0].count == 2 },
      hasFoldedObjects: !folded.isEmpty, index: numbers?.index ?? IndexList())
  }

  // MARK: Nodes

  /// Everybody but those with most alliances, whose names say what the map is about.
  private var numberedActors: [Int] {
    let members = Array(0..<part.memberCount)
    let ranked = members.filter { graph.actors[$0].isOrganisation && share(of: $0) > 0 }.sorted {
      (-share(of: $0), $0) < (-share(of: $1), $1)
    }
    let named = Set(ranked.prefix(max(8, members.count / 25)))
    return members.filter { !named.contains($0) }
  }

  /// - Parameter key: The number that stands for the name; nil where the name stands itself.
  private func actorNode(_ index: Int, standingFor alliance: Int?, key: String?) -> MapScene.Node {
    if part.isNeighbour(index) { return neighbourNode(index) }
    let actor = graph.actors[index]
    let weight = share(of: index)
    let isOrganisation = actor.isOrganisation
    let isBold = isOrganisation && weight > 0.4 && alliancesOf[index].count >= 4
    let style =
      isOrganisation ? colors.style(ofActor: index) : theme.style(ofObject: actor.kind ?? ActorKind(rawValue: ""))
    let category = isOrganisation ? "acteur \(colors.cssClass(ofActor: index))" : "objet \(actor.kind?.rawValue ?? "")"
    let size = isOrganisation ? 10 + 5.5 * weight : 9.3
    return MapScene.Node(
      content: .actor(index), id: "acteur_" + MapSceneBuilder.identifier(actor.id), cssClass: category, style: style,
      penWidth: isOrganisation ? (1.1 + 1.5 * weight) * (style.isDouble ? 0.75 : 1) : 1,
      text: key.map { NodeText(lines: [$0], size: MapSceneBuilder.keySize, face: .regular) }
        ?? NodeText.fitting(
          label(of: actor), shape: style.shape, size: size,
          face: isOrganisation ? (isBold ? .bold : .regular) : .italic,
          year: alliance.flatMap { graph.alliances[$0].years(in: language) }, widest: 118 + 40 * weight),
      tooltip: tooltip(of: index), group: group(ofActor: index))
  }

  static let keySize = 9.0

  private func neighbourNode(_ index: Int) -> MapScene.Node {
    let actor = graph.actors[index]
    return MapScene.Node(
      content: .actor(index), id: "voisin_" + MapSceneBuilder.identifier(actor.id), cssClass: "voisin",
      style: theme.neighbour, penWidth: 1,
      text: NodeText.fitting(actor.name, shape: theme.neighbour.shape, size: 9, face: .italic, widest: 130),
      tooltip: tooltip(of: index), group: group(ofActor: index))
  }

  /// The size of an actor, `0...1`.
  private func share(of index: Int) -> Double {
    guard index < measures.count, let value = measures[index], value > 0 else { return 0 }
    return exponential(value / greatest)
  }

  /// x^0.7: middling actors stay apart from small ones without dwarfing the names of the small.
  private func exponential(_ value: Double) -> Double { value.squareRoot() * (0.4 * value.squareRoot() + 0.6) }

  private func label(of actor: AllianceGraph.Actor) -> String {
    switch options.label {
    case .name: return actor.name
    case .id: return actor.id
    case .none: return ""
    case .short:
      if let alias = actor.aliases.min(by: { ($0.count, $0) < ($1.count, $1) }), alias.count < actor.name.count {
        return alias
      }
      return MapSceneBuilder.shortName(actor.name)
    }
  }

  /// A name up to its first bracket or dash between words.
  static func shortName(_ name: String) -> String {
    for mark in [" (", " – ", " — ", " - "] {
      if let range = name.firstRange(of: mark), range.lowerBound > name.startIndex {
        return String(name[..<range.lowerBound])
      }
    }
    return name
  }

  private func allianceNode(_ index: Int, key: String?) -> MapScene.Node {
    let alliance = graph.alliances[index]
    let style = looks.looks(of: alliance)[0]
    let title = options.label == .none ? "" : alliance.title
    return MapScene.Node(
      content: .alliance(index), id: "alliance_" + MapSceneBuilder.identifier(alliance.id),
      cssClass: "alliance \(style.cssClass)",
      style: MapTheme.NodeStyle(.roundedBox, fill: theme.paper, border: style.style.color), penWidth: 1.2,
      text: key.map { NodeText(lines: [$0], size: 8, face: .italic) }
        ?? NodeText.fitting(
          title, shape: .roundedBox, size: 9, face: .regular,
          // A title that ends in the year says it already.
          year: alliance.years(in: language).flatMap { title.hasSuffix($0) ? nil : $0 }, widest: 108),
      tooltip: tooltip(ofAlliance: index), group: group(ofAlliance: index))
  }

  /// An id as it stands in the ids of shapes, where no two ids give the same: ASCII letters, digits and `_` stay, any
  /// other scalar is its hexadecimal number between two dots (`a-b` is `a.2d.b`).
  ///
  /// Graphviz writes `-` as an entity, and other tools look ids up by their letters. A single dot after an id is free, to
  /// number the pieces of one row.
  static func identifier(_ id: String) -> String {
    id.unicodeScalars.map { scalar in
      scalar.isPlain ? String(scalar) : ".\(String(scalar.value, radix: 16))."
    }.joined()
  }

  /// A code as the name of a class, with `_` in place of what is not an ASCII letter or digit.
  static func className(_ code: String) -> String {
    String(code.unicodeScalars.map { $0.isPlain ? Character($0) : "_" })
  }

  // MARK: Alliances

  /// For each alliance whose one object is in no other alliance, that object: in a large map it stands for the alliance.
  ///
  /// A place, a standard or a person is more than what one alliance made, so it never does.
  private func foldedAlliances() -> [Int: Int] {
    guard isLarge else { return [:] }
    var result: [Int: Int] = [:]
    for (index, actors) in parties.enumerated() where actors.count > 1 {
      let objects = actors.filter { !graph.actors[$0].isOrganisation }
      guard objects.count == 1, alliancesOf[objects[0]].count == 1, let kind = graph.actors[objects[0]].kind,
        [.publication, .event, .programme].contains(kind)
      else { continue }
      result[index] = objects[0]
    }
    return result
  }

  private struct HubTies {
    let actor: Int
    /// The nodes that carry its mark, and the alliances behind.
    let marked: Set<Int>
    let alliances: Set<Int>
  }

  /// The actor in most alliances, when these are so many that its ties would cover the map: those to alliances of other
  /// groups, which keep a tie of their own, become marks.
  private func hub(among nodes: [MapScene.Node], _ carriers: [Int: Int]) -> HubTies? {
    let candidates = (0..<part.memberCount).filter { graph.actors[$0].isOrganisation }
    guard let actor = candidates.max(by: { (alliancesOf[$0].count, -$0) < (alliancesOf[$1].count, -$1) }),
      alliancesOf[actor].count >= MapSceneBuilder.hubMinimum,
      alliancesOf[actor].count * 4 >= graph.alliances.count
    else { return nil }
    let away = alliancesOf[actor].filter { alliance in
      guard let node = carriers[alliance] else { return false }
      let others = parties[alliance].filter { $0 != actor && nodes[node].content != .actor($0) }
      return nodes[node].group != nodes[actor].group && !others.isEmpty
    }
    guard away.count > 2 else { return nil }
    return HubTies(actor: actor, marked: Set(away.compactMap { carriers[$0] }), alliances: Set(away))
  }

  // MARK: Ties

  /// One line for each pair of nodes and look: two alliances of one form between two actors make one line with both in
  /// its tooltip, an alliance of two forms makes two lines.
  private func ties(carriers: [Int: Int], hub: HubTies?) -> [MapScene.Tie] {
    struct Key: Hashable {
      let first: Int
      let second: Int
      let look: String
    }
    var order: [Key] = []
    var titles: [Key: [String]] = [:]
    var styles: [Key: MapTheme.TieStyle] = [:]
    for (index, alliance) in graph.alliances.enumerated() {
      let actors = parties[index]
      let ends: [(Int, Int)]
      if let node = carriers[index] {
        ends = actors.filter { $0 != node && !(hub?.actor == $0 && hub?.alliances.contains(index) ?? false) }
          .map { ($0, node) }
      } else {
        ends = actors.count == 2 ? [(actors[0], actors[1])] : []
      }
      for look in looks.looks(of: alliance) {
        for (first, second) in ends {
          let key = Key(first: first, second: second, look: look.cssClass)
          if titles[key] == nil { order.append(key) }
          titles[key, default: []].append(alliance.title)
          styles[key] = look.style
        }
      }
    }
    return order.compactMap { key in
      guard let style = styles[key], let titles = titles[key] else { return nil }
      return MapScene.Tie(
        first: key.first, second: key.second, style: style, cssClass: "lien \(key.look)",
        tooltip: titles.joined(separator: " ; "))
    }
  }

  var looks: AllianceLooks { AllianceLooks(key: options.ties, theme: theme, language: language) }

  // MARK: Words

  /// The groups of the analysis; after them the rest, who are in none of them, together; and last the neighbours.
  var groups: [MapScene.Group] {
    var groups = clusters.clusters.map(group)
    if hasRest {
      let count = clusters.actorCluster.count { $0 == nil }
      let title = (MapWords.rest[language], MapWords.organisationsAndObjects(count, in: language))
      let isAlone = groups.isEmpty && part.neighbours.isEmpty
      groups.append(MapScene.Group(title: isAlone ? nil : title, hasHull: false))
    }
    if !part.neighbours.isEmpty {
      let count = MapWords.organisations(part.neighbours.count, in: language)
      groups.append(MapScene.Group(title: (MapWords.neighbours[language], count), hasHull: false))
    }
    return groups
  }

  private var hasRest: Bool { clusters.actorCluster.contains(nil) || clusters.allianceCluster.contains(nil) }

  /// Its place among ``groups``.
  func group(ofActor index: Int) -> Int {
    if part.isNeighbour(index) { return clusters.clusters.count + (hasRest ? 1 : 0) }
    return clusters.actorCluster[index] ?? clusters.clusters.count
  }

  func group(ofAlliance index: Int) -> Int { clusters.allianceCluster[index] ?? clusters.clusters.count }

  /// The theme that is most the group's own, and whom it stands around; without a theme, only the latter.
  private func group(_ cluster: TerritoryClusters.Cluster) -> MapScene.Group {
    let pivot = MapWords.around(MapSceneBuilder.shortName(graph.actors[cluster.pivot].name), in: language)
    let count = MapWords.organisations(cluster.organisations.count, in: language)
    guard let theme = cluster.theme else {
      return MapScene.Group(title: (pivot.capitalizedFirst, count), hasHull: true)
    }
    return MapScene.Group(title: (theme.capitalizedFirst, "\(pivot), \(count)"), hasHull: true)
  }

  private func tooltip(of index: Int) -> String {
    let actor = graph.actors[index]
    let count = alliancesOf[index].count
    let kind = actor.kind?.label[language]
    let place = actor.place.map { placeNames[$0] ?? $0 }
    let head = actor.name + ([kind, place].compactMap(\.self).map { " · " + $0 }.joined())
    return head + " · " + MapWords.alliances(count, in: language)
  }

  private func tooltip(ofAlliance index: Int) -> String {
    let alliance = graph.alliances[index]
    let names = parties[index].map { graph.actors[$0].name }.joined(separator: ", ")
    let forms = looks.looks(of: alliance).map(\.label).joined(separator: ", ")
    return ([alliance.title, alliance.years(in: language), forms].compactMap(\.self).joined(separator: " · ")) + " : "
      + names
  }
}

extension Unicode.Scalar {
  fileprivate var isPlain: Bool {
    isASCII && (properties.isAlphabetic || ("0"..."9").contains(self) || self == "_")
  }
}
