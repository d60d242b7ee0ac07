import AllianceModel
import ArgumentParser
import Foundation
import MissingPartnerships

/// The other questions that `maillage missing` answers: who completes an alliance, what strengthens the mesh, how far
/// the ranking can be trusted, what was decided.
extension MissingCommand {
  /// Who is missing at the table of one alliance.
  func completionAnswer(_ missing: MissingPartnerships, _ text: String, in language: Language) throws -> Answer {
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
    let title = graph.alliances[place].title
    let people = completion.candidates.enumerated().map { index, candidate in
      [.count(index + 1)] + ActorCells(graph.actors[candidate.actor], in: graph).cells
        + [.list(candidate.knownBy.map { graph.actors[$0].name }), .list(candidate.rows.map(\.id))]
    }
    let families = completion.absentFamilies.map { absent in
      [.text(absent.family.label), .count(absent.count), .count(absent.total)] as [Answer.Cell]
    }
    return Answer(
      title: LocalizedText(
        french: "Qui manque peut-être à la table de « \(title) »", english: "Perhaps missing at the table of “\(title)”"
      ),
      sections: [
        Answer.Section(
          code: "candidates",
          title: LocalizedText(
            french: "Acteurs, selon ce qui les lie aux membres", english: "Actors, by what ties them to the members"),
          columns: [Answer.Column("rank", LocalizedText("#"))] + ActorCells.columns + [
            Answer.Column(
              "known_by", LocalizedText(french: "déjà allié de", english: "already allied with")),
            Answer.Column("alliances", LocalizedText("alliances")),
          ], rows: people,
          whenEmpty: LocalizedText(
            french: "Aucun : les membres n’ont pas d’autre alliance.",
            english: "None: the members have no other alliance.")),
        Answer.Section(
          code: "absent_families",
          title: LocalizedText(
            french: "Familles absentes, que d’autres alliances de mêmes thèmes ou ODD réunissent",
            english: "Absent families that other alliances with its themes or goals have"),
          columns: [
            Answer.Column("family", LocalizedText(french: "famille", english: "family")),
            Answer.Column("alliances_with", LocalizedText(french: "alliances avec", english: "alliances with")),
            Answer.Column("alliances_compared", LocalizedText(french: "sur", english: "of")),
          ], rows: families),
      ])
  }

  /// The alliances that would strengthen the mesh.
  func strengtheningAnswer(_ missing: MissingPartnerships, _ count: Int) throws -> Answer {
    let result = try missing.strengthening(count, for: goal)
    let rows = result.steps.enumerated().map { index, step in
      [
        .count(index + 1), .text(step.sentence), .code(missing.graph.actors[step.first].id),
        .code(missing.graph.actors[step.second].id), .count(step.parts), .count(step.bridges), .count(step.cutPoints),
        .optional(step.meanDistance?.before, decimals: 2), .optional(step.meanDistance?.after, decimals: 2),
      ] as [Answer.Cell]
    }
    let scope =
      result.isExhaustive
      ? LocalizedText(french: "La première est la meilleure de toutes", english: "The first is the best of all")
      : LocalizedText(
        french: "La première est la meilleure de celles qui ont été essayées",
        english: "The first is the best of those that were tried")
    return Answer(
      title: LocalizedText(
        french: "\(missing.graph.info.title) : \(goal.label.french)",
        english: "\(missing.graph.info.title): \(goal.label.english)"),
      sections: [
        Answer.Section(
          code: "steps",
          title: LocalizedText(french: "Alliances à nouer", english: "Alliances to form"),
          columns: [
            Answer.Column("rank", LocalizedText("#")),
            Answer.Column("sentence", LocalizedText(french: "alliance et gain", english: "alliance and gain")),
            Answer.Column("first"), Answer.Column("second"), Answer.Column("parts"), Answer.Column("single_links"),
            Answer.Column("cut_points"), Answer.Column("mean_distance_before"), Answer.Column("mean_distance_after"),
          ], rows: rows,
          whenEmpty: LocalizedText(french: "Rien à gagner de ce côté.", english: "Nothing to gain there."))
      ],
      closing: [
        LocalizedText(
          french: "Fragilité (liens uniques + points de coupure + 4 par morceau détaché) : \(result.fragilityBefore) → "
            + "\(result.fragilityAfter) ; aucun choix de \(count) alliances ne peut descendre sous \(result.leastFragility).",
          english: "Fragility (single links + cut points + 4 for each part apart): \(result.fragilityBefore) → "
            + "\(result.fragilityAfter); no choice of \(count) alliances can go below \(result.leastFragility)."),
        LocalizedText(
          french: "\(scope.french), chacune des suivantes la meilleure après les précédentes.",
          english: "\(scope.english), each further one the best after those before it."),
      ])
  }

