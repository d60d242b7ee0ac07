import AllianceModel
import Foundation
import GraphCore

/// The sentences of reasons, with the rows behind them.
extension Explainer {
  typealias Sentence = (text: LocalizedText, rows: [RowReference])

  /// What can be said of one family; nil when nothing is known that speaks in this direction.
  func sentence(_ family: ReasonFamily, _ pair: NodePair, isFor: Bool) -> Sentence? {
    switch family {
    case .partners: partnersSentence(pair, isFor: isFor)
    case .chains: chainsSentence(pair, isFor: isFor)
    case .closeness: closenessSentence(pair, isFor: isFor)
    case .position: positionSentence(pair, isFor: isFor)
    case .themes: themesSentence(pair, isFor: isFor)
    case .kinds: kindsSentence(pair)
    case .distance: distanceSentence(pair)
    }
  }

  private func partnersSentence(_ pair: NodePair, isFor: Bool) -> Sentence? {
    let common = commonPartners(pair)
    guard let first = common.first else {
      return isFor
        ? nil : (LocalizedText(french: "aucun partenaire commun", english: "no partner in common"), actorRows(pair))
    }
    let names = list(common.map { name($0) })
    let only = isFor ? LocalizedText("") : LocalizedText(french: "seulement ", english: "only ")
    let text =
      common.count == 1
      ? LocalizedText(
        french: "\(only.french)un partenaire commun : \(name(first))",
        english: "\(only.english)one partner in common: \(name(first))")
      : LocalizedText(
        french: "\(only.french)\(common.count) partenaires communs : \(names.french)",
        english: "\(only.english)\(common.count) partners in common: \(names.english)")
    let shown = common.prefix(Explainer.mostCertificates)
    return (text, rows(shown.flatMap { alliances(pair.low, $0) + alliances($0, pair.high) }))
  }

  private func chainsSentence(_ pair: NodePair, isFor: Bool) -> Sentence? {
    let found = chains(pair)
    guard let (near, far) = found.first else {
      return isFor
        ? nil
        : (
          LocalizedText(
            french: "aucune chaîne de deux intermédiaires", english: "no chain over two intermediaries"),
          actorRows(pair)
        )
    }
    let path = [pair.low, near, far, pair.high].map { name($0) }.joined(separator: " – ")
    return (
      isFor
        ? LocalizedText(french: "une chaîne les relie : \(path)", english: "a chain links them: \(path)")
        : LocalizedText(french: "peu de chaînes entre eux : \(path)", english: "few chains between them: \(path)"),
      rows(found.flatMap { alliances(pair.low, $0) + alliances($0, $1) + alliances($1, pair.high) })
    )
  }

  private func closenessSentence(_ pair: NodePair, isFor: Bool) -> Sentence? {
    let text =
      isFor
      ? LocalizedText(
        french: "proches dans le maillage : peu de détours mènent de l’un à l’autre",
        english: "close in the mesh: few detours lead from one to the other")
      : LocalizedText(
        french: "éloignés dans le maillage : tout chemin passe par de grands carrefours",
        english: "far apart in the mesh: every way leads over large hubs")
    let common = commonPartners(pair).prefix(Explainer.mostCertificates)
    let proof =
      common.isEmpty
      ? chains(pair).flatMap { alliances(pair.low, $0) + alliances($0, $1) + alliances($1, pair.high) }
      : common.flatMap { alliances(pair.low, $0) + alliances($0, pair.high) }
    return (text, rows(proof))
  }

  private func positionSentence(_ pair: NodePair, isFor: Bool) -> Sentence? {
    let counts = [pair.low, pair.high].map { attributes.allianceCounts[$0.index] }
    let years = [pair.low, pair.high].map { attributes.lastYears[$0.index] }
    func last(_ place: Int, _ words: String) -> String { years[place].map { " (\(words) : \($0))" } ?? "" }
    let english = [0, 1].map { place in years[place].map { " (latest: \($0))" } ?? "" }
    return (
      LocalizedText(
        french:
          "position \(isFor ? "favorable" : "peu favorable") : \(name(pair.low)) a \(counts[0]) alliance\(counts[0] < 2 ? "" : "s") connue\(counts[0] < 2 ? "" : "s")"
          + "\(last(0, "dernière")), \(name(pair.high)) \(counts[1])\(last(1, "dernière"))",
        english:
          "\(isFor ? "good" : "poor") position: \(name(pair.low)) has \(alliancesInEnglish(counts[0]))\(english[0]), \(name(pair.high)) "
          + "\(counts[1])\(english[1])"),
      actorRows(pair) + rows(alliances(of: pair.low) + alliances(of: pair.high))
    )
  }

