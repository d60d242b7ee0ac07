import AllianceModel
import TerritoryAnalysis

/// Two rows of groups, and between them a corridor through which all bundles run: so none passes behind a group.
///
/// On an upright sheet the rows are columns: everything is placed lying, then turned.
struct ClustersLayout {
  private struct Panel {
    let cluster: Int
    let figure: Figure
    let title: [String]
    let detail: [String]
    let width: Double
    let height: Double
    /// Lying: as wide as the panel is long, beside its neighbours in the row.
    var box = Box(center: Point(0, 0), width: 0, height: 0)
  }

  let plan: ClustersPlan
  let width: Double
  let height: Double

  private static let pad = 12.0
  private static let gap = 18.0
  private static let titleSize = 12.0
  private static let detailSize = 9.0

  private static let lane = 17.0

  private var subject: MapSubject { plan.subject }

  /// Of all ways to divide the groups, in the order of their heights, into an upper and a lower row that which leaves type
  /// largest on the sheet.
  func figure() -> Figure {
    let panels = plan.clusters.clusters.indices.map(panel)
    let order = panels.indices.sorted { (-panels[$0].height, $0) < (-panels[$1].height, $1) }
    let candidates = (1...max(1, order.count)).map { count in
      arranged(panels, upper: Array(order.prefix(count)), lower: Array(order.dropFirst(count)))
    }
    func size(_ arrangement: Arrangement) -> Double {
      let turned = turned(Point(arrangement.length, arrangement.depth))
      return max(turned.x / width, turned.y / max(1, height))
    }
    guard let best = candidates.min(by: { size($0) < size($1) }) else { return Figure() }
    var figure = Figure()
    let extent = turned(Point(best.length, best.depth))
    (figure.width, figure.height) = (extent.x, extent.y)
    for panel in best.panels { add(panel, in: best, to: &figure) }
    addBundles(best, to: &figure)
    return figure
  }

  private var isUpright: Bool { width < height }

  /// The size of what is lying, as it stands on the sheet.
  private func turned(_ size: Point) -> Point { isUpright ? Point(size.y, size.x) : size }

  /// A place of what is lying, as it stands on the sheet: the upper row becomes the left column.
  private func turned(_ point: Point, in arrangement: Arrangement) -> Point {
    isUpright ? Point(arrangement.depth - point.y, arrangement.length - point.x) : point
  }

  /// Panels in their places, and for each bundle the height of its lane and where it leaves its groups.
  private struct Arrangement {
    var panels: [Panel]
    let upper: Set<Int>
    /// Along the rows.
    let length: Double
    /// Across both rows and the corridor.
    let depth: Double
    let gates: [[Int]: Double]
    let laneY: [Double]
  }

  private func arranged(_ panels: [Panel], upper: [Int], lower: [Int]) -> Arrangement {
    var panels = panels
    let sizes = panels.map { turned(Point($0.width, $0.height)) }
    func rowLength(_ row: [Int]) -> Double {
      row.map { sizes[$0].x }.reduce(0, +) + Double(max(0, row.count - 1)) * ClustersLayout.gap
    }
    let total = max(rowLength(upper), rowLength(lower), 200)
    for row in [upper, lower] {
      let free = (total - rowLength(row)) / Double(row.count + 1)
      var x = free
      for index in row {
        panels[index].box = Box(left: x, bottom: 0, right: x + sizes[index].x, top: sizes[index].y)
        x += sizes[index].x + ClustersLayout.gap + free
      }
    }
    let gates = gates(panels)
    let lanes = lanes(gates)
    let laneCount = Double((lanes.max() ?? -1) + 1)
    let corridor =
      plan.bundles.isEmpty ? (lower.isEmpty ? 0 : ClustersLayout.gap) : laneCount * ClustersLayout.lane + 22
    let lowerDepth = lower.map { sizes[$0].y }.max() ?? 0
    // Both rows stand at the corridor: the upper one on it, the lower one under it.
    for index in upper { panels[index].box.center.y += lowerDepth + corridor }
    for index in lower { panels[index].box.center.y += lowerDepth - sizes[index].y }
    let upperDepth = upper.map { sizes[$0].y }.max() ?? 0
    return Arrangement(
      panels: panels, upper: Set(upper), length: total, depth: upperDepth + corridor + lowerDepth, gates: gates,
      laneY: lanes.map { lowerDepth + corridor - 11 - (Double($0) + 0.5) * ClustersLayout.lane })
  }

