public import AllianceModel

/// The groups of a graph that is too large for one drawing, each with the groups inside of it, down to those whose actors
/// fit on a drawing of their own.
///
///     for group in try GroupTree(of: graph).groups where group.showsActors {
///       NetworkMap(of: graph, options: MapOptions(cluster: group.number))  // has the names of group.actors
///     }
public struct GroupTree: Sendable {
  public struct Group: Sendable, Equatable {
    /// What ``MapOptions/cluster`` takes: `3`, or `3.2` for the second group inside the third.
    public let number: String
    /// Its main theme, or whom it stands around.
    public let name: String
    /// Positions in the graph, increasing: its organisations, and the objects that stand with them.
    public let actors: [Int]
    /// Its organisation with most alliances, by position; nil for what is no cluster, such as actors without alliance.
    public let pivot: Int?
    /// Alliances all of whose parties are in the group, and those that unite it with its neighbours in the same drawing.
    public let innerCount: Int
    public let outerCount: Int
    /// Whether its drawing shows its actors by name; else it shows the groups inside of it.
    public let showsActors: Bool
  }

  /// From the outside in: all groups of one depth before those inside of them, in the order of their numbers. Empty when
  /// one drawing shows the whole graph.
  public let groups: [Group]

  /// Divides `graph` as its maps do.
  ///
  /// - Throws: `CancellationError` when its task is cancelled.
  /// - Complexity: That of the clusters, once for each depth.
  public init(of graph: AllianceGraph, language: Language) throws(CancellationError) {
    var groups: [Group] = []
    let whole = MapPart(whole: graph)
    var parts = whole.showsActors ? [] : [(part: whole, places: Array(graph.actors.indices))]
    while !parts.isEmpty {
      var next: [(part: MapPart, places: [Int])] = []
      for (part, places) in parts {
        let level = try GroupLevel(part)
        let words = GroupWords(level: level, language: language)
        for (index, group) in level.groups.enumerated() {
          let inside = MapPart(index, of: level, name: words.fullName)
          let actors = group.actors.map { places[$0] }
          groups.append(
            Group(
              number: group.number, name: words.name(index), actors: actors.sorted(),
              pivot: group.pivot.map { places[$0] }, innerCount: group.innerCount, outerCount: group.outerCount,
              showsActors: inside.showsActors))
          if !inside.showsActors { next.append((inside, actors)) }
        }
      }
      parts = next
    }
    self.groups = groups
  }
}
