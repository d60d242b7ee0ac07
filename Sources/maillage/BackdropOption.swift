import AllianceModel
import ArgumentParser
import Exchange
import Workspace

/// The outlines that lie under a map of the territory.
struct BackdropOption: ParsableArguments {
  @Option(
    name: .customLong("backdrop"), parsing: .singleValue,
    help: ArgumentHelp(
      spoken(
        "Contours à mettre sous la carte du territoire, en GeoJSON ; peut être répété.",
        "Outlines to lay under the territory map, as GeoJSON; may be repeated."), valueName: "file.geojson"))
  var paths: [String] = []

  /// One list of outlines for each file; what is wrong with them is said.
  func read() throws -> [[GeoFeature]] {
    let outlines = try Backdrop.read(paths)
    for problem in outlines.problems { Terminal.say(problem.text(in: Terminal.language)) }
    return outlines.layers
  }
}
