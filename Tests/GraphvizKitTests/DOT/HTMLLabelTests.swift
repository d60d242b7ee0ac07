import GraphvizKit
import Testing

@Suite("HTML-like labels")
struct HTMLLabelTests {
  @Test("writes the example of its documentation")
  func example() {
    let label = HTMLLabel.text("Dupont & Fils").bold() + .lineBreak + .text("depuis 2019").font(pointSize: 8)
    #expect(label.markup == "<B>Dupont &amp; Fils</B><BR/><FONT POINT-SIZE=\"8.0\">depuis 2019</FONT>")
  }

  @Test("escapes text and the values of attributes")
  func escaping() {
    #expect(HTMLLabel.text("a<b>\"c\"&amp;\nd\u{1}").markup == "a&lt;b&gt;&quot;c&quot;&amp;amp;<BR/>d\u{FFFD}")
    #expect(HTMLLabel.text("x").font(face: "A\"B").markup == "<FONT FACE=\"A&quot;B\">x</FONT>")
  }

  @Test("builds tables")
  func table() {
    let table = HTMLLabel.table([[.init(.text("a"), ["ALIGN": "LEFT"]), .init(.empty)]], ["BORDER": "0"])
    #expect(
      table.markup == "<TABLE BORDER=\"0\"><TR><TD ALIGN=\"LEFT\">a</TD><TD></TD></TR></TABLE>")
  }

  @Test("joins lines, each ended by the mark of its side")
  func lines() {
    #expect(HTMLLabel.lines([.text("a"), .text("b")]).markup == "a<BR/>b")
    #expect(HTMLLabel.lines([.text("a")], align: .left).markup == "a<BR ALIGN=\"LEFT\"/>")
    #expect(HTMLLabel.lines([], align: .left).markup == "")
  }

  @Test(
    "takes markup whose brackets balance, and no other",
    arguments: [
      ("<B>a</B>", true), ("", true), ("a & b", true), ("<!-- > -->x", true), ("<!-- < -->", true), ("a<b", false),
      ("a>b", false), ("><", false), ("<!-- x", false), ("a\u{0}", false),
    ])
  func markup(markup: String, isAccepted: Bool) {
    #expect((HTMLLabel(markup: markup) != nil) == isAccepted)
  }
}
