import AllianceModel

/// Numbers for actors and alliances whose names find no room on a map, and the index that says what they mean.
///
/// They run through the groups, inside each by name: near each other on the map, near each other in the index.
struct MapNumbers {
  /// Of actors `1`, `2`…, of alliances `a1`, `a2`…, each by its position in the graph.
  let actors: [Int: String]
  let alliances: [Int: String]
  let index: IndexList

  init(actors numbered: [Int], alliances pills: [Int], of builder: MapSceneBuilder) {
    let graph = builder.part.graph
    let groups = builder.groups
    func sorted(_ places: [Int], _ name: (Int) -> String, _ group: (Int) -> Int) -> [[Int]] {
      let keys = Dictionary(uniqueKeysWithValues: places.map { ($0, name($0).textKey) })
      var lists = [[Int]](repeating: [], count: groups.count)
      for place in places { lists[group(place)].append(place) }
      return lists.map { $0.sorted { (keys[$0] ?? "", $0) < (keys[$1] ?? "", $1) } }
    }
    let actorLists = sorted(numbered, { graph.actors[$0].name }, builder.group(ofActor:))
    let allianceLists = sorted(pills, { graph.alliances[$0].title }, builder.group(ofAlliance:))
    let actors = Dictionary(uniqueKeysWithValues: actorLists.joined().enumerated().map { ($1, "\($0 + 1)") })
    let alliances = Dictionary(uniqueKeysWithValues: allianceLists.joined().enumerated().map { ($1, "a\($0 + 1)") })
    index = IndexList(
      groups.indices.map { group in
        let names = actorLists[group].map { IndexSection.Entry(key: actors[$0] ?? "", text: graph.actors[$0].name) }
        let titles = allianceLists[group].map { place in
          let year = graph.alliances[place].years(in: builder.language)
          let title = graph.alliances[place].title
          return IndexSection.Entry(
            key: alliances[place] ?? "", text: [title, year].compactMap(\.self).joined(separator: "\u{A0}\u{A0}"))
        }
        return IndexSection(title: groups[group].title?.name, entries: names + titles)
      })
    (self.actors, self.alliances) = (actors, alliances)
  }
}