  /// A lane for each bundle, such that bundles of one lane keep apart.
  private func lanes(_ gates: [[Int]: Double]) -> [Int] {
    var taken: [[ClosedRange<Double>]] = []
    return plan.bundles.indices.map { bundle in
      let (a, b) = ends(bundle, gates)
      let range = (min(a, b) - 14)...(max(a, b) + 14)
      let lane = taken.firstIndex { $0.allSatisfy { !$0.overlaps(range) } } ?? taken.count
      if lane == taken.count { taken.append([]) }
      taken[lane].append(range)
      return lane
    }
  }

  private func ends(_ bundle: Int, _ gates: [[Int]: Double]) -> (Double, Double) {
    (gates[[bundle, plan.bundles[bundle].first]] ?? 0, gates[[bundle, plan.bundles[bundle].second]] ?? 0)
  }

  // MARK: Panels

  private func panel(_ number: Int) -> Panel {
    let actors = subject.graph.actors.indices.filter { plan.clusters.actorCluster[$0] == number }
    let alliances = subject.graph.alliances.indices.filter { plan.clusters.allianceCluster[$0] == number }
    let figure = BipartiteLayout(subject, actors: actors, alliances: alliances, isNarrow: actors.count <= 18).figure(
      width: 0, widest: 128)
    let words = plan.title(of: number)
    let limit = max(figure.width, 150)
    let title = TextWrapping.lines(words.name, within: limit, size: ClustersLayout.titleSize, face: .bold)
    let detail = TextWrapping.lines(words.detail, within: limit, size: ClustersLayout.detailSize)
    let textWidth = max(
      title.map { TextMetrics.width($0, size: ClustersLayout.titleSize, face: .bold) }.max() ?? 0,
      detail.map { TextMetrics.width($0, size: ClustersLayout.detailSize) }.max() ?? 0)
    return Panel(
      cluster: number, figure: figure, title: title, detail: detail,
      width: max(figure.width, textWidth) + 2 * ClustersLayout.pad,
      height: figure.height + 2 * ClustersLayout.pad + headHeight(title, detail))
  }

  private func headHeight(_ title: [String], _ detail: [String]) -> Double {
    (Double(title.count) * ClustersLayout.titleSize + Double(detail.count) * ClustersLayout.detailSize)
      * TextMetrics.lineHeight + 8
  }

  private func add(_ panel: Panel, in arrangement: Arrangement, to figure: inout Figure) {
    let box = Box(center: turned(panel.box.center, in: arrangement), width: panel.width, height: panel.height)
    let rounded = ConvexHull.outline(around: [box.inset(by: -8)], margin: 8)
    figure.areas.append(Figure.Area(rounded, fill: subject.theme.hull, border: subject.theme.hullBorder))
    var y = box.top - ClustersLayout.pad
    for (lines, size, face, color) in [
      (panel.title, ClustersLayout.titleSize, FontFace.bold, subject.theme.ink),
      (panel.detail, ClustersLayout.detailSize, .regular, subject.theme.faintInk),
    ] {
      for line in lines {
        figure.captions.append(
          Figure.Caption(
            text: line, origin: Point(box.left + ClustersLayout.pad, y - size * 0.85), size: size, face: face,
            color: color))
        y -= size * TextMetrics.lineHeight
      }
    }
    let left = box.left + (panel.width - panel.figure.width) / 2
    figure.add(panel.figure, at: Point(left, box.bottom + ClustersLayout.pad))
  }

