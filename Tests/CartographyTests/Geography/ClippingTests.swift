import TestSupport
import Testing

@testable import Cartography

@Suite("Clipping")
struct ClippingTests {
  private let frame = Box(left: 0, bottom: 0, right: 10, top: 10)

  @Test("cuts a polygon at the frame, and knows one that lies outside")
  func polygon() {
    let square = [Point(5, 5), Point(15, 5), Point(15, 15), Point(5, 15)]
    #expect(abs(PageOutlines.area(Clipping.polygon(square, to: frame))) == 25)
    #expect(Clipping.polygon(square.map { $0 + Point(20, 0) }, to: frame).isEmpty)
    #expect(Clipping.polygon([Point(-5, -5), Point(30, -5), Point(30, 30), Point(-5, 30)], to: frame).count == 4)
  }

  @Test("gives a line that leaves the frame and comes back in two parts")
  func line() {
    let line = [Point(2, 5), Point(15, 5), Point(15, 8), Point(3, 8)]
    #expect(Clipping.line(line, to: frame) == [[Point(2, 5), Point(10, 5)], [Point(10, 8), Point(3, 8)]])
    #expect(Clipping.line([Point(-1, 12), Point(20, 12)], to: frame).isEmpty)
  }

  /// Oracle: dense points along the segment, those inside kept.
  @Test("keeps just the inner part of random segments", arguments: 0..<200 as Range<UInt64>)
  func segments(seed: UInt64) {
    var generator = TestGenerator(seed: seed)
    let (start, end) = (
      Point(Double.random(in: -10...20, using: &generator), Double.random(in: -10...20, using: &generator)),
      Point(Double.random(in: -10...20, using: &generator), Double.random(in: -10...20, using: &generator))
    )
    let shares = (0...2_000).map { Double($0) / 2_000 }.filter { frame.contains(start + (end - start) * $0) }
    guard let part = Clipping.segment(start, end, to: frame) else {
      #expect(shares.count <= 1)
      return
    }
    let length = (part.end - part.start).length / max(1e-12, (end - start).length)
    let expected = (shares.last ?? 0) - (shares.first ?? 0)
    #expect(abs(length - expected) <= 0.001_01)
  }
}
