import AllianceModel
import Foundation

/// Places too near each other to be told apart on the page, taken together around the largest.
struct PlaceGroups {
  struct Group {
    /// The place whose position and name stand for all: the one with most people, else with most actors.
    let leader: Int
    var members: [Int]
    /// How many actors.
    var weight: Int
    let isInside: Bool
  }

  private(set) var groups: [Group] = []
  /// For each place, its group.
  private(set) var groupOf: [Int]
  private let points: [Point]

  /// - Parameters:
  ///   - points: Of the places, on the page.
  ///   - reach: A place within this of a leader, in points, joins it.
  ///   - farLimit: The most groups beyond the border; nearest ones are joined until they are so few.
  /// - Complexity: O(*n* · *g*) in the places and groups.
  init(
    points: [Point], weights: [Int], populations: [Int?], isInside: [Bool], coordinates: [GeoCoordinate], reach: Double,
    farLimit: Int
  ) {
    self.points = points
    groupOf = [Int](repeating: 0, count: points.count)
    let order = points.indices.sorted {
      (populations[$0] ?? 0, weights[$0], -$0) > (populations[$1] ?? 0, weights[$1], -$1)
    }
    for place in order where isInside[place] {
      let near = groups.indices.min { distance(place, $0) < distance(place, $1) }
      if let near, distance(place, near) < reach {
        add(place, weights[place], to: near)
      } else {
        found(place, weights[place], isInside: true)
      }
    }
    let firstFar = groups.count
    var span = 400.0
    let far = order.filter { !isInside[$0] }
    while true {
      groups.removeLast(groups.count - firstFar)
      for place in far {
        let near = groups.indices.dropFirst(firstFar).min {
          coordinates[groups[$0].leader].distance(to: coordinates[place])
            < coordinates[groups[$1].leader].distance(to: coordinates[place])
        }
        if let near, coordinates[groups[near].leader].distance(to: coordinates[place]) < span {
          add(place, weights[place], to: near)
        } else {
          found(place, weights[place], isInside: false)
        }
      }
      if groups.count - firstFar <= farLimit { break }
      span *= 1.6
    }
  }

  private func distance(_ place: Int, _ group: Int) -> Double { (points[place] - points[groups[group].leader]).length }

  private mutating func found(_ place: Int, _ weight: Int, isInside: Bool) {
    groupOf[place] = groups.count
    groups.append(Group(leader: place, members: [place], weight: weight, isInside: isInside))
  }

  private mutating func add(_ place: Int, _ weight: Int, to group: Int) {
    groupOf[place] = group
    groups[group].members.append(place)
    groups[group].weight += weight
  }

  /// The pairs of a shortest tree over some groups: each is tied to its nearest, without a circle.
  ///
  /// - Complexity: O(*k*²) in the groups.
  /// - SeeAlso: R. C. Prim, *Shortest connection networks and some generalizations*, Bell System Technical Journal 36(6),
  ///   1957, [doi:10.1002/j.1538-7305.1957.tb01515.x](https://doi.org/10.1002/j.1538-7305.1957.tb01515.x).
  func chain(of groups: [Int]) -> [(Int, Int)] {
    guard let first = groups.first else { return [] }
    var open = Array(groups.dropFirst())
    var nearest = open.map { _ in first }
    var pairs: [(Int, Int)] = []
    func gap(_ a: Int, _ b: Int) -> Double { (points[self.groups[a].leader] - points[self.groups[b].leader]).length }
    while !open.isEmpty {
      let next = open.indices.min { gap(open[$0], nearest[$0]) < gap(open[$1], nearest[$1]) } ?? 0
      let (end, start) = (open.remove(at: next), nearest.remove(at: next))
      pairs.append((min(start, end), max(start, end)))
      for index in open.indices where gap(open[index], end) < gap(open[index], nearest[index]) { nearest[index] = end }
    }
    return pairs
  }

  /// The radius of a circle whose area grows with the count, in points; never too small for its number.
  ///
  /// - Parameters:
  ///   - most: The largest count of all circles.
  ///   - largest: The radius for it: half the distance of two leaders, so that circles do not overlap.
  static func radius(_ count: Int, most: Int, largest: Double) -> Double {
    let least = count > 99 ? 8.6 : count > 9 ? 6.8 : 5.4
    return max(least, min(2.6, largest / Double(max(1, most)).squareRoot()) * Double(count).squareRoot())
  }
}
