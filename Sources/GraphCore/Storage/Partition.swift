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
  /// The nodes, cluster after cluster, rising within each.
  private let members: [NodeID]
  /// Cluster *c* is `members[starts[c]..<starts[c + 1]]`.
  private let starts: [Int]

  /// Puts nodes with equal labels together, whatever the labels are.
  ///
  /// - Parameter labels: One label for each node, in node order.
  /// - Complexity: O(*n* + *k* log *k*) for *k* clusters.
  public init<Label: Hashable>(labels: some Sequence<Label>) {
    var numbers: [Label: Int] = [:]
    // Numbers go by first appearance, so the order of the dictionary never shows.
    self.init(
      numbered: labels.map { label in
        if let number = numbers[label] { return number }
        numbers[label] = numbers.count
        return numbers.count - 1
      })
  }

  /// Puts nodes with equal numbers together. The numbers are in `0..<nodeCount`; not all need occur.
  init(numbered numbers: [some FixedWidthInteger]) {
    var sizes = [Int](repeating: 0, count: numbers.count)
    // In the order of their lowest members.
    var appeared: [Int] = []
    for number in numbers.lazy.map({ Int(truncatingIfNeeded: $0) }) {
      if sizes[number] == 0 { appeared.append(number) }
      sizes[number] += 1
    }
    // Most are often alone, and those need no sorting.
    let large = appeared.indices.filter { sizes[appeared[$0]] > 1 }
      .sorted { (-sizes[appeared[$0]], $0) < (-sizes[appeared[$1]], $1) }
    let order = large.map { appeared[$0] } + appeared.filter { sizes[$0] == 1 }

    var starts = [0]
    starts.reserveCapacity(order.count + 1)
    var places = sizes
    for (place, number) in order.enumerated() {
      places[number] = place
      starts.append(starts[place] + sizes[number])
    }
    var next = starts
    var members = [NodeID](repeating: 0, count: numbers.count)
    for (node, number) in numbers.enumerated() {
      let place = places[Int(truncatingIfNeeded: number)]
      members[next[place]] = NodeID(node)
      next[place] += 1
    }
    self.labels = numbers.map { places[Int(truncatingIfNeeded: $0)] }
    self.members = members
    self.starts = starts
  }

  /// How many clusters there are; none in a graph without nodes.
  public var clusterCount: Int { starts.count - 1 }

  /// How many nodes were divided.
  public var nodeCount: Int { labels.count }

  /// The number of members of each cluster, falling.
  public var sizes: [Int] { zip(starts.dropFirst(), starts).map { $0 - $1 } }

  /// The members of every cluster, rising.
  public var clusters: [[NodeID]] { (0..<clusterCount).map { Array(self.members(of: $0)) } }

  /// The members of the cluster with the number `cluster`, rising.
  public func members(of cluster: Int) -> ArraySlice<NodeID> { members[starts[cluster]..<starts[cluster + 1]] }

  /// The number of the cluster of `node`.
  public func cluster(of node: NodeID) -> Int { labels[node.index] }
}
