import GraphvizKit
import Testing

@Suite("The text of labels")
struct DOTValuePlainTextTests {
  @Test("reads the example of its documentation")
  func example() {
    #expect(DOTValue.raw("R&eacute;gion\\nNord").plainText() == "Région\nNord")
  }

  @Test(
    "resolves escapes and entities",
    arguments: [
      ("\\N est", "n1 est"), ("a\\lb\\l", "a\nb"), ("C:\\\\Nord", "C:\\Nord"),
      ("&#233;&#xE9;&amp;eacute;", "éé&eacute;"),
      ("&inconnu; & fils", "&inconnu; & fils"), ("&nbsp;", "\u{A0}"), ("&yuml;&OElig;", "ÿŒ"), ("", ""),
      ("&#1114112;", "&#1114112;"), ("a\\", "a"),
    ])
  func raw(string: String, text: String) {
    #expect(DOTValue.raw(string).plainText(of: "n1") == text)
  }

  @Test("leaves tags out of HTML-like labels")
  func html() throws {
    let label = HTMLLabel.text("Dupont & Fils").bold() + .lineBreak + .text("<depuis>")
    #expect(DOTValue.html(label).plainText() == "Dupont & Fils\n<depuis>")
    let table = HTMLLabel.table([[.init(.text("a")), .init(.text("b"))], [.init(.text("c"))]])
    #expect(DOTValue.html(table).plainText() == "a b\nc")
  }

  @Test(
    "gives back the text of a person", arguments: ["C:\\Nord & Cie", "a\nb", "&eacute;", "\\N \\\\", "😀 « à »", "x\""])
  func roundTrip(text: String) {
    #expect(DOTValue.text(text).plainText(of: "n") == text)
    #expect(DOTValue.html(.text(text)).plainText(of: "n") == text)
  }
}
