#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Betweenness estimated from some of the sources, with what is known of its error.
public struct SampledBetweenness: Sendable, Equatable {
  /// The estimates of normalized betweenness, in `0...1` up to the error.
  public let scores: NodeScores
  /// How many sources were searched from; all of them when the sample would not be smaller, and then the scores are
  /// exact.
  public let sampleCount: Int
  /// No score is farther from the true one than this…
  public let error: Double
  /// …with at least this probability.
  public let probability: Double
}

extension CSRGraph {
  /// Estimates normalized betweenness from sources drawn at random, with a stated error.
  ///
  /// As many sources are searched from as Hoeffding's inequality asks for so that, with the given probability, *every*
  /// score is within the given error: ln(2*n* / (1 − probability)) / (2 · error²).
  ///
  ///     var generator = SeededGenerator(seed: 1)
  ///     try graph.sampledBetweenness(error: 0.01, using: &generator).scores.top(10)
  ///
  /// - Parameters:
  ///   - error: The error allowed, on the scale of normalized betweenness, above 0. Ranks among low scores need a small
  ///     one.
  ///   - probability: How sure to be, in `0..<1`. Default: 0.95.
  ///   - lengths: How long a tie is. Default: 1.
  ///   - generator: The source of the sample.
  /// - Throws: `CancellationError` when the task is cancelled.
  /// - Complexity: That of betweenness times the share of the nodes that is drawn.
  /// - Note: The same bits on any number of threads.
  /// - SeeAlso: U. Brandes, C. Pich, *Centrality estimation in large networks*, International Journal of Bifurcation
  ///   and Chaos 17(7), 2007, [doi:10.1142/S0218127407018403](https://doi.org/10.1142/S0218127407018403), section 3;
  ///   the bound for draws without replacement: W. Hoeffding, JASA 58, 1963,
  ///   [doi:10.1080/01621459.1963.10500830](https://doi.org/10.1080/01621459.1963.10500830), section 6.
  public func sampledBetweenness(
    error: Double, probability: Double = 0.95, lengths: TieLength = .hops,
    using generator: inout some RandomNumberGenerator
  ) throws(CancellationError) -> SampledBetweenness {
    precondition(error > 0, "the error must be above 0, not \(error)")
    precondition(probability >= 0 && probability < 1, "the probability must be from 0 to below 1, not \(probability)")
    let count = Double(nodeCount)
    // One source adds from 0 to n / (n − 1) to the mean over sources.
    let range = count / max(1, count - 1)
    let needed = (range / error) * (range / error) * log(2 * count / (1 - probability)) / 2
    guard nodeCount > 2, needed < count else {
      let exact = try betweenness(lengths: lengths, isNormalized: true)
      return SampledBetweenness(scores: exact, sampleCount: nodeCount, error: 0, probability: 1)
    }
    let sampleCount = max(1, Int(needed.rounded(.up)))
    var sources = Array(nodes)
    for place in 0..<sampleCount { sources.swapAt(place, place + generator.below(nodeCount - place)) }
    let sums = try dependencies(of: Array(sources[..<sampleCount]), lengths: lengths)
    let scale = count / (Double(sampleCount) * (count - 1) * (count - 2))
    return SampledBetweenness(
      scores: NodeScores(sums.map { $0 * scale }), sampleCount: sampleCount, error: error, probability: probability)
  }
}
