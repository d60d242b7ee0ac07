import AllianceModel
import Testing

@Suite("French grammar")
struct FrenchGrammarTests {
  @Test(
    "joins a name to « de » as French does",
    arguments: [
      ("Adie", "d’Adie"), ("Le RAMEAU", "du RAMEAU"), ("Les Mulots", "des Mulots"), ("Tézéa", "de Tézéa"),
      ("État", "d’État"), ("1083", "de 1083"), ("Habitat", "de Habitat"), ("Œuvre", "d’Œuvre"), ("", "de "),
    ])
  func elision(name: String, expected: String) {
    #expect(name.afterDe == expected)
  }

  @Test("puts the spaces of French typography where a plain space stood, and nowhere else")
  func spaces() {
    #expect("Oui : « non » ; 5 % !".withFrenchSpaces == "Oui\u{A0}: «\u{A0}non\u{A0}»\u{202F}; 5\u{A0}%\u{202F}!")
    #expect("https://exemple.fr/?a=1;b=2 10:30".withFrenchSpaces == "https://exemple.fr/?a=1;b=2 10:30")
  }

  @Test("looks names up without case, accents and punctuation")
  func keys() {
    #expect("Économie  de l’Alliance".textKey == "economie de l alliance")
    #expect("SŒUR Æsc".textKey == "soeur aesc")
    #expect("C.C.I. – Drôme".textKey == "c c i drome")
    #expect("".textKey.isEmpty)
  }

  @Test("reads the language of a locale, French when it says nothing")
  func locales() {
    #expect(Language(locale: "en_GB.UTF-8") == .english)
    for locale in ["fr_FR.UTF-8", "C", "POSIX", "", "de_DE"] { #expect(Language(locale: locale) == .french) }
  }
}
