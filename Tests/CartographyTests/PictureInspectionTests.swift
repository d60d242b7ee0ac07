import Cartography
import Testing

/// Pictures of a few marks, each with one known fault.
@Suite("Picture inspection")
struct PictureInspectionTests {
  /// A picture of 200 by 100 points as Graphviz writes it.
  private func inspect(_ body: String) -> PictureInspection {
    PictureInspection(
      of: Array(
        """
        <svg width="200pt" height="100pt" viewBox="0.00 0.00 200.00 100.00" xmlns="http://www.w3.org/2000/svg">
        <g id="graph0" class="graph" transform="scale(1 1) rotate(0) translate(0 100)">
        <polygon fill="#ffffff" stroke="transparent" points="0,0 0,-100 200,-100 200,0 0,0"/>
        \(body)
        </g>
        </svg>
        """.utf8))
  }

  private func text(_ string: String, x: Double, y: Double, fill: String = "#1a1a1a") -> String {
    "<text text-anchor=\"start\" x=\"\(x)\" y=\"\(y)\" font-family=\"Arial\" font-size=\"10\" fill=\"\(fill)\">\(string)</text>"
  }

  private func node(_ id: String, left: Double, right: Double, fill: String = "#ffffff", text: String = "") -> String {
    """
    <g id="\(id)" class="node acteur"><title>\(id)</title>
    <polygon fill="\(fill)" stroke="#000000" points="\(left),-40 \(left),-60 \(right),-60 \(right),-40 \(left),-40"/>
    \(text)
    </g>
    """
  }

  private let line = """
    <g id="lien_1" class="edge lien"><title>a – b</title>
    <path fill="none" stroke="#000000" d="M0,-50C60,-50 120,-50 200,-50"/>
    </g>
    """

  @Test("finds nothing in a clean picture: text on its shape, a line behind it")
  func clean() {
    let picture = inspect(line + node("a", left: 20, right: 120, text: text("Atelier", x: 30, y: -47)))
    #expect(picture.findings == [])
    #expect(picture.smallestContrast.map { $0 > 15 } == true)
    #expect(picture.areaUsed > 0.1 && picture.areaUsed < 0.5)
  }

  @Test("finds text on text, and none where lines follow each other")
  func textOnText() {
    #expect(
      inspect(text("Atelier", x: 10, y: -50) + text("Bureau", x: 30, y: -53)).findings == [
        .overlap("Atelier", "Bureau")
      ])
    #expect(inspect(text("Atelier", x: 10, y: -50) + text("Bureau", x: 10, y: -38)).findings == [])
  }

  @Test("finds a border through a text of another shape")
  func border() {
    let picture = inspect(node("a", left: 20, right: 60) + text("Atelier", x: 50, y: -47))
    #expect(picture.findings.contains(.overlap("Atelier", "a")))
  }

  @Test("finds text beyond its shape and beyond the sheet")
  func clipped() {
    let wide = inspect(node("a", left: 20, right: 60, text: text("Association", x: 25, y: -47)))
    #expect(wide.findings == [.textTooWide("Association")])
    #expect(inspect(text("Association", x: 170, y: -47)).findings == [.offSheet("Association")])
  }

  @Test("finds a line through a text that nothing hides, before or after it")
  func crossed() {
    let word = text("Atelier", x: 30, y: -47)
    #expect(inspect(line + word).findings == [.tieBehind(tie: "lien_1", box: "Atelier")])
    #expect(inspect(word + line).findings == [.tieBehind(tie: "lien_1", box: "Atelier")])
  }

  @Test("finds what is painted over")
  func hidden() {
    let covered = inspect(
      node("a", left: 20, right: 70, text: text("Atelier", x: 25, y: -47)) + node("b", left: 10, right: 120))
    #expect(covered.findings.contains(.hidden("Atelier")))
    #expect(covered.findings.contains(.hidden("a")))
  }

  @Test("measures contrast against what is under the text")
  func contrast() throws {
    // #767676 on white is 4.54:1, #777777 is 4.48:1 (WCAG's own border case).
    #expect(inspect(text("Atelier", x: 10, y: -50, fill: "#767676")).findings == [])
    let faint = inspect(text("Atelier", x: 10, y: -50, fill: "#777777"))
    #expect(faint.findings.count == 1)
    #expect(abs(try #require(faint.smallestContrast) - 4.48) < 0.01)
    let dark = inspect(node("a", left: 20, right: 120, fill: "#222222", text: text("Atelier", x: 30, y: -47)))
    #expect(dark.findings.count == 1)
  }

  @Test("finds looks of the legend that someone cannot tell apart: same line, colours that differ in hue alone")
  func alike() {
    func sample(_ id: String, y: Double, color: String, dashes: String = "") -> String {
      """
      <g id="\(id)" class="edge legende"><title>\(id)</title>
      <path fill="none" stroke="\(color)" \(dashes) d="M10,\(y)C20,\(y) 30,\(y) 40,\(y)"/>
      </g>
      """ + text("Sens \(id)", x: 50, y: y + 3)
    }
    let red = sample("l1", y: -70, color: "#b05a5a")
    let found = inspect(red + sample("l2", y: -30, color: "#6c7a3c")).findings
    #expect(found == [.alike("Sens l1", "Sens l2", .grey)])
    #expect(inspect(red + sample("l2", y: -30, color: "#6c7a3c", dashes: "stroke-dasharray=\"5,2\"")).findings == [])
  }
}
