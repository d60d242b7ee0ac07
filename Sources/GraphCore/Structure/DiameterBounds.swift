extension CSRGraph {
  /// Bounds on the diameter by hops from a few searches, for graphs too large to measure every distance.
  ///
  /// From a node with most ties the farthest is found, from there the farthest again: their distance is a lower bound.
  /// No distance exceeds twice the eccentricity of any node, and a node half-way between the two gives a good upper
  /// bound. The largest component is measured first; smaller ones only matter if they can be longer.
  ///
  ///     CSRGraph(nodeCount: 3, edges: [(0, 1), (1, 2)]).diameterBounds()  // 2...2
  ///
  /// - Returns: The bounds for the greatest distance between two nodes that have a path; `nil` without ties. Directions
  ///   are left out.
  /// - Complexity: O(*n* + *m*): four searches in each component.
  /// - SeeAlso: C. Magnien, M. Latapy, M. Habib, *Fast computation of empirically tight bounds for the diameter of
  ///   massive graphs*, ACM Journal of Experimental Algorithmics 13, 2009,
  ///   [doi:10.1145/1412228.1455266](https://doi.org/10.1145/1412228.1455266).
  public func diameterBounds() -> ClosedRange<Int>? {
    guard arcCount > 0 else { return nil }
    let graph = undirected
    var search = ShortestPathSearch(nodeCount: nodeCount)
    var (lower, upper) = (0, 0)
    let components = graph.components()
    for component in 0..<components.clusterCount {
      let members = components.members(of: component)
      // A path through all members is the longest that this and all smaller components can hold.
      guard members.count - 1 > upper else { break }
      let bounds = graph.diameterBounds(of: members, search: &search)
      lower = max(lower, bounds.lowerBound)
      upper = max(upper, bounds.upperBound)
    }
    return lower...upper
  }

  private func diameterBounds(
    of members: ArraySlice<NodeID>, search: inout ShortestPathSearch
  ) -> ClosedRange<Int> {
    var lower = 0
    var upper = Int.max
    func farthest(from node: NodeID) -> NodeID {
      search.reset()
      search.run(from: node, in: self, lengths: nil)
      let last = search.order.last ?? node
      lower = max(lower, Int(search.distance[last.index]))
      upper = min(upper, 2 * Int(search.distance[last.index]))
      return last
    }
    let hub = members.max { (outDegree(of: $0), $1) < (outDegree(of: $1), $0) } ?? members[members.startIndex]
    let end = farthest(from: farthest(from: hub))
    // Back from the second end, half of the way.
    let length = search.distance[end.index]
    var middle = end
    while search.distance[middle.index] > (length / 2).rounded(.up) {
      let next = search.distance[middle.index] - 1
      guard let before = neighbors(of: middle).first(where: { search.distance[$0.index] == next }) else { break }
      middle = before
    }
    _ = farthest(from: middle)
    search.reset()
    return lower...upper
  }
}
