import GraphCore
import Testing

@testable import Cartography

@Suite("Layout refinement")
struct LayoutRefinementTests {
  private func state(_ centers: [Point], ties: [(Int, Int)], area: Box) -> LayoutState {
    LayoutState(
      boxes: centers.map { Box(center: $0, width: 40, height: 20) }, groups: centers.map { _ in 0 },
      isTitle: centers.map { _ in false }, areas: [area], ties: ties.map { (first: $0.0, second: $0.1) })
  }

  @Test("tells the same cost piece by piece as at once", arguments: 0..<30 as Range<UInt64>)
  func knownCosts(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let area = Box(left: 0, bottom: 0, right: 400, top: 300)
    let centers = (0..<12).map { _ in Point(generator.unitInterval() * 300 + 50, generator.unitInterval() * 200 + 50) }
    let ties = (1..<12).map { ($0, generator.below($0)) }
    var refinement = LayoutRefinement(state(centers, ties: ties, area: area))
    refinement.run(sweeps: 20, using: &generator)
    var refined = refinement.state
    for box in 0..<12 {
      #expect(refined.knownCost(of: box) == refined.cost(of: box, stopAbove: .infinity))
      #expect(area.contains(Box(center: refined.center(of: box), width: 40, height: 20)))
    }
    #expect(refined.totalCost < state(centers, ties: ties, area: area).totalCost)
  }

  @Test("untangles a star and a ring: no crossing, no box in the way")
  func untangles() {
    var generator = SeededGenerator(seed: 5)
    let area = Box(left: 0, bottom: 0, right: 400, top: 300)
    let centers = (0..<8).map { _ in Point(generator.unitInterval() * 300 + 50, generator.unitInterval() * 200 + 50) }
    for ties in [(1..<8).map { (0, $0) }, (0..<8).map { ($0, ($0 + 1) % 8) }] {
      var refinement = LayoutRefinement(state(centers, ties: ties, area: area))
      refinement.run(sweeps: 600, using: &generator)
      let places = (0..<8).map { refinement.state.center(of: $0) }
      #expect(refinement.state.overlapCount == 0)
      let segments = ties.map { Segment(places[$0.0], places[$0.1]) }
      for (index, segment) in segments.enumerated() {
        for other in segments[..<index] { #expect(!segment.crosses(other)) }
        for box in 0..<8 where box != ties[index].0 && box != ties[index].1 {
          #expect(!segment.meets(Box(center: places[box], width: 40, height: 20)))
        }
      }
    }
  }
}
