/// The outline of a node, and how much room its text needs inside.
public enum NodeShape: String, Sendable, Hashable, CaseIterable {
  case box, roundedBox, ellipse, hexagon, octagon, parallelogram, trapezium, house, note, tab, component

  /// What Graphviz calls it.
  var graphvizShape: String {
    switch self {
    case .roundedBox: "box"
    default: rawValue
    }
  }

  /// The size of the outline around a block of text.
  ///
  /// Polygons are drawn at a fixed size, because Graphviz makes them far too wide around long names. A margin of about
  /// 4 pt stays between the border and the letters, which fill 88 % of the height of their lines.
  func size(aroundWidth width: Double, height: Double) -> (width: Double, height: Double) {
    let letters = height * 0.88
    switch self {
    case .box: return (width + 14, height + 8)
    case .roundedBox: return (width + 14, height + 7)
    case .note, .tab, .component: return (width + 18, height + 10)
    case .ellipse:
      let outer = height * 1.42 + 7
      let ratio = letters / outer * 0.86
      return (width / (1 - ratio * ratio).squareRoot() + 14, outer)
    case .hexagon:
      let outer = height * 1.35 + 5
      return (width / (1 - 0.5 * letters / outer) + 8, outer)
    case .octagon:
      let outer = height + 11
      // Of many lines the first and the last come nearer to the cut corners: letters lack a quarter of one line.
      let tall = max(letters, height - 2.7)
      return (width / (1 - max(0, tall / outer - NodeShape.octagonCut)) + 8, outer)
    case .house:
      let outer = height * 1.55 + 8
      return (width / (1 - max(0, letters / outer - NodeShape.eaves) / (1 - NodeShape.eaves)) + 10, outer)
    case .parallelogram:
      let outer = height * 1.1 + 8
      return (width / (NodeShape.slantReach - 0.213 * (1 + letters / outer)) + 8, outer)
    case .trapezium:
      let outer = height * 1.1 + 8
      return (width / (1 - 0.208 * (1 + letters / outer)) + 8, outer)
    }
  }

  // As Graphviz draws them, in halves of width and height: where the corners of an octagon are cut, where the roof of a
  // house begins and where its floor is, how far a parallelogram reaches beyond its box.
  static let octagonCut = 0.414
  static let eaves = 0.309
  static let floor = 0.809
  static let slantReach = 1.04
}
