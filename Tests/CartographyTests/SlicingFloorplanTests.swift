import GraphCore
import Testing

@testable import Cartography

@Suite("Slicing floorplan")
struct SlicingFloorplanTests {
  private func floorplan(areas: [Double], links: [[Double]]? = nil) -> SlicingFloorplan {
    let none = [[Double]](repeating: [Double](repeating: 0, count: areas.count), count: areas.count)
    return SlicingFloorplan(
      rooms: areas.map { SlicingFloorplan.Room(area: $0, minimumWidth: 10, minimumHeight: 10) }, links: links ?? none,
      sheet: Box(left: 0, bottom: 0, right: 300, top: 200))
  }

  @Test("gives each room its share of the sheet, without gaps and overlaps", arguments: 0..<50 as Range<UInt64>)
  func shares(seed: UInt64) {
    var numbers = SplitMix(seed: seed)
    let areas = (0..<Int.random(in: 1...9, using: &numbers)).map { _ in Double(Int.random(in: 1...20, using: &numbers))
    }
    var generator = SeededGenerator(seed: seed)
    let cells = floorplan(areas: areas).cells(steps: 300, using: &generator)
    let total = areas.reduce(0, +)
    for (cell, area) in zip(cells, areas) {
      #expect(abs(cell.area - 60_000 * area / total) < 1e-6)
      #expect(Box(left: 0, bottom: 0, right: 300, top: 200).inset(by: 1e-9).contains(cell))
    }
    for (place, cell) in cells.enumerated() {
      for other in cells[..<place] { #expect(!cell.inset(by: -1e-6).overlaps(other)) }
    }
  }

  @Test("puts rooms with many ties side by side")
  func neighbours() {
    // A ring of six: each room is tied to two others.
    var links = [[Double]](repeating: [Double](repeating: 0, count: 6), count: 6)
    for room in 0..<6 {
      links[room][(room + 1) % 6] = 5
      links[(room + 1) % 6][room] = 5
    }
    var generator = SeededGenerator(seed: 3)
    let cells = floorplan(areas: [1, 1, 1, 1, 1, 1], links: links).cells(steps: 4_000, using: &generator)
    for room in 0..<6 {
      // On a sheet of six equal rooms, a ring can be laid so that all tied pairs touch.
      #expect(cells[room].inset(by: 1).overlaps(cells[(room + 1) % 6]), "\(room) \(cells)")
    }
  }

  @Test("has no cell for no room, and the whole sheet for one")
  func few() {
    var generator = SeededGenerator(seed: 1)
    #expect(floorplan(areas: []).cells(steps: 10, using: &generator).isEmpty)
    #expect(
      floorplan(areas: [4]).cells(steps: 10, using: &generator) == [Box(left: 0, bottom: 0, right: 300, top: 200)])
  }
}
