import AllianceModel
import Testing

@testable import Exchange

@Suite("ImportProblem")
struct ImportProblemTests {
  private func problems(_ text: String) -> [ImportProblem] { ImporterTests.read([text]).problems }

  @Test("reads as a compiler's message, the cell underlined, with what to do")
  func rendering() throws {
    let problem = try #require(problems("nom;type;début\nAdie;asso;31/02/2021\n").first)
    #expect(
      problem.text(in: .english) == """
        t1.csv:2:11: error: “31/02/2021” is not a date
        …31/02/2021
         ^~~~~~~~~~
        help: write 2021, 2021-11, 2021-11-23, 23/11/2021, <2021 (before) or >2021 (after)
        """)
    #expect(
      problem.text(in: .french) == """
        t1.csv:2:11: erreur\u{A0}: «\u{A0}31/02/2021\u{A0}» n’est pas une date
        …31/02/2021
         ^~~~~~~~~~
        aide\u{A0}: écrivez 2021, 2021-11, 2021-11-23, 23/11/2021, <2021 (avant) ou >2021 (après)
        """)
  }

  @Test("shows nothing of the cells beside the one at fault")
  func privacy() throws {
    let problem = try #require(problems("nom;téléphone;début\nJeanne;0612345678;hier\n").first)
    #expect(problem.text(in: .french).contains("hier"))
    #expect(!problem.text(in: .french).contains("0612345678"))
    #expect(!problem.text(in: .french).contains("Jeanne"))
  }

  @Test("counts columns in letters, on the line where a cell of several lines begins")
  func columns() throws {
    let problem = try #require(problems("nom;type;début\n\"Éà\nb\";é;hier\n").first)
    #expect(problem.location == SourceLocation(file: "t1.csv", line: 3, column: 6))
  }

  @Test("underlines the value inside a cell that holds several")
  func partOfCell() throws {
    let problem = try #require(problems("nom;odd\nA;8|99x|17\n").first)
    #expect(problem.location?.column == 5)
    #expect(problem.text(in: .english).contains("\n…8|99x|17\n   ^~~\n"))
  }
}
