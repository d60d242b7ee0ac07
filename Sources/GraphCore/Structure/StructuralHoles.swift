#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Burt's measures of the structural holes around each node. A node without ties has none of them: they are undefined.
public struct StructuralHoles: Sendable, Equatable {
  /// How many contacts remain when each is discounted by its ties to the others: from 1 to the number of contacts.
  public let effectiveSize: NodeScores
  /// Effective size over the number of contacts: `0...1`.
  public let efficiency: NodeScores
  /// How far the node's ties lead to one and the same contact, directly or round about: high where holes are missing.
  public let constraint: NodeScores
  /// How far the constraint comes from one contact: 0 when from all alike, 1 when from a single one. Undefined with
  /// fewer than two contacts.
  public let hierarchy: NodeScores
}

extension CSRGraph {
  /// Structural holes: how far the contacts of each node know each other, and so constrain it.
  ///
  /// A tie *i*–*j* weighs *w*ᵢⱼ + *w*ⱼᵢ, and *p*ᵢⱼ is its share of all of *i*. A contact *j* constrains *i* by *c*ᵢⱼ =
  /// (*p*ᵢⱼ + Σ *p*ᵢq *p*qⱼ)² over the common contacts *q*; constraint is their sum. Effective size is Σⱼ (1 − Σ *p*ᵢq
  /// *m*ⱼq), where *m*ⱼq is the tie *j*–*q* over the strongest of *j*. Weights count; both arcs of a directed pair do.
  ///
  ///     let star = CSRGraph(nodeCount: 3, edges: [(0, 1), (0, 2)])
  ///     try star.structuralHoles().constraint.values  // [0.5, 1.0, 1.0]
  ///
  /// - Throws: `CancellationError` when the task is cancelled.
  /// - Complexity: O(Σ min(*d*ᵢ, *d*ⱼ)) over the ties, at most O(*m* √*m*); O(*n* + *m*) space.
  /// - Note: The same bits on any number of threads.
  /// - SeeAlso: R. S. Burt, *Structural Holes*, Harvard University Press, 1992, equations 2.2 (effective size), 2.4
  ///   (constraint) and 2.9 (hierarchy). igraph computes the same constraint, networkx the same effective size.
  public func structuralHoles() throws(CancellationError) -> StructuralHoles {
    let ties = mutualTies
    let strengths = ties.strength().values
    let strongest = nodes.map { ties.weights(of: $0)?.max() ?? 1 }
    let common = try ties.commonContacts(strengths: strengths)
    let holes = try ParallelBlocks.map(
      count: nodeCount, blockSize: 1024, workPerElement: 4 * (1 + arcCount / max(1, nodeCount)), scratch: {},
      element: { node, _ in
        ties.holes(around: node, common: common, strength: strengths[node], strongest: strongest)
      })
    return StructuralHoles(
      effectiveSize: NodeScores(holes.map(\.effectiveSize)), efficiency: NodeScores(holes.map(\.efficiency)),
      constraint: NodeScores(holes.map(\.constraint)), hierarchy: NodeScores(holes.map(\.hierarchy)))
  }

  /// The undirected graph in which a tie weighs what both its arcs do together.
  private var mutualTies: CSRGraph {
    guard isDirected else { return self }
    let rows = ArcRows(symmetric: edges, rowCount: nodeCount, isWeighted: true)
    return CSRGraph(
      nodeCount: nodeCount, isDirected: false, offsets: rows.offsets, targets: rows.targets, arcWeights: rows.weights)
  }

