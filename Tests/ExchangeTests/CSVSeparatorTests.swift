import Testing

@testable import Exchange

@Suite("CSVSeparator")
struct CSVSeparatorTests {
  @Test(
    "finds the separator of sheets as people save them",
    arguments: [
      ("Nom de l'acteur;Type;Commune\nL'Arrosoir;café associatif;Figeac\n", CSVSeparator.semicolon),
      ("nom,lat,lon\nA,45.1,5.0\n", .comma),
      ("nom;lat;lon\nA;45,1;5,0\nB;45,2;5,1\n", .semicolon),
      ("id\tnom\n1\tA, B, C\n2\tD\n", .tab),
      ("id|nom\n1|A; B\n2|C\n", .bar),
      ("id;parties\n1;a|b\n2;c|d\n", .semicolon),
      ("Annuaire, édition 2021\n\nid;nom\n1;A\n2;B\n", .semicolon),
      ("nom\nA\nB\n", .semicolon),
      ("id,nom\n1,\"A;B;C\"\n2,\"D;E;F\"\n", .comma),
    ])
  func finds(text: String, separator: CSVSeparator) {
    #expect(CSVSeparator.detect(in: Array(text.utf8)) == separator)
  }

  @Test("reads an empty text with semicolons")
  func empty() {
    #expect(CSVSeparator.detect(in: []) == .semicolon)
  }
}
