import AllianceModel
import Foundation
import Testing
import Workspace

@testable import Explorer

@Suite("Decisions of the page")
struct DecisionTests {
  private let pair = "{\"verdict\":\"set_aside\",\"subjects\":[\"a\",\"c\"],\"reason\":\" Déjà vu ; non \"}"

  @Test("are kept in decisions.csv, and taken back without a trace")
  func roundTrip() async throws {
    try await Live.withFolder(of: SampleGraphs.hostile) { folder in
      let service = Live.service(folder: folder)
      let before = try Live.files(folder)
      let suggested = await service.ask("GET", "/api/missing").text
      #expect(suggested.contains("\"candidateCount\""))

      let answer = await service.decide(pair)
      #expect(answer.status == 201)
      #expect(try answer.object()["canUndo"] as? Bool == true)
      #expect(
        try Workspace.open([folder]).graph.decisions == [
          .init(
            verdict: "set_aside", subjects: ["a", "c"], reason: "Déjà vu ; non", date: PartialDate("2026-03"),
            author: "A. Membre")
        ])
      #expect(try await service.ask("GET", "/api/session").object()["canUndo"] as? Bool == true)
      #expect(await service.ask("GET", "/api/missing").text != suggested, "the pair is not suggested any more")

      let undone = await service.ask("DELETE", "/api/decisions/last")
      #expect(undone.status == 200)
      #expect(try undone.object()["canUndo"] as? Bool == false)
      #expect(try Live.files(folder) == before)
      #expect(await service.ask("GET", "/api/missing").text == suggested)
      #expect(await service.ask("DELETE", "/api/decisions/last").status == 409)
    }
  }

  @Test("give back what they had replaced")
  func replaced() async throws {
    try await Live.withFolder(of: SampleGraphs.hostile) { folder in
      let service = Live.service(folder: folder)
      _ = await service.decide(pair)
      let first = try Live.files(folder)
      _ = await service.decide("{\"verdict\":\"accepted\",\"subjects\":[\"c\",\"a\"]}")
      #expect(try Workspace.open([folder]).graph.decisions.map(\.verdict) == ["accepted"])
      _ = await service.ask("DELETE", "/api/decisions/last")
      #expect(try Live.files(folder) == first)
    }
  }

  @Test("leave alone what others wrote meanwhile")
  func concurrent() async throws {
    try await Live.withFolder(of: SampleGraphs.hostile) { folder in
      let service = Live.service(folder: folder)
      _ = await service.ask("GET", "/api/missing")
      let graph = try Workspace.open([folder]).graph
      let newcomer = AllianceGraph.Actor(id: "n", name: "Nouvelle")
      let grown = AllianceGraph(
        info: graph.info, actors: graph.actors + [newcomer], alliances: graph.alliances, places: graph.places)
      try Workspace.save(grown, to: folder)
      #expect(await service.decide(pair).status == 201)
      #expect(try Workspace.open([folder]).graph.actors.contains { $0.id == "n" })
      // Somebody empties the table: there is nothing left to take back, and no second try.
      try Workspace.save(grown, to: folder)
      #expect(await service.ask("DELETE", "/api/decisions/last").status == 410)
      #expect(await service.ask("DELETE", "/api/decisions/last").status == 409)
    }
  }

  @Test("are refused, with nothing written, when the tables are faulty or gone")
  func faulty() async throws {
    try await Live.withFolder(of: SampleGraphs.hostile) { folder in
      let service = Live.service(folder: folder)
      _ = await service.ask("GET", "/api/missing")
      let parties = URL(filePath: folder).appending(path: "parties.csv")
      try Data("alliance,actor\nx,nobody\n".utf8).write(to: parties)
      let before = try Live.files(folder)
      #expect(await service.decide(pair).status == 409)
      #expect(try Live.files(folder) == before)
      try FileManager.default.removeItem(at: URL(filePath: folder).appending(path: "datapackage.json"))
      #expect(await service.decide(pair).status == 409)
    }
  }

  @Test("need the folder of a graph, and say so beforehand")
  func withoutFolder() async throws {
    let service = Live.service()
    #expect(await service.decide(pair).status == 409)
    let session = try await service.ask("GET", "/api/session").object()
    #expect(session["canDecide"] as? Bool == false)
    #expect((session["obstacle"] as? String)?.contains("dossier") == true)
  }

  @Test(
    "are one JSON object about two different actors",
    arguments: [
      "", "[]", "{}", "{\"verdict\":\"accepted\"}", "{\"verdict\":\"maybe\",\"subjects\":[\"a\",\"c\"]}",
      "{\"verdict\":\"accepted\",\"subjects\":[\"a\"]}", "{\"verdict\":\"accepted\",\"subjects\":[\"a\",\"a\"]}",
      "{\"verdict\":\"accepted\",\"subjects\":[\"a\",\"b\",\"c\"]}",
      "{\"verdict\":\"accepted\",\"subjects\":[\"a\",\"c\"],\"reason\":7}",
    ])
  func malformed(body: String) async {
    #expect(await Live.service().decide(body).status == 400)
  }

  @Test("are sent as JSON by a page of ours: what a form of another page can send is refused")
  func forms() async {
    let service = Live.service()
    for type in ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data"] {
      let answer = await service.ask("POST", "/api/decisions", headers: ["content-type": type], body: pair)
      #expect(answer.status == 415)
    }
    let origin = ["content-type": "application/json", "origin": "http://evil.example"]
    #expect(await service.ask("POST", "/api/decisions", headers: origin, body: pair).status == 403)
  }

  @Test("know actors by their public ids only")
  func hiddenActor() async throws {
    try await Live.withFolder(of: SampleGraphs.hostile) { folder in
      let service = Live.service(folder: folder)
      #expect(await service.decide("{\"verdict\":\"accepted\",\"subjects\":[\"a\",\"person-1\"]}").status == 404)
      let reason = String(repeating: "x", count: 1_001)
      #expect(
        await service.decide("{\"verdict\":\"accepted\",\"subjects\":[\"a\",\"c\"],\"reason\":\"\(reason)\"}").status
          == 400)
    }
  }
}
