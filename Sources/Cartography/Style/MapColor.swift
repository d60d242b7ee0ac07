import Foundation

/// An opaque colour, as red, green and blue of 0 to 255 (sRGB).
public struct MapColor: Sendable, Hashable {
  public let red: UInt8
  public let green: UInt8
  public let blue: UInt8

  /// The colour `0xRRGGBB`.
  public init(_ code: UInt32) {
    (red, green, blue) = (UInt8(code >> 16 & 0xFF), UInt8(code >> 8 & 0xFF), UInt8(code & 0xFF))
  }

  /// From linear red, green and blue of `0...1`, what lies beyond cut off.
  init(linear: [Double]) {
    let bytes = linear.map { 255 * MapColor.encoded(min(1, max(0, $0))) }
    self.init(red: bytes[0], green: bytes[1], blue: bytes[2])
  }

  /// Linear red, green and blue, `0...1`.
  var linear: [Double] { [red, green, blue].map(MapColor.linear) }

  private init(red: Double, green: Double, blue: Double) {
    func byte(_ value: Double) -> UInt8 { UInt8(min(255, max(0, value.rounded()))) }
    (self.red, self.green, self.blue) = (byte(red), byte(green), byte(blue))
  }

  /// `#RRGGBB`, as Graphviz and CSS write it.
  public var hex: String {
    func digits(_ byte: UInt8) -> String { (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true) }
    return "#" + digits(red) + digits(green) + digits(blue)
  }

  /// This colour mixed into white.
  ///
  /// - Parameter share: How much of it is left, `0...1`: 0 is white.
  public func tint(_ share: Double) -> MapColor {
    func mix(_ byte: UInt8) -> Double { 255 - (255 - Double(byte)) * share }
    return MapColor(red: mix(red), green: mix(green), blue: mix(blue))
  }

  /// The grey that it becomes on a printer without colour.
  public var grey: MapColor {
    let level = 255 * MapColor.encoded(luminance)
    return MapColor(red: level, green: level, blue: level)
  }

  /// Relative luminance, `0...1`.
  ///
  /// - SeeAlso: W3C, *Web Content Accessibility Guidelines 2.2*, definition of relative luminance.
  public var luminance: Double {
    0.2126 * MapColor.linear(red) + 0.7152 * MapColor.linear(green) + 0.0722 * MapColor.linear(blue)
  }

  /// The contrast ratio of the two colours, `1...21`: text wants 4.5, marks want 3 (WCAG 2.2).
  public func contrast(with other: MapColor) -> Double {
    let (light, dark) = (max(luminance, other.luminance), min(luminance, other.luminance))
    return (light + 0.05) / (dark + 0.05)
  }

  private static func linear(_ byte: UInt8) -> Double {
    let value = Double(byte) / 255
    return value <= 0.040_45 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
  }

  private static func encoded(_ value: Double) -> Double {
    value <= 0.003_130_8 ? value * 12.92 : 1.055 * pow(value, 1 / 2.4) - 0.055
  }
}
