import AllianceModel
import Foundation
import MissingPartnerships

/// The other questions that `maillage missing` answers: who completes an alliance, what strengthens the mesh, how far
/// the ranking can be trusted.
extension MissingCommand {
  /// Who is missing at the table of one alliance.
  func completionText(_ missing: MissingPartnerships, _ text: String, in language: Language) throws -> String {
    let graph = missing.graph
    let key = text.textKey
    guard let place = graph.alliances.firstIndex(where: { $0.id == text || $0.title.textKey == key }) else {
      throw Terminal.failure(
        .data,
        LocalizedText(
          french: "« \(text) » : aucune alliance n’a cet identifiant ni ce titre ; voyez alliances.csv",
          english: "“\(text)”: no alliance has this id or title; see alliances.csv"))
    }
    let completion = missing.completion(of: place, top: top)
    let title = LocalizedText(
      french: "À la table de « \(graph.alliances[place].title) » il manque peut-être :",
      english: "Perhaps missing at the table of “\(graph.alliances[place].title)”:")
    var lines = [title[language]]
    for (index, candidate) in completion.candidates.enumerated() {
      let friends = candidate.knownBy.map { graph.actors[$0].name }.joined(separator: ", ")
      let known = LocalizedText(
        french: friends.isEmpty ? "connu d’aucun membre" : "déjà allié de : \(friends)",
        english: friends.isEmpty ? "known to no member" : "already allied with: \(friends)")
      lines.append("\(index + 1). \(graph.actors[candidate.actor].name) (\(known[language]))")
    }
    if let absent = completion.absentFamilies.first {
      lines.append(
        LocalizedText(
          french: "Famille absente : « \(absent.family.label.french) », présente dans \(absent.count) alliances sur "
            + "\(absent.total) qui partagent un thème ou un ODD",
          english: "Absent family: “\(absent.family.label.english)”, present in \(absent.count) of \(absent.total) "
            + "alliances that share a theme or goal")[language])
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The alliances that would make the mesh less fragile.
  func strengtheningText(_ missing: MissingPartnerships, _ count: Int, in language: Language) throws -> String {
    let result = try missing.strengthening(count)
    var lines = result.steps.enumerated().map { "\($0 + 1). \($1.sentence[language])" }
    lines.append(
      LocalizedText(
        french: "Fragilité (liens uniques + points de coupure + 4 par morceau détaché) : \(result.fragilityBefore) → "
          + "\(result.fragilityAfter). La première proposition est la meilleure "
          + (result.isExhaustive
            ? "de toutes les paires" : "des paires entre les \(MeshStrengthening.nodeLimit) acteurs les moins reliés")
          + ", chacune des suivantes la meilleure après les précédentes.",
        english: "Fragility (single links + cut points + 4 for each part apart): \(result.fragilityBefore) → "
          + "\(result.fragilityAfter). The first proposal is the best of all pairs "
          + (result.isExhaustive ? "" : "among the \(MeshStrengthening.nodeLimit) least tied actors ")
          + "and each further one the best after those before it.")[language])
    return lines.joined(separator: "\n") + "\n"
  }

  /// Which alliances and which actors the territory lacks beside others.
  func gapsText(_ graph: AllianceGraph, _ others: [AllianceGraph], in language: Language) -> String {
    func say(_ french: String, _ english: String) -> String {
      LocalizedText(french: french, english: english)[language]
    }
    let gaps = TerritoryGaps(of: graph, peers: others)
    var lines = [
      say(
        "\(graph.info.title), comparé à \(gaps.peerCount) autre(s) territoire(s)",
        "\(graph.info.title), compared with \(gaps.peerCount) other territor\(gaps.peerCount == 1 ? "y" : "ies")")
    ]
    if gaps.peerCount < TerritoryGaps.leastPeers {
      lines.append(
        say(
          "Pas assez de comparaison pour conclure sur les alliances : il faut au moins \(TerritoryGaps.leastPeers) territoires comparables (--against).",
          "Not enough comparison to tell about alliances: at least \(TerritoryGaps.leastPeers) comparable territories are needed (--against)."
        ))
    }
    for gap in gaps.gaps.prefix(top) {
      let expected = gap.expected.written(decimals: 1, in: language)
      lines.append(
        say(
          "• \(gap.tier.label.french) : « \(gap.first.label.french) » × « \(gap.second.label.french) », \(gap.subject) : \(gap.observed) vue(s), \(expected) attendue(s)",
          "• \(gap.tier.label.english): “\(gap.first.label.english)” × “\(gap.second.label.english)”, \(gap.subject): \(gap.observed) seen, \(expected) expected"
        ))
    }
    for absent in gaps.absentFamilies.prefix(top) {
      lines.append(
        say(
          "• acteur absent : aucun membre de « \(absent.family.label.french) » sur « \(absent.subject) » (\(absent.others) acteurs d’autres familles)",
          "• absent actor: no member of “\(absent.family.label.english)” on “\(absent.subject)” (\(absent.others) actors of other families)"
        ))
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// How well the ranking made with what was known at the end of a year foretold the three years after it.
  func verificationText(_ graph: AllianceGraph, _ year: Int, in language: Language) throws -> String {
    guard let result = try MissingPartnerships.verification(of: graph, upTo: year) else {
      throw Terminal.failure(
        .data,
        LocalizedText(
          french:
            "pas de vérification possible en \(year) : il faut des alliances datées (9 sur 10) et de nouvelles paires après",
          english: "cannot verify at \(year): dated alliances (9 in 10) and new pairs after it are needed"))
    }
    let completion = try MissingPartnerships.completionQuality(of: graph, upTo: year)
    func number(_ value: Double, _ decimals: Int = 3) -> String { value.written(decimals: decimals, in: language) }
    func line(_ name: String, _ quality: RankingQuality) -> [String] {
      [
        name, number(quality.averagePrecision), number(quality.degreeCorrectedAUC), number(quality.hitsAtTen),
        quality.predictedPerObserved.map { number($0, 2) } ?? "–",
      ]
    }
    let plain = LocalizedText(french: "partenaires communs seuls", english: "partners in common alone")
    let columns = [
      "", "AUPR", "dcAUC", "h10", LocalizedText(french: "prévu/observé", english: "predicted/observed")[language],
    ]
    let table = TextTable(
      columns: columns.enumerated().map { TextTable.Column(title: $1, isNumber: $0 > 0) },
      rows: [line("maillage", result.model), line(plain[language], result.resourceAllocation)])
    let head = LocalizedText(
      french:
        "Appris jusqu’en \(year), comparé à \(year + 1)–\(year + 3) : \(result.model.newPairs) nouvelles paires sur \(result.model.candidates).",
      english:
        "Learned up to \(year), compared with \(year + 1)–\(year + 3): \(result.model.newPairs) new pairs of \(result.model.candidates)."
    )
    let seats = LocalizedText(
      french:
        "Compléter une alliance : \(completion.cases) cas, rang réciproque moyen \(number(completion.meanReciprocalRank)), "
        + "premier \(number(completion.hitsAtOne)), parmi dix \(number(completion.hitsAtTen)).",
      english:
        "Completing an alliance: \(completion.cases) cases, mean reciprocal rank \(number(completion.meanReciprocalRank)), "
        + "first \(number(completion.hitsAtOne)), among ten \(number(completion.hitsAtTen)).")
    return "\(head[language])\n\(table.text)\(seats[language])\n"
  }
}
