/// A division of the nodes into clusters: every node is in exactly one.
///
/// Clusters are numbered by falling size; of equally large ones the one with the lowest member comes first. Two
/// divisions that put the same nodes together are therefore equal, however they were found.
///
///     let partition = Partition(labels: [7, 3, 3])
///     partition.labels  // [1, 0, 0]
///     partition.clusters  // [[1, 2], [0]]
public struct Partition: Sendable, Equatable {
  /// The number of the cluster of each node, in `0..<clusterCount`.
  public let labels: [Int]
  /// The members of each cluster, rising.
  public let clusters: [[NodeID]]

  /// Puts nodes with equal labels together, whatever the labels are.
  ///
  /// - Parameter labels: One label for each node, in node order.
  /// - Complexity: O(*n* + *k* log *k*) for *k* clusters.
  public init<Label: Hashable>(labels: some Sequence<Label>) {
    var numbers: [Label: Int] = [:]
    var members: [[NodeID]] = []
    for (node, label) in labels.enumerated() {
      // Numbers go by first appearance, so the order of the dictionary never shows.
      let number = numbers[label] ?? members.count
      if number == members.count {
        numbers[label] = number
        members.append([])
      }
      members[number].append(NodeID(node))
    }
    clusters = members.sorted { (-$0.count, $0[0]) < (-$1.count, $1[0]) }
    var places = [Int](repeating: 0, count: clusters.reduce(0) { $0 + $1.count })
    for (number, cluster) in clusters.enumerated() {
      for node in cluster { places[node.index] = number }
    }
    self.labels = places
  }

  /// How many clusters there are; none in a graph without nodes.
  public var clusterCount: Int { clusters.count }

  /// How many nodes were divided.
  public var nodeCount: Int { labels.count }

  /// The number of the cluster of `node`.
  public func cluster(of node: NodeID) -> Int { labels[node.index] }
}
