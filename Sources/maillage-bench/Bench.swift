@main enum Bench {
  static func main() async throws {
    let arguments = Array(CommandLine.arguments.dropFirst())
    switch arguments.first {
    case "graph": try GraphBenchmarks.run(Array(arguments.dropFirst()))
    case "values": try GraphValues.run(Array(arguments.dropFirst()))
    case "scale": try ScaleBench.run(Array(arguments.dropFirst()))
    case "map": try await MapBench.run(Array(arguments.dropFirst()))
    case "renders": try await RenderBench.run(Array(arguments.dropFirst()))
    case "missing": try MissingBench.run(Array(arguments.dropFirst()))
    case "report": try ReportBench.run(Array(arguments.dropFirst()))
    case "generate": try GenerateBench.run(Array(arguments.dropFirst()))
    default: print("maillage-bench graph|map|missing|renders|report|scale|values …: what to measure")
    }
  }
}
