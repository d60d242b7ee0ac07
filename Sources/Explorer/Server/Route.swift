import AllianceModel
import Foundation
import MissingPartnerships

/// What a route is given of a request.
struct RouteInput: Sendable {
  /// The part of the path that stands for `{id}`.
  let id: String
  let query: [RequestTarget.Item]
  let request: ExplorerRequest
}

/// One address of the explorer and one method. `openapi.json` describes those under `/api`; a test holds both together.
struct Route: Sendable {
  let method: String
  /// `/api/actors/{id}`
  let path: String
  let answer: @Sendable (ExplorerService, RouteInput) async throws -> ExplorerResponse

  private init(
    _ method: String, _ path: String,
    _ answer: @escaping @Sendable (ExplorerService, RouteInput) async throws -> ExplorerResponse
  ) {
    (self.method, self.path, self.answer) = (method, path, answer)
  }

  static let all = [
    Route("GET", "/") { service, _ in LivePage.html(of: service.maker.shown, language: service.live.language) },
    Route("GET", "/\(LivePage.scriptName)") { _, _ in try LivePage.script.get() },
    Route("GET", "/\(LivePage.styleName)") { _, _ in LivePage.style },
    Route("GET", "/api/openapi.json") { _, _ in .json(FrontEnd.openAPI) },
    Route("GET", "/api/session") { service, _ in try .encoded(await service.live.session()) },
    Route("GET", "/api/graph") { service, _ in
      let content = try await service.live.document()
      return .json(content.json, headers: [("ETag", content.tag), ("Cache-Control", "no-cache")])
    },
    Route("GET", "/api/missing") { service, _ in
      let content = try await service.live.suggestions()
      return .json(content.json, headers: [("ETag", content.tag), ("Cache-Control", "no-cache")])
    },
    Route("GET", "/api/actors/{id}") { service, input in
      guard let card = try await service.live.allCards().actors[input.id] else { throw unknown(input.id) }
      return .json(card)
    },
    Route("GET", "/api/alliances/{id}") { service, input in
      guard let card = try await service.live.allCards().alliances[input.id] else { throw unknown(input.id) }
      return .json(card)
    },
    Route("GET", "/api/picture") { service, input in try await service.picture(ViewQuery(input.query)) },
    Route("GET", "/api/report") { service, input in try await service.report(ViewQuery(input.query)) },
    Route("POST", "/api/decisions") { service, input in
      let wanted = try WantedDecision(of: input.request)
      let answer = try await service.live.decide(
        wanted.verdict, wanted.subjects[0], wanted.subjects[1], reason: wanted.reason)
      await service.forget()
      return try .encoded(answer, status: 201)
    },
    Route("DELETE", "/api/decisions/last") { service, _ in
      let answer = try await service.live.undo()
      await service.forget()
      return try .encoded(answer)
    },
  ]

  /// Whether a path is this one, and what stands for `{id}` in it; nil for another path.
  func match(_ segments: [String]) -> String? {
    let wanted = path.dropFirst().split(separator: "/", omittingEmptySubsequences: false)
    guard wanted.count == segments.count else { return nil }
    var id = ""
    for (pattern, segment) in zip(wanted, segments) {
      if pattern == "{id}" { id = segment } else if pattern != segment { return nil }
    }
    return id
  }

  /// Whether an answer may take long, so that it ends when the client leaves.
  static func isSlow(_ target: String) -> Bool {
    target.hasPrefix("/api/picture") || target.hasPrefix("/api/report")
  }

  private static func unknown(_ id: String) -> ExplorerFault {
    ExplorerFault(404, "« \(id) » n’est pas dans le graphe", "“\(id)” is not in the graph")
  }
}

/// The body of a decision: `{"verdict": "set_aside", "subjects": ["adie", "crepi"], "reason": "…"}`.
struct WantedDecision: Equatable {
  let verdict: SuggestionDecisions.Verdict
  /// The ids of two different actors.
  let subjects: [String]
  let reason: String?

  /// Characters; a reason is a sentence or two.
  static let reasonLimit = 1_000

  private struct Body: Decodable {
    let verdict: String
    let subjects: [String]
    let reason: String?
  }

  init(of request: ExplorerRequest) throws(ExplorerFault) {
    let type = request.headers["content-type"]?.prefix { $0 != ";" }.lowercased()
    guard type?.filter({ !$0.isWhitespace }) == "application/json" else {
      throw ExplorerFault(
        415, "une décision est envoyée en application/json", "a decision is sent as application/json")
    }
    guard String(validating: request.body, as: UTF8.self) != nil else {
      throw ExplorerFault(400, "le texte n’est pas en UTF-8", "the text is not UTF-8")
    }
    let body: Body
    do {
      body = try JSONDecoder().decode(Body.self, from: Data(request.body))
    } catch {
      throw ExplorerFault(
        400, "il faut un objet JSON avec verdict, subjects (deux identifiants) et, si l’on veut, reason",
        "a JSON object with verdict, subjects (two ids) and, if wanted, reason is needed")
    }
    let verdicts = SuggestionDecisions.Verdict.allCases.map(\.rawValue)
    guard let verdict = SuggestionDecisions.Verdict(rawValue: body.verdict) else {
      throw ExplorerFault(
        400, "verdict : un de \(verdicts.joined(separator: ", "))",
        "verdict: one of \(verdicts.joined(separator: ", "))")
    }
    guard body.subjects.count == 2, body.subjects[0] != body.subjects[1] else {
      throw ExplorerFault(
        400, "subjects : les identifiants de deux acteurs différents", "subjects: the ids of two different actors")
    }
    let reason = body.reason?.trimmingCharacters(in: .whitespacesAndNewlines)
    guard reason?.count ?? 0 <= WantedDecision.reasonLimit, !(reason ?? "").contains("\0") else {
      throw ExplorerFault(
        400, "reason : \(WantedDecision.reasonLimit) caractères au plus",
        "reason: at most \(WantedDecision.reasonLimit) characters")
    }
    (self.verdict, subjects, self.reason) = (verdict, body.subjects, reason.flatMap { $0.isEmpty ? nil : $0 })
  }
}
