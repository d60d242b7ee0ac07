/// Why there is no picture.
public struct GraphvizError: Error, Sendable, Equatable {
  /// Where it went wrong.
  public enum Stage: String, Sendable, CaseIterable {
    /// Before Graphviz: the document asks for what we do not offer.
    case check
    /// Starting the worker process.
    case start
    /// Graphviz reads the DOT text.
    case parse
    case layout
    case render
    /// Between the worker process and us.
    case exchange
  }

  public enum Reason: Sendable, Equatable {
    /// An attribute whose value crashes Graphviz, never ends, or makes nodes vanish.
    case refusedAttribute(name: String, value: String)
    /// Graphviz said no; its words are in ``GraphvizError/messages``.
    case rejected
    case timeLimit(seconds: Double)
    case memoryLimit(bytes: Int)
    /// An engine or a format that the installed Graphviz lacks.
    case missingPlugin
    /// No font at all: text cannot be measured.
    case missingFonts
    case workerNotFound(path: String)
    /// Graphviz took its process down with it.
    case crashed(signal: Int32)
    /// The worker ended, or answered what cannot be read.
    case workerFailed(detail: String)
    case cancelled
  }

  public let reason: Reason
  public let stage: Stage
  /// nil before an engine was chosen.
  public let engine: LayoutEngine?
  /// What Graphviz said, one message each, in its own words.
  public let messages: [String]

  init(_ reason: Reason, stage: Stage, engine: LayoutEngine? = nil, messages: [String] = []) {
    self.reason = reason
    self.stage = stage
    self.engine = engine
    self.messages = messages
  }
}
