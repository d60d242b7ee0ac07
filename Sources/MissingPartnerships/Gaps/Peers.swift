import AllianceModel
import Foundation

/// Which territories a territory can be compared with: those of like size and like make-up.
extension TerritoryGaps {
  /// The most similar of `others`, ``mostPeers`` at most, by how many actors of each family and how many alliances they
  /// have and, where all perimeters tell it, how many inhabitants; none when fewer than ``leastPeers`` are given.
  ///
  /// Numbers are compared by their logarithms, each brought to the same spread.
  static func mostSimilar(to graph: AllianceGraph, among others: [AllianceGraph]) -> [AllianceGraph] {
    guard others.count >= leastPeers else { return [] }
    guard others.count > mostPeers else { return others }
    let all = [graph] + others
    let populations = all.map { population(of: $0) }
    let isPopulationKnown = !populations.contains(nil)
    let profiles = zip(all, populations).map { graph, population in
      ActorFamily.allCases.map { family in
        log(1 + Double(graph.actors.count { $0.isOrganisation && $0.family == family }))
      }
        + [log(1 + Double(graph.alliances.count))]
        + (isPopulationKnown ? [log(1 + Double(population ?? 0))] : [])
    }
    let scaling = FeatureScaling(FeatureTable(width: profiles[0].count, values: profiles.flatMap(\.self)))
    let distances = others.indices.map { place in
      profiles[0].indices.reduce(0.0) { sum, column in
        let difference = (profiles[place + 1][column] - profiles[0][column]) / scaling.spreads[column]
        return sum + difference * difference
      }
    }
    let nearest = others.indices.sorted { (distances[$0], $0) < (distances[$1], $1) }.prefix(mostPeers)
    return nearest.sorted().map { others[$0] }
  }

  /// The inhabitants of the perimeter; nil unless all its places tell theirs.
  private static func population(of graph: AllianceGraph) -> Int? {
    let places = graph.placeIndices
    let known = graph.info.perimeter.map { id in places[id].flatMap { graph.places[$0].population } }
    return known.isEmpty || known.contains(nil) ? nil : known.compactMap(\.self).reduce(0, +)
  }
}
