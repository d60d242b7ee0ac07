import AllianceModel
import TerritoryAnalysis

/// How the report was made, and how far it may be trusted.
extension ReportSubject {
  func method(_ options: ReportOptions) -> [Sentence] {
    let network: [RowReference] = [.table("actors"), .table("alliances"), .table("parties")]
    let conventions = AnalysisDocument.conventions.compactMap { Sentence($0, in: language, rows: network) }
    let assigned = Set(graph.sources.filter { $0.field == "forms" && $0.basis == "assigned" }.map(\.subject)).count
    let total = graph.alliances.count.written(in: language)
    let forms =
      assigned == 0
      ? nil
      : sentence(
        "La forme de partenariat est un classement de l’auteur du graphe pour \(alliances(assigned)) sur \(total).",
        "The form of partnership was assigned by the graph’s author for \(alliances(assigned)) of \(total).",
        rows: [.table("sources")])
    let sources =
      graph.info.sources.isEmpty
      ? nil
      : sentence(
        "Origine des données : \(graph.info.sources.joined(separator: " ; ")).",
        "Origin of the data: \(graph.info.sources.joined(separator: "; ")).", rows: [.package("sources")])
    let licence = graph.info.licence.flatMap { licence in
      sentence("Licence des données : \(licence).", "Licence of the data: \(licence).", rows: [.package("licenses")])
    }
    return conventions + [forms, sources, licence].compactMap(\.self)
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
