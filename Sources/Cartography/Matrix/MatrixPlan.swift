import AllianceModel

/// A table of counts with shaded cells: who works with whom, on what, in numbers.
struct MatrixPlan: DiagramPlan {
  let subject: MapSubject
  let content: MatrixContent
  let table: MatrixTable
  /// The least count of each shade.
  let shades: [Int]

  let name = "matrice"

  init(_ content: MatrixContent, of subject: MapSubject) throws(CancellationError) {
    (self.content, self.subject) = (content, subject)
    table = try MatrixTable.of(content, subject)
    let most = table.rows.flatMap(\.cells).map(\.count).max() ?? 0
    shades = MatrixPlan.shades(upTo: most)
  }

  /// Up to four shades: single counts as long as these suffice, then ranges that double.
  static func shades(upTo most: Int) -> [Int] {
    if most <= 4 { return Array(stride(from: 1, through: most, by: 1)) }
    if most <= 9 { return [1, 2, 4, 7].filter { $0 <= most } }
    return [1, max(2, most / 8), max(4, most / 4), max(6, most / 2)]
  }

  var titleEnd: String {
    switch content {
    case .families: subject.say(" : quelles familles s’allient", ": which families ally")
    case .themes: subject.say(" : qui s’allie sur quel thème", ": who allies on which theme")
    case .odd: subject.say(" : les objectifs de développement durable", ": the sustainable development goals")
    }
  }

  var remarks: [String] { table.notes }
  var expectedActors: Set<Int> { [] }
  var expectedAlliances: Set<Int> { [] }

  var missing: String? {
    guard table.isEmpty else { return nil }
    return switch content {
    case .families:
      subject.say(
        "Aucune alliance n’unit deux organisations dont le genre est connu : remplissez la colonne « kind » des acteurs.",
        "No alliance unites two organisations of known kind: fill in the column “kind” of the actors.")
    case .themes:
      subject.say(
        "Aucune alliance n’a de thème : remplissez la colonne « themes » de la table des alliances.",
        "No alliance has a theme: fill in the column “themes” of the table of alliances.")
    case .odd:
      subject.say(
        "Aucune alliance n’a d’objectif de développement durable : remplissez la colonne « odd » (1 à 17, séparés par |).",
        "No alliance has a sustainable development goal: fill in the column “odd” (1 to 17, parted by |).")
    }
  }

  // MARK: Looks

  private static let strengths = [0.16, 0.4, 0.7, 1]

  /// Darker for more; the count stands in the cell in any case.
  func style(forCount count: Int) -> MapTheme.NodeStyle {
    guard let shade = shades.lastIndex(where: { $0 <= count }) else {
      return MapTheme.NodeStyle(.box, fill: subject.theme.paper, border: subject.theme.hullBorder)
    }
    let place = shade + (MatrixPlan.strengths.count - shades.count)
    return MapTheme.NodeStyle(
      .box, fill: subject.theme.heat.tint(MatrixPlan.strengths[max(0, place)]), border: subject.theme.paper)
  }

  /// The ink that stands out from the cell by at least 4.5:1.
  func ink(on fill: MapColor) -> MapColor {
    fill.contrast(with: subject.theme.ink) >= 4.5 ? subject.theme.ink : subject.theme.paper
  }

  var legend: [LegendRow] {
    let counts = Set(table.rows.flatMap(\.cells).map(\.count))
    let entries = shades.indices.compactMap { place -> LegendRow.Entry? in
      let end = place + 1 < shades.count ? shades[place + 1] - 1 : Int.max
      guard let most = counts.filter({ $0 >= shades[place] && $0 <= end }).max() else { return nil }
      let range = end == .max ? most : end
      let words = range > shades[place] ? "\(shades[place])–\(range)" : "\(shades[place])"
      return LegendRow.Entry(
        sample: .node(style(forCount: shades[place])),
        text: words + (place == 0 ? subject.say(" alliance(s)", " alliance(s)") : ""))
    }
    let empty =
      counts.contains(0)
      ? [LegendRow.Entry(sample: .node(style(forCount: 0)), text: subject.say("aucune enregistrée", "none recorded"))]
      : []
    return [LegendRow(heading: subject.say("Cases", "Cells"), entries: entries + empty)]
  }

  func figure(width: Double, height: Double) throws(CancellationError) -> Figure {
    MatrixLayout(plan: self, width: width, height: height).figure()
  }
}
