import AllianceModel
import Foundation

/// The page as the server hands it out: the same front end as the published file, its data behind `/api`.
enum LivePage {
  static let scriptName = "explorer.js"
  static let styleName = "explorer.css"

  static func html(of graph: AllianceGraph, language: Language) -> ExplorerResponse {
    let html = PageTemplate(FrontEnd.page).filled([
      "language": language.rawValue,
      "title": PageTemplate.escaped(graph.info.title),
      "description": PageTemplate.escaped(graph.info.description ?? graph.info.title),
      "head": "<link rel=\"stylesheet\" href=\"/\(styleName)\">",
      "body": "<script type=\"module\" src=\"/\(scriptName)\"></script>",
    ])
    return ExplorerResponse(
      type: "text/html; charset=utf-8", headers: [("Cache-Control", "no-cache")], body: Array(html.utf8))
  }

  /// Modules and styles do not change while the program runs: joined and hashed once.
  static let script = Result {
    file(try ModuleBundle(modules: FrontEnd.modules).script(entry: FrontEnd.entry), type: "text/javascript")
  }

  static let style = file(FrontEnd.styles.map(\.text).joined(separator: "\n"), type: "text/css")

  private static func file(_ text: String, type: String) -> ExplorerResponse {
    let bytes = Array(text.utf8)
    let tag = Data(SHA256.digest(of: bytes).prefix(12)).base64EncodedString()
    return ExplorerResponse(
      type: "\(type); charset=utf-8", headers: [("ETag", "\"\(tag)\""), ("Cache-Control", "no-cache")], body: bytes)
  }
}
