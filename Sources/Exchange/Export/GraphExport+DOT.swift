import AllianceModel
import GraphvizKit

extension GraphExport {
  /// Actors and alliances as nodes, parties as edges with their roles.
  func dot(language: Language) -> String {
    var document = DOTDocument(name: graph.info.name, isDirected: false)
    document.attributes = ["label": .text(graph.info.title)]
    let ids = Set(graph.actors.map(\.id))
    for actor in graph.actors {
      var attributes: DOTAttributes = ["label": .text(actor.name), "type": "actor"]
      if let kind = actor.kind { attributes["kind"] = .text(kind.rawValue) }
      document.addNode(actor.id, attributes)
    }
    for alliance in graph.alliances {
      var attributes: DOTAttributes = ["label": .text(alliance.title), "type": "alliance", "shape": "box"]
      if let relation = alliance.relation { attributes["relation"] = .text(relation.rawValue) }
      let node = node(of: alliance, actorIDs: ids)
      document.addNode(node, attributes)
      for party in alliance.parties where ids.contains(party.actor) {
        document.addEdge(node, party.actor, party.role.map { ["label": .text($0)] } ?? [:])
      }
    }
    return document.serialized()
  }
}
