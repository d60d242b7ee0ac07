public import AllianceModel

/// How maps and reports look: colours, shapes, lines, type and logo, as data.
///
/// Drawing and legend are both made from it. Built-in themes and those of users are files of one format
/// (``init(contentsOf:)``): `Themes/standard.toml` says everything that there is to say, every other file what differs.
/// In the built-in ones each mark differs from the others of its kind by shape or line as well as by colour, so that a
/// map can be read in grey; text has a contrast of at least 4.5:1 with what is under it, borders and ties of 3:1.
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

  /// `standard`, or the name of its file without its ending.
  public let name: String
  /// Families of fonts, the first that the machine has is used.
  public let fontName: String
  /// At which share of its size the font is as wide as Arial, whose widths all layouts reckon with.
  public let fontScale: Double
  public let ink: MapColor
  public let faintInk: MapColor
  public let paper: MapColor
  /// Areas that hold a group together, and their outline.
  public let hull: MapColor
  public let hullBorder: MapColor
  /// Land around a territory, and the names on it.
  public let land: MapColor
  public let landInk: MapColor
  /// Circles that count actors.
  public let count: MapColor
  public let countBorder: MapColor
  /// The darkest cell of a table.
  public let heat: MapColor
  /// Stands at the right of the title.
  public let logo: MapLogo?
  /// Looks for values that have none of their own (kinds, groups, themes, sizes).
  public let palette: [NodeStyle]
  /// What has no value, and what is beyond the palette.
  public let paletteRest: NodeStyle
  /// The tie of an alliance whose form, or relation, nobody noted.
  public let unknownTie: TieStyle
  /// A missing partnership.
  public let absentTie: TieStyle
  /// A tie that only stands behind missing ones.
  public let paleTie: TieStyle
  /// How long an alliance lasted.
  public let periodTie: TieStyle
  /// The alliances between two groups.
  public let bundleTie: TieStyle
  private let families: [ActorFamily: NodeStyle]
  private let objects: [ActorKind: NodeStyle]
  private let otherObjects: NodeStyle
  private let forms: [PartnershipForm: TieStyle]
  private let otherForms: TieStyle
  private let relations: [RelationFamily: TieStyle]

  public func style(of family: ActorFamily) -> NodeStyle { families[family] ?? paletteRest }

  /// Objects are told from actors by shapes of their own, and italic names.
  public func style(ofObject kind: ActorKind) -> NodeStyle { objects[kind] ?? otherObjects }

  public func style(of form: PartnershipForm) -> TieStyle { forms[form] ?? otherForms }

  public func style(of relation: RelationFamily) -> TieStyle { relations[relation] ?? unknownTie }

  /// - Parameters:
  ///   - file: With every value that a theme needs: what a file does not say comes from its base.
  /// - Throws: ``ThemeError`` for a value that cannot be.
  init(_ file: ThemeFile, name: String, logo: MapLogo?) throws(ThemeError) {
    (self.name, self.logo) = (name, logo)
    fontName = try file.text("text", "font")
    fontScale = try file.number("text", "scale", in: 0.5...1.5)
    ink = try file.color("text", "ink")
    faintInk = try file.color("text", "faint")
    paper = try file.color("sheet", "paper")
    hull = try file.color("sheet", "group")
    hullBorder = try file.color("sheet", "group_border")
    land = try file.color("sheet", "land")
    landInk = try file.color("sheet", "land_ink")
    count = try file.color("sheet", "count")
    countBorder = try file.color("sheet", "count_border")
    heat = try file.color("sheet", "heat")
    var families: [ActorFamily: NodeStyle] = [:]
    for family in ActorFamily.allCases { families[family] = try file.node("family.\(family.rawValue)") }
    self.families = families
    var objects: [ActorKind: NodeStyle] = [:]
    for kind in MapTheme.objectKinds { objects[kind] = try file.node("object.\(kind.rawValue)") }
    self.objects = objects
    otherObjects = try file.node("object.other")
    var palette: [NodeStyle] = []
    for number in 1...8 { palette.append(try file.node("palette.\(number)")) }
    self.palette = palette
    paletteRest = try file.node("palette.rest")
    var forms: [PartnershipForm: TieStyle] = [:]
    for form in MapTheme.knownForms { forms[form] = try file.tie("form.\(form.rawValue)") }
    self.forms = forms
    otherForms = try file.tie("form.other")
    unknownTie = try file.tie("form.unknown")
    var relations: [RelationFamily: TieStyle] = [:]
    for relation in RelationFamily.allCases { relations[relation] = try file.tie("relation.\(relation.rawValue)") }
    self.relations = relations
    absentTie = try file.tie("line.absent")
    paleTie = try file.tie("line.pale")
    periodTie = try file.tie("line.period")
    bundleTie = try file.tie("line.bundle")
  }

  /// Kinds of objects with a look of their own.
  private static let objectKinds: [ActorKind] = [.programme, .place, .publication, .event, .standard]
  private static let knownForms = Vocabulary.forms.entries.map { PartnershipForm(rawValue: $0.code) }

  /// Every look of an actor or object, with the name of its table in a theme file.
  var nodeStyles: [(name: String, style: NodeStyle)] {
    ActorFamily.allCases.map { ("family.\($0.rawValue)", style(of: $0)) }
      + MapTheme.objectKinds.map { ("object.\($0.rawValue)", style(ofObject: $0)) }
      + [("object.other", otherObjects)]
  }

  var paletteStyles: [(name: String, style: NodeStyle)] {
    palette.enumerated().map { ("palette.\($0 + 1)", $1) } + [("palette.rest", paletteRest)]
  }

  var formStyles: [(name: String, style: TieStyle)] {
    MapTheme.knownForms.map { ("form.\($0.rawValue)", style(of: $0)) } + [("form.unknown", unknownTie)]
  }

  var relationStyles: [(name: String, style: TieStyle)] {
    RelationFamily.allCases.map { ("relation.\($0.rawValue)", style(of: $0)) } + [("form.unknown", unknownTie)]
  }
}
