/// The working memory of searches from one source after another: breadth-first by hops, Dijkstra's by lengths.
///
/// After a search, `order` holds the nodes reached, nearest first and the source itself before all, and `distance`
/// their distances. ``reset()`` takes time for the nodes reached only, so that many small searches cost little.
struct ShortestPathSearch {
  private(set) var distance: [Double]
  private(set) var order: [NodeID] = []
  private var queue = DistanceQueue()
  private var isSettled: [Bool]

  init(nodeCount: Int) {
    distance = Array(repeating: .infinity, count: nodeCount)
    isSettled = Array(repeating: false, count: nodeCount)
    order.reserveCapacity(nodeCount)
  }

  /// Searches from `source`, along arcs of the given lengths, or of length 1 each.
  mutating func run(from source: NodeID, in graph: CSRGraph, lengths: [Double]?) {
    if let lengths {
      runDijkstra(from: source, in: graph, lengths: lengths)
    } else {
      runBreadthFirst(from: source, in: graph)
    }
  }

  /// Forgets the last search.
  mutating func reset() {
    for node in order {
      distance[node.index] = .infinity
      isSettled[node.index] = false
    }
    order.removeAll(keepingCapacity: true)
  }

  private mutating func runBreadthFirst(from source: NodeID, in graph: CSRGraph) {
    distance[source.index] = 0
    order.append(source)
    graph.withRows { offsets, targets in
      var head = 0
      while head < order.count {
        let node = order[head].index
        head += 1
        let next = distance[node] + 1
        for arc in offsets[node]..<offsets[node + 1] where distance[targets[arc].index] == .infinity {
          distance[targets[arc].index] = next
          order.append(targets[arc])
        }
      }
    }
  }

  private mutating func runDijkstra(from source: NodeID, in graph: CSRGraph, lengths: [Double]) {
    distance[source.index] = 0
    queue.push(0, source)
    graph.withRows { offsets, targets in
      while let node = queue.popNearest() {
        // A node is queued again whenever a shorter way is found; only the first time out counts.
        guard !isSettled[node.index] else { continue }
        isSettled[node.index] = true
        order.append(node)
        for arc in offsets[node.index]..<offsets[node.index + 1] {
          let target = targets[arc]
          let length = distance[node.index] + lengths[arc]
          if length < distance[target.index] {
            distance[target.index] = length
            queue.push(length, target)
          }
        }
      }
    }
  }
}

/// A binary heap of nodes by distance; of equally near ones the lower node comes first.
struct DistanceQueue {
  private struct Entry {
    let distance: Double
    let node: NodeID

    @inline(__always)
    func isBefore(_ other: Entry) -> Bool {
      distance < other.distance || (distance == other.distance && node < other.node)
    }
  }

  private var heap: [Entry] = []

  mutating func push(_ distance: Double, _ node: NodeID) {
    let entry = Entry(distance: distance, node: node)
    heap.append(entry)
    var place = heap.count - 1
    while place > 0, entry.isBefore(heap[(place - 1) / 2]) {
      heap[place] = heap[(place - 1) / 2]
      place = (place - 1) / 2
    }
    heap[place] = entry
  }

  mutating func popNearest() -> NodeID? {
    guard let nearest = heap.first, let last = heap.popLast() else { return nil }
    let count = heap.count
    guard count > 0 else { return nearest.node }
    var place = 0
    while 2 * place + 1 < count {
      var child = 2 * place + 1
      if child + 1 < count, heap[child + 1].isBefore(heap[child]) { child += 1 }
      guard heap[child].isBefore(last) else { break }
      heap[place] = heap[child]
      place = child
    }
    heap[place] = last
    return nearest.node
  }
}
