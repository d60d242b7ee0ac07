/// What a kind of map knows: how to draw itself into a given width, and what its legend must say.
protocol DiagramPlan: Sendable {
  /// After the title of the graph: ": le récit".
  var titleEnd: String { get }
  /// Under the counts: what the picture leaves out, and on how many of how many it rests.
  var remarks: [String] { get }
  var legend: [LegendRow] { get }
  /// For classes of CSS and the metadata.
  var name: String { get }
  /// Where something could not be drawn for want of data: what is missing, and how to add it.
  var missing: String? { get }
  /// Whether each party of each alliance is a line of its own, so that many are a tangle.
  var drawsEveryTie: Bool { get }
  /// How many actors and alliances the figure must show, each by its place: for the check that nothing is missing.
  var expectedActors: Set<Int> { get }
  var expectedAlliances: Set<Int> { get }

  /// The figure on a sheet whose drawing area has this size: as wide as that at most, as high as it needs.
  ///
  /// - Throws: `CancellationError` when its task is cancelled.
  func figure(width: Double, height: Double) throws(CancellationError) -> Figure
}

extension DiagramPlan {
  var drawsEveryTie: Bool { false }
  var missing: String? { nil }
}
