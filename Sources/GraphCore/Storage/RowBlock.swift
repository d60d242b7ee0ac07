/// Neighbouring rows of a graph, finished: rising, each head once.
struct RowBlock: Sendable {
  /// The rows one after another.
  private(set) var heads: [NodeID]
  /// One for each head, or `nil` without weights.
  private(set) var weights: [Double]?
  /// Where each row ends among the heads.
  private(set) var ends: [UInt32]

  /// Puts arcs that come by rising head into their rows; of equal ones the weights are added in their order.
  init<Arc: SortableArc>(sortedByHead arcs: Span<Arc>, headBits: Int, rowCount: Int, isWeighted: Bool) {
    var starts = [UInt32](repeating: 0, count: rowCount + 1)
    var counts = starts.mutableSpan
    for place in arcs.indices { counts[Int(truncatingIfNeeded: arcs[place].key >> headBits) &+ 1] &+= 1 }
    for row in 0..<rowCount { counts[row + 1] += counts[row] }

    var heads = [NodeID](repeating: 0, count: arcs.count)
    var weights = isWeighted ? [Double](repeating: 0, count: arcs.count) : []
    var ends = Array(starts.dropLast())
    var repeatCount = 0
    fill(&heads, &weights, &ends)
    (self.heads, self.weights, self.ends) = (heads, isWeighted ? weights : nil, ends)
    if repeatCount > 0 { closeGaps(from: starts) }

    func fill(_ heads: inout [NodeID], _ weights: inout [Double], _ ends: inout [UInt32]) {
      var heads = heads.mutableSpan
      var weights = weights.mutableSpan
      var ends = ends.mutableSpan
      let starts = starts.span
      let headMask: Arc.Key = 1 << headBits &- 1
      for place in arcs.indices {
        let key = arcs[place].key
        let row = Int(truncatingIfNeeded: key >> headBits)
        let head = NodeID(rawValue: UInt32(truncatingIfNeeded: key & headMask))
        let end = Int(ends[row])
        if end > starts[row], heads[end &- 1] == head {
          if isWeighted { weights[end &- 1] += arcs[place].weight }
          repeatCount &+= 1
        } else {
          heads[end] = head
          if isWeighted { weights[end] = arcs[place].weight }
          ends[row] &+= 1
        }
      }
    }
  }

  /// Moves the rows together after arcs were made one.
  private mutating func closeGaps(from starts: [UInt32]) {
    heads.removeLast(RowBlock.move(&heads, starts, ends))
    if var weights {
      weights.removeLast(RowBlock.move(&weights, starts, ends))
      self.weights = weights
    }
    var end: UInt32 = 0
    for row in ends.indices {
      end += ends[row] - starts[row]
      ends[row] = end
    }
  }

  /// - Returns: How many elements are left over at the end.
  private static func move<Element>(_ elements: inout [Element], _ starts: [UInt32], _ ends: [UInt32]) -> Int {
    var elements = elements.mutableSpan
    var end = 0
    for row in ends.indices {
      for place in Int(starts[row])..<Int(ends[row]) {
        elements[end] = elements[place]
        end &+= 1
      }
    }
    return elements.count - end
  }
}
