public import AllianceModel
public import Cartography

/// A report before it takes a format: what HTML, PDF and Markdown are all written from.
///
/// Values only: nothing is drawn yet (``Illustrator`` does that), and nothing comes from the clock.
public struct Report: Sendable, Equatable {
  public enum Kind: String, Sendable, CaseIterable {
    case news, territory, actor, directory, story
  }

  public let kind: Kind
  public let language: Language
  public let title: String
  /// Above the title, small: what kind of report it is, or the issue ("Semaine du 22 novembre 2021").
  public let overline: String
  /// Below the title: what it is about and on what it rests.
  public let lead: [Sentence]
  /// Under the lead: the map of the territory.
  public let cover: [Block]
  /// The date that the report shows; nil when the graph has none.
  public let date: PartialDate?
  /// Whether it may hold personal data: then every page says so.
  public let isInternal: Bool
  public let theme: MapTheme
  public let sections: [Section]
  /// The graphs that it is about, as they may be printed: those that figures are drawn from, by their places.
  public let graphs: [AllianceGraph]

  /// A part with a heading; its own parts have headings one level below.
  public struct Section: Sendable, Equatable, Identifiable {
    /// Unique in the report: letters, digits, `-`.
    public let id: String
    /// Above the heading, small: the day, the territory.
    public let overline: String?
    public let title: String
    /// Where the heading comes from, when it is data: the title of an alliance, the name of an actor.
    public let rows: [RowReference]
    public let blocks: [Block]
    public let sections: [Section]
    /// Whether it begins a page in print.
    public let startsPage: Bool
    /// Whether it is a card: kept together in print, left out of the table of contents.
    public let isCard: Bool

    init(
      id: String, overline: String? = nil, title: String, rows: [RowReference] = [], blocks: [Block] = [],
      sections: [Section] = [], startsPage: Bool = false, isCard: Bool = false
    ) {
      (self.id, self.overline, self.title, self.rows) = (id, overline, title, rows)
      (self.blocks, self.sections, self.startsPage, self.isCard) = (blocks, sections, startsPage, isCard)
    }
  }

  /// All sections, each before its own parts.
  public var allSections: [Section] {
    func flat(_ sections: [Section]) -> [Section] { sections.flatMap { [$0] + flat($0.sections) } }
    return flat(sections)
  }

  /// All figures, in the order of the pages.
  public var figures: [Figure] {
    (cover + allSections.flatMap(\.blocks)).compactMap { block in
      if case .figure(let figure) = block { figure } else { nil }
    }
  }
}
