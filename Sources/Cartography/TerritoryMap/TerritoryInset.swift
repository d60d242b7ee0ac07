import AllianceModel
import Foundation

/// One town in large beside the map: its actors at their own addresses, where it holds most of those on the map.
struct TerritoryInset {
  /// Actors at one address, or at some that are too near each other to be told apart.
  struct Spot {
    let point: Point
    let actors: [Int]
  }

  /// Alliances of one look between two spots.
  struct Line {
    let first: Int
    let second: Int
    let look: AllianceLooks.Look
    let curve: Spline
    let tooltip: String
  }

  /// Of its actors.
  let coordinates: [GeoCoordinate]
  /// Its place among those of the map.
  let place: Int
  let panel: Box
  let territory: TerritoryFrame
  let transform: PageTransform
  let spots: [Spot]
  let cards: [TerritoryCard]
  /// Of each card.
  let boxes: [Box]
  let lines: [Line]
  let scaleBar: ScaleBar

  /// Actors whose marks would touch share one, in points.
  private static let reach = 9.0

  /// The place that an inset is for: it holds at least half of the located actors, at three addresses or more.
  static func place(of places: TerritoryPlaces, locations: ActorLocations) -> Int? {
    let candidate = places.places.indices.max {
      (places.places[$0].actors.count, -$0) < (places.places[$1].actors.count, -$1)
    }
    guard let candidate, places.places.count > 1 else { return nil }
    let actors = places.places[candidate].actors
    let addresses = Set(actors.compactMap { locations[$0] }.filter { $0.basis == .actor }.map(\.coordinate))
    return actors.count * 2 >= places.locatedCount && actors.count > 3 && addresses.count > 2 ? candidate : nil
  }

  /// - Parameter scale: Of the type.
  /// - Returns: nil when the names do not find room.
  init?(
    of place: Int, in map: TerritoryMap, panel: Box, scale: Double
  ) {
    let actors = map.places.places[place].actors
    let coordinates = actors.compactMap { map.locations[$0]?.coordinate }
    guard
      let territory = TerritoryFrame(
        places: coordinates.map { ($0, 1) }, perimeter: [], outlines: [], smallestExtent: 600)
    else { return nil }
    let title = panel.top - TerritoryCard.titleSize * 2
    let inner = Box(left: panel.left, bottom: panel.bottom, right: panel.right, top: title)
    let transform = PageTransform(territory, in: inner.inset(by: -0.16 * min(inner.width, inner.height)))
    var spots: [Spot] = []
    for (actor, coordinate) in zip(actors.filter { map.locations[$0] != nil }, coordinates) {
      let far = transform.point(territory.projection.position(of: coordinate))
      // An address far out of town stands at the border of the inset.
      let box = inner.inset(by: -8)
      let point = Point(min(max(far.x, box.left), box.right), min(max(far.y, box.bottom), box.top))
      if let near = spots.firstIndex(where: { ($0.point - point).length < TerritoryInset.reach }) {
        spots[near] = Spot(point: spots[near].point, actors: spots[near].actors + [actor])
      } else {
        spots.append(Spot(point: point, actors: [actor]))
      }
    }
    let cards = spots.map { TerritoryCard(actors: $0.actors.map(map.entries.actor), scale: scale) }
    let lines = TerritoryInset.lines(between: spots, in: map)
    let placement = LabelPlacement(
      frame: inner.inset(by: -4),
      items: zip(spots, cards).map { spot, card in
        LabelPlacement.Item(
          width: card.width, height: card.height, anchors: [spot.point], isOptional: false, clearance: 5, isTie: false,
          priority: 1)
      },
      obstacles: spots.map { Box(center: $0.point, width: 7, height: 7) } + [TerritoryLayout.scaleBox(in: panel)],
      lines: lines.map { Segment(spots[$0.first].point, spots[$0.second].point) })
    guard let boxes = placement.boxes() else { return nil }
    self.coordinates = coordinates
    (self.place, self.panel, self.territory, self.transform) = (place, panel, territory, transform)
    (self.spots, self.cards, self.lines) = (spots, cards, lines)
    self.boxes = boxes.compactMap(\.self)
    scaleBar = ScaleBar(metresPerPoint: transform.metresPerPoint, widestInPoints: TerritoryLayout.scaleBarWidth)
  }

  /// Alliances of the town whose parties stand at exactly two spots, one line for each look.
  private static func lines(between spots: [Spot], in map: TerritoryMap) -> [Line] {
    var spotOf: [Int: Int] = [:]
    for (number, spot) in spots.enumerated() { for actor in spot.actors { spotOf[actor] = number } }
    let indices = map.graph.actorIndices
    var count: [[Int]: Int] = [:]
    return map.graph.alliances.flatMap { alliance -> [Line] in
      let ends = Set(map.graph.partyIndices(of: alliance, in: indices).compactMap { spotOf[$0] }).sorted()
      guard ends.count == 2 else { return [] }
      return map.looks.looks(of: alliance).map { look in
        let number = count[ends, default: 0]
        count[ends] = number + 1
        // Straight, then bent to one side and the other by turns.
        let offset = Double((number + 1) / 2) * (number.isMultiple(of: 2) ? 7 : -7)
        return Line(
          first: ends[0], second: ends[1], look: look,
          curve: TerritoryComposer.bow(spots[ends[0]].point, spots[ends[1]].point, offset: offset),
          tooltip: map.words.tooltip(of: alliance, in: map.graph))
      }
    }
  }

  /// Actors that it names.
  var actors: [Int] { spots.flatMap(\.actors) }
}
