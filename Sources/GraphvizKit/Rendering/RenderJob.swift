public import struct Foundation.Date

/// One layout of one document, and what to write it as.
public struct RenderJob: Sendable, Equatable {
  /// The DOT text.
  public let dot: String
  public let engine: LayoutEngine
  /// All written from the same layout; none, when only positions are wanted.
  public let formats: [OutputFormat]
  /// Whether ``Rendering/layout`` is wanted.
  public let includesLayout: Bool
  /// Dots per inch of PNG; other formats do not heed it.
  public let resolution: Int
  /// The date written into PDF.
  public let creationDate: Date

  /// - Parameters:
  ///   - document: What to draw.
  ///   - engine: How to place it.
  ///   - formats: What to write; an empty list for positions alone.
  ///   - includesLayout: Whether positions come back too.
  ///   - resolution: From 10 to 1,200 dots per inch, for PNG. Use it instead of the attribute `dpi`, which also enlarges
  ///     SVG.
  ///   - creationDate: The date written into PDF, to the second; the same date makes the same bytes.
  /// - Throws: ``GraphvizError`` when the document sets an attribute that is known to crash Graphviz or to run for ever
  ///   (`splines=ortho`, `splines=curved`, `concentrate=true`; outside of the engine dot `splines=polyline`, and
  ///   `splines=true` around round shapes such as `circle` and `point`, where `ellipse` is fine), to name another engine
  ///   (`layout`), or to place objects at numbers that are none.
  public init(
    _ document: DOTDocument, engine: LayoutEngine, formats: [OutputFormat], includesLayout: Bool = false,
    resolution: Int = 96, creationDate: Date = Date(timeIntervalSince1970: 0)
  ) throws(GraphvizError) {
    precondition((10...1_200).contains(resolution), "The resolution must be 10 to 1200 dpi, not \(resolution).")
    try AttributeCheck.check(document, for: engine)
    self.init(
      dot: document.serialized(), engine: engine, formats: formats, includesLayout: includesLayout,
      resolution: resolution, creationDate: creationDate)
  }

  /// Takes any text, unchecked.
  init(
    dot: String, engine: LayoutEngine, formats: [OutputFormat], includesLayout: Bool = false, resolution: Int = 96,
    creationDate: Date = Date(timeIntervalSince1970: 0)
  ) {
    self.dot = dot
    self.engine = engine
    self.formats = formats
    self.includesLayout = includesLayout
    self.resolution = resolution
    self.creationDate = creationDate
  }
}

/// What came of a ``RenderJob``.
public struct Rendering: Sendable, Equatable {
  public struct Output: Sendable, Equatable {
    public let format: OutputFormat
    public let bytes: [UInt8]
  }

  /// One for each format of the job, in its order.
  public let outputs: [Output]
  /// nil when the job did not ask for it.
  public let layout: GraphLayout?
  /// What Graphviz remarked, in its own words: unknown colours, fonts it replaced, and the like.
  public let warnings: [String]

  /// The bytes of `format`; nil when the job did not ask for it.
  public subscript(format: OutputFormat) -> [UInt8]? { outputs.first { $0.format == format }?.bytes }

  /// The text of `format`; nil when the job did not ask for it.
  public func text(_ format: OutputFormat) -> String? {
    self[format].map { String(decoding: $0, as: UTF8.self) }
  }

  /// nil when the job did not ask for SVG.
  public var svg: String? { text(.svg) }
}
