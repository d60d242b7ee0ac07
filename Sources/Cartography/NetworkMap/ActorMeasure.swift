import AllianceModel
import GraphCore

extension MapOptions.SizeMeasure {
  /// The measure of each actor of `graph`; nil for objects, which are not ranked, and for all when there is none.
  ///
  /// - Throws: `CancellationError` when its task is cancelled.
  func values(of graph: AllianceGraph) throws(CancellationError) -> [Double?] {
    var result = [Double?](repeating: nil, count: graph.actors.count)
    let network = graph.actorNetwork()
    func set(_ values: (Int) -> Double) {
      for (node, actor) in network.actors.enumerated() { result[actor] = values(node) }
    }
    switch self {
    case .none: break
    case .degree: set { Double(network.graph.neighbors(of: NodeID($0)).count) }
    case .strength, .alliances:
      let indices = graph.actorIndices
      var counts = [Int](repeating: 0, count: graph.actors.count)
      for alliance in graph.alliances {
        let parties = graph.partyIndices(of: alliance, in: indices)
        guard self == .alliances || parties.count(where: { graph.actors[$0].isOrganisation }) > 1 else { continue }
        for actor in parties { counts[actor] += 1 }
      }
      set { Double(counts[network.actors[$0]]) }
    case .betweenness:
      let scores = try network.graph.betweenness(lengths: .inverseWeights, isNormalized: false).values
      set { scores[$0] }
    case .harmonic:
      let scores = try network.graph.harmonic(lengths: .inverseWeights).values
      set { scores[$0].isNaN ? 0 : scores[$0] }
    }
    return result
  }
}
