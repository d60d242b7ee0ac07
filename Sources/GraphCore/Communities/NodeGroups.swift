/// Nodes that are put together: the number of the group of each, and the members of each group.
struct NodeGroups: Sendable {
  let labels: [UInt32]
  /// The nodes, group after group.
  let order: [UInt32]
  /// Group *g* is `order[starts[g]..<starts[g + 1]]`.
  private let starts: [Int]

  /// Puts nodes with equal labels together. Groups are numbered by first appearance in `order`.
  ///
  /// - Parameters:
  ///   - labels: Numbers below the number of nodes; not all need occur.
  ///   - order: All nodes, in the order that the members of each group are to have; rising without one.
  init(_ labels: consuming [UInt32], order: [UInt32] = []) {
    let nodeCount = labels.count
    var numbers = [UInt32](repeating: .max, count: nodeCount)
    var sizes = [Int](repeating: 0, count: nodeCount)
    var count = 0
    for place in 0..<nodeCount {
      let node = order.isEmpty ? place : Int(order[place])
      let label = Int(labels[node])
      if numbers[label] == .max {
        numbers[label] = UInt32(count)
        count += 1
      }
      labels[node] = numbers[label]
      sizes[Int(numbers[label])] += 1
    }
    var starts = [0]
    starts.reserveCapacity(count + 1)
    for group in 0..<count { starts.append(starts[group] + sizes[group]) }
    var next = starts
    var nodes = [UInt32](repeating: 0, count: nodeCount)
    for place in 0..<nodeCount {
      let node = order.isEmpty ? UInt32(place) : order[place]
      let label = Int(labels[Int(node)])
      nodes[next[label]] = node
      next[label] += 1
    }
    self.labels = labels
    self.order = nodes
    self.starts = starts
  }

  /// How many groups there are.
  var count: Int { starts.count - 1 }

  /// One node of each group.
  var firstMembers: [UInt32] { (0..<count).map { order[starts[$0]] } }

  /// The members of a group.
  func members(of group: Int) -> ArraySlice<UInt32> { order[starts[group]..<starts[group + 1]] }

  /// The members of neighbouring groups.
  func members(of groups: Range<Int>) -> ArraySlice<UInt32> {
    order[starts[groups.lowerBound]..<starts[groups.upperBound]]
  }

  /// The groups in ranges with about as many nodes each, to be worked on by one thread at a time.
  var blocks: [Range<Int>] {
    let size = max(256, order.count / 64)
    var blocks: [Range<Int>] = []
    var start = 0
    for group in 0..<count where starts[group + 1] - starts[start] >= size || group + 1 == count {
      blocks.append(start..<group + 1)
      start = group + 1
    }
    return blocks
  }
}
