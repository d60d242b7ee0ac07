import AllianceModel

extension GraphExport {
  /// Actors and alliances as nodes with typed keys, parties as edges with roles.
  ///
  /// - SeeAlso: http://graphml.graphdrawing.org/specification.html
  func graphML() -> String {
    var keys = GraphMLKeys()
    let ids = Set(graph.actors.map(\.id))
    var body = ""
    for actor in graph.actors {
      body += element("node", [("id", actor.id)], data: keys.data(of: graphMLValues(of: actor), for: .node))
    }
    for alliance in graph.alliances {
      let node = node(of: alliance, actorIDs: ids)
      body += element("node", [("id", node)], data: keys.data(of: graphMLValues(of: alliance), for: .node))
    }
    for alliance in graph.alliances {
      let node = node(of: alliance, actorIDs: ids)
      for party in alliance.parties where ids.contains(party.actor) {
        let values: [GraphMLKeys.Value] = [
          ("role", .text(party.role)), ("start", .text(party.start?.description)),
          ("end", .text(party.end?.description)),
        ]
        body += element(
          "edge", [("source", node), ("target", party.actor)], data: keys.data(of: values, for: .edge))
      }
    }
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      <graphml xmlns="http://graphml.graphdrawing.org/xmlns">
      \(keys.declarations)  <graph id="\(XMLText.escaped(graph.info.name))" edgedefault="undirected">
      \(body)  </graph>
      </graphml>

      """
  }

  private func element(_ name: String, _ attributes: [(String, String)], data: String) -> String {
    let written = attributes.map { " \($0)=\"\(XMLText.escaped($1))\"" }.joined()
    return data.isEmpty ? "    <\(name)\(written)/>\n" : "    <\(name)\(written)>\n\(data)    </\(name)>\n"
  }

  private func graphMLValues(of actor: AllianceGraph.Actor) -> [GraphMLKeys.Value] {
    [
      ("type", .text("actor")), ("label", .text(actor.name)), ("kind", .text(actor.kind?.rawValue)),
      ("family", .text(actor.family?.rawValue)), ("is_organisation", .bool(actor.isOrganisation)),
      ("aliases", .list(actor.aliases)), ("legal_category", .text(actor.legalCategory)), ("siren", .text(actor.siren)),
      ("siret", .text(actor.siret)), ("rna", .text(actor.rna)), ("size", .text(actor.size?.rawValue)),
      ("place", .text(actor.place)), ("latitude", .number(actor.latitude)), ("longitude", .number(actor.longitude)),
      ("start", .text(actor.start?.description)), ("end", .text(actor.end?.description)),
      ("themes", .list(actor.themes)), ("odd", .list(actor.odd.map(String.init))), ("networks", .list(actor.networks)),
      ("public_role", .text(actor.publicRole)), ("description", .text(actor.description)), ("url", .text(actor.url)),
    ] + actor.fields.map { ("field:" + $0.name, .text($0.value)) }
  }

  private func graphMLValues(of alliance: AllianceGraph.Alliance) -> [GraphMLKeys.Value] {
    [
      ("type", .text("alliance")), ("label", .text(alliance.title)), ("forms", .list(alliance.forms.map(\.rawValue))),
      ("relation", .text(alliance.relation?.rawValue)), ("logic", .text(alliance.logic?.rawValue)),
      ("start", .text(alliance.start?.description)), ("end", .text(alliance.end?.description)),
      ("status", .text(alliance.status?.rawValue)), ("themes", .list(alliance.themes)),
      ("odd", .list(alliance.odd.map(String.init))), ("territory", .text(alliance.territory)),
      ("intensity", .text(alliance.intensity)), ("story", .text(alliance.story)), ("result", .text(alliance.result)),
    ] + alliance.fields.map { ("field:" + $0.name, .text($0.value)) }
  }
}

/// Hands out the keys of a GraphML document in the order in which they are first used, and declares them.
struct GraphMLKeys {
  enum Domain: String { case node, edge }

  /// A value with its type; nil is left out, since unknown is not empty.
  enum Content {
    case text(String?)
    case list([String])
    case number(Double?)
    case bool(Bool)

    var written: String? {
      switch self {
      case .text(let text): text
      case .list(let items): items.isEmpty ? nil : ListCell.text(items)
      case .number(let number): number.flatMap { $0.isFinite ? "\($0)" : nil }
      case .bool(let flag): flag ? "true" : "false"
      }
    }

    var type: String {
      switch self {
      case .text, .list: "string"
      case .number: "double"
      case .bool: "boolean"
      }
    }
  }

  typealias Value = (name: String, content: Content)

  private var ids: [String: String] = [:]
  private(set) var declarations = ""

  mutating func data(of values: [Value], for domain: Domain) -> String {
    var data = ""
    for value in values {
      guard let written = value.content.written else { continue }
      let id = id(of: value.name, type: value.content.type, domain: domain)
      data += "      <data key=\"\(id)\">\(XMLText.escaped(written))</data>\n"
    }
    return data
  }

  private mutating func id(of name: String, type: String, domain: Domain) -> String {
    let key = domain.rawValue + " " + name
    if let id = ids[key] { return id }
    let id = "d\(ids.count)"
    ids[key] = id
    declarations +=
      "  <key id=\"\(id)\" for=\"\(domain.rawValue)\" attr.name=\"\(XMLText.escaped(name))\" attr.type=\"\(type)\"/>\n"
    return id
  }
}
