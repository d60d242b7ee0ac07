import Foundation

/// The explorer as one file: it opens from a disk, asks no server, and its policy forbids every request.
///
/// Data and pictures are blocks of JSON, which no browser runs; script and styles are named in the Content-Security-Policy
/// by their hashes.
public struct ExplorerPage {
  /// A picture of the page.
  public struct Picture: Sendable {
    public let name: ExplorerPictures.Name
    /// As it stands in the page.
    let json: String

    public init(_ name: ExplorerPictures.Name, svg: String) throws {
      self.name = name
      json = ExplorerPage.inert(try JSONEncoder().encode(ExplorerPage.trimmed(svg)))
    }
  }

  let document: ExplorerDocument
  let pictures: [Picture]

  public init(_ document: ExplorerDocument, pictures: [Picture]) {
    (self.document, self.pictures) = (document, pictures)
  }

  /// The page as HTML. Same document and pictures, same bytes.
  public func html() throws -> String {
    let script = try ModuleBundle(modules: FrontEnd.modules).script(entry: FrontEnd.entry)
    let style = FrontEnd.styles.map(\.text).joined(separator: "\n")
    var blocks = ["<script type=\"application/json\" id=\"data\">\(ExplorerPage.inert(try document.json()))</script>"]
    for picture in pictures {
      blocks.append("<script type=\"application/json\" id=\"picture-\(picture.name.text)\">\(picture.json)</script>")
    }
    return PageTemplate(FrontEnd.page).filled([
      "language": document.language,
      "title": PageTemplate.escaped(document.graph.title),
      "description": PageTemplate.escaped(document.graph.description ?? document.graph.title),
      "head":
        "<meta http-equiv=\"Content-Security-Policy\" content=\"\(ExplorerPage.policy(script: script, style: style))\">\n"
        + "<style>\(style)</style>",
      "body": blocks.joined(separator: "\n") + "\n<script type=\"module\">\(script)</script>",
    ])
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

  /// JSON that cannot end the block that it stands in.
  fileprivate static func inert(_ json: Data) -> String {
    String(decoding: json, as: UTF8.self).replacing("<", with: "\\u003c")
  }

  /// A picture without its XML head, which means nothing inside a page.
  fileprivate static func trimmed(_ svg: String) -> String {
    svg.firstRange(of: "<svg").map { String(svg[$0.lowerBound...]) } ?? svg
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
