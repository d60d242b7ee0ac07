import GraphCore
import Testing

@Suite("NodeScores")
struct NodeScoresTests {
  @Test("ranks by falling score, the lower node first when scores tie")
  func ties() {
    let scores = NodeScores([2, 5, 5, -1])
    #expect(scores.ranking == [1, 2, 0, 3])
    #expect(scores.top(2) == [.init(node: 1, score: 5), .init(node: 2, score: 5)])
    #expect(scores.top(9).count == 4)
  }

  @Test("has no score where the measure is not defined")
  func undefined() {
    let scores = NodeScores([.nan, 0])
    #expect(scores[0] == nil && scores[1] == 0)
    #expect(scores.ranking == [1])
    #expect(scores.definedCount == 1)
    #expect(scores == NodeScores([.nan, 0]))
    #expect(scores != NodeScores([0, .nan]))
  }
}
