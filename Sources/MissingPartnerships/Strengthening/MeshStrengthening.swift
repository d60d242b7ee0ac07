public import AllianceModel
import GraphCore

/// What new alliances are to do for a mesh.
public enum MeshGoal: String, Sendable, CaseIterable, Encodable {
  /// Parts joined, single links doubled, actors on whom others hang relieved.
  case fragility
  /// Actors without any alliance tied to the mesh.
  case isolation
  /// Shorter ways between actors of one part.
  case distance

  public var label: LocalizedText {
    switch self {
    case .fragility: LocalizedText(french: "moins de points fragiles", english: "fewer fragile spots")
    case .isolation: LocalizedText(french: "moins d’acteurs isolés", english: "fewer isolated actors")
    case .distance: LocalizedText(french: "des chemins plus courts", english: "shorter ways")
    }
  }
}

/// New alliances that strengthen a mesh, and what each of them brings.
///
/// Fragility is bridges + cut points + 4 · (parts − 1), over the organisations of the graph. The first alliance is the
/// best of all that were tried; each further one is the best after those before it (greedy).
public struct MeshStrengthening: Sendable, Equatable {
  public struct Step: Sendable, Equatable {
    /// Two actors, by their positions.
    public let first: Int
    public let second: Int
    /// How many there are less after it; may be negative while another gains.
    public let bridges: Int
    public let cutPoints: Int
    public let parts: Int
    /// How much the fragility falls, with this step alone.
    public var gain: Int { bridges + cutPoints + Fragility.partWeight * parts }
    /// The mean number of steps between two actors of one part before and after it, when ``MeshGoal/distance`` is sought.
    public let meanDistance: Change?
    public let sentence: LocalizedText
  }

  public struct Change: Sendable, Equatable {
    public let before: Double
    public let after: Double
  }

  public let goal: MeshGoal
  public let steps: [Step]
  public let fragilityBefore: Int
  public let fragilityAfter: Int
  /// No choice of so many alliances can bring the fragility below this: each joins two parts at most, and relieves at
  /// most two of the actors that hang on one link.
  public let leastFragility: Int
  /// Whether all pairs were tried, so that the first step is the best there is.
  public let isExhaustive: Bool

  /// Pairs are tried among so many actors: the least tied first.
  public static let nodeLimit = 3_000
  /// Of pairs that gain as much, so many are compared by how likely they are.
  static let tieLimit = 20_000
}

extension MissingPartnerships {
  /// The `count` alliances that do most for `goal`; fewer when nothing is left to gain.
  ///
  /// Of equally good pairs the likelier one is taken, then the lower actors. Excluded pairs are never taken.
  ///
  /// - Complexity: O(*n*²) for each step of ``MeshGoal/fragility``, for *n* organisations.
  public func strengthening(
    _ count: Int, for goal: MeshGoal = .fragility
  ) throws(CancellationError) -> MeshStrengthening {
    let network = partnerships.history.network
    let trees = BlockTrees(network)
    let eligible = network.nodes.filter { !exclusions.excludes($0) }
      .sorted { (network.outDegree(of: $0), $0) < (network.outDegree(of: $1), $1) }
    let tried = eligible.prefix(MeshStrengthening.nodeLimit).sorted()
    let steps: [MeshStrengthening.Step]
    var isExhaustive = tried.count == eligible.count
    switch goal {
    case .fragility: steps = try fragilitySteps(count, among: tried)
    case .isolation: steps = try isolationSteps(count)
    case .distance: (steps, isExhaustive) = try distanceSteps(count)
    }
    let before = trees.fragility
    let after = BlockTrees(network.adding(steps.map { pair($0.first, $0.second) })).fragility
    func fragility(_ spots: Fragility) -> Int { spots.total - (spots.parts > 0 ? Fragility.partWeight : 0) }
    return MeshStrengthening(
      goal: goal, steps: steps, fragilityBefore: fragility(before), fragilityAfter: fragility(after),
      leastFragility: max(0, trees.pendantLinks - 2 * count) + Fragility.partWeight * max(0, before.parts - 1 - count),
      isExhaustive: isExhaustive)
  }

  private func fragilitySteps(_ count: Int, among tried: [NodeID]) throws(CancellationError) -> [MeshStrengthening.Step]
  {
    var graph = partnerships.history.network
    var steps: [MeshStrengthening.Step] = []
    while steps.count < count {
      let trees = BlockTrees(graph)
      var (best, tied) = (0, [NodePair]())
      for (place, low) in tried.enumerated() {
        if Task.isCancelled { throw CancellationError() }
        let gains = trees.gains(of: low)
        for high in tried[(place + 1)...] {
          let gain = gains[high.index].total
          guard gain > 0, gain >= best, gain > best || tied.count < MeshStrengthening.tieLimit else { continue }
          let pair = NodePair(low, high)
          guard !graph.hasEdge(from: low, to: high), !exclusions.excludes(pair) else { continue }
          if gain > best { (best, tied) = (gain, []) }
          tied.append(pair)
        }
      }
      guard let pair = try likeliest(tied) else { break }
      let gain = trees.gains(of: pair.low)[pair.high.index]
      steps.append(step(pair, gain))
      graph = graph.adding([pair])
    }
    return steps
  }

