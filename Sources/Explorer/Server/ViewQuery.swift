import AllianceModel

/// What a page shows, as it asks for a picture or a report of it: filters, the steps around an actor or the way between
/// two, a group; and the form of the answer.
///
///     kind=network&filter=family=companies&filter=year=2015-2019&actor=adie&steps=1&format=pdf
///
/// Filters are those of `maillage map --filter`; ids are public ones, as the page knows them.
struct ViewQuery: Sendable, Equatable {
  /// The most conditions of one question: more than any page sends.
  static let conditionLimit = 200

  let conditions: [GraphFilter.Condition]
  let actor: String?
  let steps: Int?
  let to: String?
  let cluster: String?
  /// The question in one spelling, whatever the order of its parts.
  let key: String
  private let values: [String: String]

  init(_ query: [RequestTarget.Item]) throws(ExplorerFault) {
    var values: [String: String] = [:]
    var conditions: [GraphFilter.Condition] = []
    for item in query where !item.value.isEmpty {
      if item.name == "filter" {
        guard let condition = GraphFilter.Condition(item.value), conditions.count < ViewQuery.conditionLimit else {
          throw ViewQuery.wrong("filter", item.value, known: GraphFilter.Key.allCases.map { "\($0.rawValue)=…" })
        }
        conditions.append(condition)
      } else {
        guard values.updateValue(item.value, forKey: item.name) == nil else {
          throw ExplorerFault(400, "\(item.name) : une seule valeur", "\(item.name): one value only")
        }
      }
    }
    (self.values, self.conditions) = (values, conditions)
    (actor, to, cluster) = (values["actor"], values["to"], values["cluster"])
    steps = try ViewQuery.value(values, "steps", known: ["1", "2"]) { ["1": 1, "2": 2][$0] }
    key = (values.map { "\($0.key)=\($0.value)" } + conditions.map { "filter=\($0.key.rawValue)=\($0.value)" })
      .sorted().joined(separator: "\u{0}")
  }

  /// The value of a name that takes one of a few words.
  func choice<Choice: CaseIterable & RawRepresentable<String>>(
    _ name: String, default first: Choice
  ) throws(ExplorerFault) -> Choice {
    let known = Choice.allCases.map(\.rawValue)
    return try ViewQuery.value(values, name, known: known) { Choice(rawValue: $0) } ?? first
  }

  func flag(_ name: String, default first: Bool) throws(ExplorerFault) -> Bool {
    try ViewQuery.value(values, name, known: ["0", "1"]) { ["0": false, "1": true][$0] } ?? first
  }

  private static func value<Value>(
    _ values: [String: String], _ name: String, known: [String], _ meaning: (String) -> Value?
  ) throws(ExplorerFault) -> Value? {
    guard let text = values[name] else { return nil }
    guard let value = meaning(text) else { throw wrong(name, text, known: known) }
    return value
  }

  private static func wrong(_ name: String, _ value: String, known: [String]) -> ExplorerFault {
    let list = known.joined(separator: ", ")
    return ExplorerFault(
      400, "\(name) : « \(value) » est inconnu. Valeurs possibles : \(list).",
      "\(name): “\(value)” is not known. Possible values: \(list).")
  }

  /// The filter of the view in `graph`, the public one: its conditions, and the alliances around an actor or on a way.
  ///
  /// - Throws: ``ExplorerFault`` for an actor that is not there, or when nothing is left to show.
  func filter(in graph: AllianceGraph) throws(ExplorerFault) -> GraphFilter {
    guard let actor, steps != nil || to != nil else { return GraphFilter(conditions) }
    let neighbourhood = Neighbourhood(of: graph)
    guard
      let around = to.map({ neighbourhood.way(from: actor, to: $0) }) ?? neighbourhood.around(actor, steps: steps ?? 1)
    else {
      throw ExplorerFault(404, "cet acteur n’est pas dans le graphe", "this actor is not in the graph")
    }
    guard !around.isEmpty else {
      throw ExplorerFault(404, "aucune alliance à montrer ici", "no alliance to show here")
    }
    return GraphFilter(conditions + around.map { GraphFilter.Condition(.id, $0) })
  }
}
