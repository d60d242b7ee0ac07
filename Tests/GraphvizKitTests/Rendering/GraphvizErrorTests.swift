import Testing

@testable import GraphvizKit

@Suite("Errors of drawing")
struct GraphvizErrorTests {
  private static let reasons: [GraphvizError.Reason] = [
    .refusedAttribute(name: "splines", value: "ortho"), .rejected, .timeLimit(seconds: 2.5),
    .memoryLimit(bytes: 1 << 30),
    .missingPlugin, .missingFonts, .workerNotFound(path: "/x"), .crashed(signal: 11), .workerFailed(detail: "x"),
    .cancelled,
  ]

  @Test("speak French and English", arguments: reasons)
  func languages(reason: GraphvizError.Reason) {
    for stage in GraphvizError.Stage.allCases {
      let error = GraphvizError(reason, stage: stage, engine: .neato, messages: ["Error: abc"])
      let (french, english) = (error.message(french: true), error.message(french: false))
      #expect(french != english && english == error.description)
      #expect(french.hasSuffix("Graphviz dit\u{A0}: Error: abc") && english.hasSuffix("Graphviz says: Error: abc"))
      // An ordinary space before a colon would let it begin a line.
      #expect(!french.contains(" :") && !french.contains("« "))
    }
  }

  @Test("say their limits as the language writes numbers")
  func limits() {
    let error = GraphvizError(.timeLimit(seconds: 2.5), stage: .layout, engine: .dot)
    #expect(error.message(french: true).hasPrefix("Le dessin n'est pas fini après 2,5\u{A0}s (moteur dot)."))
    #expect(error.message(french: false).hasPrefix("The drawing was not done after 2.5 s (engine dot)."))
    #expect(GraphvizError(.timeLimit(seconds: 60), stage: .layout).description.contains("after 60 s."))
  }

  @Test("tell from the words of Graphviz what is missing")
  func recognition() {
    let said = "Error: Layout type: \"abc\" not recognized. Use one of: circo dot"
    #expect(GraphvizError(graphvizSaid: [said], stage: .layout, engine: .dot).reason == .missingPlugin)
    #expect(GraphvizError(graphvizSaid: ["Error: x"], stage: .layout, engine: .dot).reason == .rejected)
    #expect(GraphvizMessages.lacksFonts("Fontconfig error: Cannot load default config file: No such file: (null)\n"))
  }

  @Test("join the lines of one message, and give each once")
  func messages() {
    let text = "Warning: a\nError: not well-formed\n<BR>\nin label of node n\nWarning: a\n\n"
    #expect(GraphvizMessages.split(text) == ["Warning: a", "Error: not well-formed <BR> in label of node n"])
    #expect(GraphvizMessages.split("").isEmpty)
  }
}
