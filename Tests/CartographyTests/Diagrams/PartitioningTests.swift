import Testing

@testable import Cartography

@Suite("Partitioning")
struct PartitioningTests {
  @Test("divides in order so that the largest part is smallest")
  func even() {
    #expect(Partitioning.evenRanges(of: [5, 1, 1, 1, 4], count: 2) == [0..<2, 2..<5])
    #expect(Partitioning.evenRanges(of: [1, 2, 3], count: 3) == [0..<1, 1..<2, 2..<3])
    #expect(Partitioning.evenRanges(of: [1, 2, 3], count: 1) == [0..<3])
  }

  @Test("never makes an empty part")
  func small() {
    #expect(Partitioning.evenRanges(of: [9], count: 3) == [0..<1])
    #expect(Partitioning.evenRanges(of: [], count: 2).isEmpty)
  }

  @Test("no other division has a smaller largest part", arguments: 0..<40 as Range<Int>)
  func optimum(seed: Int) {
    let sizes = (0..<6).map { Double(($0 * 7 + seed * 13) % 11) }
    func largest(_ cuts: [Int]) -> Double {
      let ends = cuts + [6]
      return zip([0] + cuts, ends).map { sizes[$0..<$1].reduce(0, +) }.max() ?? 0
    }
    let least = (1..<5).flatMap { first in (first + 1..<6).map { largest([first, $0]) } }.min()
    let ranges = Partitioning.evenRanges(of: sizes, count: 3)
    #expect(ranges.map { sizes[$0].reduce(0, +) }.max() == least)
  }
}
