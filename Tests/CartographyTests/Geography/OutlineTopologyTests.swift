import AllianceModel
import Testing

@testable import Cartography

@Suite("OutlineTopology")
struct OutlineTopologyTests {
  private func feature(_ rings: [[(Double, Double)]]) throws -> GeoFeature {
    let rings = try rings.map { try $0.map { try #require(GeoCoordinate(latitude: $0.1, longitude: $0.0)) } }
    return GeoFeature(polygons: [GeoPolygon(rings: rings)])
  }

  private func page(_ place: GeoCoordinate) -> Point { Point(place.longitude * 100, place.latitude * 100) }

  @Test("gives two neighbours their common border once, run in opposite directions")
  func sharedBorder() throws {
    let left = try feature([[(0, 0), (1, 0), (1.1, 0.5), (1, 1), (0, 1)]])
    let right = try feature([[(1, 0), (2, 0), (2, 1), (1, 1), (1.1, 0.5)]])
    let topology = OutlineTopology([left, right])
    #expect(topology.borders.count == 3)
    let (first, second) = (topology.features[0][0][0], topology.features[1][0][0])
    let shared = Set(first.map(\.border)).intersection(second.map(\.border))
    #expect(shared.count == 1)
    let directions = (first + second).filter { shared.contains($0.border) }.map(\.isReversed)
    #expect(Set(directions) == [false, true])
  }

  @Test("simplifies a common border once: neighbours neither overlap nor gape")
  func noGaps() throws {
    // A wavy border between two squares, cut down to few points.
    let wave = (0...200).map { (1 + 0.01 * Double($0 % 3), Double($0) / 200) }
    let left = try feature([[(0, 0)] + wave + [(0, 1)]])
    let right = try feature([[(2, 0), (2, 1)] + wave.reversed()])
    let outlines = PageOutlines([left, right], tolerance: 5, place: page)
    let (leftRing, rightRing) = (outlines.features[0][0][0], outlines.features[1][0][0])
    #expect(leftRing.count < 10)
    #expect(Set(leftRing).intersection(rightRing).count >= 2)
    let sum = abs(PageOutlines.area(leftRing)) + abs(PageOutlines.area(rightRing))
    #expect(abs(sum - 2 * 100 * 100) < 1e-6)
  }

  @Test("keeps a hole, and lets the enclave in it share its border")
  func enclave() throws {
    let hole = [(1.0, 1.0), (2.0, 1.0), (2.0, 2.0), (1.0, 2.0)]
    let around = try feature([[(0, 0), (3, 0), (3, 3), (0, 3)], hole])
    // The same ring from another corner, the other way round.
    let enclave = try feature([[(2, 2), (2, 1), (1, 1), (1, 2)]])
    let outlines = PageOutlines([around, enclave], tolerance: 1, place: page)
    #expect(outlines.features[0][0].count == 2)
    #expect(outlines.borders.count == 2)
    #expect(Set(outlines.features[0][0][1]) == Set(outlines.features[1][0][0]))
  }

  @Test("leaves out islets that would be a dot, and never flattens an island into a line")
  func islets() throws {
    let dot = try feature([[(0, 0), (0.001, 0), (0.001, 0.001)]])
    let sliver = try feature([[(0, 0), (1, 0.02), (2, 0), (1, 0.04)]])
    #expect(PageOutlines([dot], tolerance: 1, place: page).features[0].isEmpty)
    #expect(PageOutlines([dot], tolerance: 1, place: page).borders.isEmpty)
    let ring = PageOutlines([sliver], tolerance: 0.5, place: page).features[0][0][0]
    #expect(ring.count >= 3)
  }
}
