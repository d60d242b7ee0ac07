/// What a layout is written as.
public enum OutputFormat: String, Sendable, CaseIterable {
  /// Vectors, with text as text and with ids, classes, links and tooltips.
  case svg
  /// Vectors, with embedded fonts.
  case pdf
  /// Pixels, at ``RenderJob/resolution``.
  case png
  /// The drawing with all attributes and drawing operations.
  case json
  /// The DOT text with positions.
  case dot
  /// The DOT text with positions and drawing operations.
  case xdot
  /// One line for each object, in inches.
  case plain
  /// As ``plain``, with ports.
  case plainWithPorts

  /// Format, renderer and device as Graphviz names them: its default for `svg` depends on what is installed, and that
  /// of cairo draws letters as outlines.
  var graphvizName: String {
    switch self {
    case .svg: "svg:svg:core"
    case .pdf: "pdf:cairo"
    case .png: "png:cairo"
    case .json: "json"
    case .dot: "dot"
    case .xdot: "xdot"
    case .plain: "plain"
    case .plainWithPorts: "plain-ext"
    }
  }
}
