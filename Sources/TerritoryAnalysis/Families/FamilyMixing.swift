public import AllianceModel

/// Which families meet in alliances, and how often chance alone would bring them together.
///
/// Counted in whole alliances, each once for each cell: an alliance of three families stands in three cells.
public struct FamilyMixing: Sendable, Equatable {
  public struct Cell: Sendable, Equatable {
    /// The alliances that unite an organisation of each family, or two of the same, rising.
    public let alliances: [Int]
    /// The mean number of them if the same families were dealt at random to the organisations, the alliances staying as
    /// they are.
    public let expected: Double

    public var observed: Int { alliances.count }
  }

  /// Those that an organisation of the graph belongs to, in the order of legends.
  public let families: [ActorFamily]
  /// How many organisations each of ``families`` has.
  public let sizes: [Int]
  /// How many alliances unite at least two organisations: those that are counted.
  public let allianceCount: Int
  /// Each family with itself and those before it: the others are the same.
  private let cells: [[Cell]]

  /// The cell of two families; the same either way. An empty one when a family is absent.
  public subscript(first: ActorFamily, second: ActorFamily) -> Cell {
    guard let row = families.firstIndex(of: first), let column = families.firstIndex(of: second) else {
      return Cell(alliances: [], expected: 0)
    }
    return cells[max(row, column)][min(row, column)]
  }

  fileprivate init(families: [ActorFamily], sizes: [Int], allianceCount: Int, cells: [[Cell]]) {
    (self.families, self.sizes, self.allianceCount, self.cells) = (families, sizes, allianceCount, cells)
  }
}

extension AllianceGraph {
  /// The families of organisations that the graph has, in the order of legends.
  public var presentFamilies: [ActorFamily] {
    let present = Set(actors.filter(\.isOrganisation).map { $0.family ?? .others })
    return ActorFamily.allCases.filter(present.contains)
  }

  /// Of each alliance, how many organisations of each family are parties.
  public func familyCounts() -> [[ActorFamily: Int]] {
    let indices = actorIndices
    return alliances.map { alliance in
      let parties = partyIndices(of: alliance, in: indices).filter { actors[$0].isOrganisation }
      return Dictionary(parties.map { (actors[$0].family ?? .others, 1) }, uniquingKeysWith: +)
    }
  }

  /// The families of this graph two by two: observed and expected alliances.
  ///
  /// - Complexity: O(alliances · families²).
  public func familyMixing() -> FamilyMixing {
    let families = presentFamilies
    let organisations = Dictionary(
      actors.filter(\.isOrganisation).map { ($0.family ?? .others, 1) }, uniquingKeysWith: +)
    let sizes = families.map { organisations[$0] ?? 0 }
    let total = sizes.reduce(0, +)
    let counts = familyCounts()
    // Alliances of one size have the same chance: worked out once for each size.
    let bySize = Dictionary(
      counts.map { $0.values.reduce(0, +) }.filter { $0 > 1 }.map { ($0, 1) }, uniquingKeysWith: +
    ).sorted { $0.key < $1.key }
    let cells = families.indices.map { row in
      (0...row).map { column in
        let (first, second) = (families[row], families[column])
        let observed = counts.indices.filter { alliance in
          let (here, there) = (counts[alliance][first] ?? 0, counts[alliance][second] ?? 0)
          return row == column ? here > 1 : here > 0 && there > 0
        }
        let expected = bySize.reduce(0.0) { sum, group in
          let deal = RandomDeal(parties: group.key, organisations: total)
          let chance =
            row == column ? deal.chanceOfTwo(of: sizes[row]) : deal.chanceOfBoth(sizes[row], sizes[column])
          return sum + Double(group.value) * chance
        }
        return FamilyMixing.Cell(alliances: observed, expected: expected)
      }
    }
    return FamilyMixing(
      families: families, sizes: sizes, allianceCount: bySize.reduce(0) { $0 + $1.value }, cells: cells)
  }
}

/// The parties of one alliance, drawn at random from all organisations without putting back (hypergeometric).
private struct RandomDeal {
  let parties: Int
  let organisations: Int

  /// The chance that none of `size` marked organisations is drawn in `draws` draws from `total`.
  private func chanceOfNone(of size: Int, draws: Int, total: Int) -> Double {
    (0..<draws).reduce(1.0) { $0 * Double(max(0, total - size - $1)) / Double(total - $1) }
  }

  private func chanceOfNone(of size: Int) -> Double { chanceOfNone(of: size, draws: parties, total: organisations) }

  func chanceOfBoth(_ first: Int, _ second: Int) -> Double {
    max(0, 1 - chanceOfNone(of: first) - chanceOfNone(of: second) + chanceOfNone(of: first + second))
  }

  func chanceOfTwo(of size: Int) -> Double {
    let first = Double(size) / Double(organisations)
    let one =
      Double(parties) * first
      * (0..<(parties - 1)).reduce(1.0) {
        $0 * Double(max(0, organisations - size - $1)) / Double(organisations - 1 - $1)
      }
    return max(0, 1 - chanceOfNone(of: size) - one)
  }
}
