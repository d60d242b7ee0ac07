import AllianceModel

extension TimelineLayout {
  // MARK: Lanes

  /// The name of a lane, its line from its first to its last dated entry, and a dotted one through what has no date.
  func drawLane(_ number: Int, rows: [Placed], into figure: inout Figure) {
    let lane = lanes[number]
    let actor = subject.graph.actors[lane.actor]
    let x = laneX[number]
    let style = plan.lane(ofActor: lane.actor)
    let id = "ligne_" + MapSceneBuilder.identifier(actor.id)
    let start = labelY(of: number, rows: rows)
    let dated = lane.entries.last { story.entries[$0].start != nil }
    let last = lane.entries[lane.entries.count - 1]
    let tooltip = subject.tooltip(ofActor: lane.actor)
    func line(_ id: String, from top: Double, to bottom: Double, _ style: MapTheme.TieStyle) {
      guard top > bottom else { return }
      figure.ties.append(
        Figure.Tie(
          id: id, cssClass: "ligne \(subject.cssClass(ofActor: lane.actor))",
          curve: Spline(from: Point(x, top), to: Point(x, bottom)), style: style, tooltip: tooltip, isGround: true))
    }
    let middle = dated.map { row($0, rows).y } ?? start
    // A lane that goes on in the next column goes on to the end of this one.
    let goesOn = story.lane(of: lane.actor)?.entries.contains {
      $0 >= entries.upperBound && story.entries[$0].start != nil
    }
    let end = goesOn == true ? 0 : middle
    line(id, from: start, to: end, style)
    line(
      id + ".sans_date", from: end, to: row(last, rows).y,
      MapTheme.TieStyle(.dotted, color: style.color, width: style.width * 0.7))
    let text = Figure.Text(
      labels[number], size: TimelineLayout.labelSize, face: plan.rows.face(ofActor: lane.actor))
    let lines = Double(labels[number].count)
    figure.add(
      Figure.Shape(
        id: "nom_" + MapSceneBuilder.identifier(actor.id), cssClass: "nom \(subject.cssClass(ofActor: lane.actor))",
        box: Box(
          center: Point(x - 7 - text.width / 2, start), width: text.width,
          height: lines * TimelineLayout.labelPitch),
        text: text, tooltip: tooltip))
    figure.shownActors.insert(lane.actor)
  }

  /// The height of the name of a lane: that of its first entry, or above it for all but the leftmost that begin there.
  private func labelY(of number: Int, rows: [Placed]) -> Double {
    let first = lanes[number].entries[0]
    let together = lanes.indices.filter { lanes[$0].entries[0] == first && $0 > number }
    guard let leftmost = together.last else { return row(first, rows).y }
    var y = row(first, rows).y + Double(labels[leftmost].count) * TimelineLayout.labelPitch / 2
    for other in together.dropLast() { y += Double(labels[other].count) * TimelineLayout.labelPitch + 1.5 }
    return y + 1.5 + Double(labels[number].count) * TimelineLayout.labelPitch / 2
  }

  private func row(_ entry: Int, _ rows: [Placed]) -> Placed { rows[entry - entries.lowerBound] }

  // MARK: Bars

  /// From its own row to the end of the years in which it lasted.
  func drawBar(_ place: Int, rows: [Placed], blockEnds: [Double], into figure: inout Figure) {
    guard let column = bars[place], let end = story.entries[place].end?.year else { return }
    let last = story.blocks[blocks].lastIndex { block in
      switch block.time {
      case .year(let year), .before(let year), .after(let year): year <= end
      case .unknown: false
      }
    }
    guard let last else { return }
    let x = barLeft + (Double(barColumns - 1 - column) + 0.5) * TimelineLayout.barGap
    let bottom = min(blockEnds[last - blocks.lowerBound] + 2, row(place, rows).y - 4)
    let title = plan.rows.title(of: story.entries[place])
    figure.ties.append(
      Figure.Tie(
        id: "duree_\(place + 1)", cssClass: "duree",
        curve: Spline(from: Point(x, row(place, rows).y), to: Point(x, bottom)),
        style: subject.theme.periodTie, tooltip: "\(title) · \(row(place, rows).row.date)"))
  }

  // MARK: Rows

  func drawRow(_ place: Int, _ placed: Placed, titleWidth: Double, into figure: inout Figure) {
    let row = placed.row
    let marks = drawMarks(place, y: placed.y, into: &figure)
    if case .alliance(let index) = row.entry.content {
      drawConnector(index, from: marks, y: placed.y, into: &figure)
      figure.shownAlliances.insert(index)
      figure.shownActors.formUnion(subject.parties[index])
    }
    if case .object(let index) = row.entry.content {
      figure.shownActors.insert(index)
      addMark(index, at: Point(dateLeft - 7, placed.y), id: "debut_\(place + 1)", into: &figure)
    }
    if case .others(let alliances) = row.entry.content {
      figure.shownAlliances.formUnion(alliances)
      figure.shownActors.formUnion(alliances.flatMap { subject.parties[$0] })
    }
    let dateSize = StoryRow.textSize
    if !row.date.isEmpty {
      figure.captions.append(
        Figure.Caption(
          text: row.date, origin: Point(dateLeft, placed.y - dateSize * 0.32), size: dateSize,
          color: subject.theme.faintInk))
    }
    addTitle(row, y: placed.y, width: titleWidth, into: &figure)
    for piece in row.parties { add(piece, y: placed.y, left: titleLeft + titleWidth + 12, place: place, into: &figure) }
  }

