import AllianceModel
import Foundation
import TestSupport
import Testing

@Suite("Vocabulary")
struct VocabularyTests {
  @Test("finds a code by its labels and synonyms, whatever case and accents")
  func lookup() {
    #expect(Vocabulary.kinds.code(for: "ASSOCIATION") == "association")
    #expect(Vocabulary.kinds.code(for: "Etablissement Public") == "public_body")
    #expect(Vocabulary.kinds.code(for: "syndicat_pro") == "union")
    #expect(Vocabulary.forms.code(for: "mécénat de compétences") == "patronage")
    #expect(Vocabulary.forms.code(for: "hors_typologie") == "none")
    #expect(Vocabulary.sizes.code(for: "TPE") == "micro")
    #expect(Vocabulary.kinds.code(for: "xyz") == nil)
  }

  @Test("proposes the nearest word, and none when nothing is near")
  func nearest() {
    #expect(Vocabulary.kinds.nearest(to: "asociation")?.code == "association")
    #expect(Vocabulary.forms.nearest(to: "cooperation economik")?.code == "economic_cooperation")
    #expect(Vocabulary.kinds.nearest(to: "zzzzzzzz") == nil)
  }

  @Test(
    "never gives one word two meanings in a table",
    arguments: [
      Vocabulary.kinds, .forms, .relations, .sizes, .statuses, .logics, .goals,
    ])
  func unambiguous(vocabulary: Vocabulary) {
    var meanings: [String: String] = [:]
    for entry in vocabulary.entries {
      for word in [entry.code, entry.label.french, entry.label.english] + entry.synonyms {
        let other = meanings.updateValue(entry.code, forKey: word.textKey)
        #expect(other == nil || other == entry.code, "\(word): \(entry.code) or \(other ?? "")")
      }
    }
  }

  @Test("gives every kind a family, every relation a group, every goal its number and colour")
  func families() {
    for entry in Vocabulary.kinds.entries {
      #expect(entry.family == "object" || ActorFamily(rawValue: entry.family) != nil, "\(entry.code)")
    }
    for entry in Vocabulary.relations.entries {
      #expect(RelationFamily(rawValue: entry.family) != nil, "\(entry.code)")
    }
    #expect(Vocabulary.goals.entries.map(\.code) == (1...17).map(String.init))
    #expect(Vocabulary.goals["17"]?.family == "#19486A")
    #expect(Vocabulary.forms.entries.count == 5)
  }

  @Test("covers every kind, relation and form of the cases, and every kind proposed for a legal category")
  func coversCases() throws {
    guard let data = RealData.folder else { return RealData.skip("VocabularyTests.coversCases") }
    for file in try FileManager.default.contentsOfDirectory(atPath: data.appending(path: "cases").path).sorted() {
      let rows = try simpleRows(data.appending(path: "cases/\(file)"))
      for (column, vocabulary) in [
        ("kind", Vocabulary.kinds), ("relation", .relations), ("form", .forms),
      ] where rows.header.contains(column) && !(column == "kind" && file.contains("alliances")) {
        for value in rows.values(of: column) {
          #expect(vocabulary.code(for: value) != nil, "\(file): \(column) \(value)")
        }
      }
    }
    let categories = try simpleRows(data.appending(path: "reference/ref_categories_juridiques.csv"))
    for value in categories.values(of: "kind_propose") {
      #expect(Vocabulary.kinds.code(for: value) != nil, "legal category: \(value)")
    }
  }

  /// Rows of a `;` table; a quoted cell may hold `;`.
  private func simpleRows(_ file: URL) throws -> Rows {
    let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map { line -> [String] in
      var cells = [""]
      var isQuoted = false
      for character in line {
        if character == "\"" {
          isQuoted.toggle()
        } else if character == ";", !isQuoted {
          cells.append("")
        } else {
          cells[cells.count - 1].append(character)
        }
      }
      return cells
    }
    return Rows(header: lines[0], rows: Array(lines.dropFirst()))
  }

  private struct Rows {
    let header: [String]
    let rows: [[String]]

    func values(of column: String) -> [String] {
      guard let index = header.firstIndex(of: column) else { return [] }
      return Set(rows.compactMap { $0.indices.contains(index) && !$0[index].isEmpty ? $0[index] : nil }).sorted()
    }
  }
}
