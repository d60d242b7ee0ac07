public import AllianceModel

/// How a map looks: one set of colours, shapes and lines, from which drawing and legend are both made.
///
/// Each mark differs from the others of its kind by shape or line as well as by colour, so that a map can be read in
/// grey. Fills are pale tints under dark text; borders and ties keep a contrast of at least 3:1 with paper and hulls.
public struct MapTheme: Sendable, Equatable {
  /// The look of a node.
  public struct NodeStyle: Sendable, Hashable {
    public let shape: NodeShape
    public let fill: MapColor
    public let border: MapColor
    /// Whether the border is drawn twice.
    public let isDouble: Bool
    public let isDashed: Bool

    /// From the inner to the outer border of a double one, in points of paper: fixed in Graphviz.
    static let ringGap = 4.0

    public init(
      _ shape: NodeShape, fill: MapColor, border: MapColor, isDouble: Bool = false, isDashed: Bool = false
    ) {
      (self.shape, self.fill, self.border) = (shape, fill, border)
      (self.isDouble, self.isDashed) = (isDouble, isDashed)
    }
  }

  /// The look of a tie.
  public struct TieStyle: Sendable, Hashable {
    public enum Line: String, Sendable, CaseIterable {
      case solid, dashed, dotted, double
    }

    public let color: MapColor
    public let line: Line
    /// In points of the drawing.
    public let width: Double

    public init(_ line: Line, color: MapColor, width: Double) {
      (self.line, self.color, self.width) = (line, color, width)
    }
  }

  public let ink = MapColor(0x1A1A1A)
  public let faintInk = MapColor(0x4D4D4D)
  public let paper = MapColor(0xFFFFFF)
  public let hull = MapColor(0xF5F2EA)
  public let hullBorder = MapColor(0xCBC4B0)
  public let fontName = "Helvetica,Arial,Liberation Sans,sans-serif"

  /// Okabe–Ito hues: pale fills, borders dark enough for the hull under them.
  public func style(of family: ActorFamily) -> NodeStyle {
    switch family {
    case .companies: MapTheme.node(.hexagon, hue: 0xE69F00, border: 0xA66F00)
    case .associations: MapTheme.node(.ellipse, hue: 0x009E73, border: 0x00805D)
    case .authorities: MapTheme.node(.box, hue: 0x0072B2, border: 0x0072B2)
    case .networks: MapTheme.node(.octagon, hue: 0xCC79A7, border: 0xA84B80)
    case .knowledge:
      NodeStyle(.box, fill: MapColor(0xFAF5B8), border: MapColor(0x7D7200), isDouble: true)
    case .others: NodeStyle(.parallelogram, fill: MapColor(0xE4E4E4), border: MapColor(0x5C5C5C))
    }
  }

  private static func node(
    _ shape: NodeShape, hue: UInt32, border: UInt32, isDouble: Bool = false
  ) -> NodeStyle {
    NodeStyle(shape, fill: MapColor(hue).tint(0.28), border: MapColor(border), isDouble: isDouble)
  }

  /// Objects are grey, with italic names and shapes of their own.
  public func style(ofObject kind: ActorKind) -> NodeStyle {
    let fill = MapColor(0xF1F1EF)
    let border = MapColor(0x6B6B6B)
    return switch kind {
    case .programme: NodeStyle(.roundedBox, fill: fill, border: border)
    case .place: NodeStyle(.house, fill: fill, border: border)
    case .publication: NodeStyle(.note, fill: fill, border: border)
    case .event: NodeStyle(.tab, fill: fill, border: border)
    case .standard: NodeStyle(.component, fill: fill, border: border)
    default: NodeStyle(.ellipse, fill: fill, border: border, isDashed: true)
    }
  }

  /// Eight looks for values that have none of their own (kinds, groups, themes, sizes), told apart by shape and hue.
  public var palette: [NodeStyle] {
    [
      MapTheme.node(.hexagon, hue: 0xE69F00, border: 0xA66F00),
      MapTheme.node(.ellipse, hue: 0x009E73, border: 0x00805D),
      MapTheme.node(.box, hue: 0x0072B2, border: 0x0072B2),
      MapTheme.node(.octagon, hue: 0xCC79A7, border: 0xA84B80),
      NodeStyle(.box, fill: MapColor(0xFAF5B8), border: MapColor(0x7D7200), isDouble: true),
      MapTheme.node(.trapezium, hue: 0xD55E00, border: 0xB84F00),
      MapTheme.node(.ellipse, hue: 0x56B4E9, border: 0x1F7FB5, isDouble: true),
      MapTheme.node(.house, hue: 0x8A6BBE, border: 0x7353AB),
    ]
  }

  /// What has no value, and what is beyond the eight.
  public var paletteRest: NodeStyle {
    NodeStyle(.parallelogram, fill: MapColor(0xE4E4E4), border: MapColor(0x5C5C5C))
  }

  public func style(of form: PartnershipForm) -> TieStyle {
    switch form.rawValue {
    case "patronage": TieStyle(.double, color: MapColor(0xD55E00), width: 1.4)
    case "responsible_practices": TieStyle(.dotted, color: MapColor(0x00805D), width: 2.8)
    case "economic_cooperation": TieStyle(.solid, color: MapColor(0x0072B2), width: 1.9)
    case "societal_innovation": TieStyle(.dashed, color: MapColor(0xA8478A), width: 2)
    case "none": TieStyle(.solid, color: MapColor(0x787878), width: 0.9)
    default: TieStyle(.dashed, color: MapColor(0x5C5C5C), width: 1.2)
    }
  }

  /// The tie of an alliance whose form, or relation, nobody noted.
  public var unknownTie: TieStyle { TieStyle(.dotted, color: MapColor(0x6E6E6E), width: 1.4) }

  public func style(of relation: RelationFamily) -> TieStyle {
    switch relation {
    case .governance: TieStyle(.double, color: MapColor(0x0072B2), width: 1.3)
    case .funding: TieStyle(.solid, color: MapColor(0xC25400), width: 2.6)
    case .project: TieStyle(.solid, color: MapColor(0x00805D), width: 1.4)
    case .trade: TieStyle(.dashed, color: MapColor(0xA66F00), width: 2)
    case .knowledge: TieStyle(.dotted, color: MapColor(0xA8478A), width: 2.8)
    case .visibility: TieStyle(.dashed, color: MapColor(0x6E6E6E), width: 1)
    }
  }

  public static let standard = MapTheme()
}
