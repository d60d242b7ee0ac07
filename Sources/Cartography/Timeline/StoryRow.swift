import AllianceModel

/// One entry of a timeline, with its text broken into lines for given columns.
struct StoryRow {
  /// A stretch of the name of a party on one line.
  struct Piece {
    let actor: Int
    let text: String
    let face: FontFace
    let line: Int
    /// From the left side of the column to the text; the mark of the actor stands before it when it is the first.
    let x: Double
    let isFirst: Bool
  }

  let entry: Story.Entry
  let date: String
  let title: [String]
  let parties: [Piece]

  static let titleSize = 8.7
  static let textSize = 8.4
  static let lineHeight = 10.4
  /// The room of the mark before a name.
  static let mark = 9.6

  var lineCount: Int { max(title.count, (parties.last?.line ?? -1) + 1, 1) }
}

/// Breaks entries into rows.
struct StoryRows {
  let subject: MapSubject
  let story: Story
  let dates: StoryDates
  /// Actors whose names are bold.
  let leaders: Set<Int>
  /// For each entry, who is named beside its title, with the words of the name.
  private var parties: [[Name]] = []

  private struct Name {
    let actor: Int
    let face: FontFace
    let words: [String]
  }

  init(_ story: Story, of subject: MapSubject) {
    (self.subject, self.story) = (subject, story)
    dates = StoryDates(language: subject.language)
    let most = story.lanes.filter { subject.graph.actors[$0.actor].isOrganisation && $0.entries.count > 3 }
    leaders = Set(most.sorted { (-$0.entries.count, $0.actor) < (-$1.entries.count, $1.actor) }.prefix(3).map(\.actor))
    parties = story.entries.map { entry in names(of: parties(of: entry)) }
  }

  /// The rows of these entries, with titles in a column of the width `titleWidth` and parties beside them.
  func rows(of range: Range<Int>, titleWidth: Double, partyWidth: Double) -> [StoryRow] {
    range.map { place in
      let entry = story.entries[place]
      // A count names nobody, and takes the whole width.
      return StoryRow(
        entry: entry, date: entry.isCount ? "" : dates.label(of: entry),
        title: TextWrapping.lines(
          title(of: entry), within: entry.isCount ? titleWidth + partyWidth : titleWidth,
          size: StoryRow.titleSize, face: face(of: entry)),
        parties: pieces(of: parties[place], width: partyWidth))
    }
  }

  func title(of entry: Story.Entry) -> String {
    switch entry.content {
    case .alliance(let index): subject.graph.alliances[index].title
    case .object(let index): subject.graph.actors[index].name
    case .others(let alliances): others(alliances)
    }
  }

  func face(of entry: Story.Entry) -> FontFace {
    if case .alliance = entry.content { .bold } else { .italic }
  }

  /// "et 12 autres : mécénat (5), coopération économique (4)"; an alliance with two forms counts under both.
  private func others(_ alliances: [Int]) -> String {
    let forms = subject.formEntries(of: alliances).map(\.text).joined(separator: ", ")
    return subject.say(
      "et \(alliances.count) autre\(alliances.count > 1 ? "s" : "")\u{A0}: \(forms)",
      "and \(alliances.count) other\(alliances.count > 1 ? "s" : ""): \(forms)")
  }

  func face(ofActor index: Int) -> FontFace {
    leaders.contains(index) ? .bold : subject.graph.actors[index].isOrganisation ? .regular : .italic
  }

  /// Organisations before objects, those with a lane first, in the order of the lanes.
  private func parties(of entry: Story.Entry) -> [Int] {
    guard case .alliance(let index) = entry.content else { return [] }
    return subject.parties[index].sorted { left, right in
      let (first, second) = (subject.graph.actors[left].isOrganisation, subject.graph.actors[right].isOrganisation)
      guard first == second else { return first }
      return (-presence(of: left), left) < (-presence(of: right), right)
    }.filter { actor in
      // The title says it already.
      subject.graph.actors[actor].isOrganisation
        || !subject.graph.alliances[index].title.textKey.contains(subject.graph.actors[actor].name.textKey)
    }
  }

  private func presence(of actor: Int) -> Int { story.lane(of: actor)?.entries.count ?? 0 }

  /// Each name once; of several parties with one name, such as persons who may not be named, how many they are.
  private func names(of actors: [Int]) -> [Name] {
    let counts = Dictionary(actors.map { (subject.graph.actors[$0].name, 1) }, uniquingKeysWith: +)
    var seen: Set<String> = []
    return actors.compactMap { actor in
      let name = subject.graph.actors[actor].name
      guard seen.insert(name).inserted else { return nil }
      let text = (counts[name] ?? 1) > 1 ? "\(name)\u{A0}×\u{A0}\(counts[name] ?? 1)" : name
      return Name(
        actor: actor, face: face(ofActor: actor),
        words: TextWrapping.pieces(of: text).map { $0.replacing("\u{200B}", with: "") })
    }
  }

  /// Lets names flow like words, each with its mark.
  private func pieces(of names: [Name], width: Double) -> [StoryRow.Piece] {
    var pieces: [StoryRow.Piece] = []
    var (line, x) = (0, 0.0)
    let space = TextMetrics.width(" ", size: StoryRow.textSize)
    for name in names {
      let (actor, face, words) = (name.actor, name.face, name.words)
      func measure(_ text: String) -> Double { TextMetrics.width(text, size: StoryRow.textSize, face: face) }
      let whole = StoryRow.mark + measure(words.joined(separator: " "))
      // A name that fits on a line of its own is not broken, if little of this line is lost by it.
      if x > 0, x + whole > width, whole < width, width - x < 0.35 * width { (line, x) = (line + 1, 0) }
      var text = ""
      var start = x + StoryRow.mark
      var isFirst = true
      for word in words {
        let longer = text.isEmpty ? word : text + " " + word
        if start + measure(longer) > width, !(text.isEmpty && start <= StoryRow.mark) {
          if text.isEmpty {
            (line, start) = (line + 1, StoryRow.mark)
            text = word
            continue
          }
          pieces.append(
            StoryRow.Piece(actor: actor, text: text, face: face, line: line, x: start, isFirst: isFirst))
          (line, start, isFirst, text) = (line + 1, 0, false, word)
        } else {
          text = longer
        }
      }
      pieces.append(StoryRow.Piece(actor: actor, text: text, face: face, line: line, x: start, isFirst: isFirst))
      x = start + measure(text) + 3 * space
      if x > width - 24 { (line, x) = (line + 1, 0) }
    }
    return pieces
  }
}
