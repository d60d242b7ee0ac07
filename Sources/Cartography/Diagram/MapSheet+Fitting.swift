extension MapSheet {
  /// The smallest sheet on which a figure fits: so its type is as large as the page allows.
  ///
  /// Widths are tried in steps of 6 %, then halved in between, because a narrow figure may be a high one: the first that
  /// fits is taken. On a free sheet the lines below the figure are cut off.
  ///
  /// - Parameters:
  ///   - start: The width of the narrowest sheet to be tried: it limits how large type becomes.
  ///   - figure: What stands in an area of this width and height.
  static func fitting(
    page: MapPage?, from start: Double, frame: (Double, Double) -> SheetFrame,
    figure: (Double, Double) throws(CancellationError) -> Figure
  ) throws(CancellationError) -> (sheet: MapSheet, figure: Figure) {
    var width = start
    var tooSmall = start
    var found: (sheet: MapSheet, figure: Figure)?
    func attempt(_ width: Double) throws(CancellationError) -> (sheet: MapSheet, figure: Figure)? {
      let sheet = MapSheet(width: width, page: page, frame: frame)
      let area = sheet.area
      guard area.height > 60 else { return nil }
      let drawn = try figure(area.width, area.height)
      return drawn.width <= area.width + 0.01 && drawn.height <= area.height + 0.01 ? (sheet, drawn) : nil
    }
    while found == nil {
      found = try attempt(width)
      if found == nil { (tooSmall, width) = (width, width * 1.06) }
      precondition(width < 1e7, "a figure must fit on some sheet")
    }
    var enough = width
    while enough - tooSmall > enough * 0.004 {
      let middle = (enough + tooSmall) / 2
      if let better = try attempt(middle) { (found, enough) = (better, middle) } else { tooSmall = middle }
    }
    guard let found else { preconditionFailure("a figure must fit on some sheet") }
    return found
  }
}
