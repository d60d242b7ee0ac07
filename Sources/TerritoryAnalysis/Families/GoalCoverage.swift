public import AllianceModel

/// Which sustainable development goals the alliances of a territory serve, and with which families.
///
/// Goal 17, partnerships, is that of every alliance: it is no theme, and is counted on demand only.
public struct GoalCoverage: Sendable, Equatable {
  /// The goal of partnerships.
  public static let partnerships = 17

  public struct Cell: Sendable, Equatable {
    /// Alliances on the goal with a party of the family, rising.
    public let alliances: [Int]
    /// Organisations of the family that are parties of these, or state the goal themselves; rising.
    public let organisations: [Int]
  }

  /// The goals that are counted, rising: 1 to 16, or 17.
  public let goals: [Int]
  /// The families that the graph has, in the order of legends.
  public let families: [ActorFamily]
  /// For each of ``goals``, all alliances on it, whoever its parties are.
  public let alliances: [[Int]]
  /// Alliances with at least one goal that is counted: those that the figures rest on.
  public let documented: Int
  /// Alliances whose only goal is partnerships, when it is not counted.
  public let partnershipsOnly: [Int]
  /// Alliances of which no goal is known.
  public let undocumented: [Int]
  public let allianceCount: Int
  private let cells: [[Cell]]

  public subscript(goal: Int, family: ActorFamily) -> Cell {
    guard let row = goals.firstIndex(of: goal), let column = families.firstIndex(of: family) else {
      return Cell(alliances: [], organisations: [])
    }
    return cells[row][column]
  }

  /// Goals that no alliance serves and no organisation states. With few documented alliances that says little.
  public var uncovered: [Int] {
    goals.indices.filter { row in alliances[row].isEmpty && cells[row].allSatisfy(\.organisations.isEmpty) }
      .map { goals[$0] }
  }

  fileprivate init(of graph: AllianceGraph, goals: [Int]) {
    let families = graph.presentFamilies
    let indices = graph.actorIndices
    let parties = graph.alliances.map { alliance in
      graph.partyIndices(of: alliance, in: indices).filter { graph.actors[$0].isOrganisation }
    }
    let organisations = graph.actors.indices.filter { graph.actors[$0].isOrganisation }
    alliances = goals.map { goal in graph.alliances.indices.filter { graph.alliances[$0].odd.contains(goal) } }
    cells = zip(goals, alliances).map { goal, served in
      let stating = organisations.filter { graph.actors[$0].odd.contains(goal) }
      return families.map { family in
        let members = Set((served.flatMap { parties[$0] } + stating).filter { graph.actors[$0].family == family })
        return Cell(
          alliances: served.filter { parties[$0].contains(where: members.contains) }, organisations: members.sorted())
      }
    }
    let counted = Set(goals)
    let known = graph.alliances.indices.filter { !graph.alliances[$0].odd.isEmpty }
    let documented = known.filter { !counted.isDisjoint(with: graph.alliances[$0].odd) }
    (self.goals, self.families, self.documented) = (goals, families, documented.count)
    partnershipsOnly = known.filter {
      Set(graph.alliances[$0].odd) == [Self.partnerships] && !counted.contains(Self.partnerships)
    }
    undocumented = graph.alliances.indices.filter { graph.alliances[$0].odd.isEmpty }
    allianceCount = graph.alliances.count
  }
}

extension AllianceGraph {
  /// The goals of this graph by family.
  ///
  /// - Parameter includesPartnerships: Whether goal 17 counts.
  /// - Complexity: O(parties · goals).
  public func goalCoverage(includesPartnerships: Bool = false) -> GoalCoverage {
    GoalCoverage(of: self, goals: Array(1...(includesPartnerships ? 17 : 16)))
  }
}
