import AllianceModel
import Foundation
import Testing

@testable import Explorer

@Suite("Explorer service")
struct ExplorerServiceTests {
  @Test("hands out the page, its script and its style, with validators")
  func page() async throws {
    let service = Live.service()
    let page = await service.ask("GET", "/")
    #expect(page.status == 200 && page["content-type"] == "text/html; charset=utf-8")
    #expect(page.text.contains("src=\"/explorer.js\"") && page.text.contains("lang=\"fr\""))
    #expect(page.text.contains("Essai &lt;/script&gt;"), "a title is escaped")
    #expect(page.text.matches(of: /<script/).count == 1 && !page.text.contains("<style"))
    for file in ["/explorer.js", "/explorer.css"] {
      let answer = await service.ask("GET", file)
      let tag = try #require(answer["ETag"])
      #expect(answer.status == 200 && answer.body.count > 5_000)
      let again = await service.ask("GET", file, headers: ["if-none-match": tag])
      #expect(again.status == 304 && again.body.isEmpty)
    }
  }

  @Test("answers with the same documents that a published page holds")
  func graph() async throws {
    let service = Live.service()
    let document = try ExplorerDocument(of: SampleGraphs.hostile, language: .french)
    let wanted = ["/api/graph": try document.json(), "/api/missing": try ExplorerSuggestions(of: document).json()]
    for (target, bytes) in wanted {
      let answer = await service.ask("GET", target)
      #expect(answer.body == Array(bytes), "\(target)")
      let tag = try #require(answer["ETag"])
      #expect(await service.ask("GET", target, headers: ["if-none-match": tag]).status == 304)
    }
  }

  @Test("keeps persons behind the gate, unless the house asked for them")
  func gate() async {
    let picture = "/api/picture?kind=network&detail=names&frame=0"
    for target in ["/api/graph", "/api/missing", picture, "/api/report", "/api/actors/p"] {
      let text = await Live.service().ask("GET", target).text
      #expect(!text.contains("Jeanne") && !text.contains("jean.dupont"), "\(target)")
    }
    let service = Live.service(isInternal: true)
    #expect(await service.ask("GET", "/api/graph").text.contains("Jeanne"))
    #expect(await service.ask("GET", "/api/actors/p").text.contains("Jeanne"))
  }

  @Test("has a card for each actor and alliance")
  func cards() async throws {
    let service = Live.service()
    let actor = try await service.ask("GET", "/api/actors/b").object()
    #expect(actor["alliances"] as? [String] == ["x", "y"])
    #expect(actor["partners"] as? [String] == ["a", "c", "person-1"])
    let alliance = try await service.ask("GET", "/api/alliances/x").object()
    #expect((alliance["alliance"] as? [String: Any])?["title"] as? String == "Chantier")
    #expect(await service.ask("GET", "/api/actors/z").status == 404)
  }

  @Test(
    "says what a browser may do with every answer, also with errors",
    arguments: ["/", "/api/graph", "/nothing", "/%ff", "/api/report"])
  func headers(target: String) async {
    let answer = await Live.service().ask("GET", target)
    let policy = answer["Content-Security-Policy"] ?? ""
    #expect(policy.hasPrefix("default-src 'none'") && policy.contains("frame-ancestors 'none'"))
    #expect(!policy.contains("script-src") || !policy.contains("unsafe"))
    #expect(answer["X-Content-Type-Options"] == "nosniff" && answer["Referrer-Policy"] == "no-referrer")
  }

