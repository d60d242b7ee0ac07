import Cartography
import Testing

@Suite("Text metrics")
struct TextMetricsTests {
  @Test("knows the widths of Helvetica: A 667, i 222, space 278, W 944 thousandths of the size")
  func adobeWidths() {
    // Adobe Font Metrics of Helvetica, of which Liberation Sans is a metric twin (to the rounding of 1/2048).
    for (letter, thousandths) in [("A", 667.0), ("i", 222), (" ", 278), ("W", 944), ("é", 556), ("€", 556)] {
      #expect(abs(TextMetrics.width(letter, size: 1000) - thousandths) < 1, "\(letter)")
    }
    for (letter, thousandths) in [("A", 722.0), ("i", 278), ("m", 889)] {
      #expect(abs(TextMetrics.width(letter, size: 1000, face: .bold) - thousandths) < 1, "bold \(letter)")
    }
  }

  @Test("adds widths, and grows with the size")
  func sums() {
    let both = TextMetrics.width("Le Rameau", size: 10)
    let parts = TextMetrics.width("Le", size: 10) + TextMetrics.width(" Rameau", size: 10)
    #expect(abs(both - parts) < 1e-9)
    #expect(abs(TextMetrics.width("Le Rameau", size: 20) - 2 * both) < 1e-9)
    #expect(TextMetrics.width("", size: 10) == 0)
  }

  @Test("gives a no-break space the width of a space, and a combining accent none")
  func spacesAndMarks() {
    #expect(TextMetrics.width("\u{A0}", size: 10) == TextMetrics.width(" ", size: 10))
    #expect(TextMetrics.width("e\u{301}", size: 10) == TextMetrics.width("e", size: 10))
  }

  @Test("counts letters of no table as wide rather than narrow")
  func unknownLetters() {
    #expect(TextMetrics.width("漢", size: 10) >= 10)
    #expect(TextMetrics.width("Ж", size: 10) >= 7)
  }
}
