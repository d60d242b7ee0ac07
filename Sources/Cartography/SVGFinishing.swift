import AllianceModel
import GraphvizKit

/// Completes an SVG of Graphviz: names for screen readers, the language, the size on paper, and how it was made.
struct SVGFinishing {
  private let title: String
  private let summary: String
  private let language: Language
  private let metadata: String
  private let page: MapPage?
  private let logo: MapLogo?
  /// For the name of each node, the words that a screen reader says.
  private let names: [String: String]

  init(map: NetworkMap, sheet: MapSheet, drawing: DOTDocument) {
    title = map.words.title
    summary = map.words.subtitles.joined(separator: " ")
    language = map.language
    (page, logo) = (map.options.page, map.theme.logo)
    metadata = SVGFinishing.metadata(of: map)
    names = Dictionary(
      map.scene.nodes.enumerated().map { ("n\($0)", $1.tooltip) }, uniquingKeysWith: { first, _ in first })
  }

  init(map: TerritoryMap, layout: TerritoryLayout?) {
    title = map.sheetWords.title
    summary = map.sheetWords.subtitles.joined(separator: " ")
    language = map.language
    (page, logo) = (map.paper, map.theme.logo)
    metadata = [
      MapDocument.generator, "kind=territory", "graph=\(map.graph.info.name)",
      "projection=\(map.frame?.projection.name ?? "none")", "ties=\(map.options.ties.rawValue)",
      "page=\(map.paper.rawValue)", "theme=\(map.theme.name)", "lang=\(map.language.rawValue)",
      map.options.isInternal ? "internal" : "public",
    ].joined(separator: "; ")
    let pins = (layout?.scene.pins ?? []).enumerated().map { ("p\($0)", $1.name) }
    let pills = (layout?.scene.pills ?? []).enumerated().map { ("a\($0)", $1.tooltip) }
    names = Dictionary(pins + pills) { first, _ in first }
  }

  init(subject: MapSubject, words: SheetWords, kind: String, figure: Figure) {
    title = words.title
    summary = words.subtitles.joined(separator: " ")
    (language, page, logo) = (subject.language, subject.options.page, subject.theme.logo)
    let filter = subject.options.filter.conditions.map { "\($0.key.rawValue)=\($0.value)" }.joined(separator: ",")
    metadata = [
      MapDocument.generator, "kind=\(kind)", "graph=\(subject.graph.info.name)", "seed=\(subject.options.seed)",
      "page=\(page?.rawValue ?? "free")", "theme=\(subject.theme.name)", "lang=\(language.rawValue)",
      "filter=\(filter)",
      subject.options.isInternal ? "internal" : "public",
    ].joined(separator: "; ")
    names = Dictionary(
      figure.shapes.enumerated().map { ("n\($0)", $1.tooltip) }, uniquingKeysWith: { first, _ in first })
  }

  private static func metadata(of map: NetworkMap) -> String {
    let options = map.options
    let filter = options.filter.conditions.map { "\($0.key.rawValue)=\($0.value)" }.joined(separator: ",")
    return [
      MapDocument.generator, "kind=network", "graph=\(map.graph.info.name)", "seed=\(options.seed)",
      "size-by=\(options.sizeBy.rawValue)", "color-by=\(options.colorBy.rawValue)", "ties=\(options.ties.rawValue)",
      "label=\(options.label.rawValue)", "detail=\(options.detail.rawValue)", "cluster=\(options.cluster ?? "")",
      "theme=\(options.theme.name)", "page=\(options.page?.rawValue ?? "free")", "lang=\(map.language.rawValue)",
      "filter=\(filter)", options.isInternal ? "internal" : "public",
    ].joined(separator: "; ")
  }

  /// The files of a rendering, each completed.
  ///
  /// - Parameter resolution: Of PNG, in dots per inch.
  func files(of rendering: Rendering, as formats: [MapFormat], resolution: Int) -> [MapDocument.File] {
    formats.compactMap { format in
      rendering[format.graphvizFormat].map { bytes in
        switch format {
        case .svg: MapDocument.File(format: format, bytes: finish(bytes))
        case .png:
          MapDocument.File(format: format, bytes: PNGFinishing(resolution: resolution, title: title).finish(bytes))
        case .pdf: MapDocument.File(format: format, bytes: bytes)
        }
      }
    }
  }

  func finish(_ bytes: [UInt8]) -> [UInt8] {
    let text = String(decoding: bytes, as: UTF8.self)
    guard let head = text.firstRange(of: "<svg "), let end = text[head.upperBound...].firstIndex(of: ">") else {
      return bytes
    }
    var attributes = String(text[head.upperBound..<end])
    if let page { attributes = SVGFinishing.resized(attributes, to: page) }
    let opening =
      "<svg role=\"img\" lang=\"\(language.rawValue)\" xml:lang=\"\(language.rawValue)\" "
      + "aria-labelledby=\"titre resume\" \(attributes)>\n"
      + "<title id=\"titre\">\(SVGFinishing.escaped(title))</title>\n"
      + "<desc id=\"resume\">\(SVGFinishing.escaped(summary))</desc>\n"
      + "<metadata>\(SVGFinishing.escaped(metadata))</metadata>"
    let body = withLogo(renamed(text[text.index(after: end)...]))
    return Array((text[..<head.lowerBound] + opening + body).utf8)
  }

  /// The picture itself in place of its path: a file that is sent on must not lose it.
  private func withLogo(_ body: String) -> String {
    guard let logo else { return body }
    return body.replacing(/<image xlink:href="[^"]*"/) { _ in "<image xlink:href=\"\(logo.dataURI)\"" }
  }

  /// The exact size of the page in place of whole points.
  private static func resized(_ attributes: String, to page: MapPage) -> String {
    let (width, height) = page.millimetres
    return attributes.replacing(/width="[0-9.]+pt" height="[0-9.]+pt"/) { _ in
      "width=\"\(width)mm\" height=\"\(height)mm\""
    }
  }

  /// Graphviz names shapes by the names in the DOT text (`n12`); people want to hear what they are.
  private func renamed(_ body: Substring) -> String {
    body.split(separator: "<title>", omittingEmptySubsequences: false).enumerated().map { place, part in
      guard place > 0, let end = part.firstRange(of: "</title>") else { return String(part) }
      let ends = part[..<end.lowerBound].split(separator: "&#45;&#45;").map { String($0) }
      // Parts of a shape (`n3_nom`) are called as the whole.
      let words = ends.compactMap { names[String($0.prefix { $0 != "_" })] }.map { SVGFinishing.shortened($0) }
      guard words.count == ends.count, !words.isEmpty else { return "<title>" + part }
      return "<title>" + SVGFinishing.escaped(words.joined(separator: " – ")) + part[end.lowerBound...]
    }.joined()
  }

  /// A tooltip up to its first dot: the name.
  private static func shortened(_ tooltip: String) -> String {
    tooltip.firstRange(of: " · ").map { String(tooltip[..<$0.lowerBound]) } ?? tooltip
  }

  private static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      default: result.unicodeScalars.append(scalar.value < 0x20 ? " " : scalar)
      }
    }
    return result
  }
}

extension MapDocument {
  /// What makes the maps, as written into them.
  static let generator = "Maillage \(maillageVersion)"
}
