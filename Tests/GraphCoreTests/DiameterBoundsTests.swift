import GraphCore
import TestSupport
import Testing

@Suite("Diameter bounds")
struct DiameterBoundsTests {
  @Test("meet on paths, and are missing without ties")
  func byHand() {
    #expect(CSRGraph(nodeCount: 3, edges: [(0, 1), (1, 2)]).diameterBounds() == 2...2)
    #expect(CSRGraph(nodeCount: 5, edges: [(0, 1), (2, 3), (3, 4)]).diameterBounds() == 2...2)
    #expect(CSRGraph(nodeCount: 2, edges: []).diameterBounds() == nil)
  }

  @Test("hold the diameter of random graphs between them", arguments: 0..<200 as Range<UInt64>, [false, true])
  func definition(seed: UInt64, isDirected: Bool) {
    let graph = CSRGraph.random(seed: seed, isDirected: isDirected)
    let greatest = Oracle.distances(of: graph.undirected).flatMap { $0 }.compactMap { $0 }.max() ?? 0
    let bounds = graph.diameterBounds()
    #expect((bounds == nil) == (greatest == 0))
    if let bounds { #expect(bounds.contains(Int(greatest)), "\(bounds) \(greatest)") }
  }
}
