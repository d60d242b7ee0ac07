import ArgumentParser

/// How long each step of another program may take.
struct TimeLimitOption: ParsableArguments {
  @Option(
    name: .customLong("time-limit"),
    help: help(
      "Secondes laissées à chaque étape d’un autre programme (Graphviz, l’imprimeur de PDF).",
      "Seconds that each step of another program may take (Graphviz, what prints PDF)."))
  var seconds = 60

  var duration: Duration { .seconds(seconds) }

  func validate() throws {
    guard (1...86_400).contains(seconds) else {
      throw ValidationError(
        spoken(
          "--time-limit doit être de 1 à 86400 secondes, pas \(seconds).",
          "--time-limit must be from 1 to 86400 seconds, not \(seconds)."))
    }
  }
}
