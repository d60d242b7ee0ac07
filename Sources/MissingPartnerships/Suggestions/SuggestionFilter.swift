public import AllianceModel
import GraphCore

/// Which partners are wanted; what is not asked for is not looked at.
public struct SuggestionFilter: Sendable {
  public let kind: ActorKind?
  /// A theme of the partner, its own or that of one of its alliances.
  public let theme: String?
  /// A goal, likewise.
  public let odd: Int?
  public let maxKilometres: Double?
  /// The form that alliances between the two families take most often.
  public let form: PartnershipForm?

  public init(
    kind: ActorKind? = nil, theme: String? = nil, odd: Int? = nil, maxKilometres: Double? = nil,
    form: PartnershipForm? = nil
  ) {
    (self.kind, self.theme, self.odd, self.maxKilometres, self.form) = (kind, theme, odd, maxKilometres, form)
  }

  /// Whether a pair of positions is wanted.
  ///
  /// - Parameter isDirected: Whether the second is the partner sought; else one of the two must fit.
  ///
  /// A distance that is not known is not a short one: such a pair is left out when a distance is asked for.
  public func accepts(_ first: Int, _ second: Int, isDirected: Bool, in missing: MissingPartnerships) -> Bool {
    let partners = isDirected ? [second] : [first, second]
    guard partners.contains(where: { fits($0, in: missing) }) else { return false }
    let explainer = missing.explainer
    let nodes = explainer.history.nodes
    guard let one = nodes[first], let other = nodes[second] else { return false }
    if let form, explainer.form(for: NodePair(one, other))?.form != form { return false }
    guard let maxKilometres else { return true }
    let positions = explainer.attributes.positions
    guard let here = positions[one.index], let there = positions[other.index] else { return false }
    return here.distance(to: there) <= maxKilometres
  }

  private func fits(_ actor: Int, in missing: MissingPartnerships) -> Bool {
    (kind == nil || missing.graph.actors[actor].kind == kind)
      && (theme.map { missing.explainer.isActive(actor, on: Interests.theme + $0.textKey) } ?? true)
      && (odd.map { missing.explainer.isActive(actor, on: Interests.goal + String($0)) } ?? true)
  }
}
