import AllianceModel

/// Turns a level of groups into what is drawn: a card for each group, a line for each strong bundle of alliances.
struct GroupSceneBuilder {
  let level: GroupLevel
  let colors: ColorScale
  let language: Language
  let theme: MapTheme

  private var graph: AllianceGraph { level.part.graph }
  private var words: GroupWords { GroupWords(level: level, language: language) }

  /// So many bundles for each card are drawn at most: with more, lines hide each other and say nothing.
  private static let bundlesPerCard = 1.7

  func scene() -> MapScene {
    let neighbours = Array(level.part.neighbours)
    let drawn = bundles.drawn
    var ties = drawn.map { bundle in
      MapScene.Tie(
        first: bundle.first, second: bundle.second, style: theme.bundle(of: bundle.alliances.count).style,
        cssClass: "faisceau", tooltip: words.tooltip(of: bundle), label: "\(bundle.alliances.count)")
    }
    for (place, neighbour) in neighbours.enumerated() {
      for (group, alliances) in alliances(with: neighbour) {
        ties.append(
          MapScene.Tie(
            first: group, second: level.groups.count + place, style: theme.bundle(of: alliances).style,
            cssClass: "faisceau", tooltip: "\(words.name(group)) – \(graph.actors[neighbour].name)",
            label: "\(alliances)"))
      }
    }
    return MapScene(
      nodes: level.groups.indices.map(card) + neighbours.map(neighbourNode), ties: ties,
      groups: [MapScene.Group(title: nil, hasHull: false)], hub: nil, drawsPairsAsTies: true, hasPairTies: false,
      hasFoldedObjects: false)
  }

  // MARK: Cards

  private func card(_ index: Int) -> MapScene.Node {
    let group = level.groups[index]
    let most = level.groups.map { $0.innerCount + $0.outerCount }.max() ?? 1
    let share = (Double(group.innerCount + group.outerCount) / Double(max(1, most))).squareRoot()
    if group.kind == .actor { return actorNode(group.actors[0], share: share, words: words.facts(of: index)) }
    let size = 11 + 6 * share
    let title = "\(group.number) · \(words.name(index).capitalizedFirst)"
    let widest = 150 + 70 * share
    var text = NodeText.fitting(title, shape: .roundedBox, size: size, face: .bold, widest: widest)
    let detailSize = 8.5 + 2.5 * share
    let details = [words.pivot(of: index), words.facts(of: index), words.leading(of: index)].compactMap(\.self)
    text.facts = NodeText.Facts(
      details: details.flatMap { TextWrapping.lines($0, within: max(text.width, widest), size: detailSize) },
      detailSize: detailSize, marks: marks(of: group, size: detailSize))
    return MapScene.Node(
      content: .group(index), id: "carte_groupe_" + MapSceneBuilder.identifier(group.number), cssClass: "groupe",
      style: theme.card, penWidth: 1.2 + 0.8 * share, text: text, tooltip: words.tooltip(of: index), group: 0)
  }

  /// An actor of a few that have too many alliances to draw each: its name, and how many it has.
  private func actorNode(_ index: Int, share: Double, words: String) -> MapScene.Node {
    let actor = graph.actors[index]
    let style = actor.isOrganisation ? colors.style(ofActor: index) : theme.objectMark
    var text = NodeText.fitting(
      MapSceneBuilder.shortName(actor.name), shape: style.shape, size: 10 + 4 * share,
      face: actor.isOrganisation ? .bold : .italic, widest: 150)
    text.facts = NodeText.Facts(details: [words], detailSize: 9, marks: [])
    return MapScene.Node(
      content: .actor(index), id: "acteur_" + MapSceneBuilder.identifier(actor.id),
      cssClass: actor.isOrganisation ? "acteur" : "objet", style: style, penWidth: 1.2 + 0.8 * share, text: text,
      tooltip: "\(actor.name) · \(words)", group: 0)
  }

  /// Of each look that organisations of the group have, how many have it; objects after them.
  private func marks(of group: GroupLevel.Group, size: Double) -> [NodeText.Mark] {
    var counts: [MapTheme.NodeStyle: Int] = [:]
    var objects = 0
    for actor in group.actors {
      if graph.actors[actor].isOrganisation {
        counts[colors.style(ofActor: actor), default: 0] += 1
      } else {
        objects += 1
      }
    }
    var marks = colors.entries.compactMap { entry in
      counts[entry.style].map { NodeText.Mark(style: entry.style, text: "\($0)", size: size) }
    }
    if objects > 0 { marks.append(NodeText.Mark(style: theme.objectMark, text: "\(objects)", size: size)) }
    return marks
  }

  private func neighbourNode(_ index: Int) -> MapScene.Node {
    let name = graph.actors[index].name
    return MapScene.Node(
      content: .actor(index), id: "voisin_" + MapSceneBuilder.identifier(graph.actors[index].id), cssClass: "voisin",
      style: theme.neighbour, penWidth: 1,
      text: NodeText.fitting(name, shape: theme.neighbour.shape, size: 9, face: .italic, widest: 130), tooltip: name,
      group: 0)
  }

  // MARK: Bundles

  /// The lines between groups.
  var bundles: BundleSelection {
    BundleSelection(of: level.bundles, room: Int(Double(level.groups.count) * GroupSceneBuilder.bundlesPerCard))
  }

  /// The groups that have alliances with a neighbour, and how many.
  private func alliances(with neighbour: Int) -> [(group: Int, count: Int)] {
    var counts: [Int: Int] = [:]
    for parties in level.parties where parties.contains(neighbour) {
      for group in Set(parties.compactMap { level.groupOf[$0] }) { counts[group, default: 0] += 1 }
    }
    // One line for each neighbour is enough to say where it belongs: to the group that it has most alliances with.
    return counts.max { ($0.value, -$0.key) < ($1.value, -$1.key) }.map { [(group: $0.key, count: $0.value)] } ?? []
  }
}

extension MapTheme {
  /// A group as a card.
  var card: NodeStyle { NodeStyle(.roundedBox, fill: hull, border: bundleTie.color) }

  /// Objects and persons, as a mark.
  var objectMark: NodeStyle { NodeStyle(.ellipse, fill: paper, border: style(ofObject: .person).border) }

  /// Who stands outside of the group that a map shows.
  var neighbour: NodeStyle { NodeStyle(.roundedBox, fill: paper, border: faintInk, isDashed: true) }
}
