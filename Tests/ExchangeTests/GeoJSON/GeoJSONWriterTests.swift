import AllianceModel
import Exchange
import Foundation
import Testing

@Suite("GeoJSONWriter")
struct GeoJSONWriterTests {
  static let graph = AllianceGraph(
    info: GraphInfo(name: "redon", title: "Redon"),
    actors: [
      .init(id: "a", name: "L'\"Œuvre\"", kind: ActorKind(rawValue: "association"), latitude: 47.66, longitude: -2.08),
      .init(id: "b", name: "B", place: "35219", odd: [8, 17]), .init(id: "c", name: "C"),
    ],
    alliances: [.init(id: "x", title: "X", parties: [.init(actor: "a"), .init(actor: "b")])],
    places: [.init(id: "35219", level: "commune", name: "Pipriac", latitude: 47.81, longitude: -1.94)])

  @Test("writes each actor as a point with its properties, and one without a place all the same")
  func actors() throws {
    let text = GeoJSONWriter.text(of: Self.graph, locations: ActorLocations(of: Self.graph), language: .french)
    let root = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    let features = try #require(root["features"] as? [[String: Any]])
    #expect(root["type"] as? String == "FeatureCollection")
    #expect(features.count == 3)
    let first = try #require(features[0]["geometry"] as? [String: Any])
    #expect(first["coordinates"] as? [Double] == [-2.08, 47.66])
    let properties = try #require(features[1]["properties"] as? [String: Any])
    #expect(properties["place_name"] as? String == "Pipriac")
    #expect(properties["located_by"] as? String == "place")
    #expect(properties["odd"] as? String == "8|17")
    #expect(properties["alliances"] as? Int == 1)
    #expect(features[2]["geometry"] is NSNull)
    #expect((features[0]["properties"] as? [String: Any])?["name"] as? String == "L'\"Œuvre\"")
  }

  @Test("writes points that the reader reads back")
  func roundTrip() throws {
    let text = GeoJSONWriter.text(of: Self.graph, locations: ActorLocations(of: Self.graph), language: .english)
    let content = try GeoJSONReader.read(Array(text.utf8), file: "x")
    #expect(content.features.map(\.code) == ["a", "b"])
    #expect(content.features[0].points == [try #require(GeoCoordinate(latitude: 47.66, longitude: -2.08))])
    #expect(content.problems.count == 1)
  }
}
