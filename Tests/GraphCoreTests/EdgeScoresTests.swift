import GraphCore
import Testing

@Suite("EdgeScores")
struct EdgeScoresTests {
  @Test("ranks by falling score, in the order of the edges when scores tie")
  func ties() throws {
    // A path of four: the middle tie carries four pairs, those at the ends three each.
    let scores = try CSRGraph(nodeCount: 4, edges: [(2, 3), (0, 1), (1, 2)]).edgeBetweenness()
    #expect(scores.values == [3, 4, 3])
    #expect(scores.top(3).map(\.edge.source) == [1, 0, 2])
    #expect(scores.top(1)[0].score == 4)
  }
}
