import Testing

@testable import Cartography

@Suite("Marks of places")
struct TerritoryComposerTests {
  @Test("that would touch move aside by as little as makes them two, the others stay")
  func apart() {
    let points = [Point(0, 0), Point(3, 0), Point(40, 40), Point(80, 0), Point(80, 0)]
    let moved = TerritoryComposer.apart(points, radii: [4, 4, 4, 4, 4])
    #expect(abs((moved[0] - moved[1]).length - 9) < 0.01)
    #expect((moved[0] - points[0]).length < 3.1)
    #expect(moved[2] == points[2])
    #expect(abs((moved[3] - moved[4]).length - 9) < 0.01)
  }

  @Test("in a crowd all come apart, the same way each time")
  func crowd() {
    let points = (0..<12).map { Point(Double($0 % 4) * 2, Double($0 / 4) * 2) }
    let radii = [Double](repeating: 3, count: points.count)
    let moved = TerritoryComposer.apart(points, radii: radii)
    for first in moved.indices {
      for second in moved.indices.dropFirst(first + 1) { #expect((moved[first] - moved[second]).length > 6) }
    }
    #expect(moved == TerritoryComposer.apart(points, radii: radii))
  }
}
