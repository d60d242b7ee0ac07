import AllianceModel
import Foundation
import GraphCore

/// Finds what stands behind the contributions of a pair, in rows that a person can check.
struct Explainer: Sendable {
  let history: AllianceHistory
  let graph: AllianceGraph
  let attributes: AttributeMeasures
  let degrees: [Double]
  /// The alliances of each node, by their positions in the graph, rising.
  private let alliancesOf: [[Int]]
  private let forms: FormTable
  let places: [String: AllianceGraph.Place]

  /// A family is worth a sentence when it makes a partnership half as likely again.
  static let leastContribution = log(1.5)
  static let mostReasons = 3
  static let mostCertificates = 3

  init(_ partnerships: PartnershipModel, graph: AllianceGraph, others: [AllianceGraph]) {
    (history, self.graph) = (partnerships.history, graph)
    attributes = partnerships.model.measures.attributes ?? AttributeMeasures(partnerships.history, in: graph)
    degrees = partnerships.model.measures.degrees
    var alliancesOf = history.actors.map { _ in [Int]() }
    for event in history.events { for member in event.members { alliancesOf[member.index].append(event.alliance) } }
    self.alliancesOf = alliancesOf
    forms = FormTable([graph] + others)
    places = Dictionary(graph.places.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The reasons for a pair, and the strongest reason against it.
  func explanation(of pair: NodePair, contributions: [Double]) -> (reasons: [Reason], counter: Reason?) {
    let families = ReasonFamily.allCases.indices.sorted { (-contributions[$0], $0) < (-contributions[$1], $1) }
    func reason(_ place: Int) -> Reason? {
      let (family, contribution) = (ReasonFamily.allCases[place], contributions[place])
      return sentence(family, pair, isFor: contribution >= 0).map {
        Reason(family: family, contribution: contribution, sentence: $0.text, rows: $0.rows)
      }
    }
    let speaking = families.filter { contributions[$0] > 0 }.compactMap(reason)
    var reasons = Array(
      speaking.filter { $0.contribution >= Explainer.leastContribution }.prefix(Explainer.mostReasons))
    if reasons.isEmpty, let best = speaking.first { reasons = [best] }
    let counter = families.last { contributions[$0] < 0 }.flatMap(reason)
    return (reasons, counter)
  }

  /// Partners of both, the rarest first: a partner of few says more than one of many.
  func commonPartners(_ pair: NodePair) -> [NodeID] {
    let theirs = Set(history.network.neighbors(of: pair.high))
    return history.network.neighbors(of: pair.low).filter { theirs.contains($0) }
      .sorted { (degrees[$0.index], $0) < (degrees[$1.index], $1) }
  }

  /// The chains low–x–y–high whose inner partners are rarest, first three.
  func chains(_ pair: NodePair) -> [(NodeID, NodeID)] {
    let network = history.network
    var chains: [(near: NodeID, far: NodeID, weight: Double)] = []
    for far in network.neighbors(of: pair.high) where far != pair.low {
      for near in network.neighbors(of: far) where near != pair.high && network.hasEdge(from: pair.low, to: near) {
        chains.append((near, far, 1 / (degrees[near.index] * degrees[far.index]).squareRoot()))
      }
    }
    return chains.sorted { (-$0.weight, $0.near, $0.far) < (-$1.weight, $1.near, $1.far) }
      .prefix(Explainer.mostCertificates).map { ($0.near, $0.far) }
  }

  /// The themes and goals of both by their numbers, those that weigh most first.
  func sharedSubjects(_ pair: NodePair) -> [Int] {
    attributes.interests.shared(pair.low.index, pair.high.index)
      .sorted { (-$0.share, $0.subject) < (-$1.share, $1.subject) }.map(\.subject)
  }

  /// Whether an actor names a subject, itself or by one of its alliances.
  func isActive(_ actor: Int, on subject: String) -> Bool {
    guard let node = history.nodes[actor] else { return false }
    if subject == Interests.goal + String(Interests.uncountedGoal) {
      return graph.actors[actor].odd.contains(Interests.uncountedGoal)
    }
    return attributes.interests.items(of: node.index).contains { attributes.interests.subjects[$0.subject] == subject }
  }

  /// Who knows both best: the common partner with most alliances on its weaker side, else the first link of a chain.
  func introduction(of pair: NodePair) -> Introduction? {
    func count(_ one: NodeID, _ other: NodeID) -> Int { alliances(one, other).count }
    let common = commonPartners(pair).map { partner in
      (partner, min(count(partner, pair.low), count(partner, pair.high)))
    }
    if let best = common.max(by: { $0.1 < $1.1 })?.0 {
      let (low, high) = (count(best, pair.low), count(best, pair.high))
      return Introduction(
        actor: history.actors[best.index],
        sentence: LocalizedText(
          french: "\(name(best)) peut les présenter : \(alliancesInFrench(low)) avec \(name(pair.low)), \(high) avec "
            + "\(name(pair.high))",
          english: "\(name(best)) can introduce them: \(alliancesInEnglish(low)) with \(name(pair.low)), \(high) with "
            + "\(name(pair.high))"),
        rows: rows(alliances(best, pair.low) + alliances(best, pair.high)))
    }
    guard let (near, far) = chains(pair).first else { return nil }
    return Introduction(
      actor: history.actors[near.index],
      sentence: LocalizedText(
        french: "\(name(near)) et \(name(far)) peuvent faire le lien",
        english: "\(name(near)) and \(name(far)) can link them"),
      rows: rows(alliances(pair.low, near) + alliances(near, far) + alliances(far, pair.high)))
  }

  func form(for pair: NodePair) -> FormAdvice? {
    forms.advice(graph.actors[history.actors[pair.low.index]], graph.actors[history.actors[pair.high.index]])
  }

  /// Those that two nodes share.
  func alliances(_ one: NodeID, _ other: NodeID) -> [Int] {
    let (fewer, more) = (alliancesOf[one.index], alliancesOf[other.index])
    let theirs = Set(more)
    return fewer.filter(theirs.contains)
  }

  /// Those of one node, and those in which two kinds of actors meet.
  func alliances(of node: NodeID) -> [Int] { alliancesOf[node.index] }
  func alliances(betweenKinds one: Int, and other: Int) -> [Int] {
    history.events.filter { event in
      let kinds = event.members.map { attributes.kinds.kinds[$0.index] }
      return one == other ? kinds.count { $0 == one } > 1 : kinds.contains(one) && kinds.contains(other)
    }.map(\.alliance)
  }

  func name(_ node: NodeID) -> String { graph.actors[history.actors[node.index]].name }

  func rows(_ alliances: [Int]) -> [RowReference] {
    alliances.map { RowReference(table: "alliances", id: graph.alliances[$0].id) }
  }

  func actorRows(_ pair: NodePair) -> [RowReference] {
    [pair.low, pair.high].map { RowReference(table: "actors", id: graph.actors[history.actors[$0.index]].id) }
  }

  func alliancesInFrench(_ count: Int) -> String { "\(count) alliance\(count < 2 ? "" : "s")" }
  func alliancesInEnglish(_ count: Int) -> String { "\(count) alliance\(count == 1 ? "" : "s")" }
}
