internal import GraphvizShim
internal import Synchronization

/// The Graphviz library in this process.
///
/// Graphviz keeps its state in globals: two threads in it crash, so everything here waits for one lock. A graph that
/// crashes Graphviz, or keeps it busy for ever, does so to this process; ``GraphvizRenderer`` draws in another one.
public enum Graphviz {
  private static let library = Mutex(GraphvizContext())

  /// Places and writes one document.
  ///
  /// Blocks until Graphviz is done, and as long as another thread draws. The same job gives the same bytes.
  ///
  /// - Throws: ``GraphvizError`` with the words of Graphviz, also when it drew something but dropped a label or a
  ///   position that it could not read.
  public static func render(_ job: RenderJob) throws(GraphvizError) -> Rendering {
    try library.withLock { (context: inout GraphvizContext) throws(GraphvizError) in try context.render(job) }
  }

  /// The version of the library, such as `2.43.0`.
  public static var version: String { library.withLock { $0.version } }

  /// The names of the engines it can load, sorted.
  public static var installedEngines: [String] { library.withLock { $0.plugins("layout") } }

  /// The names of the formats it can write, sorted.
  public static var installedFormats: [String] { library.withLock { $0.plugins("device") } }
}
