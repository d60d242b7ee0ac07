import GraphvizKit
import TestSupport

extension DOTDocument {
  /// Up to 12 nodes with awkward names, 20 edges, nested subgraphs and defaults.
  static func random(using generator: inout TestGenerator) -> DOTDocument {
    let words = [
      "a", "été", "C:\\Nord", "\"", "graph", "-1.5", "1a", "a b", "\\N", "x\\\\", "&eacute;", "😀", "", "{", "//", "# 1",
      "é\n", "<b>", "a\\\"",
    ]
    func value(_ generator: inout TestGenerator) -> DOTValue {
      let word = words[Int.random(in: 0..<words.count, using: &generator)]
      return switch Int.random(in: 0..<3, using: &generator) {
      case 0: .text(word)
      case 1: .html(.text(word).bold())
      default: .text(word + word, align: .left)
      }
    }
    func attributes(_ generator: inout TestGenerator) -> DOTAttributes {
      var attributes: DOTAttributes = [:]
      for name in ["label", "comment", "mot clé"] where Bool.random(using: &generator) {
        attributes[name] = value(&generator)
      }
      return attributes
    }
    var document = DOTDocument(
      name: "G", isDirected: Bool.random(using: &generator), isStrict: false)
    document.nodeDefaults = attributes(&generator)
    document.edgeDefaults = attributes(&generator)
    let names = words.filter { !$0.hasSuffix("\\\"") }.shuffled(using: &generator).prefix(
      Int.random(in: 0...12, using: &generator))
    for name in names { document.addNode(name, attributes(&generator)) }
    for _ in 0..<(names.isEmpty ? 0 : Int.random(in: 0...20, using: &generator)) {
      guard let tail = names.randomElement(using: &generator), let head = names.randomElement(using: &generator) else {
        break
      }
      document.addEdge(tail, head, attributes(&generator))
    }
    for index in 0..<Int.random(in: 0...2, using: &generator) {
      let members = names.filter { _ in Bool.random(using: &generator) }
      document.addSubgraph(
        "cluster_\(index)", attributes(&generator), members: Array(members),
        subgraphs: [Subgraph(nil, attributes(&generator), members: Array(names.prefix(1)))])
    }
    // The attributes of a graph come last where there are subgraphs, so these inherit none.
    document.attributes = attributes(&generator)
    return document
  }
}
