import AllianceModel
import CZlib
import Foundation
import Testing

@testable import Explorer

@Suite("ExplorerPage")
struct ExplorerPageTests {
  private static let svg = "<?xml version=\"1.0\"?>\n<svg viewBox=\"0 0 1 1\"><title></script>{{title}}</title></svg>"

  private func page() throws -> String {
    let document = try ExplorerDocument(of: SampleGraphs.hostile)
    let picture = PageBlock(id: "picture-network", Data(Self.svg.utf8))
    return try ExplorerPage(document, try ExplorerSuggestions(of: document)).html(pictures: [picture])
  }

  @Test("holds no text of the graph outside inert blocks")
  func escaping() throws {
    let html = try page()
    // The data, the suggestions, one picture and the script: nothing of the graph ends a block early or opens one.
    #expect(html.matches(of: /<script/).count == 4)
    #expect(html.matches(of: /<\/script>/).count == 4)
    #expect(!html.contains("<img"))
    #expect(html.contains("<title>Essai &lt;/script&gt;&lt;script&gt;alert(1)&lt;/script&gt; {{body}}</title>"))
  }

  @Test("keeps data, suggestions and pictures that read back")
  func blocks() throws {
    let html = try page()
    let data = try #require(try JSONSerialization.jsonObject(with: unpacked("data", in: html)) as? [String: Any])
    #expect((data["actors"] as? [Any])?.count == 4)
    let missing = try #require(try JSONSerialization.jsonObject(with: unpacked("missing", in: html)) as? [String: Any])
    #expect(missing["suggestions"] is [Any])
    #expect(try unpacked("picture-network", in: html) == Data(Self.svg.utf8))
  }

  @Test("packs bytes of every length, and the same ones alike")
  func packing() throws {
    for count in [0, 1, 2, 70_000] {
      let bytes = Data((0..<count).map { UInt8(truncatingIfNeeded: $0 &* $0) })
      let block = PageBlock(id: "x", bytes)
      #expect(try unpacked("x", in: block.html) == bytes)
      #expect(block.text == PageBlock(id: "x", bytes).text)
    }
  }

  private func unpacked(_ id: String, in html: String) throws -> Data {
    let pattern = try Regex<(Substring, Substring)>("<script type=\"application/zlib\" id=\"\(id)\">([^<]*)</script>")
    let text = try #require(html.firstMatch(of: pattern)).output.1
    let packed = [UInt8](try #require(Data(base64Encoded: String(text))))
    var bytes = [UInt8](repeating: 0, count: 1 << 20)
    var count = uLong(bytes.count)
    try #require(unsafe uncompress(&bytes, &count, packed, uLong(packed.count)) == Z_OK)
    return Data(bytes.prefix(Int(count)))
  }

  @Test("forbids every request, and lets only its own script and style apply")
  func policy() throws {
    let html = try page()
    let policy = try #require(html.firstMatch(of: /Content-Security-Policy" content="([^"]*)"/)?.1)
    #expect(policy.hasPrefix("default-src 'none'; script-src 'sha256-"))
    #expect(!policy.contains("unsafe") && !policy.contains("http") && !policy.contains("*"))
    let script = try #require(html.firstMatch(of: /(?s)<script type="module" async>(.*?)<\/script>/)?.1)
    let hash = Data(SHA256.digest(of: Array(script.utf8))).base64EncodedString()
    #expect(policy.contains("'sha256-\(hash)'"))
    #expect(!html.contains(#/\s(?:src|href)="(?!data:,|\#)/#), "the page asks for something")
    #expect(!html.contains(#/<[^>]* on\w+="/#))
  }
}

@Suite("PageTemplate")
struct PageTemplateTests {
  @Test("fills each place once, and leaves unknown ones")
  func filling() {
    #expect(PageTemplate("{{a}} {{b}} {{c}}").filled(["a": "{{b}}", "b": "2"]) == "{{b}} 2 {{c}}")
  }
}
