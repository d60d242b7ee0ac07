import AllianceModel

/// Which forms alliances take between two families of actors, over all graphs at hand.
struct FormTable: Sendable {
  private struct Counts {
    var alliances = 0
    var forms: [PartnershipForm: Int] = [:]
  }

  /// By the places of two families in the order of legends, the lower first: one row for each first family.
  private let counts: [Counts]

  init(_ graphs: [AllianceGraph]) {
    var counts = [Counts](repeating: Counts(), count: FormTable.size * FormTable.size)
    for graph in graphs {
      let indices = graph.actorIndices
      let families = graph.actors.map { $0.family.flatMap { FormTable.place(of: $0) } }
      for alliance in graph.alliances where !alliance.forms.isEmpty {
        var sizes = [Int](repeating: 0, count: FormTable.size)
        for actor in graph.partyIndices(of: alliance, in: indices) { families[actor].map { sizes[$0] += 1 } }
        for first in sizes.indices where sizes[first] > 0 {
          for second in first..<sizes.count where sizes[second] > (second == first ? 1 : 0) {
            let cell = first * FormTable.size + second
            counts[cell].alliances += 1
            for form in Set(alliance.forms) where form != .none { counts[cell].forms[form, default: 0] += 1 }
          }
        }
      }
    }
    self.counts = counts
  }

  private static let size = ActorFamily.allCases.count
  private static func place(of family: ActorFamily) -> Int? { ActorFamily.allCases.firstIndex(of: family) }

  /// The most frequent form between the families of two actors; nil when none is known.
  func advice(_ one: AllianceGraph.Actor, _ other: AllianceGraph.Actor) -> FormAdvice? {
    guard let first = one.family, let second = other.family, let here = FormTable.place(of: first),
      let there = FormTable.place(of: second)
    else {
      return nil
    }
    let found = counts[min(here, there) * FormTable.size + max(here, there)]
    let best = found.forms.sorted {
      (-$0.value, $0.key.rank, $0.key.rawValue) < (-$1.value, $1.key.rank, $1.key.rawValue)
    }
    guard let (form, count) = best.first else { return nil }
    let total = found.alliances
    return FormAdvice(
      form: form, count: count, total: total,
      sentence: LocalizedText(
        french: "forme la plus fréquente entre « \(first.label.french) » et « \(second.label.french) » : "
          + "\(form.label.french.lowercased()) (\(count) alliance\(count < 2 ? "" : "s") sur \(total))",
        english: "most frequent form between “\(first.label.english)” and “\(second.label.english)”: "
          + "\(form.label.english.lowercased()) (\(count) of \(total) alliances)"))
  }
}
