public import AllianceModel

/// Why a list of edges was refused: what is wrong, and where.
///
/// A list is read as a whole or not at all, since an edge left out would change every measure without a word.
public struct EdgeListError: Error, Sendable, Equatable {
  /// The faults in the order of their lines: all of them up to ``faultLimit``.
  public let faults: [Fault]
  /// How many there are in all, 1 or more.
  public let faultCount: Int

  /// How many faults are kept.
  public static let faultLimit = 20

  /// One thing that is wrong with a line.
  public struct Fault: Sendable, Equatable {
    public let kind: Kind
    /// From 1.
    public let line: Int
    /// In characters, from 1.
    public let column: Int
    /// What stands there, the first characters of it; empty when nothing does.
    public let value: String
  }

  /// What can be wrong.
  public enum Kind: Sendable, Equatable {
    /// The file has no line with an edge.
    case noRows
    /// The file is larger than ``EdgeList/byteLimit``.
    case tooLarge
    /// The line ends before all its cells.
    case cutShort(cells: Int, expected: Int)
    /// The line has more cells than the first one.
    case tooManyCells(cells: Int, expected: Int)
    /// The cells are parted by another mark than in the first line.
    case mixedSeparators(found: EdgeList.Separator, expected: EdgeList.Separator)
    /// An end of the edge has no name.
    case noName
    /// A name is longer than ``EdgeList/nameLimit`` bytes.
    case longName
    /// A name holds bytes that are not UTF-8.
    case notUTF8
    /// A name holds a control character: the file is no text.
    case controlCharacter
    /// A quote is not closed on its line, or something follows the closing one.
    case badQuote
    /// The weight is no number.
    case weightNotNumber
    /// The weight is zero, negative, infinite, not a number, or too near to zero.
    case weightNotPositive
    /// The weights together exceed the largest number.
    case weightsTooLarge
    /// The end of the edge is no whole number, where numbers were asked for.
    case notAnIndex
    /// The number is not below the count of nodes.
    case indexOutOfRange(nodeCount: Int)
  }
}

extension EdgeListError.Fault {
  /// What is wrong, and what was expected.
  public var message: LocalizedText {
    switch kind {
    case .noRows: LocalizedText(french: "la liste ne contient aucun lien", english: "the list holds no edge")
    case .tooLarge:
      LocalizedText(
        french: "le fichier dépasse \((EdgeList.byteLimit + 1) >> 30) Gio",
        english: "the file is larger than \((EdgeList.byteLimit + 1) >> 30) GiB")
    case .cutShort(let cells, let expected):
      LocalizedText(
        french: "la ligne est coupée : \(cells) colonne(s) au lieu de \(expected)",
        english: "the line is cut short: \(cells) of \(expected) columns")
    case .tooManyCells(let cells, let expected):
      LocalizedText(
        french: "la ligne a \(cells) colonnes au lieu de \(expected)",
        english: "the line has \(cells) columns instead of \(expected)")
    case .mixedSeparators(let found, let expected):
      LocalizedText(
        french:
          "le séparateur est « \(found.name.french) », alors que la première ligne emploie « \(expected.name.french) »",
        english: "the separator is “\(found.name.english)” where the first line has “\(expected.name.english)”")
    case .noName: LocalizedText(french: "un nom manque", english: "a name is missing")
    case .longName:
      LocalizedText(
        french: "le nom dépasse \(EdgeList.nameLimit) octets",
        english: "the name is longer than \(EdgeList.nameLimit) bytes")
    case .notUTF8: LocalizedText(french: "le nom n’est pas en UTF-8", english: "the name is not UTF-8")
    case .controlCharacter:
      LocalizedText(french: "le nom contient un caractère de contrôle", english: "the name holds a control character")
    case .badQuote:
      LocalizedText(french: "le guillemet n’est pas fermé", english: "the quote is not closed")
    case .weightNotNumber:
      LocalizedText(
        french: "le poids doit être un nombre, pas « \(value) »", english: "the weight must be a number, not “\(value)”"
      )
    case .weightNotPositive:
      LocalizedText(
        french: "le poids doit être un nombre positif, pas « \(value) »",
        english: "the weight must be a positive number, not “\(value)”")
    case .weightsTooLarge:
      LocalizedText(
        french: "les poids sont trop grands : leur somme ne peut être représentée",
        english: "the weights are too large: their sum cannot be represented")
    case .notAnIndex:
      LocalizedText(
        french: "le numéro d’un nœud doit être un entier, pas « \(value) »",
        english: "the number of a node must be a whole number, not “\(value)”")
    case .indexOutOfRange(let nodeCount):
      LocalizedText(
        french: "le nœud \(value) n’est pas parmi les \(nodeCount) nœuds, comptés à partir de 0",
        english: "node \(value) is not among the \(nodeCount) nodes, counted from 0")
    }
  }

  /// What to do about it.
  public var cure: LocalizedText {
    switch kind {
    case .noRows:
      LocalizedText(
        french: "écrivez un lien par ligne : deux noms, séparés par une tabulation",
        english: "write one edge on each line: two names with a tab between them")
    case .tooLarge:
      LocalizedText(french: "partagez-le en plusieurs fichiers", english: "split it into several files")
    case .cutShort, .tooManyCells, .mixedSeparators:
      LocalizedText(
        french:
          "donnez à chaque ligne les mêmes colonnes et le même séparateur ; un nom qui le contient se met entre guillemets",
        english: "give every line the same columns and separator; put a name that holds it in double quotes")
    case .noName: LocalizedText(french: "complétez ou supprimez la ligne", english: "complete or delete the line")
    case .longName, .badQuote:
      LocalizedText(
        french: "fermez le guillemet sur la même ligne, et doublez ceux du nom",
        english: "close the quote on the same line, and double those of the name")
    case .notUTF8, .controlCharacter:
      LocalizedText(french: "enregistrez le fichier en UTF-8", english: "save the file as UTF-8")
    case .weightNotNumber, .weightNotPositive, .weightsTooLarge:
      LocalizedText(
        french: "écrivez un nombre supérieur à 0, ou supprimez la colonne",
        english: "write a number above 0, or delete the column")
    case .notAnIndex, .indexOutOfRange:
      LocalizedText(
        french: "numérotez les nœuds à partir de 0, ou lisez la liste par noms",
        english: "number the nodes from 0, or read the list by names")
    }
  }
}

extension EdgeListError: CustomStringConvertible {
  /// The faults as compilers print them, in English; see ``text(file:in:)``.
  public var description: String { text(file: "edges", in: .english) }

  /// One line for each fault, `file:line:column: error: message`, then what to do about the first, then how many more.
  public func text(file: String, in language: Language) -> String {
    let label = language == .french ? "erreur\u{A0}" : "error"
    var lines = faults.map { "\(file):\($0.line):\($0.column): \(label): \($0.message[language])" }
    if let cure = faults.first?.cure[language] {
      lines.append((language == .french ? "aide\u{A0}: " : "help: ") + cure)
    }
    if faultCount > faults.count {
      let rest = faultCount - faults.count
      lines.append(language == .french ? "… et \(rest) autres erreurs" : "… and \(rest) more errors")
    }
    return lines.joined(separator: "\n")
  }
}
