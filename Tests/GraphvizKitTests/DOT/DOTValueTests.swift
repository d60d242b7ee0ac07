import GraphvizKit
import Testing

@Suite("Values of attributes")
struct DOTValueTests {
  @Test(
    "neutralises in text what Graphviz would rewrite",
    arguments: [
      ("R&eacute;gion", "R&amp;eacute;gion"), ("C:\\Nord", "C:\\\\Nord"), ("a\nb", "a\\nb"), ("a\r\nb\rc", "a\\nb\\nc"),
      ("tab\there", "tab\there"), ("bell\u{7}", "bell\u{FFFD}"), ("nul\u{0}", "nul\u{FFFD}"), ("\u{FFFF}", "\u{FFFD}"),
      ("« déjà » \"vu\"", "« déjà » \"vu\""), ("", ""),
    ])
  func text(plain: String, raw: String) {
    #expect(DOTValue.text(plain) == .raw(raw))
  }

  @Test("ends each line with the mark of its side, the last one too")
  func alignment() {
    #expect(DOTValue.text("a\nb", align: .left) == "a\\lb\\l")
    #expect(DOTValue.text("a\n", align: .right) == "a\\r")
    #expect(DOTValue.text("", align: .left) == "")
  }

  @Test("escapes links")
  func link() {
    #expect(DOTValue.link("/x?a=1&b=\\N") == "/x?a=1&amp;b=\\\\N")
  }

  @Test(
    "formats numbers with a fixed count of decimals",
    arguments: [
      (0.0, 2, "0.00"), (-0.0, 2, "0.00"), (-0.004, 2, "0.00"), (-0.005, 2, "-0.01"), (1.005, 1, "1.0"), (2.5, 0, "3"),
      (-2.5, 0, "-3"), (1e-9, 6, "0.000000"), (123456.789, 3, "123456.789"), (0.05, 1, "0.1"), (99.999, 2, "100.00"),
    ])
  func numbers(value: Double, decimals: Int, text: String) {
    #expect(DOTNumber.format(value, decimals: decimals) == text)
    #expect(DOTValue.number(value, decimals: decimals) == .raw(text))
  }

  @Test("writes points and booleans as Graphviz reads them")
  func others() {
    #expect(DOTValue.point(x: 1, y: -2.5) == "1.000,-2.500")
    #expect(DOTValue.point(x: 1, y: 2, isPinned: true) == "1.000,2.000!")
    #expect(DOTValue.bool(true) == "true")
    #expect(DOTValue.number(12) == "12")
  }

  @Test("traps on a number that is none")
  func notANumber() async {
    await #expect(processExitsWith: .failure) { _ = DOTValue.number(.nan) }
    await #expect(processExitsWith: .failure) { _ = DOTValue.number(.infinity) }
    await #expect(processExitsWith: .failure) { _ = DOTValue.point(x: 0, y: 1e12) }
  }
}
