import Foundation
import FoundationXML
import Testing

/// What an SVG of Graphviz holds, read with an XML parser that knows nothing of our writer.
struct DrawnSVG {
  struct Group: Equatable {
    var id = ""
    var classes: [String] = []
    var title = ""
    /// One for each line of a label, in the order of drawing.
    var texts: [String] = []
    var tooltips: [String] = []
    var links: [String] = []
  }

  private(set) var groups: [Group] = []
  let width: Double
  let height: Double

  var nodes: [Group] { groups.filter { $0.classes.contains("node") } }
  var edges: [Group] { groups.filter { $0.classes.contains("edge") } }
  var clusters: [Group] { groups.filter { $0.classes.contains("cluster") } }

  func node(_ title: String) -> Group? { nodes.first { $0.title == title } }

  init(_ svg: [UInt8], sourceLocation: SourceLocation = #_sourceLocation) throws {
    let reader = Reader()
    let parser = XMLParser(data: Data(svg))
    parser.delegate = reader
    try #require(
      parser.parse(), "The SVG is malformed: \(String(describing: parser.parserError))", sourceLocation: sourceLocation)
    groups = reader.groups
    width = reader.width
    height = reader.height
  }

  private final class Reader: NSObject, XMLParserDelegate {
    var groups: [Group] = []
    var width = 0.0
    var height = 0.0
    private var open: [Int?] = []
    private var text: String?

    func parser(
      _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
      attributes: [String: String]
    ) {
      switch name {
      case "svg":
        width = Double((attributes["width"] ?? "").replacing("pt", with: "")) ?? 0
        height = Double((attributes["height"] ?? "").replacing("pt", with: "")) ?? 0
      case "g":
        if let kind = attributes["class"] {
          groups.append(Group(id: attributes["id"] ?? "", classes: kind.split(separator: " ").map(String.init)))
          open.append(groups.count - 1)
        } else {
          open.append(nil)
        }
      case "title", "text": text = ""
      case "a":
        guard let current else { return }
        if let tooltip = attributes["xlink:title"] { groups[current].tooltips.append(tooltip) }
        if let link = attributes["xlink:href"] { groups[current].links.append(link) }
      default: break
      }
    }

    func parser(_ parser: XMLParser, foundCharacters string: String) { text? += string }

    func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
      switch name {
      case "g": open.removeLast()
      case "title": if let current { groups[current].title = text ?? "" }
      case "text": if let current { groups[current].texts.append(text ?? "") }
      default: return
      }
      text = nil
    }

    private var current: Int? { open.last { $0 != nil } ?? nil }
  }
}