  @Test("has one shape for errors")
  func errors() async throws {
    let cases = [
      ("GET", "/nothing", 404), ("GET", "/api/actors/a/b", 404), ("GET", "/api/../../etc/passwd", 404),
      ("GET", "/%2e%2e/etc/passwd", 404), ("GET", "/api/actors/..%2f..%2fetc%2fpasswd", 404), ("GET", "/%C3%28", 400),
      ("PUT", "/api/graph", 405), ("DELETE", "/api/decisions", 405), ("GET", "/api/picture?kind=x", 400),
      ("GET", "/api/picture?format=bmp", 400), ("GET", "/api/picture?filter=x", 400),
      ("GET", "/api/picture?filter=family=x", 404), ("GET", "/api/picture?kind=network&kind=ego", 400),
      ("GET", "/api/picture?kind=ego&actor=z", 404), ("GET", "/api/picture?actor=z&steps=1", 404),
      ("GET", "/api/picture?cluster=99", 404), ("GET", "/api/report?kind=actor", 404),
      ("DELETE", "/api/decisions/last", 409),
    ]
    let service = Live.service()
    for (method, target, status) in cases {
      let answer = await service.ask(method, target)
      #expect(answer.status == status, "\(method) \(target)")
      let error = try #require(try answer.object()["error"] as? [String: String], "\(target)")
      #expect(error.keys.sorted() == ["message"])
    }
    #expect(await service.ask("PUT", "/api/graph")["Allow"] == "GET, HEAD")
  }

  @Test("answers HEAD like GET, without the body")
  func head() async {
    let answer = await Live.service().ask("HEAD", "/api/openapi.json")
    #expect(answer.status == 200 && answer.body.isEmpty && answer["Content-Length"] == "\(FrontEnd.openAPI.count)")
  }

  @Test("draws the view that is asked for, in three formats")
  func pictures() async {
    let service = Live.service()
    let svg = await service.ask("GET", "/api/picture?kind=network&detail=names&frame=0").text
    #expect(svg.contains("acteur_a") && svg.contains("acteur_c"))
    let part = await service.ask("GET", "/api/picture?detail=names&frame=0&filter=year=2020").text
    #expect(part.contains("acteur_a") && !part.contains("acteur_c"))
    let around = await service.ask("GET", "/api/picture?detail=names&frame=0&actor=a&steps=1").text
    #expect(around.contains("alliance_x") && !around.contains("alliance_y"))
    #expect(await service.ask("GET", "/api/picture?format=png").body.starts(with: [0x89, 0x50, 0x4E, 0x47]))
    #expect(await service.ask("GET", "/api/picture?format=pdf").body.starts(with: Array("%PDF".utf8)))
  }

  @Test("says in the title of a report that it is about a part")
  func report() async {
    let service = Live.service()
    #expect(await service.ask("GET", "/api/report?filter=year=2020").text.contains("une partie"))
    #expect(await !service.ask("GET", "/api/report").text.contains("une partie"))
  }

  @Test("lets in who has the token, and keeps it in a cookie that scripts do not read")
  func token() async throws {
    let token = "0123456789abcdef"
    let service = Live.service(token: token)
    #expect(await service.ask("GET", "/").status == 401)
    #expect(await service.ask("GET", "/?token=no").status == 401)
    #expect(await service.ask("GET", "/%ff").status == 401)
    let entrance = await service.ask("GET", "/?token=\(token)")
    #expect(entrance.status == 200 && entrance["Cache-Control"] == "no-store")
    let cookie = try #require(entrance["Set-Cookie"])
    #expect(cookie == "maillage-8080=\(token); HttpOnly; SameSite=Strict; Path=/")
    #expect(!entrance.text.contains(token))
    let kept = String(cookie.prefix { $0 != ";" })
    #expect(await service.ask("GET", "/", headers: ["cookie": kept]).status == 200)
  }
}

@Suite("OpenAPI")
struct OpenAPITests {
  @Test("describes every route of the API, and no other")
  func routes() throws {
    let document = try #require(
      try JSONSerialization.jsonObject(with: Data(FrontEnd.openAPI)) as? [String: Any])
    let paths = try #require(document["paths"] as? [String: [String: Any]])
    let described = paths.flatMap { path, methods in methods.keys.map { "\($0.uppercased()) \(path)" } }
    #expect(
      described.sorted() == Route.all.filter { $0.path.hasPrefix("/api") }.map { "\($0.method) \($0.path)" }.sorted())
    #expect(document["openapi"] as? String == "3.1.0")
  }
}
