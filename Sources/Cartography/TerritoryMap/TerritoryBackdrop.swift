import AllianceModel

/// What lies under a territory map.
enum TerritoryGround {
  /// Areas from files.
  case outlines
  /// The hull of the communes of the perimeter.
  case perimeter
  /// The hull of the places shown, when nothing else is known.
  case places
}

/// The ground of a territory map: outlines, or the hull of the communes of an EPCI, and the border of the map.
struct TerritoryBackdrop {
  /// Outlines from files, each file a layer.
  let layers: [[GeoFeature]]
  let ground: TerritoryGround?
  /// What a hull is drawn around when there are no outlines.
  let hull: [GeoCoordinate]
  let territory: TerritoryFrame
  let transform: PageTransform
  let panel: Box
  let theme: MapTheme
  /// Places on the map: an area with one of them is shown as part of the territory.
  let places: [GeoCoordinate]

  /// How far an outline may move to be simpler, in points: less than a pen stroke.
  static let tolerance = 0.35

  private func point(_ coordinate: GeoCoordinate) -> Point {
    transform.point(territory.projection.position(of: coordinate))
  }

  func draw(into drawing: inout XDotDrawing) {
    let visible = layers.map { $0.filter(isVisible) }.filter { !$0.isEmpty }
    // Large areas first, so that small ones lie on them.
    let ordered = visible.sorted { $0.count < $1.count }
    var borders: [(lines: [[Point]], width: Double)] = []
    for (index, layer) in ordered.enumerated() {
      let outlines = PageOutlines(layer, tolerance: TerritoryBackdrop.tolerance, place: point)
      for (feature, polygons) in zip(layer, outlines.features) {
        // Of several layers the finest says which areas belong to the territory.
        let isOwn = index == ordered.count - 1 && places.contains(where: feature.contains)
        if !isOwn, index > 0 { continue }
        let fill = isOwn ? theme.hull : theme.land
        for rings in polygons { drawing.area(rings, fill: fill, in: panel) }
      }
      borders.append((outlines.borders, index == ordered.count - 1 ? 0.45 : 1.1))
    }
    for (lines, width) in borders.reversed() {
      for line in lines {
        for part in Clipping.line(line, to: panel) { drawing.polyline(part, color: theme.hullBorder, width: width) }
      }
    }
    if ground == .perimeter || ground == .places { drawHull(into: &drawing) }
    drawing.polyline(panel.corners + [panel.corners[0]], color: theme.hullBorder, width: 0.8)
  }

  private func isVisible(_ feature: GeoFeature) -> Bool {
    feature.polygons.contains { polygon in
      guard let outline = polygon.rings.first else { return false }
      return !Clipping.polygon(outline.map(point), to: panel).isEmpty
    }
  }

  private func drawHull(into drawing: inout XDotDrawing) {
    let boxes = hull.map { Box(center: point($0), width: 1, height: 1) }
    // The centre of a commune lies some two kilometres from its border.
    let margin = 2_500 / transform.metresPerPoint
    let hull = ConvexHull.outline(around: boxes, margin: margin)
    drawing.area([hull], fill: theme.hull, in: panel)
    for part in Clipping.line(hull + hull.prefix(1), to: panel) {
      drawing.polyline(part, color: theme.hullBorder, width: 0.8)
    }
  }
}

extension XDotDrawing {
  /// A polygon with holes, without a border, cut at `frame`.
  ///
  /// The operations of Graphviz know no holes, so each hole is joined to its outline by a cut of no width: outwards and
  /// back along the same line.
  mutating func area(_ rings: [[Point]], fill: MapColor, in frame: Box) {
    let clipped = rings.map { Clipping.polygon($0, to: frame) }
    guard let outline = clipped.first, !outline.isEmpty else { return }
    polygon(
      XDotDrawing.joined(outline, holes: clipped.dropFirst().filter { !$0.isEmpty }), fill: fill, border: nil, width: 0)
  }

  /// One ring that encloses what lies in `outline` and in none of the holes.
  static func joined(_ outline: [Point], holes: [[Point]]) -> [Point] {
    var ring = PageOutlines.area(outline) < 0 ? outline.reversed() : outline
    for hole in holes {
      let inner = PageOutlines.area(hole) > 0 ? hole.reversed() : hole
      var best = (length: Double.infinity, outer: 0, inner: 0)
      for (outerIndex, outer) in ring.enumerated() {
        for (innerIndex, point) in inner.enumerated() {
          let length = (outer - point).length
          if length < best.length { best = (length, outerIndex, innerIndex) }
        }
      }
      let tour = Array(inner[best.inner...] + inner[...best.inner])
      ring = Array(ring[...best.outer]) + tour + Array(ring[best.outer...])
    }
    return ring
  }
}
