import AllianceModel
import Foundation
import Testing

@testable import Explorer

@Suite("ExplorerPage")
struct ExplorerPageTests {
  private func page() throws -> String {
    let document = try ExplorerDocument(of: SampleGraphs.hostile)
    let svg = "<?xml version=\"1.0\"?>\n<svg viewBox=\"0 0 1 1\"><title></script>{{title}}</title></svg>"
    return try ExplorerPage(document, pictures: [.init(.network, svg: svg)]).html()
  }

  @Test("holds no text of the graph outside inert blocks")
  func escaping() throws {
    let html = try page()
    // The data, one picture and the script: nothing of the graph ends a block early or opens one.
    #expect(html.matches(of: /<script/).count == 3)
    #expect(html.matches(of: /<\/script>/).count == 3)
    #expect(!html.contains("<img"))
    #expect(html.contains("<title>Essai &lt;/script&gt;&lt;script&gt;alert(1)&lt;/script&gt; {{body}}</title>"))
  }

  @Test("keeps data and pictures that read back")
  func blocks() throws {
    let html = try page()
    let data = try #require(html.firstMatch(of: /<script type="application\/json" id="data">(.*?)<\/script>/)?.1)
    let read = try #require(try JSONSerialization.jsonObject(with: Data(data.utf8)) as? [String: Any])
    #expect((read["actors"] as? [Any])?.count == 4)
    let picture = try #require(html.firstMatch(of: /id="picture-network">(.*?)<\/script>/)?.1)
    let svg = try JSONDecoder().decode(String.self, from: Data(picture.utf8))
    #expect(svg == "<svg viewBox=\"0 0 1 1\"><title></script>{{title}}</title></svg>")
  }

  @Test("forbids every request, and lets only its own script and style apply")
  func policy() throws {
    let html = try page()
    let policy = try #require(html.firstMatch(of: /Content-Security-Policy" content="([^"]*)"/)?.1)
    #expect(policy.hasPrefix("default-src 'none'; script-src 'sha256-"))
    #expect(!policy.contains("unsafe") && !policy.contains("http") && !policy.contains("*"))
    let script = try #require(html.firstMatch(of: /(?s)<script type="module">(.*?)<\/script>/)?.1)
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
