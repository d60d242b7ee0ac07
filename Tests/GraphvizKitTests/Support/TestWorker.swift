import Foundation

@testable import GraphvizKit

/// The worker program that is built beside the tests.
enum TestWorker {
  static var executable: String {
    let tests = URL(filePath: ProcessInfo.processInfo.arguments[0]).resolvingSymlinksInPath()
    return tests.deletingLastPathComponent().appending(path: "render-worker").path
  }

  static func renderer(
    _ mode: String = RenderWorker.subcommand, timeLimit: Duration = .seconds(60), memoryLimit: Int? = 4 << 30
  ) -> GraphvizRenderer {
    GraphvizRenderer(
      .worker(executable: executable, arguments: [mode]), timeLimit: timeLimit, memoryLimit: memoryLimit)
  }
}

extension DOTDocument {
  /// A graph in which every node has four neighbours by arithmetic: small, connected and far from planar.
  static func dense(nodeCount: Int, name: String = "dense") -> DOTDocument {
    var document = DOTDocument(name: name, isDirected: false)
    for index in 0..<nodeCount { document.addNode("n\(index)", ["label": .text("Nœud \(index)")]) }
    for index in 0..<nodeCount {
      document.addEdge("n\(index)", "n\((index * 7 + 3) % nodeCount)")
      document.addEdge("n\(index)", "n\((index * 5 + 1) % nodeCount)")
    }
    return document
  }
}
