@main enum Bench {
  static func main() throws {
    let arguments = Array(CommandLine.arguments.dropFirst())
    switch arguments.first {
    case "graph": try GraphBenchmarks.run(Array(arguments.dropFirst()))
    case "values": try GraphValues.run(Array(arguments.dropFirst()))
    default: print("maillage-bench graph|values …: what to measure")
    }
  }
}
