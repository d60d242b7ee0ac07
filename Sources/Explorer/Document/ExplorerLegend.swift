import AllianceModel
import Cartography

/// How actors, objects and alliances look on the pictures: the legend that stays on screen while a picture is moved.
///
/// Only what the graph holds, each with how many have it; the looks are those of ``MapTheme``, so that picture and legend
/// cannot differ.
struct ExplorerLegend: Sendable, Encodable {
  struct Node: Sendable, Encodable {
    let code: String
    let label: String
    let count: Int
    let shape: String
    let fill: String
    let border: String
    let isDouble: Bool
    let isDashed: Bool
  }

  struct Line: Sendable, Encodable {
    let code: String
    let label: String
    let count: Int
    let line: String
    let color: String
    let width: Double
  }

  let families: [Node]
  let objects: [Node]
  let forms: [Line]

  init(of graph: AllianceGraph, language: Language) {
    let theme = MapTheme.standard
    func node(_ code: String, _ label: LocalizedText, _ count: Int, _ style: MapTheme.NodeStyle) -> Node {
      Node(
        code: code, label: label[language], count: count, shape: style.shape.rawValue, fill: style.fill.hex,
        border: style.border.hex, isDouble: style.isDouble, isDashed: style.isDashed)
    }
    let families = Dictionary(graph.actors.compactMap(\.family).map { ($0, 1) }, uniquingKeysWith: +)
    self.families = ActorFamily.allCases.compactMap { family in
      families[family].map { node(family.rawValue, family.label, $0, theme.style(of: family)) }
    }
    let kinds = Dictionary(
      graph.actors.filter { !$0.isOrganisation }.compactMap(\.kind).map { ($0, 1) }, uniquingKeysWith: +)
    objects = kinds.sorted { ($0.key.rank, $0.key.rawValue) < ($1.key.rank, $1.key.rawValue) }.map { kind, count in
      node(kind.rawValue, kind.label, count, theme.style(ofObject: kind))
    }
    let forms = Dictionary(graph.alliances.flatMap(\.forms).map { ($0, 1) }, uniquingKeysWith: +)
    let known = forms.sorted { ($0.key.rank, $0.key.rawValue) < ($1.key.rank, $1.key.rawValue) }.map { form, count in
      ExplorerLegend.line(form.rawValue, form.label[language], count, theme.style(of: form))
    }
    let unknown = graph.alliances.count { $0.forms.isEmpty }
    let words = LocalizedText(french: "Forme non connue", english: "Form not known")
    self.forms =
      known + (unknown > 0 ? [ExplorerLegend.line("unknown", words[language], unknown, theme.unknownTie)] : [])
  }

  private static func line(_ code: String, _ label: String, _ count: Int, _ style: MapTheme.TieStyle) -> Line {
    Line(
      code: code, label: label, count: count, line: style.line.rawValue, color: style.color.hex, width: style.width)
  }
}
