import Foundation
import TestSupport
import Testing

@testable import GraphvizKit

@Suite("What crosses the pipe")
struct WireFormatTests {
  private func rendering() throws -> Rendering {
    var graph = DOTDocument.dense(nodeCount: 4)
    graph.isDirected = true
    graph.edges[0].attributes["label"] = .text("é")
    graph.addSubgraph("cluster_a", ["label": "A"], members: ["n0"])
    return try Graphviz.render(RenderJob(graph, engine: .dot, formats: [.svg, .plain], includesLayout: true))
  }

  @Test("comes out as it went in")
  func roundTrip() throws {
    let job = try RenderJob(
      DOTDocument.dense(nodeCount: 3), engine: .sfdp, formats: [.png, .plainWithPorts], includesLayout: true,
      resolution: 300, creationDate: Date(timeIntervalSince1970: 12.5))
    for limit in [nil, 1 << 33] {
      let request = RenderRequest(job, memoryLimit: limit)
      #expect(try RenderRequest(payload: payload(of: request.frame())) == request)
    }
    let error = GraphvizError(.missingPlugin, stage: .layout, engine: .circo, messages: ["Error: é", ""])
    for response in [RenderResponse(.success(try rendering())), RenderResponse(.failure(error))] {
      #expect(try RenderResponse(payload: payload(of: response.frame())) == response)
    }
  }

  @Test("never traps: every prefix and 1,000 random mutations")
  func mutations() throws {
    let bytes = try payload(of: RenderResponse(.success(try rendering())).frame())
    for length in 0..<bytes.count {
      #expect(throws: WireError.self) { try RenderResponse(payload: Array(bytes[..<length])) }
    }
    var generator = TestGenerator(seed: 3)
    for _ in 0..<1_000 {
      var mutant = bytes
      for _ in 0..<3 {
        mutant[Int.random(in: 0..<mutant.count, using: &generator)] = .random(in: 0...255, using: &generator)
      }
      do throws(WireError) { _ = try RenderResponse(payload: mutant) } catch {}
    }
    for header in [[], [1, 2], Array(repeating: UInt8(0xFF), count: 8)] as [[UInt8]] {
      #expect(throws: WireError.self) { try WireReader.frameLength(header: header) }
    }
  }

  private func payload(of frame: [UInt8]) throws -> [UInt8] {
    let length = try WireReader.frameLength(header: Array(frame.prefix(WireReader.frameHeaderLength)))
    let payload = Array(frame.dropFirst(WireReader.frameHeaderLength))
    #expect(payload.count == length)
    return payload
  }
}
