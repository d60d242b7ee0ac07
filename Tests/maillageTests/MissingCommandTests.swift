import Foundation
import TestSupport
import Testing

@Suite("maillage missing")
struct MissingCommandTests {
  /// The graph of Redon in a folder of its own, to write into.
  private static func copy() throws -> String {
    let folder = FileManager.default.temporaryDirectory.appending(path: "maillage-\(UUID().uuidString)")
    try FileManager.default.copyItem(at: RealData.packageRoot.appending(path: "Graphs/redon"), to: folder)
    return folder.path
  }

  private static func run(_ arguments: [String]) throws -> String {
    let outcome = try CommandRunner.maillage(["missing"] + arguments)
    #expect(outcome.status == 0, "\(outcome.errors)")
    return outcome.output
  }

  private static func json(_ arguments: [String]) throws -> [String: Any] {
    let text = try run(arguments + ["--format", "json"])
    return try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  private static func pairs(_ arguments: [String]) throws -> [[String]] {
    let rows = try #require(try json(arguments)["suggestions"] as? [[String: Any]])
    return rows.map { row in ["first", "second"].compactMap { row[$0] as? String } }
  }

  @Test("remembers a decision in the graph, hides the pair, and shows it when asked for")
  func decisions() throws {
    let graph = try Self.copy()
    let pair = try #require(try Self.pairs([graph, "--top", "1"]).first)
    let saved = try CommandRunner.maillage(
      ["missing", graph, "--set-aside"] + pair + ["--reason", "déjà en discussion", "--date", "2026-03"])
    #expect(saved.status == 0)
    #expect(saved.errors.contains("écartée"))
    let table = try String(contentsOfFile: graph + "/decisions.csv", encoding: .utf8)
    #expect(table.contains("set_aside,\(pair.sorted().joined(separator: "|")),déjà en discussion,2026-03,"))
    #expect(try !Self.pairs([graph, "--top", "50"]).contains(pair))
    #expect(try Self.pairs([graph, "--top", "1", "--decided"]) == [pair])
    let report = try Self.run([graph, "--decisions", "--format", "csv"])
    #expect(report.contains("decisions,2026,0,1,0,0.0"))
    _ = try Self.run([graph, "--reopen"] + pair + ["--date", "2026-04"])
    #expect(try Self.pairs([graph, "--top", "1"]) == [pair])
  }

  @Test("refuses a decision that is not about two actors, or has nowhere to be kept")
  func refusals() throws {
    #expect(try CommandRunner.maillage(["missing", "Graphs/redon", "--accept", "Tézéa"]).status == 64)
    #expect(try CommandRunner.maillage(["missing", "Graphs/redon", "--reason", "non"]).status == 64)
    let table = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).csv")
    try Data("titre,parties\nProjet,Alpha|Beta\n".utf8).write(to: table)
    let loose = try CommandRunner.maillage(["missing", table.path, "--accept", "Alpha", "Beta"])
    #expect(loose.status == 64)
    #expect(loose.errors.contains("maillage import"))
  }

  @Test(
    "answers every question as a table, Markdown, CSV and JSON",
    arguments: [
      ["--strengthen", "2"], ["--strengthen", "2", "--goal", "distance"], ["--strengthen", "1", "--goal", "isolation"],
      ["--gaps"], ["--decisions"], ["--complete"],
    ])
  func formats(question: [String]) throws {
    var question = question
    if question == ["--complete"] {
      let table = try String(
        contentsOf: RealData.packageRoot.appending(path: "Graphs/redon/alliances.csv"), encoding: .utf8)
      question.append(String(try #require(table.split(separator: "\n").dropFirst().first).prefix { $0 != "," }))
    }
    let answer = try Self.json(["Graphs/redon"] + question)
    #expect(answer["language"] as? String == "fr" && answer["title"] != nil)
    #expect(try Self.run(["Graphs/redon"] + question + ["--format", "md"]).hasPrefix("# "))
    #expect(try Self.run(["Graphs/redon"] + question + ["--format", "csv"]).hasPrefix("list,"))
    let table = try Self.run(["Graphs/redon"] + question)
    #expect(table == (try Self.run(["Graphs/redon"] + question)))
    let english = try Self.run(["Graphs/redon"] + question + ["--lang", "en"])
    #expect(english != table)
  }

  @Test("filters partners by kind, and names kind, size and place of each")
  func filters() throws {
    let rows = try #require(
      try Self.json(["Graphs/redon", "--kind", "association", "--top", "20"])["suggestions"] as? [[String: Any]])
    #expect(!rows.isEmpty)
    for row in rows {
      let kinds = (row["actors"] as? [[String: Any]] ?? []).compactMap { $0["kind"] as? String }
      #expect(kinds.contains("Association"))
    }
  }
}
