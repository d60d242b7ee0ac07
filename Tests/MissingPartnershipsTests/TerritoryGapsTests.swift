import AllianceModel
import TestSupport
import Testing

@testable import MissingPartnerships

@Suite("Gaps of a territory")
struct TerritoryGapsTests {
  typealias Actor = AllianceGraph.Actor
  static let authority = ActorKind(rawValue: "local_authority")

  /// Six companies, six associations, six authorities on one theme; `counts` alliances of company and association,
  /// company and authority, association and authority.
  static func territory(_ name: String, counts: [Int], themes: [String] = ["Emploi"]) -> AllianceGraph {
    let kinds: [(String, ActorKind)] = [("c", Territory.company), ("a", Territory.association), ("l", authority)]
    let actors = kinds.flatMap { letter, kind in
      (0..<6).map { Territory.actor("\(letter)\($0)", kind: kind, themes: themes) }
    }
    let pairs = [("c", "a"), ("c", "l"), ("a", "l")]
    let alliances = zip(pairs, counts).flatMap { pair, count in
      (0..<count).map { index in
        AllianceGraph.Alliance(
          id: "\(pair.0)\(pair.1)\(index)", title: "\(pair.0)\(pair.1)\(index)",
          parties: ["\(pair.0)\(index % 6)", "\(pair.1)\((index + index / 6) % 6)"].map {
            AllianceGraph.Party(actor: $0)
          },
          themes: themes)
      }
    }
    return AllianceGraph(info: GraphInfo(name: name, title: name.uppercased()), actors: actors, alliances: alliances)
  }

  @Test("finds the pair of families that its peers have and it has not, and the pairs that would fill it")
  func peers() throws {
    let graph = Self.territory("ici", counts: [20, 0, 20])
    let peers = (0..<12).map { Self.territory("pair\($0)", counts: [14 + $0 % 3, 13 + $0 % 2, 14]) }
    let gaps = try TerritoryGaps(of: graph, among: peers)
    let gap = try #require(gaps.gaps.first)
    #expect(gap.level == .all && gap.first == .companies && gap.second == .authorities)
    #expect(gap.tier == .established && gap.observed == 0 && gap.peersWithOne == 12 && gap.rows.isEmpty)
    #expect(gap.expected > 10 && gap.ratio < 0.5)
    #expect(gaps.gaps.contains { $0.level == .subject && $0.subject.french == "Emploi" && $0.second == .authorities })
    #expect(gaps.comparison == .peers(peers.map(\.info.title)))
    let pairs = try MissingPartnerships(of: graph).suggestions(filling: gap, of: gaps, top: 5)
    #expect(pairs.count == 5)
    for pair in pairs {
      #expect(Set([graph.actors[pair.first].family, graph.actors[pair.second].family]) == [.companies, .authorities])
    }
  }

  @Test("claims nothing when the territory is like its peers")
  func ordinary() throws {
    let peers = (0..<12).map { Self.territory("pair\($0)", counts: [14 + $0 % 3, 13 + $0 % 2, 14]) }
    #expect(try TerritoryGaps(of: Self.territory("ici", counts: [14, 13, 15]), among: peers).gaps.isEmpty)
  }

  @Test("compares a territory alone with its own alliances dealt out at random, the same each time")
  func alone() throws {
    // Companies and authorities are as active as associations, yet meet only these.
    let graph = Self.territory("ici", counts: [20, 0, 20])
    let gaps = try TerritoryGaps(of: graph, among: [])
    #expect(gaps.comparison == .chance(deals: 1_999))
    let cold = try #require(gaps.gaps.first)
    // Associations have half of the seats, so that among themselves they would meet most often of all, and never do.
    #expect(cold.first == .associations && cold.second == .associations)
    #expect(cold.tier == .cold && cold.peersWithOne == nil)
    #expect(gaps.gaps.contains { $0.first == .companies && $0.second == .authorities })
    #expect(try TerritoryGaps(of: graph, among: []).gaps == gaps.gaps)
    // Evenly mixed families leave nothing to find.
    #expect(try TerritoryGaps(of: Self.territory("ici", counts: [4, 4, 4]), among: []).gaps.isEmpty)
  }

  @Test("keeps the seats of each family within a stratum")
  func deals() throws {
    let table = CellTable(Self.territory("ici", counts: [3, 2, 1]))
    let cells = [CellTable.Cell(first: .companies, second: .associations, subject: CellTable.everything)]
    let dealt = try FamilyPermutation(of: table, cells: cells)
    let counts = try #require(dealt.counts[cells[0]])
    #expect(counts.count == dealt.dealCount + 1)
    #expect(counts[0] == 3)
    // Twelve seats: five companies, four associations, three authorities. A table seats one of each in 5·4·2 of 12·11
    // deals, and there are six tables.
    let mean = Double(counts.reduce(0, +)) / Double(counts.count)
    #expect(abs(mean - 6 * 40.0 / 132) < 0.1)
  }

  @Test("names families without any member on a subject, and how many peers have one")
  func absent() throws {
    let graph = Territory.graph(
      ["a", "b", "c"].map { Territory.actor($0, themes: ["Emploi"]) }, [Territory.alliance("1", ["a", "b"])])
    let absent = try TerritoryGaps(of: graph, among: []).absentFamilies
    #expect(absent.map(\.family) == [.associations, .authorities, .networks, .knowledge])
    #expect(absent.allSatisfy { $0.subject.french == "Emploi" && $0.others == 3 && $0.peersWithOne == nil })
    let peers = (0..<10).map { Self.territory("pair\($0)", counts: [1, 1, 1]) }
    let beside = try TerritoryGaps(of: graph, among: peers).absentFamilies
    #expect(beside.map(\.peersWithOne) == [10, 10, 0, 0])
  }

  @Test("takes the most similar territories when many are given, and none when few")
  func similarity() {
    let graph = Self.territory("ici", counts: [10, 10, 10])
    let like = (0..<TerritoryGaps.mostPeers).map { Self.territory("pair\($0)", counts: [10, 9, 10]) }
    let unlike = (0..<5).map { _ in Territory.large(seed: 1) }
    #expect(TerritoryGaps.mostSimilar(to: graph, among: unlike + like).map(\.info.name) == like.map(\.info.name))
    #expect(TerritoryGaps.mostSimilar(to: graph, among: unlike).isEmpty)
  }
}
