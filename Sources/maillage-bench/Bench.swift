@main enum Bench {
  static func main() throws {
    let arguments = Array(CommandLine.arguments.dropFirst())
    switch arguments.first {
    case "values": try GraphValues.run(Array(arguments.dropFirst()))
    default: print("maillage-bench values …: what to measure")
    }
  }
}
