/// Where a text stops being DOT, and what should stand there.
public struct DOTSyntaxError: Error, Sendable, Equatable {
  /// What the grammar allows at some place.
  public enum Expectation: Sendable, Equatable, CaseIterable {
    case graph, openingBrace, closingBrace, statement, name, value, equals, closingBracket, string, nodeOrSubgraph
    case attributeList, endOfFile
  }

  public enum Problem: Sendable, Equatable {
    /// `found` is the text that stands there; empty at the end of the file.
    case expected(Expectation, found: String)
    /// A character that begins nothing in DOT, such as the `#` of a colour without quotes.
    case unexpectedCharacter(String)
    case unclosedString
    case unclosedHTML
    case unclosedComment
    /// `--` in a directed graph, `->` in another.
    case wrongEdgeMark(isDirected: Bool)
    case nestedTooDeep(limit: Int)
    case tooManyEdges(limit: Int)
  }

  public let problem: Problem
  /// From 1.
  public let line: Int
  /// From 1, in Unicode scalars.
  public let column: Int
}

extension DOTSyntaxError: CustomStringConvertible {
  /// `line:column: error: message`, in English.
  public var description: String { "\(line):\(column): error: \(message(french: false))" }

  /// What is wrong and what to do, without the place.
  public func message(french: Bool) -> String {
    switch problem {
    case .expected(let expectation, let found):
      let wanted = expectation.text(french: french)
      if french {
        return found.isEmpty
          ? "le fichier s'arrête là où il faut \(wanted)" : "«\u{A0}\(found)\u{A0}» là où il faut \(wanted)"
      }
      return found.isEmpty
        ? "the file ends where there should be \(wanted)" : "“\(found)” where there should be \(wanted)"
    case .unexpectedCharacter(let character):
      return french
        ? "le caractère «\u{A0}\(character)\u{A0}» doit être entre guillemets droits (\"…\")"
        : "the character “\(character)” must stand in quotes (\"…\")"
    case .unclosedString:
      return french
        ? "cette chaîne n'est pas fermée\u{A0}: il manque un guillemet droit (\")"
        : "this string is not closed: a quote (\") is missing"
    case .unclosedHTML:
      return french
        ? "cette étiquette HTML n'est pas fermée\u{A0}: il manque «\u{A0}>\u{A0}»"
        : "this HTML label is not closed: a “>” is missing"
    case .unclosedComment:
      return french
        ? "ce commentaire n'est pas fermé\u{A0}: il manque «\u{A0}*/\u{A0}»"
        : "this comment is not closed: “*/” is missing"
    case .wrongEdgeMark(let isDirected):
      let (right, wrong) = isDirected ? ("->", "--") : ("--", "->")
      return french
        ? "un graphe \(isDirected ? "orienté (digraph)" : "non orienté (graph)") écrit ses liens avec "
          + "«\u{A0}\(right)\u{A0}», et non «\u{A0}\(wrong)\u{A0}»"
        : "\(isDirected ? "a directed graph (digraph)" : "an undirected graph (graph)") writes its edges with “\(right)”, "
          + "not “\(wrong)”"
    case .nestedTooDeep(let limit):
      return french
        ? "sous-graphes imbriqués sur plus de \(limit) niveaux" : "subgraphs inside each other more than \(limit) deep"
    case .tooManyEdges(let limit):
      return french ? "plus de \(limit) liens" : "more than \(limit) edges"
    }
  }
}

extension DOTSyntaxError.Expectation {
  fileprivate func text(french: Bool) -> String {
    switch self {
    case .graph: french ? "«\u{A0}graph\u{A0}» ou «\u{A0}digraph\u{A0}»" : "“graph” or “digraph”"
    case .openingBrace: french ? "«\u{A0}{\u{A0}»" : "“{”"
    case .closingBrace: french ? "«\u{A0}}\u{A0}»" : "“}”"
    case .statement:
      french ? "un nœud, un lien, un attribut ou «\u{A0}}\u{A0}»" : "a node, an edge, an attribute or “}”"
    case .name: french ? "un nom" : "a name"
    case .value: french ? "une valeur" : "a value"
    case .equals: french ? "«\u{A0}=\u{A0}»" : "“=”"
    case .closingBracket: french ? "un attribut ou «\u{A0}]\u{A0}»" : "an attribute or “]”"
    case .string: french ? "une chaîne entre guillemets droits (\"…\")" : "a string in quotes (\"…\")"
    case .nodeOrSubgraph: french ? "un nœud ou un sous-graphe" : "a node or a subgraph"
    case .attributeList: french ? "une liste d'attributs, «\u{A0}[…]\u{A0}»" : "a list of attributes, “[…]”"
    case .endOfFile: french ? "la fin du fichier ou un autre graphe" : "the end of the file or another graph"
    }
  }
}
