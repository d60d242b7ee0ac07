import GraphCore
import Testing

@testable import Cartography

@Suite("Tables of lines and boxes")
struct LineTableTests {
  /// Ranges of 0, 1, 3, 4 and 9: rows that are empty, short and full.
  private static let starts = [0, 0, 1, 4, 8, 17]

  @Test("tell the same as one line and one box at a time", arguments: 0..<200 as Range<UInt64>)
  func oneByOne(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    // Whole numbers, so that lines touch, run along each other and share ends.
    func point() -> Point { Point(Double(generator.below(7)), Double(generator.below(7))) }
    var lines = (0..<17).map { _ in Segment(point(), point()) }
    var boxes = (0..<17).map { _ in Box(center: point(), width: 2, height: 1) }
    var lineTable = LineTable(lines, starts: Self.starts)
    var boxTable = BoxTable(boxes, margin: 0.5, starts: Self.starts)
    for _ in 0..<3 {
      let (line, box) = (Segment(point(), point()), Box(center: point(), width: 3, height: 2))
      for (range, bounds) in zip(Self.starts, Self.starts.dropFirst()).enumerated() {
        let (own, obstacles) = (lines[bounds.0..<bounds.1], boxes[bounds.0..<bounds.1])
        #expect(lineTable.crossings(of: line, in: range) == own.count { line.crosses($0) })
        #expect(
          lineTable.passing(x: box.center.x, y: box.center.y, halfWidth: 1.5, halfHeight: 1, in: range)
            == own.count { $0.meets(box) })
        #expect(boxTable.met(by: line, in: range) == obstacles.count { line.meets($0.inset(by: 0.5)) })
      }
      let moved = generator.below(17)
      lines[moved] = Segment(point(), point())
      lineTable[moved] = lines[moved]
      #expect(lineTable[moved] == lines[moved])
      boxes[moved].center = point()
      boxTable.move(moved, to: boxes[moved].center)
    }
  }
}