  /// Puts the measures of one node together, from the sums over the common contacts of each of its ties.
  private func holes(around node: Int, common: CommonContacts, strength: Double, strongest: [Double]) -> Holes {
    let row = offsets[node]..<offsets[node + 1]
    guard !row.isEmpty else { return Holes() }
    var holes = Holes(effectiveSize: 0, constraint: 0)
    var shares: [Double] = []
    shares.reserveCapacity(row.count)
    for arc in row {
      let sums = common.sums[common.edgeOfArc[arc]]
      let reach = ((arcWeights?[arc] ?? 1) + sums.roundabout) / strength
      shares.append(reach * reach)
      holes.constraint += reach * reach
      holes.effectiveSize += 1 - sums.overlap / (strength * strongest[targets[arc].index])
    }
    let count = Double(row.count)
    holes.efficiency = holes.effectiveSize / count
    if row.count > 1 {
      let mean = holes.constraint / count
      holes.hierarchy = shares.reduce(0) { $0 + $1 / mean * log($1 / mean) } / (count * log(count))
    }
    return holes
  }
}

/// The measures of one node; undefined until they are set.
private struct Holes: Sendable {
  var effectiveSize = Double.nan
  var efficiency = Double.nan
  var constraint = Double.nan
  var hierarchy = Double.nan
}

/// What the contacts that the two ends of a tie share come to. Both sums are the same from either end.
private struct CommonContacts: Sendable {
  struct Sums: Sendable {
    /// Σ *w*ᵢq *w*qⱼ / strength of *q*.
    var roundabout = 0.0
    /// Σ *w*ᵢq *w*qⱼ.
    var overlap = 0.0
  }

  /// The sums of each edge, in the order of ``CSRGraph/edges``.
  let sums: [Sums]
  let edgeOfArc: [Int]
}

extension CSRGraph {
  /// Sums over the common contacts of each tie of this undirected graph.
  ///
  /// Each tie is worked out once, from its end with fewer ties: the ties of the other are marked, and the shorter row
  /// is read against the marks.
  fileprivate func commonContacts(strengths: [Double]) throws(CancellationError) -> CommonContacts {
    let edgeOfArc = edgeOfArc
    let inverseStrengths = strengths.map { $0 > 0 ? 1 / $0 : 0 }
    let blockSize = 64
    let found = try ParallelBlocks.reduce(
      blockCount: (nodeCount + blockSize - 1) / blockSize,
      workPerBlock: blockSize * 16 * (1 + arcCount / max(1, nodeCount)),
      into: [CommonContacts.Sums](repeating: .init(), count: edgeCount),
      scratch: { [Double](repeating: 0, count: nodeCount) },
      block: { block, marks in
        var found: [(edge: Int, sums: CommonContacts.Sums)] = []
        for node in block * blockSize..<min(nodeCount, (block + 1) * blockSize) {
          forEachShorterTie(of: node, inverseStrengths: inverseStrengths, marks: &marks) { arc, sums in
            found.append((edgeOfArc[arc], sums))
          }
        }
        return found
      },
      join: { all, found in for (edge, sums) in found { all[edge] = sums } })
    return CommonContacts(sums: found, edgeOfArc: edgeOfArc)
  }

  /// Calls `body` for the ties of `node` with nodes that have fewer ties, or as many and a lower place.
  private func forEachShorterTie(
    of node: Int, inverseStrengths: [Double], marks: inout [Double],
    _ body: (_ arc: Int, _ sums: CommonContacts.Sums) -> Void
  ) {
    withRows { offsets, targets in
      let row = offsets[node]..<offsets[node + 1]
      for arc in row { marks[targets[arc].index] = arcWeights?[arc] ?? 1 }
      for arc in row {
        let other = targets[arc].index
        let otherRow = offsets[other]..<offsets[other + 1]
        guard (otherRow.count, other) < (row.count, node) else { continue }
        var sums = CommonContacts.Sums()
        // A node that is no common contact is marked 0: to add nothing is quicker than to ask.
        if let arcWeights {
          for next in otherRow {
            let contact = targets[next].index
            let product = marks[contact] * arcWeights[next]
            sums.overlap += product
            sums.roundabout += product * inverseStrengths[contact]
          }
        } else {
          for next in otherRow {
            let contact = targets[next].index
            sums.overlap += marks[contact]
            sums.roundabout += marks[contact] * inverseStrengths[contact]
          }
        }
        body(arc, sums)
      }
      for arc in row { marks[targets[arc].index] = 0 }
    }
  }
}
