import AllianceModel
import Testing

@testable import Exchange

@Suite("Package table")
struct PackageTableTests {
  @Test("describes the columns that rows have, in their order")
  func columns() {
    #expect(PackageTable.actors.columns.map(\.name) == AllianceGraph.Actor.columns)
    #expect(PackageTable.alliances.columns.map(\.name) == AllianceGraph.Alliance.columns)
    #expect(PackageTable.places.columns.map(\.name) == AllianceGraph.Place.columns)
  }
}
