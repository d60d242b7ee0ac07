import Testing

@testable import Cartography

@Suite("Tie routing")
struct TieRoutingTests {
  private func routing(_ boxes: [Box], _ ties: [(Int, Int)]) -> TieRouting {
    TieRouting(
      obstacles: boxes, outlines: boxes.map { NodeShape.box.outline(in: $0) },
      ties: ties.map { (first: $0.0, second: $0.1) })
  }

  private func box(_ x: Double, _ y: Double, width: Double = 20) -> Box {
    Box(center: Point(x, y), width: width, height: 10)
  }

  @Test("leaves a clear tie straight, from border to border")
  func straight() {
    let route = routing([box(0, 0), box(100, 0)], [(0, 1)]).routes()[0]
    #expect(route.points.first.map { abs($0.x - 10) < 0.01 && $0.y == 0 } ?? false)
    #expect(route.points.last.map { abs($0.x - 90) < 0.01 && $0.y == 0 } ?? false)
    #expect(route.samples().allSatisfy { $0.y == 0 })
  }

  @Test("leads a tie around what stands between", arguments: 0..<100 as Range<UInt64>)
  func around(seed: UInt64) {
    var numbers = SplitMix(seed: seed)
    // A grid of boxes with some taken out, and ties between any two of them.
    let boxes = (0..<5).flatMap { row in (0..<5).map { column in box(Double(column) * 45, Double(row) * 30) } }
      .filter { _ in Int.random(in: 0..<4, using: &numbers) > 0 }
    let ties = (0..<12).map { _ in
      (Int.random(in: 0..<boxes.count, using: &numbers), Int.random(in: 0..<boxes.count, using: &numbers))
    }.filter { $0.0 != $0.1 }
    for (tie, route) in zip(ties, routing(boxes, ties).routes()) {
      let samples = route.samples(perPiece: 40)
      for (index, box) in boxes.enumerated() where index != tie.0 && index != tie.1 {
        let isBehind = zip(samples, samples.dropFirst()).contains { Segment($0, $1).meets(box) }
        #expect(!isBehind, "tie \(tie) passes behind \(index)")
      }
    }
  }

  @Test("draws two ties of one pair beside each other")
  func twins() {
    let routes = routing([box(0, 0), box(100, 0)], [(0, 1), (1, 0)]).routes()
    let middles = routes.map { $0.samples()[$0.samples().count / 2].y }
    #expect(abs(middles[0] - middles[1]) > 4)
  }
}
