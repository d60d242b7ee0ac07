/// A sheet of paper, or none.
public enum MapPage: String, Sendable, CaseIterable {
  /// A4, upright.
  case a4
  case a4Landscape = "a4-landscape"
  /// A3, lying.
  case a3
  case a3Portrait = "a3-portrait"

  var millimetres: (width: Int, height: Int) {
    switch self {
    case .a4: (210, 297)
    case .a4Landscape: (297, 210)
    case .a3: (420, 297)
    case .a3Portrait: (297, 420)
    }
  }

  /// In points of 1/72 inch.
  public var size: (width: Double, height: Double) {
    (MapPage.points(Double(millimetres.width)), MapPage.points(Double(millimetres.height)))
  }

  /// The white border on each side, in points: what ordinary printers need.
  static let margin = points(10)

  /// The next larger sheet, to propose when text becomes too small; nil for the largest.
  var larger: MapPage? {
    switch self {
    case .a4: .a3Portrait
    case .a4Landscape: .a3
    case .a3, .a3Portrait: nil
    }
  }

  private static func points(_ millimetres: Double) -> Double { millimetres * 72 / 25.4 }
}
