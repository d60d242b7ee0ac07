import Exchange
import Foundation
import GraphCore

/// The algorithms of `GraphCore`, timed one call at a time, so that another program can take turns with its own.
///
///     maillage-bench graph rmat:14                 all cases, five times each
///     maillage-bench graph rmat:14 leiden cores    these cases only
///     maillage-bench graph rmat:14 --serve         one case and thread limit a line from the standard input
///     maillage-bench graph rmat:14 --write FILE    the edges, for other programs to read
///     maillage-bench graph FILE                    all cases on the graph in a file, reading it too
///
/// Each line of the output is a JSON object. The checksum proves that the work was done, and that it came to the same.
enum GraphBenchmarks {
  struct Case: Sendable {
    let name: String
    let run: @Sendable (Input) throws -> Double
  }

  struct Input {
    let graph: CSRGraph
    /// The same ties with weights.
    let weighted: CSRGraph
    /// The edges in an order drawn at random, as they come from a file.
    let pairs: [(NodeID, NodeID)]
    /// The file that the graph comes from, if it comes from one.
    let file: URL?

    init(_ weighted: CSRGraph, source: String) {
      file = FileManager.default.fileExists(atPath: source) ? URL(filePath: source) : nil
      self.weighted = weighted
      graph = weighted.unweighted
      var generator = SeededGenerator(seed: 7)
      var pairs = weighted.edges.map { ($0.source, $0.target) }
      generator.shuffle(&pairs)
      self.pairs = pairs
    }
  }

  static let cases: [Case] = [
    // Rows with numbered names, as readers of tables give them; then the same with the graph.
    Case(name: "read") { Double(try $0.file.map { try EdgeList.survey($0).rowCount } ?? 0) },
    Case(name: "load") { Double(try $0.file.map { try EdgeList(contentsOf: $0).graph.edgeCount } ?? 0) },
    Case(name: "build") { Double(CSRGraph(nodeCount: $0.graph.nodeCount, edges: $0.pairs).arcCount) },
    Case(name: "components") { Double($0.graph.components().clusterCount) },
    Case(name: "closeness") { sum(try $0.graph.distanceSummaries().harmonic) },
    Case(name: "betweenness") { sum(try $0.graph.betweenness()) },
    Case(name: "weighted-betweenness") { sum(try $0.weighted.betweenness(lengths: .weights)) },
    Case(name: "pagerank") { try $0.graph.pageRank().values.reduce(0) { $0 + $1 * $1 } },
    Case(name: "cores") { sum($0.graph.coreness()) },
    Case(name: "triangles") { Double(try $0.graph.triangles().total) },
    Case(name: "constraint") { sum(try $0.graph.structuralHoles().constraint) },
    Case(name: "louvain") { input in
      var generator = SeededGenerator(seed: 1)
      return try input.graph.louvain(using: &generator).quality
    },
    Case(name: "leiden") { input in
      var generator = SeededGenerator(seed: 1)
      return try input.graph.leiden(maximumIterations: 2, startCount: 1, using: &generator).quality
    },
    Case(name: "top-pairs") { try $0.graph.topPairs(.resourceAllocation, count: 1000).reduce(0) { $0 + $1.score } },
  ]

  private static func sum(_ scores: NodeScores) -> Double {
    scores.values.reduce(0) { $0 + ($1.isNaN ? 0 : $1) }
  }

  static func run(_ arguments: [String]) throws {
    guard let source = arguments.first else {
      print("maillage-bench graph rmat:SCALE|lfr:NODES|FILE [--serve | --write FILE | CASE…]")
      return
    }
    let weighted = try GraphSource.graph(source)
    if let flag = arguments.firstIndex(of: "--write"), flag + 1 < arguments.count {
      try GraphSource.write(weighted, to: arguments[flag + 1])
    } else if arguments.contains("--serve") {
      try serve(Input(weighted, source: source))
    } else {
      try runAll(Input(weighted, source: source), repeats: 5, only: Set(arguments.dropFirst()))
    }
  }

  private static func runAll(_ input: Input, repeats: Int, only: Set<String>) throws {
    for benchmark in cases where only.isEmpty || only.contains(benchmark.name) {
      let runs = try (0..<repeats).map { _ in try time(benchmark, input, threads: nil) }
      let seconds = runs.map(\.seconds).sorted()
      let fields = [
        "\"case\": \"\(benchmark.name)\"", "\"nodes\": \(input.graph.nodeCount)", "\"edges\": \(input.graph.edgeCount)",
        "\"median\": \(seconds[seconds.count / 2])", "\"minimum\": \(seconds[0])", "\"repeats\": \(repeats)",
        "\"checksum\": \(runs[0].checksum)",
      ]
      print("{\(fields.joined(separator: ", "))}")
    }
  }

  /// Answers each line `case threads` with the time of one call.
  private static func serve(_ input: Input) throws {
    while let line = readLine() {
      let words = line.split(separator: " ")
      guard let name = words.first, let benchmark = cases.first(where: { $0.name == name }) else {
        answer("{\"error\": \"no case is called \(line)\"}")
        continue
      }
      let found = try time(benchmark, input, threads: words.count > 1 ? Int(words[1]) : nil)
      answer(
        "{\"case\": \"\(name)\", \"seconds\": \(found.seconds), \"cpu\": \(found.processor), "
          + "\"checksum\": \(found.checksum)}")
    }
  }

  /// Writes a line at once: the other end waits for it, and `print` fills a buffer first.
  private static func answer(_ line: String) { FileHandle.standardOutput.write(Data((line + "\n").utf8)) }

  /// Times one call: by the clock, and by what the processors worked for this process.
  static func time(
    _ benchmark: Case, _ input: Input, threads: Int?
  ) throws -> (seconds: Double, processor: Double, checksum: Double) {
    var checksum = 0.0
    let worked = clock()
    let elapsed = try ContinuousClock().measure {
      checksum = try Computation.$threadLimit.withValue(threads) { try benchmark.run(input) }
    }
    return (elapsed / .seconds(1), Double(clock() - worked) / Double(CLOCKS_PER_SEC), checksum)
  }
}
