import Cartography
import Testing

@Suite("Convex hull")
struct ConvexHullTests {
  @Test("keeps the corners of a square and drops what lies inside or on a side")
  func square() {
    let points = [Point(0, 0), Point(4, 0), Point(4, 4), Point(0, 4), Point(2, 0), Point(2, 2), Point(0, 3)]
    #expect(ConvexHull.corners(of: points) == [Point(0, 0), Point(4, 0), Point(4, 4), Point(0, 4)])
  }

  @Test("holds every point, and turns left at every corner", arguments: 0..<100 as Range<UInt64>)
  func property(seed: UInt64) {
    var generator = SplitMix(seed: seed)
    let points = (0..<30).map { _ in
      Point(Double(Int.random(in: 0..<50, using: &generator)), Double(Int.random(in: 0..<50, using: &generator)))
    }
    let corners = ConvexHull.corners(of: points)
    for point in points { #expect(ConvexHull.contains(corners, point)) }
    for index in corners.indices {
      let (a, b, c) = (corners[index], corners[(index + 1) % corners.count], corners[(index + 2) % corners.count])
      #expect((b - a).cross(c - b) > 0)
    }
  }

  @Test("draws an outline that keeps its distance from every box")
  func outline() {
    let boxes = [Box(left: 0, bottom: 0, right: 30, top: 10), Box(left: 50, bottom: 40, right: 60, top: 60)]
    let outline = ConvexHull.outline(around: boxes, margin: 8)
    let corners = ConvexHull.corners(of: boxes.flatMap(\.corners))
    for point in outline {
      // The nearest point of the hull is a corner or lies on a side.
      var nearest = Double.infinity
      for index in corners.indices {
        let (start, end) = (corners[index], corners[(index + 1) % corners.count])
        let along = end - start
        let share = ((point.x - start.x) * along.x + (point.y - start.y) * along.y) / (along.length * along.length)
        nearest = min(nearest, (start + along * min(1, max(0, share)) - point).length)
      }
      #expect(abs(nearest - 8) < 1e-6)
    }
    #expect(ConvexHull.outline(around: [], margin: 8).isEmpty)
  }
}
