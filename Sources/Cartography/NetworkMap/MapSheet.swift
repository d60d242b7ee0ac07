/// The sheet of a map: how large it is, and what part of it is the drawing's.
///
/// Everything is measured in points of the drawing; ``zoom`` turns these into points of paper.
struct MapSheet {
  let width: Double
  let height: Double
  let margin: Double
  /// Points of paper for one point of the drawing.
  let zoom: Double
  /// Of the type around the drawing.
  let frameScale: Double
  let frame: SheetFrame

  /// The part of the sheet that is the drawing's; y from the bottom.
  var area: Box {
    Box(
      left: margin, bottom: margin + frame.footer.height, right: width - margin,
      top: height - margin - frame.header.height)
  }

  /// The proportions of a free sheet: those of A3 and A4, lying.
  private static let freeRatio = 1.414

  /// The sheet whose drawing has at least the area `area`, in square points, and the room that `minimum` asks for.
  init(area: Double, minimum: (width: Double, height: Double), page: MapPage?, frame: (Double, Double) -> SheetFrame) {
    func sheet(_ width: Double) -> MapSheet { MapSheet(width: width, page: page, frame: frame) }
    func isEnough(_ sheet: MapSheet) -> Bool {
      let box = sheet.area
      return box.height > 0 && box.area >= area && box.width >= minimum.width && box.height >= minimum.height
    }
    var (low, high) = (200.0, 400.0)
    while !isEnough(sheet(high)), high < 100_000 { (low, high) = (high, high * 1.6) }
    for _ in 0..<18 {
      let middle = (low + high) / 2
      if isEnough(sheet(middle)) { high = middle } else { low = middle }
    }
    self = sheet(high)
  }

  init(width: Double, page: MapPage?, frame: (Double, Double) -> SheetFrame) {
    self.width = width
    let ratio = page.map { $0.size.width / $0.size.height } ?? MapSheet.freeRatio
    height = width / ratio
    zoom = page.map { $0.size.width / width } ?? 1
    margin = page == nil ? 26 : MapPage.margin / zoom
    // Upright sheets are narrow for their size, so the frame goes by the diagonal.
    let extent = (width * height * MapSheet.freeRatio).squareRoot()
    frameScale = max(0.95, extent / 1_150)
    self.frame = frame(width - 2 * margin, frameScale)
  }
}
