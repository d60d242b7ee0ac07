import AllianceModel
import Foundation
import GraphvizKit
import MissingPartnerships

/// The explorer of one graph as a function from requests to answers. No sockets: the server stands above it, and tests ask
/// it directly.
struct ExplorerService: Sendable {
  let live: LiveGraph
  let maker: ViewMaker
  let door: RequestGuard
  private let queue: RenderQueue
  private let store: PictureStore

  /// Bytes of pictures and reports that are kept.
  private static let storeLimit = 16 << 20
  /// How many pictures may wait for their turn.
  private static let waitingLimit = 32
  /// The longest body of a request.
  static let bodyLimit = 16 << 10

  /// - Parameter width: How many pictures are drawn at once; at least one thread is to be left for answers.
  init(live: LiveGraph, maker: ViewMaker, door: RequestGuard, width: Int) {
    (self.live, self.maker, self.door) = (live, maker, door)
    queue = RenderQueue(width: width, capacity: ExplorerService.waitingLimit)
    store = PictureStore(limit: ExplorerService.storeLimit)
  }

  /// Draws what a page shows first, then ranks the pairs, so that both wait when the page asks.
  func prepare() async {
    // Without it the page waits a little longer, and hears itself why there is no picture.
    _ = try? await ExplorerService.firstPicture(self)
    _ = try? await live.suggestions()
  }

  private static func firstPicture(_ service: ExplorerService) async throws -> ExplorerResponse {
    guard let target = RequestTarget(firstPictureTarget) else { return ExplorerResponse(404) }
    return try await service.picture(ViewQuery(target.query))
  }

  /// What `pictureAddress` of `view-query.js` asks for a network, or for the groups of a large one.
  static let firstPictureTarget = "/api/picture?kind=network&frame=0"

  // MARK: Answers

  /// Answers a request; every answer says what a browser may do with it.
  func respond(to request: ExplorerRequest) async -> ExplorerResponse {
    var response: ExplorerResponse
    do {
      response = try await answer(request)
    } catch let fault as ExplorerFault {
      response = fault.response(in: live.language)
    } catch is CancellationError {
      response = ExplorerFault(503, "interrompu", "interrupted").response(in: live.language)
    } catch is RenderQueue.Full {
      response = ExplorerFault(
        503, "trop de cartes attendent ; réessayez dans un instant", "too many maps are waiting; try again in a moment",
        headers: ["Retry-After": "5"]
      ).response(in: live.language)
    } catch {
      response = ExplorerFault(500, "erreur interne : \(type(of: error))", "internal error: \(type(of: error))")
        .response(in: live.language)
    }
    for (name, value) in SecurityHeaders.all where response[name] == nil {
      response.headers.append(.init(name: name, value: value))
    }
    if request.method == "HEAD" {
      response.headers.append(.init(name: "Content-Length", value: "\(response.body.count)"))
      response.body = []
    }
    return response
  }

  private func answer(_ request: ExplorerRequest) async throws -> ExplorerResponse {
    guard let target = RequestTarget(request.target) else {
      try door.check(request)
      throw ExplorerFault(400, "adresse mal formée", "malformed address")
    }
    if door.token != nil, target.segments == [""], let token = target.query.first(where: { $0.name == "token" })?.value
    {
      try door.check(request, given: token)
      return entrance(token)
    }
    try door.check(request)
    let method = request.method == "HEAD" ? "GET" : request.method
    let routes = Route.all.compactMap { route in route.match(target.segments).map { (route, $0) } }
    guard !routes.isEmpty else { throw ExplorerFault(404, "il n’y a rien à cette adresse", "there is nothing here") }
    guard let (route, id) = routes.first(where: { $0.0.method == method }) else {
      let allowed = Set(routes.map(\.0.method)).flatMap { $0 == "GET" ? ["GET", "HEAD"] : [$0] }.sorted()
      throw ExplorerFault(
        405, "méthode non permise ici", "method not allowed here", headers: ["Allow": allowed.joined(separator: ", ")])
    }
    let response = try await route.answer(self, RouteInput(id: id, query: target.query, request: request))
    if let tag = response["ETag"], request.headers["if-none-match"] == tag {
      return ExplorerResponse(304, headers: [("ETag", tag), ("Cache-Control", "no-cache")])
    }
    return response
  }

  /// Keeps the token in a cookie that no script reads, and goes on to the page by itself, so that a link followed from a
  /// mail works too and the token leaves the address.
  private func entrance(_ token: String) -> ExplorerResponse {
    let html =
      "<!doctype html><meta charset=\"utf-8\"><meta http-equiv=\"refresh\" content=\"0;url=/\"><title>Maillage</title>"
      + "<a href=\"/\">Maillage</a>"
    return ExplorerResponse(
      type: "text/html; charset=utf-8",
      headers: [
        ("Set-Cookie", "\(door.cookieName)=\(token); HttpOnly; SameSite=Strict; Path=/"),
        ("Cache-Control", "no-store"),
      ], body: Array(html.utf8))
  }

  // MARK: Pictures and reports

  func picture(_ view: ViewQuery) async throws -> ExplorerResponse {
    let format = try view.choice("format", default: PictureType.svg)
    let bytes = try await store.bytes(for: "picture \(view.key)") { [self] in
      try await queue.run { [self] in
        try await maker.picture(of: view) { [live] in try await live.suggestions().value.suggester }
      }
    }
    return ExplorerResponse(
      type: format.mediaType,
      headers: [("Content-Security-Policy", SecurityHeaders.filePolicy), ("Cache-Control", "no-cache")], body: bytes)
  }

  func report(_ view: ViewQuery) async throws -> ExplorerResponse {
    let bytes = try await store.bytes(for: "report \(view.key)") { [self] in
      try await queue.run { [self] in try await maker.report(of: view) }
    }
    return ExplorerResponse(
      type: "text/html; charset=utf-8",
      headers: [("Content-Security-Policy", SecurityHeaders.filePolicy), ("Cache-Control", "no-cache")], body: bytes)
  }

  /// Forgets pictures that a decision changes.
  func forget() async { await store.clear() }

  private enum PictureType: String, CaseIterable {
    case svg, png, pdf

    var mediaType: String {
      switch self {
      case .svg: "image/svg+xml; charset=utf-8"
      case .png: "image/png"
      case .pdf: "application/pdf"
      }
    }
  }
}

/// What every answer tells the browser.
enum SecurityHeaders {
  /// Scripts and styles of this server only, no frame around the page, nothing sent elsewhere.
  static let pagePolicy =
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' blob: data:; "
    + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
  /// Of pictures and reports that are opened by themselves: they hold their own styles and run nothing.
  static let filePolicy =
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; "
    + "frame-ancestors 'none'; sandbox"

  static let all = [
    ("Content-Security-Policy", pagePolicy), ("X-Content-Type-Options", "nosniff"), ("X-Frame-Options", "DENY"),
    ("Referrer-Policy", "no-referrer"), ("Cross-Origin-Opener-Policy", "same-origin"),
    ("Cross-Origin-Resource-Policy", "same-origin"), ("Cache-Control", "no-store"),
  ]
}
