import AllianceModel

/// What the rows of cards and lists say.
struct TerritoryEntries {
  let graph: AllianceGraph
  let places: TerritoryPlaces
  let words: TerritoryWords
  private let actorIndices: [String: Int]
  private let placeNames: [String: String]

  init(graph: AllianceGraph, places: TerritoryPlaces, words: TerritoryWords) {
    (self.graph, self.places, self.words) = (graph, places, words)
    actorIndices = graph.actorIndices
    placeNames = Dictionary(graph.places.map { ($0.id, $0.name) }) { first, _ in first }
  }

  private func unlocatedParties(of index: Int) -> Int {
    let parties = graph.partyIndices(of: graph.alliances[index], in: actorIndices)
    let missing = parties.count { places.placeOf[$0] == nil }
    return missing == parties.count ? 0 : missing
  }

  func actor(_ index: Int) -> TerritoryCard.Entry {
    let actor = graph.actors[index]
    return TerritoryCard.Entry(
      content: .actor(index), text: actor.name, face: actor.isOrganisation ? .regular : .italic)
  }

  /// The actor with what is known of its place: a département, a commune without coordinates.
  func unlocated(_ index: Int) -> TerritoryCard.Entry {
    let entry = actor(index)
    let place = graph.actors[index].place.map { placeNames[$0] ?? $0 }
    return TerritoryCard.Entry(
      content: entry.content, text: entry.text + (place.map { " (\($0))" } ?? ""), face: entry.face)
  }

  func alliance(_ index: Int) -> TerritoryCard.Entry {
    let alliance = graph.alliances[index]
    let years = words.years(of: alliance).map { " (\($0))" } ?? ""
    let missing = unlocatedParties(of: index)
    let rest = missing > 0 ? "\u{A0}+\(missing)" : ""
    return TerritoryCard.Entry(content: .alliance(index), text: alliance.title + years + rest, face: .regular)
  }
}
