import Testing

@testable import Explorer

@Suite("Request target")
struct RequestTargetTests {
  @Test("cuts the path before it decodes, so that a slash in an id is no step")
  func decoding() throws {
    #expect(RequestTarget("/api/actors/caf%C3%A9%2F..")?.segments == ["api", "actors", "café/.."])
    #expect(RequestTarget("/")?.segments == [""])
    let query = try #require(RequestTarget("/x?filter=theme%3Da%26b&q=a+b&flag")?.query)
    #expect(
      query == [
        .init(name: "filter", value: "theme=a&b"), .init(name: "q", value: "a b"), .init(name: "flag", value: ""),
      ])
  }

  @Test(
    "refuses what is not well-formed UTF-8",
    arguments: ["", "api", "/%", "/%4", "/%zz", "/%ff", "/%C3", "/%ED%A0%80", "/%00", "/x?a=%C0%AF", "*", "http://x/"])
  func malformed(target: String) {
    #expect(RequestTarget(target) == nil)
  }
}
