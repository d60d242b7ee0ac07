public import AllianceModel

extension AllianceGraph {
  /// The rows that stand at these positions, actors first.
  public func rows(actors: [Int] = [], alliances: [Int] = []) -> [RowReference] {
    actors.map { .actor(self.actors[$0].id) } + alliances.map { .alliance(self.alliances[$0].id) }
  }
}
