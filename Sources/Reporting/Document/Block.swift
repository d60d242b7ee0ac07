public import AllianceModel
public import Cartography

/// A piece of a section.
public enum Block: Sendable, Equatable {
  case paragraph([Sentence])
  case list([Sentence])
  /// "Who", "When", "What": a label and what is known of it.
  case facts([Fact])
  /// Large numbers with what they count.
  case keyFigures([KeyFigure])
  /// Sustainable development goals, in their official colours.
  case goals([Goal])
  case figure(Figure)
  case table(Table)
  /// What the numbers of ``Sentence/notes`` lead to.
  case footnotes([Footnote])
}

public struct Fact: Sendable, Equatable {
  public let label: String
  public let sentences: [Sentence]

  /// - Returns: nil when nothing is known: what is unknown is left out.
  init?(_ label: String, _ sentences: [Sentence?]) {
    let known = sentences.compactMap(\.self)
    guard !known.isEmpty else { return nil }
    (self.label, self.sentences) = (label, known)
  }
}

/// A number in large type: "23", "alliances", and on how many it rests.
public struct KeyFigure: Sendable, Equatable {
  public let value: String
  public let label: Sentence
}

public struct Goal: Sendable, Equatable {
  public let number: Int
  /// "8 Travail décent et croissance économique", and how many alliances have it.
  public let label: Sentence
  public let color: MapColor
  /// Black or white, whichever can be read on the colour.
  public let ink: MapColor
}

public struct Footnote: Sendable, Equatable {
  public let number: Int
  public let sentence: Sentence
  /// An address that the note leads to.
  public let address: String?
}

/// A picture with its words: read aloud, and as a table for who cannot see it.
public struct Figure: Sendable, Equatable, Identifiable {
  public enum Content: Sendable, Equatable {
    /// A map, drawn later from the graph at this place of ``Report/graphs``.
    case map(MapRequest, graph: Int)
    /// A finished picture.
    case picture(Picture)
  }

  public let id: String
  public let caption: Sentence
  /// What is said to who cannot see the picture.
  public let alternative: String
  public let content: Content
  /// The same facts as rows.
  public let table: Table?
  /// How tall the picture may be in print, in millimetres; nil: what suits a page of text.
  public var tallest: Int?
}

/// A finished picture.
public struct Picture: Sendable, Equatable {
  /// A whole SVG document.
  public let svg: String
  /// In points.
  public let width: Double
  public let height: Double
  /// The sheet that it was laid out for; nil for a picture that stands among text.
  public let page: MapPage?

  /// The white border of its sheet, on each side, in points.
  public let border: Double

  public init(svg: String, width: Double, height: Double, page: MapPage? = nil, border: Double = 0) {
    (self.svg, self.width, self.height) = (svg, width, height)
    (self.page, self.border) = (page, border)
  }
}

/// Rows under a head; each row knows the rows of the graph that it shows.
public struct Table: Sendable, Equatable {
  public struct Column: Sendable, Equatable {
    public let title: String
    public let isNumber: Bool

    init(_ title: String, isNumber: Bool = false) {
      (self.title, self.isNumber) = (title, isNumber)
    }
  }

  public struct Row: Sendable, Equatable {
    /// As many as there are columns; the first heads the row.
    public let cells: [String]
    public let rows: [RowReference]
    /// What other places of the report link to.
    public let anchor: String?

    /// - Parameter rows: May name a row several times; each is kept once.
    init(_ cells: [String], rows: [RowReference], anchor: String? = nil) {
      var seen: Set<RowReference> = []
      self.rows = rows.filter { seen.insert($0).inserted }
      (self.cells, self.anchor) = (cells, anchor)
    }
  }

  public let caption: String
  public let columns: [Column]
  public let rows: [Row]
}
