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
    case .position: positionSentence(pair)
    case .themes: themesSentence(pair, isFor: isFor)
    case .kinds: kindsSentence(pair)
    case .distance: distanceSentence(pair)
    }
  }

  private func partnersSentence(_ pair: NodePair, isFor: Bool) -> Sentence? {
    let common = commonPartners(pair)
    guard let first = common.first else {
      return (LocalizedText(french: "aucun partenaire commun", english: "no partner in common"), actorRows(pair))
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
      return (
        LocalizedText(
          french: "aucune chaîne de deux intermédiaires", english: "no chain over two intermediaries"), actorRows(pair)
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

  private func positionSentence(_ pair: NodePair) -> Sentence? {
    let counts = [pair.low, pair.high].map { attributes.allianceCounts[$0.index] }
    let years = [pair.low, pair.high].map { attributes.lastYears[$0.index] }
    func last(_ place: Int, _ words: String) -> String { years[place].map { " (\(words) : \($0))" } ?? "" }
    let english = [0, 1].map { place in years[place].map { " (latest: \($0))" } ?? "" }
    return (
      LocalizedText(
        french: "\(name(pair.low)) a \(counts[0]) alliance\(counts[0] < 2 ? "" : "s") connue\(counts[0] < 2 ? "" : "s")"
          + "\(last(0, "dernière")), \(name(pair.high)) \(counts[1])\(last(1, "dernière"))",
        english: "\(name(pair.low)) has \(alliancesInEnglish(counts[0]))\(english[0]), \(name(pair.high)) "
          + "\(counts[1])\(english[1])"),
      actorRows(pair)
    )
  }

  private func themesSentence(_ pair: NodePair, isFor: Bool) -> Sentence? {
    let interests = attributes.interests
    guard !interests[pair.low.index].items.isEmpty, !interests[pair.high.index].items.isEmpty else { return nil }
    let subjects = sharedSubjects(pair)
    guard !subjects.isEmpty else {
      return (LocalizedText(french: "aucun thème commun connu", english: "no theme known in common"), actorRows(pair))
    }
    let goals = subjects.filter { $0.hasPrefix(Interests.goal) }.compactMap { Int($0.dropFirst(Interests.goal.count)) }
    let themes = subjects.compactMap { spellings[$0] }
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
    let numbers = [table.observed[one][other], table.expected[one][other]].map { String(format: "%.1f", $0) }
    let french = numbers.map { $0.replacing(".", with: ",") }
    return (
      LocalizedText(
        french:
          "« \(first.label.french) » × « \(second.label.french) » : liens vus \(french[0]), attendus \(french[1])",
        english: "“\(first.label.english)” × “\(second.label.english)”: ties seen \(numbers[0]), expected \(numbers[1])"
      ),
      actorRows(pair)
    )
  }

  private func distanceSentence(_ pair: NodePair) -> Sentence? {
    guard let here = attributes.positions[pair.low.index], let there = attributes.positions[pair.high.index] else {
      return nil
    }
    if let place = commonPlace(pair) {
      return (
        LocalizedText(french: "tous deux à \(place)", english: "both in \(place)"), actorRows(pair)
      )
    }
    let kilometres = here.distance(to: there)
    let french = kilometres < 1 ? "moins de 1" : String(Int(kilometres.rounded()))
    let english = kilometres < 1 ? "less than 1" : String(Int(kilometres.rounded()))
    return (
      LocalizedText(french: "à \(french) km l’un de l’autre", english: "\(english) km apart"), actorRows(pair)
    )
  }

  private func commonPlace(_ pair: NodePair) -> String? {
    let actors = [pair.low, pair.high].map { graph.actors[history.actors[$0.index]] }
    guard let place = actors[0].place, place == actors[1].place else { return nil }
    return graph.placeIndices[place].map { graph.places[$0].name }
  }

  /// "A, B et C": the first three, then how many more.
  func list(_ names: [String]) -> LocalizedText { .list(names, limit: Explainer.mostCertificates) }
}
