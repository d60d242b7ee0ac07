import AllianceModel
import ArgumentParser
import Exchange
import Foundation
import GraphCore
import MissingPartnerships

/// Ranks all pairs without a tie of a plain edge list, by structure alone.
struct RankPairsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rank-pairs",
    abstract: spoken(
      "Classe les paires sans lien d’une liste de liens.", "Ranks the pairs without a tie of an edge list."),
    discussion: spoken("Exemple :", "Example:") + """

        maillage rank-pairs liens.tsv --output scores.tsv


      """
      + spoken(
        """
        Toute paire sans lien dont les deux bouts en ont un est écrite : deux noms et un score, la plus probable d’abord. \
        Le score est un logit : plus grand, plus probable ; ce n’est pas une probabilité.
        """,
        """
        Every pair without a tie whose two ends have one is written: two names and a score, the most likely first. The \
        score is a logit: larger is more likely; it is not a probability.
        """))

  @Argument(
    help: help(
      "Un texte, deux noms par ligne ; une ligne d’en-tête est sautée.",
      "A text, two names on each line; a header line is skipped."))
  var edges: String

  @Option(
    name: .shortAndLong,
    help: help(
      "Où écrire : nom, nom, score, séparés par des tabulations ; « - » pour la sortie standard.",
      "Where to write: name, name, score, with tabs; “-” for standard output."))
  var output: String

  @Flag(
    name: .customLong("no-training"),
    help: help(
      "Garder les poids appris ailleurs, sans rien apprendre de ce réseau.",
      "Use the weights of other networks only, learn none from this one."))
  var isUntrained = false

  @Option(
    help: help("Classer plutôt par une seule mesure connue.", "Rank by one plain measure instead."))
  var measure: PlainMeasure?

  /// Measures of the literature, to compare with.
  enum PlainMeasure: String, CaseIterable, ExpressibleByArgument {
    case resourceAllocation = "resource-allocation"
    case lengthThree = "length-three"
    case rootedPageRank = "rooted-pagerank"

    var score: PairScore {
      switch self {
      case .resourceAllocation: .resourceAllocation
      case .lengthThree: .lengthThree
      case .rootedPageRank: .rootedPageRank()
      }
    }
  }

  func run() async throws {
    let list: EdgeList
    do {
      list = try EdgeList(contentsOf: URL(filePath: edges))
    } catch let error as EdgeListError {
      throw Terminal.failure(
        .data,
        LocalizedText(french: error.text(file: edges, in: .french), english: error.text(file: edges, in: .english)))
    } catch is CocoaError {
      throw Terminal.failure(
        .noInput,
        LocalizedText(french: "\(edges) : impossible de lire ce fichier", english: "\(edges): cannot read this file"))
    }
    if list.mergedCount + list.selfLoopCount > 0 {
      Terminal.say(
        LocalizedText(
          french:
            "\(edges) : \(list.mergedCount) lien(s) répété(s) réuni(s), \(list.selfLoopCount) boucle(s) écartée(s)",
          english: "\(edges): \(list.mergedCount) repeated tie(s) merged, \(list.selfLoopCount) loop(s) left out"))
    }
    let order = RankPairsCommand.order(of: list.names)
    let graph = list.graph.subgraph(of: order)
    let ranking =
      try measure.map { try PairRanking(of: graph, by: $0.score) }
      ?? StructuralModel(of: graph, isTrained: !isUntrained).ranking()
    try RankPairsCommand.write(RankPairsCommand.table(ranking, names: order.map { list.names[$0.index] }), to: output)
  }

  /// The nodes by name, as numbers when all names are whole numbers: so the order of the lines does not matter.
  static func order(of names: [String]) -> [NodeID] {
    let numbers = names.compactMap { name in Int(name).flatMap { String($0) == name ? $0 : nil } }
    let order =
      numbers.count == names.count
      ? names.indices.sorted { numbers[$0] < numbers[$1] }
      : names.indices.sorted { names[$0].utf8.lexicographicallyPrecedes(names[$1].utf8) }
    return order.map { NodeID($0) }
  }

  /// Lines of name, name, score with six decimals.
  static func table(_ ranking: PairRanking, names: [String]) -> [UInt8] {
    let names = names.map { Array($0.utf8) + [UInt8(ascii: "\t")] }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(ranking.pairs.count * 24)
    for entry in ranking.pairs {
      bytes += names[entry.pair.low.index]
      bytes += names[entry.pair.high.index]
      appendDecimal(entry.score, to: &bytes)
      bytes.append(UInt8(ascii: "\n"))
    }
    return bytes
  }

  /// The number with six decimals, digit by digit: millions of them in a fraction of a second.
  static func appendDecimal(_ value: Double, to bytes: inout [UInt8]) {
    let scaled = Int64((value * 1e6).rounded())
    if scaled < 0 { bytes.append(UInt8(ascii: "-")) }
    let digits = scaled.magnitude
    bytes += String(digits / 1_000_000).utf8
    bytes.append(UInt8(ascii: "."))
    var (place, rest): (UInt64, UInt64) = (100_000, digits % 1_000_000)
    while place > 0 {
      bytes.append(UInt8(ascii: "0") + UInt8(rest / place))
      rest %= place
      place /= 10
    }
  }

  /// Writes a whole file or none: beside its place first, then moved into it.
  static func write(_ bytes: [UInt8], to path: String) throws {
    guard path != "-" else {
      FileHandle.standardOutput.write(Data(bytes))
      return
    }
    do {
      try Data(bytes).write(to: URL(filePath: path), options: .atomic)
    } catch {
      throw Terminal.failure(
        .cannotCreate,
        LocalizedText(french: "\(path) : impossible d’écrire ce fichier", english: "\(path): cannot write this file"))
    }
  }
}
