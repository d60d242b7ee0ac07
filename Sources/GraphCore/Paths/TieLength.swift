/// How long a tie is on a path, where shortest paths are measured.
///
/// A weight is the strength of a tie. On alliance graphs strong ties are short, so their convention is
/// ``inverseWeights`` (Newman 2001); an edge list whose column holds distances is read with ``weights``. In an
/// unweighted graph all three say the same: every tie has length 1.
///
/// - SeeAlso: M. E. J. Newman, *Scientific collaboration networks. II. Shortest paths, weighted networks, and
///   centrality*, Physical Review E 64, 016132, 2001,
///   [doi:10.1103/PhysRevE.64.016132](https://doi.org/10.1103/PhysRevE.64.016132), section III.
public enum TieLength: String, Sendable, Hashable, CaseIterable {
  /// Every tie has length 1.
  case hops
  /// The weight of a tie is its length.
  case weights
  /// The length of a tie is 1 divided by its weight.
  case inverseWeights
}

extension CSRGraph {
  /// The length of every arc, or `nil` when each is 1.
  func arcLengths(_ lengths: TieLength) -> [Double]? {
    switch lengths {
    case .hops: nil
    case .weights: arcWeights
    case .inverseWeights: arcWeights.map { $0.map { 1 / $0 } }
    }
  }
}

/// Whether two lengths of paths count as the same: they differ by no more than 1e-10 of themselves.
///
/// Sums such as 1/3 + 1/3 + 1/3 and 1 differ in the last bit by the order of addition; without a tolerance, paths that
/// tie on paper would not tie here. igraph uses the same one.
@inline(__always)
func isSameLength(_ left: Double, _ right: Double) -> Bool {
  abs(left - right) <= 1e-10 * max(left, right)
}
