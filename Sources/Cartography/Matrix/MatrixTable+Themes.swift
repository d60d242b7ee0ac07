import AllianceModel
import TerritoryAnalysis

extension MatrixTable {
  /// Actors in the order of their groups, themes in the order of the groups that carry them: blocks along the diagonal.
  static func themes(_ subject: MapSubject) throws(CancellationError) -> MatrixTable {
    let graph = subject.graph
    let clusters = try graph.clusters()
    var alliancesOf: [String: [Int]] = [:]
    for (index, alliance) in graph.alliances.enumerated() {
      for theme in Set(alliance.themes) { alliancesOf[theme, default: []].append(index) }
    }
    let ranked = alliancesOf.sorted { (-$0.value.count, $0.key) < (-$1.value.count, $1.key) }
    let isShortened = ranked.count > columnLimit
    let named = ranked.prefix(isShortened ? columnLimit - 1 : columnLimit)
    func place(_ alliances: [Int]) -> Double {
      let numbers = alliances.compactMap { clusters.allianceCluster[$0] }.map(Double.init)
      return numbers.isEmpty ? .infinity : numbers.reduce(0, +) / Double(numbers.count)
    }
    var columns = named.sorted { (place($0.value), $0.key) < (place($1.value), $1.key) }
      .map { (name: $0.key.capitalizedFirst, alliances: Set($0.value)) }
    if isShortened {
      let rest = ranked.dropFirst(columnLimit - 1)
      columns.append(
        (
          subject.say("\(rest.count) autres thèmes", "\(rest.count) other themes"), Set(rest.flatMap(\.value))
        ))
    }
    let organisations = graph.actors.indices.filter { graph.actors[$0].isOrganisation }
    var rows = organisations.map { actor in
      let own = subject.memberships[actor]
      let cells = columns.map { column in own.filter(column.alliances.contains) }
      return Row(
        label: graph.actors[actor].name, cells: cells, total: Set(cells.flatMap(\.self)).count, actor: actor)
    }.filter { $0.total > 0 }
    let (shown, all) = (min(rows.count, rowLimit), rows.count)
    rows = Array(rows.sorted { (-$0.total, $0.actor ?? 0) < (-$1.total, $1.actor ?? 0) }.prefix(rowLimit))
    func group(_ row: Row) -> Int { row.actor.flatMap { clusters.actorCluster[$0] } ?? .max }
    rows.sort { (group($0), -$0.total, $0.actor ?? 0) < (group($1), -$1.total, $1.actor ?? 0) }
    for index in rows.indices where index == 0 || group(rows[index]) != group(rows[index - 1]) {
      rows[index].heading = heading(ofGroup: group(rows[index]), clusters, subject)
    }
    let known = graph.alliances.count { !$0.themes.isEmpty }
    let left =
      shown < all ? subject.say(" ; \(shown) acteurs sur \(all) montrés", "; \(shown) of \(all) actors shown") : ""
    return MatrixTable(
      columns: columns.map(\.name), rows: rows,
      notes: [
        subject.say(
          "Alliances de l’acteur sur le thème ; thèmes connus pour \(known) alliances sur \(graph.alliances.count), "
            + "\(all) organisations sur \(organisations.count) en ont une",
          "Alliances of the actor on the theme; themes known for \(known) of \(graph.alliances.count) alliances, \(all) of "
            + "\(organisations.count) organisations have one") + left + "."
      ])
  }

  private static func heading(ofGroup number: Int, _ clusters: TerritoryClusters, _ subject: MapSubject) -> String {
    guard clusters.clusters.indices.contains(number) else { return subject.say("Sans groupe", "Without group") }
    let cluster = clusters.clusters[number]
    let pivot = MapSceneBuilder.shortName(subject.graph.actors[cluster.pivot].name)
    let around = MapWords.around(pivot, in: subject.language)
    return cluster.theme.map { "\($0.capitalizedFirst), \(around)" } ?? around.capitalizedFirst
  }
}
