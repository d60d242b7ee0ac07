public import AllianceModel
import Foundation
public import GraphvizKit

/// A map that is drawn by rule, not searched for: a timeline, a matrix, a star…
///
///     let map = try DiagramMap(.timeline, of: graph, options: MapOptions(page: .a3))
///     let document = try await map.document(as: [.svg, .pdf], renderer: .ownProgram())
///     document[.svg]  // the bytes of the file
///
/// The same graph and options give the same bytes, as long as Graphviz and its fonts stay the same.
public struct DiagramMap: Sendable {
  let subject: MapSubject
  let plan: any DiagramPlan
  let words: SheetWords
  /// As it was given, for the map of groups that stands in where there is too much to follow.
  private let source: AllianceGraph

  /// Prepares the map of `graph`. Of the options, those hold that speak of the whole sheet: page, language, filter, group,
  /// date, publication.
  ///
  /// - Throws: ``MapError`` for a filter or an actor that cannot be, or a graph that cannot be drawn.
  public init(_ diagram: Diagram, of graph: AllianceGraph, options: MapOptions = MapOptions()) throws(MapError) {
    let subject = try MapSubject(of: graph, options: options)
    (self.subject, source) = (subject, graph)
    plan = try diagram.plan(for: subject)
    words = SheetWords(of: subject, plan: plan)
  }

  /// What the publication gate took out; nil for an internal map.
  public var removed: Publication.Removed? { subject.removed }

  /// What stands in place of the picture when there is nothing to draw.
  private var message: String? {
    let language = subject.language
    if subject.graph.actors.isEmpty {
      return (subject.options.filter.isEmpty ? MapWords.noActors : MapWords.nothingLeft)[language]
    }
    if subject.graph.alliances.isEmpty {
      return (subject.options.filter.isEmpty ? MapWords.noAlliances : MapWords.nothingLeft)[language]
    }
    return plan.missing
  }

  /// Whether every tie is a line, and they are more than an eye can follow: then the groups are drawn instead.
  private var isTangle: Bool { plan.drawsEveryTie && !MapPart(whole: subject.graph).isReadable }

  /// The figure on the smallest sheet that holds it, and the legend beside it.
  func placed() throws(CancellationError) -> (sheet: MapSheet, figure: Figure) {
    let theme = subject.theme
    let message = message
    let legend = message == nil ? plan.legend : []
    return try MapSheet.fitting(
      page: subject.options.page, from: 620,
      frame: { width, scale in
        let scale = DiagramMap.frameScale(scale, width: width, page: subject.options.page)
        return SheetFrame(words: words, legend: legend, width: width, scale: scale, theme: theme)
      },
      figure: { (width: Double, height: Double) throws(CancellationError) -> Figure in
        if let message { return Figure.message(message, width: width, theme: theme) }
        return try plan.figure(width: width, height: height)
      })
  }

  /// The scale of title and legend: a fifth smaller than on maps that leave room around them, unless the page is so small
  /// that they could not be read.
  private static func frameScale(_ scale: Double, width: Double, page: MapPage?) -> Double {
    guard let page else { return scale }
    let zoom = (page.size.width - 2 * MapPage.margin) / width
    return max(0.8 * scale, NetworkMap.smallestReadableText / (9.5 * zoom))
  }

  /// Draws the map.
  ///
  /// - Parameters:
  ///   - formats: The files to make, all from one drawing.
  ///   - resolution: Dots per inch of PNG, 10 to 1,200.
  ///   - renderer: Where Graphviz runs.
  /// - Throws: ``MapError``.
  public func document(
    as formats: [MapFormat], resolution: Int = 150, renderer: GraphvizRenderer
  ) async throws(MapError) -> MapDocument {
    guard !isTangle else { return try await groups(as: formats, resolution: resolution, renderer: renderer) }
    let (sheet, figure): (MapSheet, Figure)
    do { (sheet, figure) = try placed() } catch { throw .cancelled }
    let drawing = FigureDrawing(
      figure: figure, sheet: sheet, theme: subject.theme, title: words.title, cssClass: plan.name
    ).document()
    let rendering: Rendering
    do throws(GraphvizError) {
      rendering = try await renderer.render(
        RenderJob(
          drawing, engine: .nop2, formats: formats.map(\.graphvizFormat), resolution: resolution,
          creationDate: subject.creationDate))
    } catch {
      throw error.reason == .cancelled ? .cancelled : .graphviz(error)
    }
    let finishing = SVGFinishing(subject: subject, words: words, kind: plan.name, figure: figure)
    let inspection = FigureInspection(of: figure, plan: message == nil ? plan : nil, sheet: sheet)
    let files = finishing.files(of: rendering, as: formats, resolution: resolution)
    let smallest = inspection.smallestText * sheet.zoom * subject.theme.fontScale
    return MapDocument(
      files: files, firstPass: "", drawing: drawing.serialized(), width: sheet.width * sheet.zoom,
      height: sheet.height * sheet.zoom, border: sheet.margin * sheet.zoom, smallestText: smallest,
      remarks: remarks(smallestText: smallest),
      findings: inspection.findings, crossings: inspection.crossings)
  }

  /// The groups in place of the actors and alliances.
  private func groups(
    as formats: [MapFormat], resolution: Int, renderer: GraphvizRenderer
  ) async throws(MapError) -> MapDocument {
    var options = subject.options
    if options.cluster == nil { options.detail = .groups }
    return try await NetworkMap(of: source, options: options)
      .document(as: formats, resolution: resolution, renderer: renderer)
      .with(remark: MapWords.groupsInstead)
  }

  private func remarks(smallestText: Double) -> [LocalizedText] {
    var remarks: [LocalizedText] = []
    if let removed, !removed.isEmpty { remarks += removed.notes }
    if let page = subject.options.page, smallestText < NetworkMap.smallestReadableText - 0.05 {
      remarks.append(
        MapWords.smallTextNote(smallestText, page: page, groups: plan is ClustersPlan ? nil : "--kind clusters"))
    }
    return remarks
  }
}

extension SheetWords {
  init(of subject: MapSubject, plan: any DiagramPlan) {
    let (graph, language) = (subject.graph, subject.language)
    let date = (subject.options.date ?? graph.info.created)?.words(in: language)
    let facts = [graph.info.territory, MapWords.counts(of: graph, in: language), date].compactMap(\.self)
    let filtered = GraphFilter.Result(
      graph: graph, hiddenActors: subject.hiddenActors, hiddenAlliances: subject.hiddenAlliances)
    let filter =
      subject.options.filter.isEmpty
      ? [] : [MapWords.filterNote(subject.options.filter, hidden: filtered, in: language)]
    let notes = [MapWords.sourceNote(of: graph, in: language), MapWords.madeWith[language] + "."].compactMap(\.self)
    self.init(
      title: graph.info.title + plan.titleEnd,
      subtitles: [subject.partName?.capitalizedFirst, facts.joined(separator: " · ")].compactMap(\.self) + plan.remarks
        + filter,
      notes: [notes.joined(separator: " ")])
  }
}
