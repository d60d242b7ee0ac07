import Cartography

/// The official colour of a goal with the ink that can be read on it.
struct GoalColor {
  let color: MapColor
  /// White or black, whichever has the larger contrast: at least 4.5 on each of the seventeen.
  let ink: MapColor

  /// Reads `#E5243B`.
  init?(_ hex: String) {
    guard hex.hasPrefix("#"), let code = UInt32(hex.dropFirst(), radix: 16) else { return nil }
    color = MapColor(code)
    ink = color.readableInk
  }
}
