import Cartography
import Testing

@Suite("Colour vision")
struct ColorVisionTests {
  @Test("leaves greys as they are for every reader", arguments: ColorVision.allCases)
  func greys(vision: ColorVision) {
    for level in [0, 0x33, 0x80, 0xCC, 0xFF] as [UInt32] {
      let grey = MapColor(level << 16 | level << 8 | level)
      let seen = vision.seen(grey)
      for (byte, other) in [(seen.red, grey.red), (seen.green, grey.green), (seen.blue, grey.blue)] {
        #expect(abs(Int(byte) - Int(other)) <= 1, "\(seen.hex) \(grey.hex)")
      }
    }
  }

  /// L*a*b* of the primaries of sRGB under D65, as colorimetric tables give them.
  @Test(
    "measures differences as CIE 1976 does",
    arguments: [
      (0xFF0000, 53.24, 80.09, 67.20), (0x00FF00, 87.73, -86.18, 83.18), (0x0000FF, 32.30, 79.19, -107.86),
      (0xFFFFFF, 100, 0, 0),
    ] as [(UInt32, Double, Double, Double)])
  func difference(code: UInt32, l: Double, a: Double, b: Double) {
    let expected = (l * l + a * a + b * b).squareRoot()
    #expect(abs(ColorVision.full.difference(MapColor(code), MapColor(0)) - expected) < 0.1)
  }

  /// Pairs that the literature gives as confused: red and green of equal lightness, blue and green for tritanopia.
  @Test(
    "sees what each reader confuses",
    arguments: [
      (ColorVision.deuteranopia, 0xC05040, 0x7A7A32), (.protanopia, 0x8A5A2B, 0x5A6A2B),
      (.tritanopia, 0x3C82C8, 0x1E8C8C),
    ] as [(ColorVision, UInt32, UInt32)])
  func confusion(vision: ColorVision, first: UInt32, second: UInt32) {
    let (one, other) = (MapColor(first), MapColor(second))
    #expect(vision.difference(one, other) < 0.62 * ColorVision.full.difference(one, other))
  }

  @Test("sees no colour in grey")
  func grey() {
    #expect(ColorVision.grey.difference(MapColor(0x808080), MapColor(0x0072B2)) < 15)
    #expect(ColorVision.full.difference(MapColor(0x808080), MapColor(0x0072B2)) > 35)
  }
}
