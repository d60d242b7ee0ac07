public import AllianceModel
public import Cartography

/// Why there is no report.
public enum ReportError: Error, Sendable, Equatable {
  /// `--select` names an alliance that no graph has.
  case unknownAlliance(String)
  /// `--select` with a value that its key cannot have.
  case unknownFilterValue(GraphFilter.UnknownValue)
  /// No alliance is left to tell.
  case nothingSelected
  /// An actor sheet without an actor, or of one that the graph does not have.
  case unknownActor(String?)
  /// This kind of report is about one graph.
  case tooManyGraphs(Report.Kind)
  case map(MapError)
  /// No program that turns pages into PDF is on `PATH`.
  case noPrintEngine
  /// The program that turns pages into PDF did not.
  case printFailed(engine: String, detail: String)
  case printTimeLimit(engine: String, seconds: Int)
  case cancelled
}

extension ReportError {
  /// What is wrong and what to do, for the person at the keyboard.
  public var message: LocalizedText {
    switch self {
    case .unknownAlliance(let id):
      LocalizedText(
        french: "--select : aucune alliance n’a l’identifiant « \(id) » ; ils sont dans la colonne id d’alliances.csv",
        english: "--select: no alliance has the id “\(id)”; ids are in the column id of alliances.csv")
    case .unknownFilterValue(let fault): fault.message(option: "--select")
    case .nothingSelected:
      LocalizedText(
        french: "aucune alliance à raconter : le graphe n’en a pas, ou --select n’en laisse aucune",
        english: "no alliance to tell: the graph has none, or --select leaves none")
    case .unknownActor(nil):
      LocalizedText(
        french: "--kind actor : ajoutez --for ACTEUR, celui dont c’est la fiche",
        english: "--kind actor: add --for ACTOR, the one whose sheet it is")
    case .unknownActor(let id?):
      LocalizedText(
        french: "--for : l’acteur « \(id) » n’est pas dans ce qui peut être publié du graphe",
        english: "--for: the actor “\(id)” is not in what may be published of the graph")
    case .tooManyGraphs(let kind):
      LocalizedText(
        french: "--kind \(kind.rawValue) porte sur un seul graphe ; seul news en prend plusieurs",
        english: "--kind \(kind.rawValue) is about one graph; only news takes several")
    case .map(let error): error.message
    case .noPrintEngine:
      LocalizedText(
        french:
          "PDF : aucun programme pour mettre en pages ; installez chromium (sudo apt-get install chromium) ou weasyprint",
        english: "PDF: no program to lay out pages; install chromium (sudo apt-get install chromium) or weasyprint")
    case .printFailed(let engine, let detail):
      LocalizedText(
        french: "PDF : \(engine) n’a pas produit de pages (\(detail))",
        english: "PDF: \(engine) made no pages (\(detail))")
    case .printTimeLimit(let engine, let seconds):
      LocalizedText(
        french: "PDF : \(engine) n’a pas fini en \(seconds) s ; augmentez --time-limit",
        english: "PDF: \(engine) did not finish in \(seconds) s; raise --time-limit")
    case .cancelled: LocalizedText(french: "interrompu", english: "interrupted")
    }
  }
}
