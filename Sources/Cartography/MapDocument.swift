public import AllianceModel
package import Foundation
public import GraphvizKit

/// What a map is written as.
public enum MapFormat: String, Sendable, CaseIterable {
  /// Vectors with text as text, ids, classes and tooltips.
  case svg
  /// Vectors with embedded fonts, for print.
  case pdf
  /// Pixels.
  case png

  /// The format that the end of a file name asks for; nil for another end.
  public init?(path: String) {
    guard let dot = path.lastIndex(of: ".") else { return nil }
    self.init(rawValue: path[path.index(after: dot)...].lowercased())
  }

  var graphvizFormat: OutputFormat {
    switch self {
    case .svg: .svg
    case .pdf: .pdf
    case .png: .png
    }
  }
}

/// A finished map: its files, the DOT texts that made them, and what there is to say about it.
public struct MapDocument: Sendable, Equatable {
  public struct File: Sendable, Equatable {
    public let format: MapFormat
    public let bytes: [UInt8]
  }

  public let files: [File]
  /// What Graphviz spread out first (`neato`, `sfdp` when there is much of it); empty when it was not asked.
  public let firstPass: String
  /// What Graphviz drew (`neato -n2`), with every place and curve.
  public let drawing: String
  /// In points of 1/72 inch.
  public let width: Double
  public let height: Double
  /// The white border of the sheet, on each side, in points.
  public let border: Double
  /// The size of the smallest type, in points of the sheet.
  public let smallestText: Double
  /// What the person who prints it should know.
  public let remarks: [LocalizedText]
  /// What is wrong with the picture: none, as far as the checks of ``MapInspection`` go.
  public let findings: [MapFinding]
  /// How many pairs of ties cross.
  public let crossings: Int

  func with(remark: LocalizedText) -> MapDocument {
    MapDocument(
      files: files, firstPass: firstPass, drawing: drawing, width: width, height: height, border: border,
      smallestText: smallestText, remarks: [remark] + remarks, findings: findings, crossings: crossings)
  }

  /// The bytes of the file of a format; nil when it was not asked for.
  public subscript(format: MapFormat) -> [UInt8]? { files.first { $0.format == format }?.bytes }
}

extension NetworkMap {
  /// Type smaller than this cannot be read on paper.
  public static let smallestReadableText = 7.0

  /// Draws the map.
  ///
  /// - Parameters:
  ///   - formats: The files to make, all from one drawing.
  ///   - resolution: Dots per inch of PNG, 10 to 1,200.
  ///   - renderer: Where Graphviz runs; both passes share one process.
  /// - Throws: ``MapError``.
  public func document(
    as formats: [MapFormat], resolution: Int = 150, renderer: GraphvizRenderer
  ) async throws(MapError) -> MapDocument {
    do {
      return try await renderer.withSession { session in
        var isSessionLost = false
        let first = try await firstPlaces(in: &session, renderer: renderer, isSessionLost: &isSessionLost)
        let placed = try placed(from: first.points)
        let drawing = NetworkDrawing(scene: scene, placed: placed, theme: theme, title: words.title).document()
        let job = try RenderJob(
          drawing, engine: .nop2, formats: formats.map(\.graphvizFormat), resolution: resolution,
          creationDate: MapDocument.creationDate(options.date ?? graph.info.created))
        let rendering = isSessionLost ? try await renderer.render(job) : try await session.render(job)
        return try document(
          placed, first: first, drawing: drawing, rendering: rendering, formats: formats, resolution: resolution)
      }
    } catch let error as MapError {
      throw error
    } catch let error as GraphvizError {
      throw error.reason == .cancelled ? .cancelled : .graphviz(error)
    } catch {
      throw .cancelled
    }
  }

  private func document(
    _ placed: PlacedMap, first: FirstPlaces, drawing: DOTDocument, rendering: Rendering, formats: [MapFormat],
    resolution: Int
  ) throws -> MapDocument {
    let inspection = MapInspection(of: self, placed: placed)
    let sheet = placed.sheet
    let files = SVGFinishing(map: self, sheet: sheet, drawing: drawing)
      .files(of: rendering, as: formats, resolution: resolution)
    let smallest = inspection.smallestText * sheet.zoom * theme.fontScale
    return MapDocument(
      files: files, firstPass: first.dot, drawing: drawing.serialized(), width: sheet.width * sheet.zoom,
      height: sheet.height * sheet.zoom, border: sheet.margin * sheet.zoom, smallestText: smallest,
      remarks: first.remarks + remarks(smallestText: smallest),
      findings: inspection.findings, crossings: inspection.crossings)
  }

  private func remarks(smallestText: Double) -> [LocalizedText] {
    var remarks: [LocalizedText] = []
    if let removed, !removed.isEmpty { remarks += removed.notes }
    if let page = options.page, smallestText < NetworkMap.smallestReadableText - 0.05 {
      remarks.append(MapWords.smallTextNote(smallestText, page: page, groups: "--detail groups"))
    }
    return remarks
  }
}

extension MapDocument {
  /// The date inside PDF files: that of the map, never the clock's.
  package static func creationDate(_ date: PartialDate?) -> Date {
    guard let date else { return Date(timeIntervalSince1970: 0) }
    var parts = DateComponents()
    (parts.year, parts.month, parts.day) = (date.year, date.month ?? 1, date.day ?? 1)
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = .gmt
    return calendar.date(from: parts) ?? Date(timeIntervalSince1970: 0)
  }
}
