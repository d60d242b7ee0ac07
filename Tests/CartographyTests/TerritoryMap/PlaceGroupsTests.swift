import AllianceModel
import Testing

@testable import Cartography

@Suite("PlaceGroups")
struct PlaceGroupsTests {
  private func groups(_ points: [Point], weights: [Int], reach: Double) throws -> PlaceGroups {
    let anywhere = try #require(GeoCoordinate(latitude: 47, longitude: 2))
    return PlaceGroups(
      points: points, weights: weights, populations: points.map { _ in nil }, isInside: points.map { _ in true },
      coordinates: points.map { _ in anywhere }, reach: reach, farLimit: 8)
  }

  @Test("takes near places together around the largest, and loses none")
  func grouping() throws {
    let made = try groups([Point(0, 0), Point(5, 0), Point(100, 0)], weights: [1, 4, 2], reach: 10)
    #expect(made.groups.map(\.leader) == [1, 2])
    #expect(made.groups.map(\.weight) == [5, 2])
    #expect(made.groupOf == [0, 0, 1])
  }

  @Test("chains places by the shortest tree")
  func chain() throws {
    let made = try groups(
      [Point(0, 0), Point(100, 0), Point(200, 10), Point(100, 50)], weights: [4, 3, 2, 1], reach: 1)
    #expect(made.chain(of: [0, 1, 2, 3]).map { [$0.0, $0.1] } == [[0, 1], [1, 3], [1, 2]])
    #expect(made.chain(of: [2]).isEmpty)
  }

  @Test("draws circles whose area grows with the count, none larger than its room")
  func radius() {
    #expect(PlaceGroups.radius(400, most: 400, largest: 12) == 12)
    #expect(PlaceGroups.radius(1, most: 400, largest: 12) == 5.4)
    #expect(abs(PlaceGroups.radius(324, most: 400, largest: 12) - 10.8) < 1e-9)
  }
}
