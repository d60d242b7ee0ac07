import AllianceModel
import GeneratedGraphs
import Workspace

/// A graph made by rule, as a folder of tables: to try commands on any size.
///
///     maillage-bench generate 500 FOLDER [ALLIANCES]
enum GenerateBench {
  static func run(_ arguments: [String]) throws {
    guard arguments.count > 1, let actors = Int(arguments[0]), actors > 0 else {
      print("maillage-bench generate ACTORS FOLDER [ALLIANCES]")
      return
    }
    let alliances = arguments.dropFirst(2).first.flatMap { Double($0) }
    let graph =
      alliances.map { AllianceGraph.generated(actorCount: actors, seed: 1, alliancesPerActor: $0 / Double(actors)) }
      ?? .generated(actorCount: actors, seed: 1)
    try Workspace.save(graph, to: arguments[1])
  }
}
