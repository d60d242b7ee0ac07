import AllianceModel

/// What one drawing shows: a graph, or a group of it with the named neighbours at which its ties end.
struct MapPart {
  /// The members, and after them the neighbours: actors, or a stand-in for each neighbouring group.
  let graph: AllianceGraph
  /// The first ones of ``graph`` are members.
  let memberCount: Int
  /// The groups that this one lies in, from the outside in; empty for the whole graph.
  let path: [Step]

  /// A group on the way to a part.
  struct Step: Equatable {
    /// What `--cluster` takes: `3`, or `3.2` for the second group inside the third.
    let number: String
    let name: String
  }

  /// The whole of a graph.
  init(whole graph: AllianceGraph) {
    (self.graph, memberCount, path) = (graph, graph.actors.count, [])
  }

  private init(graph: AllianceGraph, memberCount: Int, path: [Step]) {
    (self.graph, self.memberCount, self.path) = (graph, memberCount, path)
  }

  var neighbours: Range<Int> { memberCount..<graph.actors.count }
  func isNeighbour(_ actor: Int) -> Bool { actor >= memberCount }

  /// The members alone: every alliance that one of them is in, with those of its parties that are members.
  var members: AllianceGraph {
    guard memberCount < graph.actors.count else { return graph }
    let ids = Set(graph.actors[..<memberCount].map(\.id))
    return graph.with(
      actors: Array(graph.actors[..<memberCount]),
      alliances: graph.alliances.map { alliance in alliance.keeping(alliance.parties.filter { ids.contains($0.actor) })
      })
  }

  /// The same, without the alliances that have only one party among the members.
  var membersAlone: AllianceGraph {
    let members = members
    let indices = members.actorIndices
    return members.with(
      actors: members.actors,
      alliances: zip(members.alliances, graph.alliances).filter { own, whole in
        let count = members.partyIndices(of: own, in: indices).count
        return count > 1 || count == whole.parties.count
      }.map(\.0))
  }

  /// One group of a level, by itself.
  ///
  /// Whoever its members have an alliance with outside of it is a neighbour: under their own name when they are the only
  /// one of their group, else all of one group are one neighbour, under the name of that group.
  ///
  /// - Complexity: O(*n* + parties of the group's alliances) for *n* members and neighbours.
  init(_ group: Int, of level: GroupLevel, name: (Int) -> String) {
    let whole = level.part.graph
    let members = level.groups[group].actors
    let alliances = level.groups[group].alliances
    // Who of each neighbouring group is met; neighbours of the part itself stand for themselves.
    var met: [Int: Set<Int>] = [:]
    var known: Set<Int> = []
    for actor in alliances.flatMap({ level.parties[$0] }) where level.groupOf[actor] != group {
      if let other = level.groupOf[actor] { met[other, default: []].insert(actor) } else { known.insert(actor) }
    }
    var stands: [Int: AllianceGraph.Actor] = [:]
    for (other, actors) in met {
      let single = actors.count == 1 ? actors.first : nil
      for actor in actors {
        stands[actor] =
          single.map { whole.actors[$0] }
          ?? AllianceGraph.Actor(id: "groupe \(level.groups[other].number)", name: name(other))
      }
    }
    for actor in known { stands[actor] = whole.actors[actor] }
    let order = stands.keys.sorted { ((level.groupOf[$0] ?? .max), $0) < ((level.groupOf[$1] ?? .max), $1) }
    var seen: Set<String> = []
    let neighbours = order.compactMap { stands[$0] }.filter { seen.insert($0.id).inserted }
    graph = whole.with(
      actors: members.map { whole.actors[$0] } + neighbours,
      alliances: alliances.map { index in
        let alliance = whole.alliances[index]
        return alliance.keeping(
          alliance.parties.map { party in
            guard let place = level.actorIndices[party.actor], let stand = stands[place] else { return party }
            return AllianceGraph.Party(actor: stand.id, role: party.role, start: party.start, end: party.end)
          })
      })
    memberCount = members.count
    path = level.part.path + [Step(number: level.groups[group].number, name: name(group))]
  }
}

extension AllianceGraph {
  /// This graph with other actors and alliances; decisions, which speak of actors, are left out.
  func with(actors: [Actor], alliances: [Alliance]) -> AllianceGraph {
    AllianceGraph(info: info, actors: actors, alliances: alliances, places: places, sources: sources, decisions: [])
  }
}