  /// How often suggestions were found right, year by year.
  func decisionsAnswer(_ graph: AllianceGraph) -> Answer {
    let decisions = SuggestionDecisions(of: graph)
    let rows = decisions.periods.map { period in
      [
        .optional(period.year), .count(period.accepted), .count(period.setAside), .count(period.existing),
        .optional(period.precision.map { $0 * 100 }, decimals: 0),
      ] as [Answer.Cell]
    }
    return Answer(
      title: LocalizedText(
        french: "\(graph.info.title) : décisions sur les propositions",
        english: "\(graph.info.title): decisions about suggestions"),
      sections: [
        Answer.Section(
          code: "decisions", title: LocalizedText(french: "Par année", english: "By year"),
          columns: [
            Answer.Column("year", LocalizedText(french: "année", english: "year")),
            Answer.Column("accepted", LocalizedText(french: "retenues", english: "accepted")),
            Answer.Column("set_aside", LocalizedText(french: "écartées", english: "set aside")),
            Answer.Column("existing", LocalizedText(french: "existaient déjà", english: "existed already")),
            Answer.Column(
              "precision_percent",
              LocalizedText(
                french: "retenues sur retenues et écartées, %", english: "accepted of accepted and set aside, %")),
          ], rows: rows,
          whenEmpty: LocalizedText(
            french: "Aucune décision : --accept, --set-aside ou --exists en enregistrent.",
            english: "No decision: --accept, --set-aside or --exists record them."))
      ],
      closing: [
        LocalizedText(
          french: "\(decisions.alliedSince) paire(s) retenue(s) ont depuis une alliance dans le graphe.",
          english: "\(decisions.alliedSince) accepted pair(s) have an alliance in the graph by now.")
      ])
  }

  /// How well the ranking made with what was known at the end of a year foretold the three years after it.
  func verificationAnswer(_ graph: AllianceGraph, _ year: Int) throws -> Answer {
    guard let result = try MissingPartnerships.verification(of: graph, upTo: year) else {
      throw Terminal.failure(
        .data,
        LocalizedText(
          french:
            "pas de vérification possible en \(year) : il faut des alliances datées (9 sur 10) et de nouvelles paires après",
          english: "cannot verify at \(year): dated alliances (9 in 10) and new pairs after it are needed"))
    }
    let completion = try MissingPartnerships.completionQuality(of: graph, upTo: year)
    func row(_ name: LocalizedText, _ quality: RankingQuality) -> [Answer.Cell] {
      [
        .text(name), .number(quality.averagePrecision, decimals: 3), .number(quality.degreeCorrectedAUC, decimals: 3),
        .number(quality.hitsAtTen, decimals: 3), .optional(quality.predictedPerObserved, decimals: 2),
      ]
    }
    return Answer(
      title: LocalizedText(
        french: "Appris jusqu’en \(year), comparé à \(year + 1)–\(year + 3)",
        english: "Learned up to \(year), compared with \(year + 1)–\(year + 3)"),
      notes: [
        LocalizedText(
          french: "\(result.model.newPairs) nouvelles paires sur \(result.model.candidates) possibles.",
          english: "\(result.model.newPairs) new pairs of \(result.model.candidates) possible ones.")
      ],
      sections: [
        Answer.Section(
          code: "ranking", title: LocalizedText(french: "Classement", english: "Ranking"),
          columns: [
            Answer.Column("model", LocalizedText(french: "méthode", english: "method")),
            Answer.Column("aupr", LocalizedText("AUPR")),
            Answer.Column("dcauc", LocalizedText("dcAUC")), Answer.Column("h10", LocalizedText("h10")),
            Answer.Column(
              "predicted_per_observed", LocalizedText(french: "prévu/observé", english: "predicted/observed")),
          ],
          rows: [
            row(LocalizedText("maillage"), result.model),
            row(
              LocalizedText(french: "partenaires communs seuls", english: "partners in common alone"),
              result.resourceAllocation),
          ]),
        Answer.Section(
          code: "completion", title: LocalizedText(french: "Compléter une alliance", english: "Completing an alliance"),
          columns: [
            Answer.Column("cases", LocalizedText(french: "cas", english: "cases")),
            Answer.Column(
              "mean_reciprocal_rank", LocalizedText(french: "rang réciproque moyen", english: "mean reciprocal rank")),
            Answer.Column("hits_at_1", LocalizedText(french: "premier", english: "first")),
            Answer.Column("hits_at_10", LocalizedText(french: "parmi dix", english: "among ten")),
          ],
          rows: [
            [
              .count(completion.cases), .number(completion.meanReciprocalRank, decimals: 3),
              .number(completion.hitsAtOne, decimals: 3), .number(completion.hitsAtTen, decimals: 3),
            ]
          ]),
      ])
  }
}

/// What an actor is, in the cells of a table: name, kind, size, commune.
struct ActorCells {
  let cells: [Answer.Cell]

  static let columns = [
    Answer.Column("id"), Answer.Column("name", LocalizedText(french: "acteur", english: "actor")),
    Answer.Column("kind", LocalizedText(french: "type", english: "kind")),
    Answer.Column("size", LocalizedText(french: "taille", english: "size")),
    Answer.Column("place", LocalizedText(french: "commune", english: "place")),
  ]

  init(_ actor: AllianceGraph.Actor, in graph: AllianceGraph) {
    let place = actor.place.map { id in graph.placeIndices[id].map { graph.places[$0].name } ?? id }
    cells = [
      .code(actor.id), .code(actor.name), .optional(actor.kind?.label), .optional(actor.size?.label),
      place.map { .code($0) } ?? .unknown,
    ]
  }
}
