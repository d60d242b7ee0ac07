import AllianceModel
import ArgumentParser
import Cartography
import Foundation
import GraphvizKit
import Workspace

/// One map of one graph, and the files that it becomes.
struct MapJob: Sendable {
  let graph: AllianceGraph
  let request: MapRequest
  /// Paths, each with the ending of its format.
  let files: [String]
  /// What is being drawn, for messages.
  let title: String

  var formats: [MapFormat] {
    MapFormat.allCases.filter { format in files.contains { MapFormat(path: $0) == format } }
  }

  /// Draws the map and writes its files.
  ///
  /// - Parameter judging: Whether to judge the picture, which needs an SVG even where none is written.
  func run(resolution: Int, renderer: GraphvizRenderer, judging: Bool) async throws -> MapOutcome {
    let wanted = judging && !formats.contains(.svg) ? formats + [.svg] : formats
    let document = try await request.document(of: graph, as: wanted, resolution: resolution, renderer: renderer)
    for path in files {
      guard let format = MapFormat(path: path), let bytes = document[format] else { continue }
      try Workspace.write(bytes, to: path)
    }
    let picture = judging ? document[.svg].map { PictureInspection(of: $0, theme: request.options.theme) } : nil
    return MapOutcome(job: self, document: document, picture: picture)
  }
}

/// A map that was drawn, and what there is to say about it.
struct MapOutcome: Sendable {
  let job: MapJob
  let document: MapDocument
  let picture: PictureInspection?

  var findings: [MapFinding] { document.findings + (picture?.findings ?? []) }

  /// What is wrong, then how good the picture is in numbers.
  func report(in language: Language) -> String {
    let isFrench = language == .french
    func decimal(_ value: Double) -> String {
      let text = String(format: "%.1f", value)
      return isFrench ? text.replacing(".", with: ",") : text
    }
    var figures = [
      isFrench ? "croisements\u{A0}: \(document.crossings)" : "crossings: \(document.crossings)",
      isFrench
        ? "plus petit texte\u{A0}: \(decimal(document.smallestText))\u{A0}pt"
        : "smallest text: \(decimal(document.smallestText)) pt",
    ]
    if let picture {
      if let contrast = picture.smallestContrast {
        figures.append(
          isFrench ? "plus petit contraste\u{A0}: \(decimal(contrast)):1" : "smallest contrast: \(decimal(contrast)):1")
      }
      let share = Int((100 * picture.areaUsed).rounded())
      figures.append(isFrench ? "feuille occupée\u{A0}: \(share)\u{A0}%" : "sheet used: \(share)%")
    }
    let count = isFrench ? "\(findings.count) défaut(s)" : "\(findings.count) finding(s)"
    return
      (["\(job.title)\(isFrench ? "\u{A0}" : ""): \(count) · \(figures.joined(separator: " · "))"]
      + findings.map { "  " + $0.message[language] }).joined(separator: "\n") + "\n"
  }
}

extension MapCommand {
  /// Every kind of map of every graph, in the order of the graphs.
  func allJobs(theme: MapTheme) throws -> [MapJob] {
    let outlines = try backdrop.read()
    let places = try PlacesCommand.installed.table()
    let folder = output.first ?? "."
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    } catch {
      throw Terminal.failure(
        .cannotCreate,
        LocalizedText(
          french: "\(folder) : ce dossier ne peut être créé (\(error.localizedDescription))",
          english: "\(folder): this folder cannot be made (\(error.localizedDescription))"))
    }
    return try graphs.flatMap { path in
      let graph = try GraphInput.open(path)
      let name = URL(fileURLWithPath: path).standardizedFileURL.deletingPathExtension().lastPathComponent
      return try MapKind.allCases.flatMap { kind in
        var request = try request(kind, for: graph, theme: theme)
        (request.backdrop, request.places) = (outlines, places)
        let contents = kind == .matrix ? MatrixContent.allCases : [diagramOptions.content]
        return contents.map { content in
          request.content = content
          let formats = format.isEmpty ? [.svg] : format
          return MapJob(
            graph: graph, request: request, files: formats.map { "\(folder)/\(name)-\(request.name).\($0.rawValue)" },
            title: "\(name) · \(request.name)")
        }
      }
    }
  }

  /// Draws as many maps at once as there are processors, and tells each when it and those before it are done.
  ///
  /// A map that cannot be drawn is told too, and does not stop the others.
  /// - Throws: The exit code of the first that could not be drawn.
  func run(_ jobs: [MapJob], tell: (MapOutcome) -> Void) async throws {
    let renderer = GraphvizRenderer.ownProgram(timeLimit: timeLimit.duration)
    let (resolution, judging) = (dpi, check)
    let title = LocalizedText(french: "cartes", english: "maps")
    let results = await ProgressLine.counting(title, of: jobs.count) { advance in
      await withTaskGroup(of: FinishedJob.self) { group in
        var results: [Int: Result<MapOutcome, any Error>] = [:]
        var next = 0
        func start() {
          guard next < jobs.count else { return }
          let (place, job) = (next, jobs[next])
          next += 1
          group.addTask {
            do {
              let outcome = try await job.run(resolution: resolution, renderer: renderer, judging: judging)
              return FinishedJob(place: place, result: .success(outcome))
            } catch {
              return FinishedJob(place: place, result: .failure(error))
            }
          }
        }
        for _ in 0..<max(1, ProcessInfo.processInfo.activeProcessorCount) { start() }
        while let finished = await group.next() {
          results[finished.place] = finished.result
          advance()
          start()
        }
        return results
      }
    }
    var failure: (any Error)?
    for (place, job) in jobs.enumerated() {
      switch results[place] {
      case .success(let outcome): tell(outcome)
      case .failure(let error as MapError):
        Terminal.say("\(job.title): \(error.message[Terminal.language])")
        failure = failure ?? ExitCode(error.status.rawValue)
      case .failure(let error): failure = failure ?? error
      case nil: break
      }
    }
    if let failure { throw failure }
  }
}

/// What became of one of several jobs.
private struct FinishedJob: Sendable {
  let place: Int
  let result: Result<MapOutcome, any Error>
}
