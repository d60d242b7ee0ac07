import Cartography
import Testing

@Suite("Map colours")
struct MapColorTests {
  @Test("computes contrast as WCAG does")
  func contrast() {
    #expect(abs(MapColor(0x000000).contrast(with: MapColor(0xFFFFFF)) - 21) < 1e-9)
    // Values of the WebAIM contrast checker.
    #expect(abs(MapColor(0x777777).contrast(with: MapColor(0xFFFFFF)) - 4.48) < 0.01)
    #expect(abs(MapColor(0x0072B2).contrast(with: MapColor(0xFFFFFF)) - 5.19) < 0.01)
  }

  @Test("writes hexadecimal digits, mixes with white, and turns grey without changing luminance")
  func values() {
    #expect(MapColor(0x0A0B0C).hex == "#0A0B0C")
    #expect(MapColor(0x0072B2).tint(1).hex == "#0072B2")
    #expect(MapColor(0x0072B2).tint(0).hex == "#FFFFFF")
    #expect(MapColor(0x808080).grey == MapColor(0x808080))
    let grey = MapColor(0xE69F00).grey
    #expect(abs(grey.luminance - MapColor(0xE69F00).luminance) < 0.01)
  }
}
