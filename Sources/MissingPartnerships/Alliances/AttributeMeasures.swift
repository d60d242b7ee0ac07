import AllianceModel
import Foundation
import GraphCore

/// The attributes of the organisations of a history, ready to be compared pair by pair.
struct AttributeMeasures: Sendable {
  let allianceCounts: [Int]
  /// The year of the last alliance of each node, if any is dated.
  let lastYears: [Int?]
  let now: Int?
  /// Themes and goals of each node, by the numbers of ``subjects``.
  let interests: [Interests]
  let subjects: [String]
  /// Each theme as somebody wrote it, each goal as its number.
  let subjectLabels: [String]
  let kinds: KindAffinity
  /// Where each node is: its own coordinates, else those of its place.
  let positions: [GeoCoordinate?]
  /// The ties of the network with their strengths: an alliance of m parties gives each pair of them 1 / (m − 1).
  let ties: CSRGraph
  /// Rarity of each node as a partner, ln(n / k), squared; 0 for nodes without ties.
  let rarities: [Double]
  /// 1 / the length of the profile of each node: its partners, each by strength and rarity; 0 without ties.
  let inverseProfileLengths: [Double]

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
    let table = InterestTable(history, in: graph)
    (interests, subjects, subjectLabels) = (table.interests, table.subjects, table.labels)
    kinds = KindAffinity(history, in: graph)
    let places = graph.placeIndices
    positions = history.actors.map { index in
      let actor = graph.actors[index]
      let place = actor.place.flatMap { places[$0] }.map { graph.places[$0] }
      return GeoCoordinate(latitude: actor.latitude, longitude: actor.longitude)
        ?? GeoCoordinate(latitude: place?.latitude, longitude: place?.longitude)
    }
    let network = history.network
    let rarities = network.nodes.map { node in
      let degree = Double(network.outDegree(of: node))
      return degree > 0 ? pow(log(Double(count) / degree), 2) : 0
    }
    self.rarities = rarities
    let ties = history.weightedNetwork
    self.ties = ties
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
    give(0, log(Double((1 + allianceCounts[one]) * (1 + allianceCounts[other]))))
    if let now, let first = lastYears[one], let second = lastYears[other] {
      give(1, Double(first + second - 2 * now))
    } else {
      give(1, .nan)
    }
    give(2, sums.profile * inverseProfileLengths[one] * inverseProfileLengths[other])
    let degrees = (1 + ties.outDegree(of: NodeID(one))) * (1 + ties.outDegree(of: NodeID(other)))
    give(3, log(0.01 + sums.peers / Double(degrees).squareRoot()))
    let common = interests[one].compared(with: interests[other])
    give(4, common.likeness)
    give(5, common.encounters)
    give(6, kinds.value(one, other))
    if let here = positions[one], let there = positions[other] {
      give(7, -log(here.distance(to: there) + 10))
    } else {
      give(7, .nan)
    }
  }
}

extension GeoCoordinate {
  /// Nil unless both are known.
  init?(latitude: Double?, longitude: Double?) {
    guard let latitude, let longitude else { return nil }
    self.init(latitude: latitude, longitude: longitude)
  }
}
