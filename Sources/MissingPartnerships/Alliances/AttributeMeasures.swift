import AllianceModel
import Foundation
import GraphCore

/// The attributes of the organisations of a history, ready to be compared pair by pair.
struct AttributeMeasures: Sendable {
  let allianceCounts: [Int]
  /// The year of the last alliance of each node, if any is dated.
  let lastYears: [Int?]
  let now: Int?
  /// Themes and goals of each node.
  let interests: Interests
  let kinds: KindAffinity
  /// Where each node is: its own coordinates, else those of its place.
  let positions: [GeoCoordinate?]
  /// The same as points of a sphere of radius 1, between which distances are quickly told.
  private let points: [SIMD3<Double>?]
  /// The ties of the network with their strengths: an alliance of m parties gives each pair of them 1 / (m − 1).
  let ties: CSRGraph
  /// Rarity of each node as a partner, ln(n / k), squared; 0 for nodes without ties.
  let rarities: [Double]
  /// 1 / the length of the profile of each node: its partners, each by strength and rarity; 0 without ties.
  let inverseProfileLengths: [Double]
  /// ln(1 + alliances), and 1 / √(1 + partners).
  private let logCounts: [Double]
  private let inverseRoots: [Double]

  init(_ history: AllianceHistory, in graph: AllianceGraph) {
    let count = history.actors.count
    var counts = [Int](repeating: 0, count: count)
    var years = [Int?](repeating: nil, count: count)
    for event in history.events {
      for member in event.members {
        counts[member.index] += 1
        if let year = event.year { years[member.index] = max(years[member.index] ?? year, year) }
      }
    }
    (allianceCounts, lastYears, now) = (counts, years, years.compactMap(\.self).max())
    interests = Interests(history, in: graph)
    kinds = KindAffinity(history, in: graph)
    let places = graph.placeIndices
    let positions = history.actors.map { index in
      let actor = graph.actors[index]
      let place = actor.place.flatMap { places[$0] }.map { graph.places[$0] }
      return GeoCoordinate(latitude: actor.latitude, longitude: actor.longitude)
        ?? GeoCoordinate(latitude: place?.latitude, longitude: place?.longitude)
    }
    self.positions = positions
    points = positions.map { $0?.onSphere }
    logCounts = counts.map { log(1 + Double($0)) }
    let network = history.network
    let rarities = network.nodes.map { node in
      let degree = Double(network.outDegree(of: node))
      return degree > 0 ? pow(log(Double(count) / degree), 2) : 0
    }
    self.rarities = rarities
    let ties = history.weightedNetwork
    self.ties = ties
    inverseRoots = ties.nodes.map { 1 / (1 + Double(ties.outDegree(of: $0))).squareRoot() }
    inverseProfileLengths = ties.nodes.map { node in
      let square = zip(ties.neighbors(of: node), ties.weights(of: node) ?? []).reduce(0) { sum, tie in
        sum + tie.1 * tie.1 * rarities[tie.0.index]
      }
      return square > 0 ? 1 / square.squareRoot() : 0
    }
  }

  /// The features of a pair, in the order of ``AttributeFeature``; NaN where one is not known.
  ///
  /// - Parameter sums: What the two share; nothing, for actors without ties.
  @inline(__always)
  func features(
    of one: Int, and other: Int, _ sums: PairSums = PairSums(), give: (_ feature: Int, _ value: Double) -> Void
  ) {
    give(0, logCounts[one] + logCounts[other])
    if let now, let first = lastYears[one], let second = lastYears[other] {
      give(1, Double(first + second - 2 * now))
    } else {
      give(1, .nan)
    }
    give(2, sums.profile * inverseProfileLengths[one] * inverseProfileLengths[other])
    give(3, log(0.01 + sums.peers * inverseRoots[one] * inverseRoots[other]))
    let common = interests.compared(one, other)
    give(4, common.likeness)
    give(5, common.encounters)
    give(6, kinds.value(one, other))
    if let here = points[one], let there = points[other] {
      let chord = ((here - there) * (here - there)).sum().squareRoot()
      give(7, -log(2 * GeoCoordinate.earthRadius * asin(min(1, chord / 2)) + 10))
    } else {
      give(7, .nan)
    }
  }
}

extension GeoCoordinate {
  /// The place as a point of a sphere of radius 1.
  fileprivate var onSphere: SIMD3<Double> {
    let (north, east) = (latitude * .pi / 180, longitude * .pi / 180)
    return SIMD3(cos(north) * cos(east), cos(north) * sin(east), sin(north))
  }

  /// Nil unless both are known.
  init?(latitude: Double?, longitude: Double?) {
    guard let latitude, let longitude else { return nil }
    self.init(latitude: latitude, longitude: longitude)
  }
}
