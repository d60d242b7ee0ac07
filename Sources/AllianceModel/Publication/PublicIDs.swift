/// The id that each row has in the public graph: its own, a neutral one where its own would tell, none for a row that is
/// left out.
struct PublicIDs {
  /// By the id in the graph; nil for a row that is left out.
  private let ids: [String: String?]
  private let hidden: Set<String>

  init(of graph: AllianceGraph, text: PersonalText) {
    let taken = Set(graph.actors.map(\.id) + graph.alliances.map(\.id) + graph.places.map(\.id))
    var ids: [String: String?] = [:]
    var hidden: Set<String> = []
    var numbers: [String: Int] = [:]
    func neutral(_ kind: String) -> String {
      var id: String
      repeat {
        numbers[kind, default: 0] += 1
        id = "\(kind)-\(numbers[kind] ?? 0)"
      } while taken.contains(id)
      return id
    }
    // Hidden rows first: of two rows with one id, the one that may not be named decides.
    let sorted = graph.actors.filter(Publication.isHidden) + graph.actors.filter { !Publication.isHidden($0) }
    for actor in sorted where ids[actor.id] == nil {
      if DiffusionMark.isSet(in: actor.fields) {
        ids[actor.id] = .some(nil)
      } else if Publication.isHidden(actor) {
        hidden.insert(actor.id)
        ids[actor.id] = neutral("person")
      } else {
        ids[actor.id] = text.isPersonal(link: actor.id) ? neutral("actor") : actor.id
      }
    }
    for alliance in graph.alliances where ids[alliance.id] == nil {
      let isMarked = DiffusionMark.isSet(in: alliance.fields)
      ids[alliance.id] =
        isMarked ? .some(nil) : text.isPersonal(link: alliance.id) ? neutral("alliance") : alliance.id
    }
    (self.ids, self.hidden) = (ids, hidden)
  }

  /// Whether a row of the graph has this id.
  func isKnown(_ id: String) -> Bool { ids[id] != nil }

  /// Whether it is the id of a row whose name is hidden.
  func isHidden(_ id: String) -> Bool { hidden.contains(id) }

  /// The public id of a row; nil for one that is left out or unknown.
  subscript(id: String) -> String? { ids[id] ?? nil }
}

extension PersonalText {
  /// What to look for in the texts of this graph.
  init(of graph: AllianceGraph, language: Language) {
    var hidden: [PersonName] = []
    var published: [String] = []
    for actor in graph.actors {
      let names = [actor.name] + actor.aliases
      if DiffusionMark.isSet(in: actor.fields) {
        hidden += names.map { actor.kind == .person ? .person($0) : .whole($0) }
      } else if Publication.isHidden(actor) {
        hidden += names.map { actor.kind == .person ? .person($0) : .soleTrader($0) }
      } else {
        published += names
      }
    }
    let places = graph.places.filter { !DiffusionMark.isSet(in: $0.fields) }.map(\.name)
    self.init(hidden: hidden, published: published + places, language: language)
  }
}