  /// The likeliest partner in the mesh for each actor without ties, the best matches first.
  private func isolationSteps(_ count: Int) throws(CancellationError) -> [MeshStrengthening.Step] {
    let network = partnerships.history.network
    let isolated = Set(newcomers)
    var found: [Suggestion] = []
    for newcomer in newcomers {
      found += try suggestionsWithoutHistory(top: 1, for: newcomer) { _, partner in !isolated.contains(partner) }
    }
    let best = found.enumerated().sorted { ($1.element.score, $0.offset) < ($0.element.score, $1.offset) }.prefix(count)
    let trees = BlockTrees(network)
    return best.map { _, suggestion in
      let pair = pair(suggestion.first, suggestion.second)
      return step(pair, trees.gains(of: pair.low)[pair.high.index], because: suggestion.reasons.first?.sentence)
    }
  }

  func likeliest(_ pairs: [NodePair]) throws(CancellationError) -> NodePair? {
    let scores = try partnerships.model.contributions(of: pairs).map { $0.reduce(0, +) }
    return zip(pairs, scores).min { ($1.1, $0.0) < ($0.1, $1.0) }?.0
  }

  private func pair(_ first: Int, _ second: Int) -> NodePair {
    guard let one = partnerships.history.nodes[first], let other = partnerships.history.nodes[second] else {
      preconditionFailure("actors \(first) and \(second) are not both organisations")
    }
    return NodePair(one, other)
  }

  func step(
    _ pair: NodePair, _ gain: Fragility, meanDistance: MeshStrengthening.Change? = nil, because: LocalizedText? = nil
  ) -> MeshStrengthening.Step {
    let (first, second) = positions(pair)
    let names = [first, second].map { graph.actors[$0].name }
    let what = MeshStrengthening.sentence(gain, meanDistance: meanDistance, because: because)
    return MeshStrengthening.Step(
      first: first, second: second, bridges: gain.bridges, cutPoints: gain.cutPoints, parts: gain.parts,
      meanDistance: meanDistance,
      sentence: LocalizedText(
        french: "\(names[0]) et \(names[1]) : \(what.french)", english: "\(names[0]) and \(names[1]): \(what.english)"))
  }
}

extension MeshStrengthening {
  /// What a step brings, in plain numbers.
  fileprivate static func sentence(
    _ gain: Fragility, meanDistance: Change?, because: LocalizedText?
  ) -> LocalizedText {
    func counted(_ count: Int, _ one: LocalizedText, _ many: LocalizedText) -> LocalizedText? {
      guard count > 0 else { return nil }
      let word = count == 1 ? one : many
      return LocalizedText(french: "\(count) \(word.french)", english: "\(count) \(word.english)")
    }
    let distance = meanDistance.map { change in
      let numbers = [change.before, change.after].map { $0.written(decimals: 2) }
      return LocalizedText(
        french: "distance moyenne \(numbers[0].french) → \(numbers[1].french)",
        english: "mean distance \(numbers[0].english) → \(numbers[1].english)")
    }
    let parts = [
      distance,
      counted(
        gain.parts, LocalizedText(french: "morceau rattaché", english: "part joined"),
        LocalizedText(french: "morceaux rattachés", english: "parts joined")),
      counted(
        gain.bridges, LocalizedText(french: "lien unique doublé", english: "single link doubled"),
        LocalizedText(french: "liens uniques doublés", english: "single links doubled")),
      counted(
        gain.cutPoints,
        LocalizedText(
          french: "acteur dont le départ ne coupe plus personne",
          english: "actor whose leaving cuts nobody off any more"),
        LocalizedText(
          french: "acteurs dont le départ ne coupe plus personne",
          english: "actors whose leaving cuts nobody off any more")), because,
    ].compactMap(\.self)
    return LocalizedText(
      french: parts.map(\.french).joined(separator: ", "), english: parts.map(\.english).joined(separator: ", "))
  }
}

extension CSRGraph {
  /// The same graph with more ties, without weights.
  func adding(_ pairs: [NodePair]) -> CSRGraph {
    CSRGraph(nodeCount: nodeCount, edges: edges.map { ($0.source, $0.target) } + pairs.map { ($0.low, $0.high) })
  }
}
