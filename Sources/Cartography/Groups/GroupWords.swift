import AllianceModel

/// The words of a map of groups: names made of facts, and counts.
struct GroupWords {
  let level: GroupLevel
  let language: Language

  private var graph: AllianceGraph { level.part.graph }
  private var isFrench: Bool { language == .french }

  /// What a group is called: the theme that is most its own, else whom it stands around.
  func name(_ index: Int) -> String {
    let group = level.groups[index]
    switch group.kind {
    case .cluster: return group.theme ?? around(group) ?? ""
    case .others(let count):
      return isFrench ? "\(count) groupes plus petits" : "\(count) smaller groups"
    case .actor: return MapSceneBuilder.shortName(graph.actors[group.actors[0]].name)
    case .untied: return isFrench ? "sans alliance entre organisations" : "no alliance with an organisation"
    case .slice(let first, let last):
      let (from, to) = (MapSceneBuilder.shortName(first), MapSceneBuilder.shortName(last))
      return isFrench ? "de « \(from) » à « \(to) »" : "“\(from)” to “\(to)”"
    }
  }

  /// The name of a group where it stands beside actors: as a neighbour, or in a title.
  func fullName(_ index: Int) -> String {
    guard level.groups[index].kind != .actor else { return graph.actors[level.groups[index].actors[0]].name }
    return "\(isFrench ? "Groupe" : "Group") \(level.groups[index].number) · \(name(index))"
  }

  private func around(_ group: GroupLevel.Group) -> String? {
    group.pivot.map { MapWords.around(MapSceneBuilder.shortName(graph.actors[$0].name), in: language) }
  }

  /// Whom the group stands around, when its name does not say it.
  func pivot(of index: Int) -> String? {
    level.groups[index].theme == nil ? nil : around(level.groups[index])
  }

  /// "142 acteurs et objets · 88 alliances internes, 21 avec d’autres groupes".
  func facts(of index: Int) -> String {
    let group = level.groups[index]
    if group.kind == .actor { return MapWords.alliances(group.innerCount + group.outerCount, in: language) }
    let actors =
      group.actors.allSatisfy { graph.actors[$0].isOrganisation }
      ? MapWords.organisations(group.actors.count, in: language)
      : MapWords.organisationsAndObjects(group.actors.count, in: language)
    guard group.innerCount + group.outerCount > 0 else { return actors }
    let inner = MapWords.alliances(group.innerCount, in: language)
    let outer =
      group.outerCount == 0
      ? "" : isFrench ? " + \(group.outerCount) avec d’autres groupes" : " + \(group.outerCount) with other groups"
    return "\(actors) · \(inner)\(outer)"
  }

  /// "avec A, B, C…": short names of those with most alliances, as long as they are short.
  func leading(of index: Int) -> String? {
    let group = level.groups[index]
    guard group.kind == .cluster else { return nil }
    let names = group.leading.map { MapSceneBuilder.shortName(graph.actors[$0].name) }.filter { $0.count < 34 }
    guard !names.isEmpty else { return nil }
    let isAll = names.prefix(3).count == group.actors.count - 1
    return (isFrench ? "avec " : "with ") + names.prefix(3).joined(separator: ", ") + (isAll ? "" : "…")
  }

  func tooltip(of index: Int) -> String {
    let group = level.groups[index]
    let names = group.leading.map { graph.actors[$0].name }.joined(separator: ", ")
    let head = [fullName(index), pivot(of: index), facts(of: index)].compactMap(\.self).joined(separator: " · ")
    return names.isEmpty ? head : head + "\u{A0}: " + names
  }

  func tooltip(of bundle: BundleSelection.Bundle) -> String {
    let titles = bundle.alliances.prefix(12).map { graph.alliances[$0].title }.joined(separator: " ; ")
    return
      "\(name(bundle.first)) – \(name(bundle.second)) · \(MapWords.alliances(bundle.alliances.count, in: language))"
      + "\u{A0}: \(titles)\(bundle.alliances.count > 12 ? "…" : "")"
  }

  // MARK: Legend

  var cards: String {
    guard !level.showsActors else {
      return isFrench
        ? "plus grand = plus d’alliances\u{202F}; un trait compte les alliances de deux acteurs"
        : "larger = more alliances; a line counts the alliances of two actors"
    }
    return isFrench
      ? "un groupe (\(level.groups.count))\u{A0}: coopère davantage entre soi (calculé)\u{202F}; "
        + "plus grand = plus d’alliances\u{202F}; nom\u{A0}: son thème principal, ou qui est au centre"
      : "a group (\(level.groups.count)): works more with each other (computed); larger = more alliances; "
        + "name: its main theme, or who is in the middle"
  }

  var marks: String {
    isFrench ? "dans chaque groupe, combien d’acteurs de chaque sorte" : "in each group, how many actors of each sort"
  }

  var inside: String {
    isFrench
      ? "l’intérieur du groupe 3, avec tous ses noms\u{A0}: --cluster 3\u{202F}; le groupe d’un acteur\u{A0}: --cluster NOM"
      : "the inside of group 3, with all its names: --cluster 3; the group of an actor: --cluster NAME"
  }

  func neighbours(_ count: Int) -> String {
    isFrench ? "voisin, hors du groupe (\(count))" : "neighbour, outside of the group (\(count))"
  }
}
