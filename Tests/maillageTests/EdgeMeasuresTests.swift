import Foundation
import TestSupport
import Testing

@Suite("maillage analyze --measure")
struct EdgeMeasuresTests {
  /// Runs the command on a file with this text.
  private func measure(_ text: String, _ options: [String], status: Int32 = 0) throws -> CommandRunner.Outcome {
    let file = FileManager.default.temporaryDirectory.appending(path: "edges-\(UUID().uuidString).tsv")
    try Data(text.utf8).write(to: file)
    defer { #expect(throws: Never.self) { try FileManager.default.removeItem(at: file) } }
    let outcome = try CommandRunner.maillage(
      ["analyze", file.path] + options, environment: ["LC_ALL": "en_GB.UTF-8"])
    #expect(outcome.status == status, "\(outcome.errors)")
    return outcome
  }

  @Test("gives a row for each node with every measure, whole numbers without a point, undefined ones empty")
  func all() throws {
    let outcome = try measure(
      "source\ttarget\nA\tB\nB\tC\nB\tA\nD\tD\n\"E, F\"\tB\n", ["--measure", "all", "--format", "csv"])
    let rows = outcome.output.split(separator: "\n")
    #expect(
      rows[0]
        == "node,degree,strength,closeness,harmonic,betweenness,eigenvector,katz,pagerank,hub,authority,coreness,"
        + "eccentricity,triangles,clustering,constraint,effective_size,community")
    #expect(rows.count == 6)
    let hub = rows[2].split(separator: ",", omittingEmptySubsequences: false)
    #expect(hub.prefix(6) == ["B", "3", "3", "0.75", "0.75", "3"])
    let alone = rows[4].split(separator: ",", omittingEmptySubsequences: false)
    #expect(alone[0] == "D")
    // Constraint and effective size of a node without ties are not defined.
    #expect(alone[15...16] == ["", ""])
    #expect(rows[5].hasPrefix("\"E, F\",1,1,"))
    #expect(outcome.errors.contains("5 rows, 5 nodes, 3 edges; 1 duplicates merged, 1 loops dropped"))
  }

  @Test("prints numbers that read back exactly")
  func exact() throws {
    let names = try measure("0 1\n0 2\n2 3\n", ["--measure", "pagerank,closeness", "--format", "csv"])
    for row in names.output.split(separator: "\n").dropFirst() {
      for cell in row.split(separator: ",") {
        let number = try #require(Double(cell))
        #expect(cell == (number == number.rounded() ? "\(Int(number))" : "\(number)"))
      }
    }
  }

  @Test("counts weights and directions when told to, and says which length a tie has")
  func options() throws {
    let text = "A,B,4\nB,C,1\nA,C,0.5\n"
    let plain = try measure(text, ["--measure", "strength,betweenness", "--format", "csv"])
    #expect(plain.output == "node,strength,betweenness\nA,4.5,0\nB,5,0\nC,1.5,0\n")
    #expect(plain.errors.contains("length of a tie: 1\n"))
    let weighted = try measure(text, ["--measure", "betweenness", "--weighted", "--format", "csv"])
    #expect(weighted.output == "node,betweenness\nA,0\nB,1\nC,0\n")
    #expect(weighted.errors.contains("length of a tie: 1/weight\n"))
    let directed = try measure("A B\nB C\n", ["--measure", "closeness", "--directed", "--format", "csv"])
    #expect(directed.output == "node,closeness\nA,0.6666666666666666\nB,0.5\nC,0\n")
  }

  @Test("gives the same as JSON and as a table")
  func formats() throws {
    let json = try measure("A\tB \"b\"\nC\tC\n", ["--measure", "degree,constraint", "--format", "json"])
    let rows = try #require(JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [[String: Any]])
    #expect(rows.map { $0["node"] as? String } == ["A", "B \"b\"", "C"])
    #expect(rows.map { $0["degree"] as? Int } == [1, 1, 0])
    #expect(rows[2]["constraint"] is NSNull)
    let table = try measure("A\tB\n", ["--measure", "degree"])
    #expect(table.output.hasPrefix("node  degree\n"))
  }

  @Test("measures the organisations of an alliance graph by the same names")
  func allianceGraph() throws {
    let outcome = try CommandRunner.maillage(["analyze", "Graphs/redon", "--measure", "strength", "--format", "csv"])
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("\ntezea,7\n"))
  }

  @Test("names each fault with file, line and column, with the exit code of faulty data")
  func faults() throws {
    let outcome = try measure("A\tB\t1\nA\tC\t-1\n", ["--measure", "all"], status: 65)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors.contains(".tsv:2:5: error: the weight must be a positive number, not “-1”"))
    #expect(try CommandRunner.maillage(["analyze", "no-such.tsv", "--measure", "all"]).status == 66)
  }

  @Test("refuses measures that it does not know, and options that go with measures")
  func usage() throws {
    for options in [["--measure", "fame"], ["--measure", ""], ["--directed"], ["--weighted"]] {
      let outcome = try CommandRunner.maillage(["analyze", "Graphs/redon"] + options)
      #expect(outcome.status == 64, "\(options)")
      #expect(outcome.output.isEmpty)
    }
  }
}
