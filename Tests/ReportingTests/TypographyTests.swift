import AllianceModel
import Testing

@testable import Reporting

@Suite("Typography")
struct TypographyTests {
  @Test("gives French its apostrophes, quotes and spaces, and English its apostrophes")
  func signs() {
    #expect(
      "L'idée : \"relier\" 1 500 m ; oui !".typeset(in: .french)
        == "L’idée\u{A0}: «\u{A0}relier\u{A0}» 1\u{202F}500 m\u{202F}; oui\u{202F}!")
    #expect("It's \"so\"; yes!".typeset(in: .english) == "It’s \"so\"; yes!")
  }

  @Test("leaves addresses and lone quotes as they are")
  func untouched() {
    for text in ["https://a.fr/x?y=1;z", "5\" de haut", ""] { #expect(text.typeset(in: .french) == text) }
  }

  @Test("parts thousands, not years of four digits that stand in words")
  func thousands() {
    #expect(
      [0, 999, 1_500, 1_234_567].map { $0.written(in: .french) } == [
        "0", "999", "1\u{202F}500", "1\u{202F}234\u{202F}567",
      ])
    #expect(1_500.written(in: .english) == "1,500")
  }
}
