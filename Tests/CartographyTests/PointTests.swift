import Cartography
import TestSupport
import Testing

@Suite("Points, boxes and segments")
struct PointTests {
  @Test("tells crossing from touching")
  func crossing() {
    let diagonal = Segment(Point(0, 0), Point(10, 10))
    #expect(diagonal.crosses(Segment(Point(0, 10), Point(10, 0))))
    #expect(!diagonal.crosses(Segment(Point(10, 10), Point(20, 0))), "a common end")
    #expect(!diagonal.crosses(Segment(Point(5, 5), Point(9, 0))), "an end on the other")
    #expect(!diagonal.crosses(Segment(Point(1, 0), Point(11, 10))), "parallel")
    #expect(!diagonal.crosses(Segment(Point(20, 0), Point(0, 21))), "beyond the end")
  }

  @Test("finds a segment in a box as walking along it does", arguments: 0..<200 as Range<UInt64>)
  func boxes(seed: UInt64) {
    var generator = SplitMix(seed: seed)
    func coordinate() -> Double { Double(Int.random(in: 0..<40, using: &generator)) }
    let segment = Segment(Point(coordinate(), coordinate()), Point(coordinate(), coordinate()))
    let box = Box(center: Point(20.5, 20.5), width: 15, height: 9)
    // Corners stand at halves and the walk is fine, so that a touch is no doubtful case.
    let isInside = (0...4_000).contains { step in
      let share = Double(step) / 4_000
      let point = segment.start + (segment.end - segment.start) * share
      return abs(point.x - 20.5) < 7.5 && abs(point.y - 20.5) < 4.5
    }
    #expect(segment.meets(box) == isInside, "\(segment)")
  }

  @Test("counts boxes that share a border as apart")
  func overlaps() {
    let box = Box(left: 0, bottom: 0, right: 10, top: 10)
    #expect(!box.overlaps(Box(left: 10, bottom: 0, right: 20, top: 10)))
    #expect(box.overlaps(Box(left: 9.9, bottom: 9.9, right: 20, top: 20)))
    #expect(box.contains(Box(left: 1, bottom: 1, right: 10, top: 10)))
    #expect(box.union(Box(left: 20, bottom: -5, right: 21, top: 0)) == Box(left: 0, bottom: -5, right: 21, top: 10))
  }
}

/// Numbers for tests, from a generator that the code under test does not use.
struct SplitMix: RandomNumberGenerator {
  private var state: UInt64
  init(seed: UInt64) { state = seed &* 0x2545_F491_4F6C_DD1D &+ 1 }
  mutating func next() -> UInt64 {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return state
  }
}
