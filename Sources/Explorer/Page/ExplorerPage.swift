import Foundation

/// The explorer as one file: it opens from a disk, asks no server, and its policy forbids every request.
///
/// Data and pictures are packed blocks, which no browser runs; script and styles are named in the Content-Security-Policy
/// by their hashes.
///
///     let page = try ExplorerPage(document, try ExplorerSuggestions(of: document))
///     let html = try page.html(pictures: try await pictures.all(for: document, beside: page.byteCount))
public struct ExplorerPage {
  private let document: ExplorerDocument
  private let data: PageBlock
  private let suggestions: PageBlock

  public init(_ document: ExplorerDocument, _ suggestions: ExplorerSuggestions) throws {
    self.document = document
    data = PageBlock(id: "data", try document.json())
    self.suggestions = PageBlock(id: "missing", try suggestions.json())
  }

  /// The length of all but the pictures and the program.
  public var byteCount: Int { data.byteCount + suggestions.byteCount }

  /// The page as HTML. Same document and pictures, same bytes.
  public func html(pictures: [PageBlock]) throws -> String {
    let script = try ModuleBundle(modules: FrontEnd.modules).script(entry: FrontEnd.entry)
    let style = FrontEnd.styles.map(\.text).joined(separator: "\n")
    return PageTemplate(FrontEnd.page).filled([
      "language": document.language,
      "title": PageTemplate.escaped(document.graph.title),
      "description": PageTemplate.escaped(document.graph.description ?? document.graph.title),
      "head":
        "<meta http-equiv=\"Content-Security-Policy\" content=\"\(ExplorerPage.policy(script: script, style: style))\">\n"
        + "<style>\(style)</style>",
      "body": body(pictures: pictures.map(\.html), script: "<script type=\"module\" async>\(script)</script>"),
    ])
  }

  /// The graph, the picture that the page opens with, and the program at once: it works while the browser reads the rest.
  private func body(pictures: [String], script: String) -> String {
    let first = [data.html] + pictures.prefix(1) + [script]
    return (first + [suggestions.html] + pictures.dropFirst()).joined(separator: "\n")
  }

  /// Nothing may be fetched; only this script and this style apply. Images are those that the page itself makes, when a
  /// picture is saved as PNG.
  private static func policy(script: String, style: String) -> String {
    func hash(_ text: String) -> String {
      "'sha256-\(Data(SHA256.digest(of: Array(text.utf8))).base64EncodedString())'"
    }
    return "default-src 'none'; script-src \(hash(script)); style-src \(hash(style)); img-src blob: data:; "
      + "base-uri 'none'; form-action 'none'"
  }
}

/// A page with places to fill, `{{name}}`.
struct PageTemplate {
  private let text: String

  init(_ text: String) {
    self.text = text
  }

  /// The text with its places filled, in one pass: a value that looks like a place stays as it is.
  func filled(_ values: [String: String]) -> String {
    text.replacing(/\{\{(\w+)\}\}/) { match in values[String(match.1)] ?? String(match.0) }
  }

  static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
      .replacing("\"", with: "&quot;")
  }
}
