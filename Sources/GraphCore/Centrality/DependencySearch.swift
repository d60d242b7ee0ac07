/// Brandes' two passes from one source: counts of shortest paths outward, dependencies back.
///
/// The names are those of the paper: S is `order`, P the lists in `links`, d `distance`, σ `sigma`, δ `delta`. The
/// dependencies are summed along the very links that the counts were, so the two agree whatever counts as a tie.
struct DependencySearch {
  /// One step of a shortest path: an arc from a node nearer to the source.
  private struct Link {
    let predecessor: NodeID
    let arc: Int
    /// The next step to the same node, or −1.
    let next: Int
  }

  private(set) var order: [NodeID] = []
  private(set) var sigma: [Double]
  private(set) var delta: [Double]
  private var distance: [Double]
  private var isSettled: [Bool]
  /// The first link of the list of each node, or −1.
  private var firstLink: [Int]
  private var links: [Link] = []
  private var queue: NodeQueue

  /// - Parameter lengths: The lengths of the arcs that searches are to use.
  init(nodeCount: Int, lengths: [Double]?) {
    queue = NodeQueue(lengths: lengths ?? [])
    sigma = Array(repeating: 0, count: nodeCount)
    delta = sigma
    distance = Array(repeating: .infinity, count: nodeCount)
    isSettled = Array(repeating: false, count: nodeCount)
    firstLink = Array(repeating: -1, count: nodeCount)
  }

  /// Fills `order` and `delta` for the paths from `source`, and tells `share` what each arc on them carries.
  mutating func run(
    from source: NodeID, in graph: CSRGraph, lengths: [Double]?,
    share: (_ arc: Int, _ carried: Double) -> Void = { _, _ in }
  ) {
    distance[source.index] = 0
    sigma[source.index] = 1
    if let lengths {
      countPaths(from: source, in: graph, lengths: lengths)
    } else {
      countPathsByHops(from: source, in: graph)
    }
    for node in order.reversed() {
      let coefficient = (1 + delta[node.index]) / sigma[node.index]
      var place = firstLink[node.index]
      while place >= 0 {
        let link = links[place]
        let carried = sigma[link.predecessor.index] * coefficient
        share(link.arc, carried)
        delta[link.predecessor.index] += carried
        place = link.next
      }
    }
  }

  /// Forgets the last search.
  mutating func reset() {
    for node in order {
      distance[node.index] = .infinity
      sigma[node.index] = 0
      delta[node.index] = 0
      isSettled[node.index] = false
      firstLink[node.index] = -1
    }
    order.removeAll(keepingCapacity: true)
    links.removeAll(keepingCapacity: true)
  }

  private mutating func countPathsByHops(from source: NodeID, in graph: CSRGraph) {
    order.append(source)
    graph.withRows { offsets, targets in
      var head = 0
      while head < order.count {
        let node = order[head]
        head += 1
        let next = distance[node.index] + 1
        for arc in offsets[node.index]..<offsets[node.index + 1] {
          let target = targets[arc]
          if distance[target.index] == .infinity {
            distance[target.index] = next
            order.append(target)
          }
          if distance[target.index] == next { link(node, arc, to: target) }
        }
      }
    }
  }

  private mutating func countPaths(from source: NodeID, in graph: CSRGraph, lengths: [Double]) {
    queue.restart()
    queue.push(0, source)
    graph.withRows { offsets, targets in
      while let node = queue.pop() {
        guard !isSettled[node.index] else { continue }
        isSettled[node.index] = true
        order.append(node)
        let base = distance[node.index]
        for arc in offsets[node.index]..<offsets[node.index + 1] {
          let target = targets[arc]
          let length = base + lengths[arc]
          let known = distance[target.index]
          // Most ways are longer than one known; this test alone turns them away.
          guard length <= known * (1 + 1e-10), !isSettled[target.index] else { continue }
          if known.isFinite && isSameLength(length, known) {
            link(node, arc, to: target)
          } else if length < known {
            distance[target.index] = length
            sigma[target.index] = 0
            firstLink[target.index] = -1
            link(node, arc, to: target)
            queue.push(length, target)
          }
        }
      }
    }
  }

  @inline(__always)
  private mutating func link(_ node: NodeID, _ arc: Int, to target: NodeID) {
    links.append(Link(predecessor: node, arc: arc, next: firstLink[target.index]))
    firstLink[target.index] = links.count - 1
    sigma[target.index] += sigma[node.index]
  }
}
