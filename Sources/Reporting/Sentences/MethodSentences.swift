import AllianceModel
import TerritoryAnalysis

/// How the report was made, and how far it may be trusted.
extension ReportSubject {
  /// How measures are defined.
  var conventions: [Sentence] {
    AnalysisDocument.conventions.compactMap {
      Sentence($0, in: language, rows: [.table("actors"), .table("alliances"), .table("parties")])
    }
  }

  /// Where the data comes from, who classified it, and what was left out before publication.
  var about: [Sentence] {
    let assigned = Set(graph.sources.filter { $0.field == "forms" && $0.basis == "assigned" }.map(\.subject)).count
    let total = graph.alliances.count.written(in: language)
    let forms =
      assigned == 0
      ? nil
      : sentence(
        "La forme de partenariat est un classement de l’auteur du graphe pour \(alliances(assigned)) sur \(total).",
        "The form of partnership was assigned by the graph’s author for \(assigned) of \(total) alliances.",
        rows: [.table("sources")])
    let origin = graph.info.sources.joined(separator: say(" ; ", "; "))
    let facts = [
      forms,
      origin.isEmpty
        ? nil
        : sentence("Origine des données : \(origin).", "Origin of the data: \(origin).", rows: [.package("sources")]),
      graph.info.licence.flatMap {
        sentence("Licence des données : \($0).", "Licence of the data: \($0).", rows: [.package("licenses")])
      },
    ]
    let notes = publicationNotes.map {
      Sentence($0, in: language, rows: [.table("actors"), .table("alliances"), .table("sources")])
    }
    return (facts + notes).compactMap(\.self)
  }

  /// ``about`` as the last section of a report.
  func aboutSection(titledWith name: Bool = false) -> Report.Section {
    let title = say("À propos de ces pages", "About these pages")
    return Report.Section(
      id: anchor("apropos", graph.info.name), title: name ? "\(title) : \(graph.info.title)" : title,
      blocks: [.list(about)])
  }

  /// How many organisations have a known place.
  var located: Sentence? {
    let organisations = graph.actors.filter(\.isOrganisation)
    let known = organisations.count { $0.place != nil || $0.latitude != nil }
    let total = organisations.count.written(in: language)
    return sentence(
      "\(actors(known)) sur \(total) \(known < 2 ? "est situé" : "sont situés").",
      "\(actors(known)) of \(total) \(known == 1 ? "has" : "have") a known place.", rows: [.table("actors")])
  }
}
