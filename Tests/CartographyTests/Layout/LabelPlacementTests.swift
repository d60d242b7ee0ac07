import TestSupport
import Testing

@testable import Cartography

@Suite("LabelPlacement")
struct LabelPlacementTests {
  private let frame = Box(left: 0, bottom: 0, right: 500, top: 400)

  private func item(_ anchor: Point, width: Double = 60, height: Double = 20, isOptional: Bool = false)
    -> LabelPlacement.Item
  {
    LabelPlacement.Item(
      width: width, height: height, anchors: [anchor], isOptional: isOptional, clearance: 6, isTie: false, priority: 1)
  }

  @Test(
    "puts boxes near their anchors, in the frame, apart from each other and from obstacles",
    arguments: 0..<40 as Range<UInt64>)
  func apart(seed: UInt64) throws {
    var generator = TestGenerator(seed: seed)
    let anchors = (0..<12).map { _ in
      Point(Double.random(in: 50...450, using: &generator), Double.random(in: 50...350, using: &generator))
    }
    let obstacles = anchors.map { Box(center: $0, width: 8, height: 8) }
    let placement = LabelPlacement(frame: frame, items: anchors.map { item($0) }, obstacles: obstacles, lines: [])
    let found = try #require(placement.boxes())
    let boxes = found.compactMap(\.self)
    #expect(boxes.count == 12)
    for (index, box) in boxes.enumerated() {
      #expect(frame.contains(box))
      #expect(!obstacles.contains(where: box.overlaps))
      #expect(!boxes[..<index].contains(where: box.overlaps))
      #expect(LabelPlacement.leader(from: box, to: anchors[index]).length < 150)
    }
  }

  @Test("leaves out a name that finds no room, and gives up when a card does not")
  func noRoom() {
    let blocked = [Box(center: Point(250, 200), width: 490, height: 390)]
    let optional = LabelPlacement(
      frame: frame, items: [item(Point(250, 200), isOptional: true)], obstacles: blocked, lines: [])
    #expect(optional.boxes() == [nil])
    #expect(LabelPlacement(frame: frame, items: [item(Point(250, 200))], obstacles: blocked, lines: []).boxes() == nil)
  }

  @Test("keeps off a line when there is room beside it")
  func lines() throws {
    let line = Segment(Point(250, 200), Point(500, 200))
    let placement = LabelPlacement(frame: frame, items: [item(Point(250, 200))], obstacles: [], lines: [line])
    let boxes = try #require(placement.boxes())
    let box = try #require(boxes[0])
    #expect(!line.meets(box))
  }
}
