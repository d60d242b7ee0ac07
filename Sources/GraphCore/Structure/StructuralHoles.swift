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
  /// - Complexity: O(Σ *d*²) for the degrees *d*, O(*n* + *m*) space on each thread.
  /// - Note: The same bits on any number of threads.
  /// - SeeAlso: R. S. Burt, *Structural Holes*, Harvard University Press, 1992, equations 2.2 (effective size), 2.4
  ///   (constraint) and 2.9 (hierarchy). igraph computes the same constraint, networkx the same effective size.
  public func structuralHoles() throws(CancellationError) -> StructuralHoles {
    let ties = mutualTies
    let strengths = ties.strength().values
    let strongest = nodes.map { ties.weights(of: $0)?.max() ?? 1 }
    let holes = try ParallelBlocks.map(
      count: nodeCount, blockSize: 64, workPerElement: 4 * (1 + arcCount / max(1, nodeCount)) * 16,
      scratch: { EgoSums(nodeCount: nodeCount) },
      element: { node, sums in sums.holes(around: node, of: ties, strengths: strengths, strongest: strongest) })
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
}

/// The working memory of one thread: sums over the contacts of one node, all zero between nodes.
private struct EgoSums {
  /// Σ *p*ᵢq *p*qⱼ for each contact *j*.
  private var roundabout: [Double]
  /// Σ *p*ᵢq *m*ⱼq for each contact *j*.
  private var redundancy: [Double]
  private var isContact: [Bool]

  struct Holes: Sendable {
    var effectiveSize = Double.nan
    var efficiency = Double.nan
    var constraint = Double.nan
    var hierarchy = Double.nan
  }

  init(nodeCount: Int) {
    roundabout = Array(repeating: 0, count: nodeCount)
    redundancy = roundabout
    isContact = Array(repeating: false, count: nodeCount)
  }

  mutating func holes(
    around node: Int, of ties: CSRGraph, strengths: [Double], strongest: [Double]
  ) -> Holes {
    let contacts = ties.neighbors(of: NodeID(node))
    guard !contacts.isEmpty else { return Holes() }
    for contact in contacts { isContact[contact.index] = true }
    spread(from: node, of: ties, strengths: strengths, strongest: strongest)

    var holes = Holes(effectiveSize: 0, constraint: 0)
    var shares: [Double] = []
    for arc in ties.offsets[node]..<ties.offsets[node + 1] {
      let contact = ties.targets[arc].index
      let direct = (ties.arcWeights?[arc] ?? 1) / strengths[node]
      let constraint = (direct + roundabout[contact]) * (direct + roundabout[contact])
      shares.append(constraint)
      holes.constraint += constraint
      holes.effectiveSize += 1 - redundancy[contact]
      (roundabout[contact], redundancy[contact], isContact[contact]) = (0, 0, false)
    }
    let count = Double(contacts.count)
    holes.efficiency = holes.effectiveSize / count
    if contacts.count > 1 {
      let mean = holes.constraint / count
      holes.hierarchy = shares.reduce(0) { $0 + $1 / mean * log($1 / mean) } / (count * log(count))
    }
    return holes
  }

  /// Walks from `node` over each contact *q* to the contacts of both.
  private mutating func spread(from node: Int, of ties: CSRGraph, strengths: [Double], strongest: [Double]) {
    ties.withRows { offsets, targets in
      for arc in offsets[node]..<offsets[node + 1] {
        let middle = targets[arc].index
        let share = (ties.arcWeights?[arc] ?? 1) / strengths[node]
        for next in offsets[middle]..<offsets[middle + 1] where isContact[targets[next].index] {
          let contact = targets[next].index
          let weight = ties.arcWeights?[next] ?? 1
          roundabout[contact] += share * weight / strengths[middle]
          redundancy[contact] += share * weight / strongest[contact]
        }
      }
    }
  }
}
