public import AllianceModel
public import Foundation
import GraphCore

/// Suggestions as they are written to JSON and tables: rows by id, with everything that is needed to read them alone.
public struct SuggestionDocument: Sendable, Equatable, Encodable {
  /// Who an actor is, as far as it is known.
  public struct ActorRow: Sendable, Equatable, Encodable {
    public let id: String
    public let name: String
    public let kind: String?
    public let size: String?
    public let place: String?

    init(_ actor: AllianceGraph.Actor, places: [String: String], _ language: Language) {
      (id, name) = (actor.id, actor.name)
      kind = actor.kind?.label[language]
      size = actor.size?.label[language]
      place = actor.place.map { places[$0] ?? $0 }
    }
  }

  public struct Row: Sendable, Equatable, Encodable {
    public let first: String
    public let firstName: String
    public let second: String
    public let secondName: String
    /// Kind, size and place of both.
    public let actors: [ActorRow]
    public let score: Double
    public let intercept: Double
    /// By the codes of ``ReasonFamily``; they and the intercept add up to the score.
    public let contributions: [String: Double]
    public let timesAverage: Double?
    public let probability: Double?
    public let reasons: [ReasonRow]
    public let counter: ReasonRow?
    public let introducer: String?
    public let introduction: String?
    public let form: String?
    public let formAdvice: String?
  }

  public struct ReasonRow: Sendable, Equatable, Encodable {
    public let family: String
    public let contribution: Double
    public let sentence: String
    public let rows: [RowReference]
  }

  public let title: String
  public let language: String
  public let tieCount: Int
  public let candidateCount: Int
  /// What the numbers mean, in a sentence.
  public let basis: String
  /// The share of the listed suggestions that the most suggested twentieth of the actors holds.
  public let shareOfMostSuggested: Double
  public let suggestions: [Row]
  public let withoutHistory: [Row]

  public init(
    _ missing: MissingPartnerships, suggestions: [Suggestion], withoutHistory: [Suggestion], language: Language
  ) {
    title = missing.graph.info.title
    self.language = language.rawValue
    tieCount = missing.partnerships.history.network.edgeCount
    candidateCount = missing.candidateCount
    basis = missing.basis.sentence[language]
    shareOfMostSuggested = missing.shareOfMostSuggested(among: max(suggestions.count, 20))
    let places = Dictionary(missing.graph.places.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
    func rows(_ suggestions: [Suggestion]) -> [Row] {
      suggestions.map { SuggestionDocument.row($0, in: missing.graph, places, language) }
    }
    (self.suggestions, self.withoutHistory) = (rows(suggestions), rows(withoutHistory))
  }

  private static func row(
    _ suggestion: Suggestion, in graph: AllianceGraph, _ places: [String: String], _ language: Language
  ) -> Row {
    func reason(_ reason: Reason) -> ReasonRow {
      ReasonRow(
        family: reason.family.rawValue, contribution: reason.contribution, sentence: reason.sentence[language],
        rows: reason.rows)
    }
    func actor(_ position: Int) -> ActorRow { ActorRow(graph.actors[position], places: places, language) }
    let actors = [actor(suggestion.first), actor(suggestion.second)]
    return Row(
      first: actors[0].id, firstName: actors[0].name, second: actors[1].id, secondName: actors[1].name,
      actors: actors, score: suggestion.score,
      intercept: suggestion.intercept,
      contributions: Dictionary(
        uniqueKeysWithValues: zip(ReasonFamily.allCases.map(\.rawValue), suggestion.contributions)),
      timesAverage: suggestion.timesAverage, probability: suggestion.probability,
      reasons: suggestion.reasons.map(reason), counter: suggestion.counter.map(reason),
      introducer: suggestion.introduction.map { graph.actors[$0.actor].id },
      introduction: suggestion.introduction?.sentence[language], form: suggestion.form?.form.rawValue,
      formAdvice: suggestion.form?.sentence[language])
  }

  /// The document as JSON, keys sorted, so that the same graph gives the same bytes.
  public func json() throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return try encoder.encode(self) + Data("\n".utf8)
  }
}

extension SuggestionBasis {
  /// What the numbers mean and how far they may be trusted.
  public var sentence: LocalizedText {
    switch self {
    case .hypotheses(let ties):
      LocalizedText(
        french: "Hypothèses : \(ties) liens seulement (moins de \(StructuralModel.leastEdges)), trop peu pour juger la "
          + "qualité d’un classement ; lisez les raisons, pas l’ordre.",
        english:
          "Hypotheses: only \(ties) ties (fewer than \(StructuralModel.leastEdges)), too few to judge the quality "
          + "of a ranking; read the reasons, not the order.")
    case .relative(let ties):
      LocalizedText(
        french:
          "« × moyenne » : combien de fois plus vraisemblable que la paire moyenne, d’après \(ties) liens ; ce n’est "
          + "pas une probabilité. L’histoire dit ce qui s’est fait, non ce qui devrait se faire.",
        english:
          "“× average”: how many times as likely as the average pair, judging by \(ties) ties; not a probability. "
          + "History is what happened, not what should happen.")
    case .untaught(let ties):
      LocalizedText(
        french:
          "« × moyenne » : combien de fois plus vraisemblable que la paire moyenne, selon des poids appris sur d’autres "
          + "réseaux, ce graphe (\(ties) liens) étant trop grand pour les apprendre ; ce n’est pas une probabilité.",
        english:
          "“× average”: how many times as likely as the average pair, by weights learned on other networks, this graph "
          + "(\(ties) ties) being too large to learn from; not a probability.")
    case .calibrated(let years, let pairs, let learned):
      LocalizedText(
        french:
          "Probabilité qu’une alliance naisse en \(years) ans, réglée sur \(learned.lowerBound)–\(learned.upperBound) : "
          + "\(Int(pairs.rounded())) nouvelles paires attendues en tout. L’histoire dit ce qui s’est fait, non ce qui devrait se faire.",
        english:
          "Chance that an alliance arises within \(years) years, set by \(learned.lowerBound)–\(learned.upperBound): "
          + "\(Int(pairs.rounded())) new pairs expected in all. History is what happened, not what should happen.")
    }
  }
}