  // MARK: Bundles

  /// Each bundle leaves its groups upright and crosses the corridor in its lane, where its number stands.
  private func addBundles(_ arrangement: Arrangement, to figure: inout Figure) {
    var badges: [Box] = []
    for (bundle, (first, second, alliances)) in plan.bundles.enumerated() {
      let y = arrangement.laneY[bundle]
      let (a, b) = ends(bundle, arrangement.gates)
      func side(_ cluster: Int) -> Double {
        let box = arrangement.panels[cluster].box
        return arrangement.upper.contains(cluster) ? box.bottom : box.top
      }
      let stops = [Point(a, side(first)), Point(a, y), Point(b, y), Point(b, side(second))].map {
        turned($0, in: arrangement)
      }
      let titles = alliances.map { subject.graph.alliances[$0].title }.joined(separator: " ; ")
      let names = "\(plan.title(of: first).name) – \(plan.title(of: second).name)"
      let text = Figure.Text(["\(alliances.count)"], size: 10, face: .bold)
      var box = Box(center: stops[1], width: text.width + 9, height: 14)
      for share in [0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8] {
        box.center = turned(Point(a + (b - a) * share, y), in: arrangement)
        if !badges.contains(where: { $0.inset(by: 1).overlaps(box) }) { break }
      }
      badges.append(box)
      let badge = figure.add(
        Figure.Shape(
          id: "faisceau_\(bundle + 1)", cssClass: "faisceau", box: box,
          style: MapTheme.NodeStyle(.roundedBox, fill: subject.theme.paper, border: subject.theme.bundleTie.color),
          text: text, tooltip: "\(names)\u{A0}: \(alliances.count) · \(titles)", isInLegend: false, isOpen: true))
      figure.ties.append(
        Figure.Tie(
          id: "trait_faisceau_\(bundle + 1)", cssClass: "faisceau", curve: ClustersLayout.rounded(stops),
          style: subject.theme.bundleTie, tooltip: "\(names)\u{A0}: \(alliances.count)", ends: [badge]))
    }
  }

  /// Where each bundle leaves each of its groups: gates side by side, ordered by where the bundle goes.
  private func gates(_ panels: [Panel]) -> [[Int]: Double] {
    var gates: [[Int]: Double] = [:]
    for cluster in panels.indices {
      let own = plan.bundles.indices.filter { plan.bundles[$0].first == cluster || plan.bundles[$0].second == cluster }
      let sorted = own.sorted { left, right in
        func goal(_ bundle: Int) -> Double {
          let other = plan.bundles[bundle].first == cluster ? plan.bundles[bundle].second : plan.bundles[bundle].first
          return panels[other].box.center.x
        }
        return (goal(left), left) < (goal(right), right)
      }
      for (place, bundle) in sorted.enumerated() {
        let share = (Double(place) + 1) / Double(sorted.count + 1)
        gates[[bundle, cluster]] = panels[cluster].box.left + panels[cluster].box.width * share
      }
    }
    return gates
  }

  /// A way of right angles with round corners.
  private static func rounded(_ stops: [Point]) -> Spline {
    var points = [stops[0]]
    func straight(to end: Point) {
      let start = points[points.count - 1]
      points += [start + (end - start) * (1.0 / 3), start + (end - start) * (2.0 / 3), end]
    }
    for index in stops.indices.dropFirst().dropLast() {
      let (before, corner, after) = (stops[index - 1], stops[index], stops[index + 1])
      let radius = min(9, (corner - before).length / 2, (after - corner).length / 2)
      guard radius > 0.1 else { continue }
      let enter = corner + (before - corner) * (radius / max((before - corner).length, 1e-9))
      let leave = corner + (after - corner) * (radius / max((after - corner).length, 1e-9))
      straight(to: enter)
      points += [enter + (corner - enter) * 0.55, leave + (corner - leave) * 0.55, leave]
    }
    straight(to: stops[stops.count - 1])
    return Spline(points: points)
  }
}