  private func addTitle(_ row: StoryRow, y: Double, width: Double, into figure: inout Figure) {
    let text = Figure.Text(
      row.title, size: StoryRow.titleSize, face: plan.rows.face(of: row.entry), isCentered: false)
    let (id, cssClass, tooltip) =
      switch row.entry.content {
      case .alliance(let index):
        (
          "alliance_" + MapSceneBuilder.identifier(subject.graph.alliances[index].id),
          "alliance " + subject.forms(of: index).map(\.code).joined(separator: " "),
          subject.tooltip(ofAlliance: index)
        )
      case .object(let index):
        (
          "objet_" + MapSceneBuilder.identifier(subject.graph.actors[index].id), subject.cssClass(ofActor: index),
          subject.tooltip(ofActor: index)
        )
      case .others(let alliances):
        (
          "autres_\(alliances[0] + 1)", "autres",
          alliances.prefix(12).map { subject.graph.alliances[$0].title }.joined(separator: " ; ")
            + (alliances.count > 12 ? "…" : "")
        )
      }
    let height = Double(row.title.count) * StoryRow.lineHeight
    figure.add(
      Figure.Shape(
        id: id, cssClass: cssClass,
        box: Box(
          left: titleLeft, bottom: y + StoryRow.lineHeight / 2 - height, right: titleLeft + max(width, text.width),
          top: y + StoryRow.lineHeight / 2), text: text, tooltip: tooltip))
  }

  private func add(_ piece: StoryRow.Piece, y: Double, left: Double, place: Int, into figure: inout Figure) {
    let middle = y - Double(piece.line) * StoryRow.lineHeight
    let text = Figure.Text([piece.text], size: StoryRow.textSize, face: piece.face, isCentered: false)
    let id = "partie_\(place + 1)_" + MapSceneBuilder.identifier(subject.graph.actors[piece.actor].id)
    if piece.isFirst {
      addMark(
        piece.actor, at: Point(left + piece.x - StoryRow.mark / 2 - 0.8, middle), id: "marque_" + id, into: &figure)
    }
    figure.add(
      Figure.Shape(
        id: piece.isFirst ? id : id + ".\(piece.line)", cssClass: "partie \(subject.cssClass(ofActor: piece.actor))",
        box: Box(
          left: left + piece.x, bottom: middle - StoryRow.lineHeight / 2, right: left + piece.x + text.width + 1,
          top: middle + StoryRow.lineHeight / 2), text: text, tooltip: tooltip(of: piece.actor, in: place)))
  }

  /// Who it is, and in which role.
  private func tooltip(of actor: Int, in place: Int) -> String {
    guard case .alliance(let index) = story.entries[place].content,
      let role = subject.graph.alliances[index].parties.first(where: { $0.actor == subject.graph.actors[actor].id })?
        .role
    else { return subject.tooltip(ofActor: actor) }
    return subject.tooltip(ofActor: actor) + " · " + role
  }

  /// A mark on the lane of each party that has one.
  ///
  /// - Returns: The leftmost of their places; nil without any.
  private func drawMarks(_ place: Int, y: Double, into figure: inout Figure) -> Double? {
    let present = lanes.indices.filter { lanes[$0].entries.contains(place) }
    for lane in present {
      let actor = lanes[lane].actor
      let name = MapSceneBuilder.identifier(subject.graph.actors[actor].id)
      addMark(actor, at: Point(laneX[lane], y), id: "present_\(place + 1)_\(name)", into: &figure)
    }
    return present.map { laneX[$0] }.min()
  }

  private func addMark(_ actor: Int, at center: Point, id: String, into figure: inout Figure) {
    figure.add(subject.markShape(ofActor: actor, at: center, id: id))
  }

  /// The line of an alliance, from its parties to its title; one for each of its forms.
  private func drawConnector(_ alliance: Int, from left: Double?, y: Double, into figure: inout Figure) {
    let forms = subject.forms(of: alliance)
    for (place, form) in forms.enumerated() {
      let shift = (Double(place) - Double(forms.count - 1) / 2) * 3.2
      let end = dateLeft - 4
      let id = "lien_" + MapSceneBuilder.identifier(subject.graph.alliances[alliance].id)
      figure.ties.append(
        Figure.Tie(
          id: place == 0 ? id : "\(id).\(place + 1)", cssClass: "lien \(form.code)",
          curve: Spline(from: Point(left ?? end - 14, y + shift), to: Point(end, y + shift)), style: form.style,
          tooltip: subject.tooltip(ofAlliance: alliance), isGround: true))
    }
  }
}
