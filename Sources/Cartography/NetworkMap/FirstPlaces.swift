import AllianceModel
import Foundation
package import GraphvizKit

/// Where the search for a layout begins, and which engine put it there.
struct FirstPlaces {
  let points: [Point]
  /// The DOT text that Graphviz was given; empty when none was asked.
  let dot: String
  /// Which engines were tried in vain, and what stands in.
  let remarks: [LocalizedText]
}

extension NetworkMap {
  /// How long one engine may take before the next one is tried. What these engines are given is done in a second.
  static let engineLimit = Duration.seconds(8)

  /// The engines that may place this map, the best for its size and shape first.
  ///
  /// Stress majorisation (`neato`) gives the best places, but its time grows with the square of the nodes; beyond it the
  /// springs of `sfdp` are nearly as good in a tenth of the time. `dot` has no part in it: alliances have no direction,
  /// and its layers are worse to begin from. Without ties there is nothing to spread.
  package var engines: [LayoutEngine] {
    let pairs = pairs
    if pairs.isEmpty { return [] }
    if scene.nodes.count > 350 { return [.sfdp] }
    return [.neato, .sfdp]
  }

  /// Asks one engine after the other, and without any of them spreads the nodes itself.
  ///
  /// - Parameters:
  ///   - session: Asked first. After a failure it is of no more use, and the next engine gets a worker of its own.
  ///   - isSessionLost: Set when the session failed.
  /// - Throws: What cancelled the task, or what no other engine can mend: a missing program, fonts or plugin.
  func firstPlaces(
    in session: inout GraphvizSession, renderer: GraphvizRenderer, isSessionLost: inout Bool
  ) async throws -> FirstPlaces {
    let limit = min(renderer.timeLimit, NetworkMap.engineLimit)
    var failed: [GraphvizError] = []
    for engine in engines {
      let document = firstPass()
      let job = try RenderJob(document, engine: engine, formats: [], includesLayout: true)
      do throws(GraphvizError) {
        let rendering =
          isSessionLost
          ? try await renderer.limited(to: limit).render(job) : try await session.render(job, timeLimit: limit)
        let points = (rendering.layout?.nodes ?? []).map { Point($0.center.x, $0.center.y) }
        return FirstPlaces(
          points: points, dot: document.serialized(),
          remarks: failed.map { NetworkMap.fallbackNote($0, instead: engine.rawValue) })
      } catch {
        guard error.isOfEngine else { throw error }
        failed.append(error)
        isSessionLost = true
      }
    }
    return FirstPlaces(points: ownPlaces, dot: "", remarks: failed.map { NetworkMap.fallbackNote($0, instead: nil) })
  }

  /// Groups around a circle, the nodes of each on a spiral: no better than that, and always there.
  private var ownPlaces: [Point] {
    let golden = Double.pi * (3 - 5.0.squareRoot())
    var counts = [Int](repeating: 0, count: scene.groups.count)
    return scene.nodes.map { node in
      let turn = 2 * Double.pi * Double(node.group) / Double(max(1, scene.groups.count))
      let place = Double(counts[node.group])
      counts[node.group] += 1
      let center = Point(cos(turn), sin(turn)) * (60 * Double(scene.nodes.count).squareRoot())
      return center + Point(cos(place * golden), sin(place * golden)) * (40 * place.squareRoot())
    }
  }

  private static func fallbackNote(_ error: GraphvizError, instead: String?) -> LocalizedText {
    let engine = error.engine?.rawValue ?? "Graphviz"
    return LocalizedText(
      french: error.message(french: true) + " Disposition de départ\u{A0}: "
        + (instead.map { "\($0) à la place de \(engine)." } ?? "celle de Maillage, sans \(engine)."),
      english: error.message(french: false) + " Layout begun by "
        + (instead.map { "\($0) in place of \(engine)." } ?? "Maillage, without \(engine)."))
  }
}

extension GraphvizError {
  /// Whether another engine may do better: this one took too long or too much memory, or took its process down.
  fileprivate var isOfEngine: Bool {
    switch reason {
    case .timeLimit, .memoryLimit, .crashed, .rejected, .workerFailed: true
    default: false
    }
  }
}
