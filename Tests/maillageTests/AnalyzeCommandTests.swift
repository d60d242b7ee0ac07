import Foundation
import TestSupport
import Testing

@Suite("maillage analyze")
struct AnalyzeCommandTests {
  @Test("prints a table with groups, findings and conventions, in French and English")
  func table() throws {
    let french = try CommandRunner.maillage(["analyze", "Graphs/redon"])
    #expect(french.status == 0)
    for word in ["Tézéa", "Groupes (modularité 0,467)", "Constats", "Conventions (graine 1)", "7 alliances sur 15"] {
      #expect(french.output.contains(word), "\(word)")
    }
    let english = try CommandRunner.maillage(["analyze", "Graphs/redon", "--lang", "en"])
    #expect(english.output.contains("7 of 15 alliances"))
    #expect(english.output.contains("0.467"))
  }

  @Test("gives JSON with every measure by its name, the same bytes each time")
  func json() throws {
    let first = try CommandRunner.maillage(["analyze", "Graphs/valence-romans", "--format", "json"])
    let second = try CommandRunner.maillage(["analyze", "Graphs/valence-romans", "--format", "json"])
    #expect(first.output == second.output)
    let object = try #require(JSONSerialization.jsonObject(with: Data(first.output.utf8)) as? [String: Any])
    let actors = try #require(object["actors"] as? [[String: Any]])
    #expect(actors.count == 38)
    for key in ["id", "name", "kind", "family", "alliances", "degree", "strength", "harmonic", "betweenness"] {
      #expect(actors.allSatisfy { $0[key] != nil }, "\(key)")
    }
    let archer = try #require(actors.first { $0["id"] as? String == "groupe_archer" })
    #expect(archer["strength"] as? Double == 12)
    #expect(archer["degree"] as? Int == 17)
    #expect((object["clusters"] as? [Any])?.count == 6)
    #expect((object["findings"] as? [[String: Any]])?.allSatisfy { ($0["rows"] as? [Any])?.isEmpty == false } == true)
  }

  @Test("gives CSV with a row for each organisation")
  func csv() throws {
    let outcome = try CommandRunner.maillage(["analyze", "Graphs/grand-figeac", "--format", "csv"])
    let lines = outcome.output.split(separator: "\n")
    #expect(
      lines.first == "id,name,kind,family,alliances,degree,strength,harmonic,betweenness,cluster,component,cut_off")
    #expect(lines.count == 1 + 24)
    #expect(lines.contains { $0.hasPrefix("figeacteurs,Figeacteurs,association,associations,11,21,10.0,") })
  }

  @Test("says what is missing, with the exit code of no input")
  func missing() throws {
    let outcome = try CommandRunner.maillage(["analyze", "Graphs/nulle-part"])
    #expect(outcome.status == 66)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors.contains("Graphs/nulle-part"))
    let english = try CommandRunner.maillage(["analyze", "Graphs/nulle-part"], environment: ["LC_ALL": "en_GB.UTF-8"])
    #expect(english.errors.contains("no file or folder"))
  }
}

@Suite("maillage show")
struct ShowCommandTests {
  @Test("counts actors, objects, alliances and parties")
  func counts() throws {
    let outcome = try CommandRunner.maillage(["show", "Graphs/economie-de-l-alliance", "--format", "json"])
    let object = try #require(JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
    #expect(object["actors"] as? Int == 49)
    #expect(object["objects"] as? Int == 39)
    #expect(object["alliances"] as? Int == 56)
    #expect(object["parties"] as? Int == 181)
  }

  @Test("finds an actor without accents, and asks when several fit")
  func actor() throws {
    let sheet = try CommandRunner.maillage(["show", "Graphs/redon", "tezea"])
    #expect(sheet.status == 0)
    #expect(sheet.output.contains("Alliances (8)"))
    #expect(sheet.output.contains("https://tezea.fr/"))
    let several = try CommandRunner.maillage(["show", "Graphs/redon", "commune"])
    #expect(several.status == 64)
    #expect(several.errors.contains("Commune de Pipriac (pipriac)"))
    let nobody = try CommandRunner.maillage(["show", "Graphs/redon", "zzz"])
    #expect(nobody.status == 64)
    #expect(nobody.errors.contains("zzz"))
  }
}
