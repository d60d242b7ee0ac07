import AllianceModel

/// Which forms alliances take between two families of actors, over all graphs at hand.
struct FormTable: Sendable {
  /// Two families, in the order of legends.
  private struct Families: Hashable {
    let first: ActorFamily
    let second: ActorFamily
  }

  private struct Counts {
    var alliances = 0
    var forms: [PartnershipForm: Int] = [:]
  }

  private let counts: [Families: Counts]

  init(_ graphs: [AllianceGraph]) {
    var counts: [Families: Counts] = [:]
    for graph in graphs {
      let indices = graph.actorIndices
      for alliance in graph.alliances where !alliance.forms.isEmpty {
        let families = graph.partyIndices(of: alliance, in: indices).compactMap { graph.actors[$0].family }
        var present: Set<Families> = []
        for (place, family) in families.enumerated() {
          for other in families[(place + 1)...] { present.insert(FormTable.key(family, other)) }
        }
        for key in present {
          counts[key, default: Counts()].alliances += 1
          for form in Set(alliance.forms) where form != .none { counts[key]?.forms[form, default: 0] += 1 }
        }
      }
    }
    self.counts = counts
  }

  private static func key(_ one: ActorFamily, _ other: ActorFamily) -> Families {
    let order = ActorFamily.allCases
    let isOrdered = (order.firstIndex(of: one) ?? 0) <= (order.firstIndex(of: other) ?? 0)
    return isOrdered ? Families(first: one, second: other) : Families(first: other, second: one)
  }

  /// The most frequent form between the families of two actors; nil when none is known.
  func advice(_ one: AllianceGraph.Actor, _ other: AllianceGraph.Actor) -> FormAdvice? {
    guard let first = one.family, let second = other.family, let found = counts[FormTable.key(first, second)] else {
      return nil
    }
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
