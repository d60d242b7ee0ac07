import AllianceModel
import Foundation
import GeneratedGraphs
import GraphCore
import MissingPartnerships

/// Missing partnerships of made-up territories: features, training and ranking on one thread, then for one actor.
///
///     maillage-bench missing 1000 100000           so many actors, five times each
///
/// Each line of the output is a JSON object.
enum MissingBench {
  static func run(_ arguments: [String]) throws {
    for count in arguments.compactMap(Int.init) {
      // Dense enough that an actor has some partners, as in territories that were well looked at.
      let graph = AllianceGraph.generated(actorCount: count, seed: 7, alliancesPerActor: 1)
      let actor = graph.actors.indices.first { graph.actors[$0].isOrganisation }
      // All pairs of a very large territory are not asked about.
      if count <= 20_000 { try measure("all", count) { _ = try MissingPartnerships(of: graph).suggestions(top: 10) } }
      try measure("one-actor", count) {
        _ = try MissingPartnerships(of: graph, for: actor).suggestions(top: 10, for: actor)
      }
    }
  }

  private static func measure(_ name: String, _ actors: Int, _ body: () throws -> Void) throws {
    let clock = ContinuousClock()
    let times = try (0..<5).map { _ in try Computation.$threadLimit.withValue(1) { try clock.measure(body) } }.sorted()
    print(
      "{\"case\": \"missing-\(name)\", \"actors\": \(actors), \"median\": \"\(times[2])\", "
        + "\"minimum\": \"\(times[0])\"}")
  }
}
