import Testing

@testable import Cartography

@Suite("XDotDrawing with holes")
struct TerritoryBackdropTests {
  @Test("joins holes to their outline without changing the area between them")
  func holes() {
    let outline = [Point(0, 0), Point(10, 0), Point(10, 10), Point(0, 10)]
    let hole = [Point(2, 2), Point(4, 2), Point(4, 4), Point(2, 4)]
    let second = [Point(6, 6), Point(6, 8), Point(8, 8), Point(8, 6)]
    for holes in [[hole], [hole.reversed()], [hole, second]] {
      let ring = XDotDrawing.joined(outline, holes: holes)
      #expect(abs(PageOutlines.area(ring)) == 100 - 4 * Double(holes.count))
    }
  }
}
