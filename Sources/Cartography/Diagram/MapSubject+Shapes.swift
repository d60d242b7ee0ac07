import AllianceModel

extension MapSubject {
  /// An actor or object as it looks on every map, at the origin.
  func shape(ofActor index: Int, size: Double = 9.2, widest: Double = 120, isBold: Bool = false) -> Figure.Shape {
    let actor = graph.actors[index]
    let style = style(ofActor: index)
    let face: FontFace = actor.isOrganisation ? (isBold ? .bold : .regular) : .italic
    let fitted = NodeText.fitting(actor.name, shape: style.shape, size: size, face: face, widest: widest)
    let text = Figure.Text(fitted.lines, size: size, face: face)
    let outline = style.shape.size(aroundWidth: text.width, height: text.height)
    // Graphviz draws the second border of a double one outside.
    let border = style.isDouble ? 8.0 : 0
    return Figure.Shape(
      id: "acteur_" + MapSceneBuilder.identifier(actor.id), cssClass: cssClass(ofActor: index),
      box: Box(center: Point(0, 0), width: outline.width + border, height: outline.height + border), style: style,
      pen: style.isDouble ? 0.8 : 1.1, text: text, tooltip: tooltip(ofActor: index))
  }

  /// An alliance as a pill with its title and year, at the origin; its border is that of its first form.
  ///
  /// - Parameter limit: Titles are broken only beyond this width; nil for the form that takes least room around it.
  func shape(
    ofAlliance index: Int, size: Double = 8.8, widest: Double = 118, within limit: Double? = nil
  ) -> Figure.Shape {
    let alliance = graph.alliances[index]
    let form = forms(of: index)[0]
    let year = (alliance.start ?? alliance.end).map { "\($0.year)" }
    let fitted =
      limit.map {
        NodeText(
          lines: TextWrapping.lines(alliance.title, within: $0, size: size), size: size, face: .regular)
      } ?? NodeText.fitting(alliance.title, shape: .roundedBox, size: size, face: .regular, widest: widest)
    var lines = fitted.lines.map { [Figure.Text.Piece(string: $0)] }
    if let year {
      let piece = Figure.Text.Piece(string: "\u{A0}\u{A0}" + year, color: theme.faintInk)
      let last = fitted.lines.last.map { TextMetrics.width($0 + piece.string, size: size) } ?? 0
      if last <= fitted.width + 4 || fitted.lines.count == 1 {
        lines[lines.count - 1].append(piece)
      } else {
        lines.append([Figure.Text.Piece(string: year, color: theme.faintInk)])
      }
    }
    let text = Figure.Text(lines, size: size)
    let outline = NodeShape.roundedBox.size(aroundWidth: text.width, height: text.height)
    return Figure.Shape(
      id: "alliance_" + MapSceneBuilder.identifier(alliance.id), cssClass: "alliance \(form.code)",
      box: Box(center: Point(0, 0), width: outline.width, height: outline.height),
      style: MapTheme.NodeStyle(.roundedBox, fill: theme.paper, border: form.style.color), pen: 1.2, text: text,
      tooltip: tooltip(ofAlliance: index), isInLegend: false)
  }

  /// The small mark of an actor beside its name: its shape, filled with its colour, since a tint is not seen at this size.
  func mark(ofActor index: Int) -> MapTheme.NodeStyle {
    guard let family = graph.actors[index].family else { return objectMark }
    return MapSubject.mark(of: theme.style(of: family))
  }

  var objectMark: MapTheme.NodeStyle {
    MapTheme.NodeStyle(.ellipse, fill: theme.paper, border: theme.style(ofObject: .person).border)
  }

  static func mark(of style: MapTheme.NodeStyle) -> MapTheme.NodeStyle {
    MapTheme.NodeStyle(style.shape, fill: style.isDouble ? style.fill : style.border, border: style.border)
  }

  /// The mark as a shape of its own.
  func markShape(ofActor index: Int, at center: Point, id: String) -> Figure.Shape {
    let style = mark(ofActor: index)
    let width = style.shape == .hexagon || style.shape == .parallelogram ? 8.6 : 7.2
    return Figure.Shape(
      id: id, cssClass: "marque \(cssClass(ofActor: index))", box: Box(center: center, width: width, height: 7),
      style: style, pen: 0.9, tooltip: tooltip(ofActor: index), isOpen: true)
  }

  /// Legend entries for the marks of these actors, each with its count.
  func markEntries(of actors: some Sequence<Int>) -> [LegendRow.Entry] {
    let members = Set(actors)
    let families = ActorFamily.allCases.compactMap { family -> LegendRow.Entry? in
      let count = members.count { graph.actors[$0].family == family }
      guard count > 0 else { return nil }
      return LegendRow.Entry(
        sample: .node(MapSubject.mark(of: theme.style(of: family))), text: "\(family.label[language]) (\(count))")
    }
    let objects = members.count { !graph.actors[$0].isOrganisation }
    guard objects > 0 else { return families }
    return families + [
      LegendRow.Entry(
        sample: .node(objectMark),
        text: say("Objets et personnes (\(objects))", "Objects and persons (\(objects))"))
    ]
  }

  /// Legend entries for the families and objects among these actors, each with its count.
  func actorRows(of actors: some Sequence<Int>) -> [LegendRow] {
    let members = Set(actors)
    let families = ActorFamily.allCases.compactMap { family -> LegendRow.Entry? in
      let count = members.count { graph.actors[$0].family == family }
      guard count > 0 else { return nil }
      return LegendRow.Entry(sample: .node(theme.style(of: family)), text: "\(family.label[language]) (\(count))")
    }
    let kinds = members.filter { !graph.actors[$0].isOrganisation }.compactMap { graph.actors[$0].kind }
    let counts = Dictionary(kinds.map { ($0, 1) }, uniquingKeysWith: +)
    let objects = counts.sorted { ($0.key.rank, $0.key.rawValue) < ($1.key.rank, $1.key.rawValue) }.map { kind, count in
      LegendRow.Entry(sample: .node(theme.style(ofObject: kind)), text: "\(kind.label[language]) (\(count))")
    }
    return [
      LegendRow(heading: MapWords.actors[language], entries: families),
      LegendRow(heading: MapWords.objects[language], entries: objects),
    ].filter { !$0.entries.isEmpty }
  }

  /// The lines that join a shape to the pill of an alliance: one for each of its forms, side by side.
  func ties(
    ofAlliance index: Int, to actor: Int, ends: [Int], curve: (_ shift: Double) -> Spline
  ) -> [Figure.Tie] {
    let forms = forms(of: index)
    let alliance = graph.alliances[index]
    let name = graph.actors[actor].name
    let role = alliance.parties.first { $0.actor == graph.actors[actor].id }?.role
    return forms.enumerated().map { place, form in
      let number = place == 0 ? "" : "_\(place + 1)"
      return Figure.Tie(
        id:
          "lien_\(MapSceneBuilder.identifier(alliance.id))_\(MapSceneBuilder.identifier(graph.actors[actor].id))\(number)",
        cssClass: "lien \(form.code)", curve: curve((Double(place) - Double(forms.count - 1) / 2) * 3.4),
        style: form.style, tooltip: [alliance.title, name, role].compactMap(\.self).joined(separator: " · "), ends: ends
      )
    }
  }
}
