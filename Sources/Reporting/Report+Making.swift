public import AllianceModel
import Cartography

extension Report {
  /// Writes the report of a kind about `graphs`, after the publication gate.
  ///
  ///     let report = try Report(.news, of: [graph])
  ///     let pictures = try await Illustrator(renderer: .ownProgram()).pictures(for: report)
  ///     let page = HTMLWriter(report, pictures: pictures).page
  ///
  /// - Parameter graphs: At least one; only news takes several.
  /// - Throws: ``ReportError``.
  /// - Note: The same graphs and options give the same report.
  public init(_ kind: Kind, of graphs: [AllianceGraph], options: ReportOptions = ReportOptions()) throws(ReportError) {
    precondition(!graphs.isEmpty, "a report is about at least one graph")
    guard kind == .news || graphs.count == 1 else { throw .tooManyGraphs(kind) }
    let language = options.language ?? graphs[0].info.language ?? .french
    let subjects = graphs.enumerated().map { place, graph in
      guard !options.isInternal else {
        return ReportSubject(graph, at: place, language: language, theme: options.theme, places: options.places)
      }
      let publication = Publication(of: graph, language: language)
      return ReportSubject(
        publication.graph, at: place, language: language, theme: options.theme, places: options.places,
        publicationNotes: publication.notes)
    }
    do {
      switch kind {
      case .news: self = try NewsReport(subjects, options: options).report()
      case .territory: self = try TerritoryReport(subjects[0], options: options).report()
      case .actor: self = try ActorReport(subjects[0], options: options).report()
      case .directory: self = DirectoryReport(subjects[0]).report(options)
      case .story: self = StoryReport(subjects[0], options: options).report()
      }
    } catch let error as ReportError {
      throw error
    } catch {
      throw .cancelled
    }
  }
}
