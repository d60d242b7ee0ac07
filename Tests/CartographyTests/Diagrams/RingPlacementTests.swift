import GraphCore
import Testing

@testable import Cartography

@Suite("Ring placement")
struct RingPlacementTests {
  @Test("lets no box overlap another, on any ring", arguments: 1...40 as ClosedRange<UInt64>)
  func clear(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    func item() -> RingPlacement.Item {
      RingPlacement.Item(
        width: 30 + Double(generator.next() % 90), height: 14 + Double(generator.next() % 40),
        wish: Double(generator.next() % 628) / 100)
    }
    let rings = (0..<3).map { _ in
      (0..<Int(generator.next() % 12)).map { _ in item() }.sorted { ($0.wish ?? 0) < ($1.wish ?? 0) }
    }
    let ring = RingPlacement(
      middle: RingPlacement.Item(width: 120, height: 30, wish: nil), rings: rings,
      ratio: 0.6 + Double(seed % 5) * 0.35)
    let centers = ring.centers()
    var boxes = [Box(center: Point(0, 0), width: 120, height: 30)]
    for (items, points) in zip(rings, centers) {
      #expect(items.count == points.count)
      for (item, point) in zip(items, points) {
        boxes.append(Box(center: point, width: item.width, height: item.height))
      }
    }
    for (index, box) in boxes.enumerated() {
      for other in boxes[..<index] { #expect(!box.overlaps(other)) }
    }
  }
}
