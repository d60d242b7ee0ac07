import TestSupport
import Testing

@testable import Cartography

@Suite("LineSimplification")
struct LineSimplificationTests {
  @Test("keeps the corner of an angle and drops what lies on its sides")
  func corner() {
    let line = [Point(0, 0), Point(1, 0), Point(2, 0), Point(2, 1), Point(2, 2)]
    #expect(LineSimplification.kept(of: line, tolerance: 0.1) == [0, 2, 4])
    #expect(LineSimplification.kept(of: line, tolerance: 5) == [0, 4])
  }

  @Test("keeps every dropped point within the tolerance of the result", arguments: 0..<200 as Range<UInt64>)
  func tolerance(seed: UInt64) {
    var generator = TestGenerator(seed: seed)
    let line = (0..<40).map { _ in
      Point(Double.random(in: 0...100, using: &generator), Double.random(in: 0...100, using: &generator))
    }
    let tolerance = Double.random(in: 0...30, using: &generator)
    let kept = LineSimplification.kept(of: line, tolerance: tolerance)
    #expect(kept.first == 0 && kept.last == 39)
    for (start, end) in zip(kept, kept.dropFirst()) {
      for index in start...end {
        let distance = LineSimplification.squaredDistance(from: line[index], to: line[start], line[end])
        #expect(distance <= tolerance * tolerance + 1e-9)
      }
    }
  }
}
