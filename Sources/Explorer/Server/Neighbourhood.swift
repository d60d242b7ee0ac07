import AllianceModel

/// Steps along alliances: who is around an actor, which way leads to another.
struct Neighbourhood {
  private let graph: AllianceGraph
  private let indices: [String: Int]
  private let parties: [[Int]]
  private let memberships: [[Int]]

  init(of graph: AllianceGraph) {
    let indices = graph.actorIndices
    let parties = graph.alliances.map { graph.partyIndices(of: $0, in: indices) }
    var memberships = [[Int]](repeating: [], count: graph.actors.count)
    for (alliance, actors) in parties.enumerated() { for actor in actors { memberships[actor].append(alliance) } }
    (self.graph, self.indices, self.parties, self.memberships) = (graph, indices, parties, memberships)
  }

  /// The ids of the alliances within so many steps of an actor, in the order of the table; nil for an unknown one.
  ///
  /// - Complexity: O(parties).
  func around(_ id: String, steps: Int) -> [String]? {
    guard let start = indices[id] else { return nil }
    var actors: Set<Int> = [start]
    var reached: Set<Int> = []
    for _ in 0..<steps {
      reached = Set(actors.flatMap { memberships[$0] })
      actors.formUnion(reached.flatMap { parties[$0] })
    }
    return reached.sorted().map { graph.alliances[$0].id }
  }

  /// The ids of the alliances behind each step of a shortest way, in the order of the table; none without a way, nil for
  /// an unknown actor.
  ///
  /// - Complexity: O(parties²) at worst, for one alliance of all.
  func way(from first: String, to last: String) -> [String]? {
    guard let start = indices[first], let end = indices[last] else { return nil }
    var before: [Int: Int] = [start: start]
    var edge = [start]
    while !edge.isEmpty, before[end] == nil {
      var next: [Int] = []
      for near in edge {
        for other in memberships[near].flatMap({ parties[$0] }) where before[other] == nil {
          before[other] = near
          next.append(other)
        }
      }
      edge = next
    }
    var alliances: Set<Int> = []
    var step = end
    while let previous = before[step], previous != step {
      alliances.formUnion(Set(memberships[step]).intersection(memberships[previous]))
      step = previous
    }
    return alliances.sorted().map { graph.alliances[$0].id }
  }
}
