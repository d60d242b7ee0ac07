/// A sheet of paper.
///
/// Sizes are those of ISO 216. A4 stands unless it is said to lie, the larger ones lie unless they are said to stand: as
/// reports and posters do.
public enum MapPage: String, Sendable, CaseIterable {
  case a4
  case a4Landscape = "a4-landscape"
  case a3
  case a3Portrait = "a3-portrait"
  case a2
  case a2Portrait = "a2-portrait"
  case a1
  case a1Portrait = "a1-portrait"
  case a0
  case a0Portrait = "a0-portrait"

  public var isPortrait: Bool { self == .a4 || rawValue.hasSuffix("-portrait") }

  var millimetres: (width: Int, height: Int) {
    let (short, long) =
      switch rawValue.prefix(2) {
      case "a4": (210, 297)
      case "a3": (297, 420)
      case "a2": (420, 594)
      case "a1": (594, 841)
      default: (841, 1_189)
      }
    return isPortrait ? (short, long) : (long, short)
  }

  /// In points of 1/72 inch.
  public var size: (width: Double, height: Double) {
    (MapPage.points(Double(millimetres.width)), MapPage.points(Double(millimetres.height)))
  }

  /// The white border on each side, in points: what ordinary printers need.
  public static let margin = points(10)

  /// The smallest sheet of the same way up on which everything is larger by `factor`, else the largest; nil for that.
  func larger(by factor: Double) -> MapPage? {
    let larger = MapPage.allCases.filter { $0.isPortrait == isPortrait && $0.size.width > size.width }
    return larger.first { $0.size.width >= factor * size.width } ?? larger.last
  }

  private static func points(_ millimetres: Double) -> Double { millimetres * 72 / 25.4 }
}
