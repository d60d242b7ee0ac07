import AllianceModel
import TerritoryAnalysis

/// Groups side by side: inside each who is in which alliance, between them how many alliances they share.
struct ClustersPlan: DiagramPlan {
  let subject: MapSubject
  let clusters: TerritoryClusters
  /// The alliances that unite organisations of two groups, for each pair `first < second`.
  let bundles: [(first: Int, second: Int, alliances: [Int])]

  let name = "groupes"
  let drawsEveryTie = true

  init(of subject: MapSubject) throws(CancellationError) {
    self.subject = subject
    let clusters = try subject.graph.clusters()
    self.clusters = clusters
    var shared: [[Int]: [Int]] = [:]
    for (alliance, parties) in subject.parties.enumerated() {
      let members = parties.filter { subject.graph.actors[$0].isOrganisation }
      let groups = Set(members.compactMap { clusters.actorCluster[$0] }).sorted()
      for (place, first) in groups.enumerated() {
        for second in groups[(place + 1)...] { shared[[first, second], default: []].append(alliance) }
      }
    }
    bundles = shared.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map { ($0.key[0], $0.key[1], $0.value) }
  }

  var titleEnd: String { subject.say(" : les groupes et leurs liens", ": the groups and their ties") }

  var missing: String? {
    guard clusters.clusters.isEmpty else { return nil }
    return subject.say(
      "Aucune alliance n’unit deux organisations : il n’y a pas de groupe à montrer.",
      "No alliance unites two organisations: there is no group to show.")
  }

  var remarks: [String] {
    let outside = expectedOutside
    let split = Set(bundles.flatMap(\.alliances)).count
    let sentence = subject.say(
      "\(split) alliances sur \(subject.graph.alliances.count) unissent plusieurs groupes",
      "\(split) of \(subject.graph.alliances.count) alliances unite several groups")
    guard outside > 0 else { return [sentence + "."] }
    return [
      sentence
        + subject.say(
          " ; \(outside) acteurs et objets ne sont d’aucun groupe.", "; \(outside) actors and objects are in no group.")
    ]
  }

  private var expectedOutside: Int { clusters.actorCluster.count { $0 == nil } }
  var expectedActors: Set<Int> { Set(subject.graph.actors.indices.filter { clusters.actorCluster[$0] != nil }) }
  var expectedAlliances: Set<Int> {
    Set(subject.graph.alliances.indices.filter { clusters.allianceCluster[$0] != nil })
  }

  var legend: [LegendRow] {
    var reading = [
      LegendRow.Entry(sample: .hull, text: MapWords.hull[subject.language])
    ]
    if !bundles.isEmpty {
      reading.append(
        LegendRow.Entry(
          sample: .tie(subject.theme.bundleTie),
          text: subject.say(
            "alliances qui unissent deux groupes, avec leur nombre",
            "alliances that unite two groups, with their number")))
    }
    return [
      LegendRow(heading: MapWords.actors[subject.language], entries: subject.markEntries(of: expectedActors)),
      LegendRow(
        heading: MapWords.alliancesTitle[subject.language],
        entries: subject.formEntries(of: expectedAlliances.sorted())
          + [
            LegendRow.Entry(sample: .pill(MapWords.pillSample[subject.language]), text: MapWords.pill[subject.language])
          ]),
      LegendRow(heading: MapWords.reading[subject.language], entries: reading),
    ]
  }

  func figure(width: Double, height: Double) throws(CancellationError) -> Figure {
    if Task.isCancelled { throw CancellationError() }
    return ClustersLayout(plan: self, width: width, height: height).figure()
  }

  /// The name of a group and what stands under it.
  func title(of number: Int) -> (name: String, detail: String) {
    let cluster = clusters.clusters[number]
    let name = MapSceneBuilder.shortName(subject.graph.actors[cluster.pivot].name)
    let pivot = MapWords.around(name, in: subject.language)
    let count = MapWords.organisations(cluster.organisations.count, in: subject.language)
    guard let theme = cluster.theme else { return (pivot.capitalizedFirst, count) }
    return (theme.capitalizedFirst, "\(pivot), \(count)")
  }
}
