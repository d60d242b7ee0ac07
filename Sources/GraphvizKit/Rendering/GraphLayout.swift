/// Where Graphviz put everything: in points (1/72 inch), x to the right, y upwards.
///
/// An SVG of the same layout has the same coordinates with y negated, inside its `graph0` group.
public struct GraphLayout: Sendable, Equatable {
  public struct Point: Sendable, Equatable {
    public let x: Double
    public let y: Double

    public init(x: Double, y: Double) {
      self.x = x
      self.y = y
    }
  }

  /// An upright rectangle.
  public struct Box: Sendable, Equatable {
    public let left: Double
    public let bottom: Double
    public let right: Double
    public let top: Double

    public init(left: Double, bottom: Double, right: Double, top: Double) {
      self.left = left
      self.bottom = bottom
      self.right = right
      self.top = top
    }

    public var width: Double { right - left }
    public var height: Double { top - bottom }
    public var center: Point { Point(x: (left + right) / 2, y: (bottom + top) / 2) }
  }

  public struct Node: Sendable, Equatable {
    public let name: String
    /// The box of its shape, without label text that sticks out.
    public let box: Box

    public var center: Point { box.center }
    public var width: Double { box.width }
    public var height: Double { box.height }
  }

  /// A Bézier spline: the first point, then three points (two controls, one end) for each piece.
  public struct Curve: Sendable, Equatable {
    public let points: [Point]
    /// The tip of an arrow head at the beginning; nil without one.
    public let startTip: Point?
    /// The tip of an arrow head at the end; nil without one.
    public let endTip: Point?
  }

  public struct Edge: Sendable, Equatable {
    public let tail: String
    public let head: String
    /// Usually one; none when the engine routes no edges.
    public let curves: [Curve]
    /// nil without a label.
    public let label: Box?
  }

  public struct Cluster: Sendable, Equatable {
    public let name: String
    public let box: Box
    /// nil without a label.
    public let label: Box?
  }

  /// The box of the whole drawing, without the margin `pad`.
  public let bounds: Box
  /// In the order of the document; nodes that only an edge or a subgraph names stand where they were first named.
  public let nodes: [Node]
  /// In the order of the document, where edges that DOT merges (strict graphs, equal keys) are one.
  public let edges: [Edge]
  /// The clusters the engine drew, from the outside in.
  public let clusters: [Cluster]

  /// The places by name. Graphviz tells names apart by their bytes, Swift by their meaning: of two names that Swift
  /// holds equal the first stands.
  public func nodesByName() -> [String: Node] {
    Dictionary(nodes.map { ($0.name, $0) }) { first, _ in first }
  }
}
