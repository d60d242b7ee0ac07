import Testing

@testable import Cartography

@Suite("ScaleBar")
struct ScaleBarTests {
  @Test("is 1, 2 or 5 times a power of ten, and never wider than it may be")
  func roundLengths() {
    for step in 1...2_000 {
      let metres = Double(step) * 0.37
      let bar = ScaleBar(metresPerPoint: metres, widestInPoints: 120)
      #expect(bar.width <= 120 * (1 + 1e-9))
      #expect(bar.width > 120 / 2.5 - 1e-9)
      let digits = bar.label.filter { "125".contains($0) }
      #expect(digits.count == 1 && bar.label.filter { "346789".contains($0) }.isEmpty, "\(bar.label)")
    }
  }

  @Test("fits exactly when the room is round")
  func exact() {
    #expect(ScaleBar(metresPerPoint: 100, widestInPoints: 100) == ScaleBar(metresPerPoint: 100, widestInPoints: 120))
    #expect(ScaleBar(metresPerPoint: 100, widestInPoints: 100).label == "10\u{A0}km")
    #expect(ScaleBar(metresPerPoint: 5, widestInPoints: 119).label == "500\u{A0}m")
  }
}
