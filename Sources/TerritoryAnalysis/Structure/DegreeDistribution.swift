public import AllianceModel
import GraphCore

/// With how many others the organisations of a graph work: how many have one partner, how many two…
public struct DegreeDistribution: Sendable, Equatable {
  public struct Bar: Sendable, Equatable {
    /// The number of partner organisations.
    public let degree: Int
    /// The organisations that have so many, by their positions in ``AllianceGraph/actors``, rising.
    public let organisations: [Int]
  }

  /// By rising degree, 0 for the isolated; degrees that no organisation has are left out.
  public let bars: [Bar]
  public let organisationCount: Int
  /// Nil without organisations, as the next two.
  public let mean: Double?
  /// The middle degree; of an even number of organisations, the mean of the two in the middle.
  public let median: Double?
  public let maximum: Int?
}

extension AllianceGraph {
  /// The distribution of the number of partner organisations.
  ///
  /// - Complexity: that of ``actorNetwork()``.
  public func degreeDistribution() -> DegreeDistribution {
    let network = actorNetwork()
    let degrees = network.graph.nodes.map { network.graph.neighbors(of: $0).count }
    let bars = Dictionary(grouping: network.graph.nodes) { degrees[$0.index] }.sorted { $0.key < $1.key }
      .map { degree, nodes in
        DegreeDistribution.Bar(degree: degree, organisations: nodes.map { network.actors[$0.index] })
      }
    let sorted = degrees.sorted()
    let count = sorted.count
    return DegreeDistribution(
      bars: bars, organisationCount: count,
      mean: count > 0 ? Double(sorted.reduce(0, +)) / Double(count) : nil,
      median: count > 0 ? Double(sorted[(count - 1) / 2] + sorted[count / 2]) / 2 : nil, maximum: sorted.last)
  }
}