  private func themesSentence(_ pair: NodePair, isFor: Bool) -> Sentence? {
    let interests = attributes.interests
    guard [pair.low, pair.high].allSatisfy({ !interests.items(of: $0.index).isEmpty }) else { return nil }
    let subjects = sharedSubjects(pair)
    guard !subjects.isEmpty else {
      return isFor
        ? nil
        : (LocalizedText(french: "aucun thème commun connu", english: "no theme known in common"), actorRows(pair))
    }
    let isGoal = { (subject: Int) in attributes.interests.subjects[subject].hasPrefix(Interests.goal) }
    let goals = subjects.filter(isGoal).compactMap { Int(attributes.interests.labels[$0]) }
    let themes = subjects.filter { !isGoal($0) }.map { attributes.interests.labels[$0] }
    let numbers = list(goals.sorted().map(String.init))
    let names = list(themes)
    func joined(_ parts: [String]) -> String { parts.filter { !$0.isEmpty }.joined(separator: " ; ") }
    let french = joined([
      themes.isEmpty ? "" : "thème\(themes.count == 1 ? " commun" : "s communs") : \(names.french)",
      goals.isEmpty ? "" : "ODD \(numbers.french) tous deux",
    ])
    let english = joined([
      themes.isEmpty ? "" : "theme\(themes.count == 1 ? "" : "s") in common: \(names.english)",
      goals.isEmpty ? "" : "both on SDG \(numbers.english)",
    ]).replacing(" ; ", with: "; ")
    guard isFor else {
      return (
        LocalizedText(french: "peu de thèmes communs (\(french))", english: "little in common (\(english))"),
        actorRows(pair)
      )
    }
    return (LocalizedText(french: french, english: english), actorRows(pair))
  }

  private func kindsSentence(_ pair: NodePair) -> Sentence? {
    let table = attributes.kinds
    let (one, other) = (table.kinds[pair.low.index], table.kinds[pair.high.index])
    guard let first = table.names[one], let second = table.names[other] else { return nil }
    let numbers = [table.observed[one][other], table.expected[one][other]].map { $0.written(decimals: 1) }
    return (
      LocalizedText(
        french:
          "« \(first.label.french) » × « \(second.label.french) » : liens vus \(numbers[0].french), attendus \(numbers[1].french)",
        english:
          "“\(first.label.english)” × “\(second.label.english)”: ties seen \(numbers[0].english), expected \(numbers[1].english)"
      ),
      actorRows(pair) + rows(alliances(betweenKinds: one, and: other))
    )
  }

  private func distanceSentence(_ pair: NodePair) -> Sentence? {
    if let place = commonPlace(pair) {
      return (LocalizedText(french: "tous deux à \(place)", english: "both in \(place)"), actorRows(pair))
    }
    let kilometres = kilometres(pair)
    guard let area = commonArea(pair) else { return kilometres.map { ($0, actorRows(pair)) } }
    let distance = kilometres.map { LocalizedText(french: ", \($0.french)", english: ", \($0.english)") }
    return (
      LocalizedText(
        french: "même intercommunalité (\(area.name))\(distance?.french ?? "")",
        english: "same intercommunality (\(area.name))\(distance?.english ?? "")"),
      actorRows(pair) + [RowReference(table: "places", id: area.id)]
    )
  }

  private func kilometres(_ pair: NodePair) -> LocalizedText? {
    guard let here = attributes.positions[pair.low.index], let there = attributes.positions[pair.high.index] else {
      return nil
    }
    let kilometres = here.distance(to: there)
    let rounded = String(Int(kilometres.rounded()))
    return LocalizedText(
      french: "à \(kilometres < 1 ? "moins de 1" : rounded) km l’un de l’autre",
      english: "\(kilometres < 1 ? "less than 1" : rounded) km apart")
  }

  private func commonPlace(_ pair: NodePair) -> String? {
    let actors = [pair.low, pair.high].map { graph.actors[history.actors[$0.index]] }
    guard let place = actors[0].place, place == actors[1].place else { return nil }
    return places[place]?.name
  }

  /// The intercommunality that holds the places of both.
  private func commonArea(_ pair: NodePair) -> AllianceGraph.Place? {
    let around = [pair.low, pair.high].map { node in
      graph.actors[history.actors[node.index]].place.flatMap { places[$0] }.map { [$0.id] + $0.within } ?? []
    }
    return around[0].lazy.filter { around[1].contains($0) }.compactMap { places[$0] }.first { $0.level == "epci" }
  }

  /// "A, B et C": the first three, then how many more.
  func list(_ names: [String]) -> LocalizedText { .list(names, limit: Explainer.mostCertificates) }
}

extension Double {
  /// With a fixed count of decimals, and the comma of French.
  func written(decimals: Int) -> LocalizedText {
    let text = String(format: "%.\(decimals)f", self)
    return LocalizedText(french: text.replacing(".", with: ","), english: text)
  }
}
