public import AllianceModel

/// Where in a file a problem stands: what compilers print as `file:line:column`.
public struct SourceLocation: Sendable, Hashable {
  /// The name of the file as the user gave it.
  public let file: String
  /// From 1; nil when the whole file is meant.
  public let line: Int?
  /// In characters, from 1.
  public let column: Int?

  public init(file: String, line: Int? = nil, column: Int? = nil) {
    (self.file, self.line, self.column) = (file, line, column)
  }
}

/// One thing that a reader or a check has to say about a file: where, what, and what to do.
public struct ImportProblem: Error, Sendable, Equatable {
  public let severity: Finding.Severity
  public let location: SourceLocation?
  /// The cell at fault, its neighbours only hinted at: a message must not spread what else stands in the line.
  public let excerpt: String?
  /// The part of ``excerpt`` to underline: first character, from 0, and count.
  public let marked: Range<Int>
  /// The column of the table, as its header says, or the field of the model.
  public let field: String?
  /// The value at fault, as written.
  public let value: String?
  public let message: LocalizedText
  public let cure: LocalizedText?

  public init(
    _ severity: Finding.Severity, at location: SourceLocation? = nil, excerpt: String? = nil,
    marked: Range<Int> = 0..<0,
    field: String? = nil, value: String? = nil, message: LocalizedText, cure: LocalizedText? = nil
  ) {
    (self.severity, self.location, self.excerpt, self.marked) = (severity, location, excerpt, marked)
    (self.field, self.value, self.message, self.cure) = (field, value, message, cure)
  }

  /// A finding about a graph that has no file behind it.
  init(_ finding: Finding) {
    self.init(
      finding.severity, field: finding.field, value: finding.value, message: finding.message, cure: finding.cure)
  }

  /// `file:line:column: error: message`, then the cell underlined, as compilers print it, then the cure.
  ///
  ///     partners.csv:12:7: error: the budget must be a number of euros, found “12x4”
  ///     …,12x4
  ///       ^~~~
  ///     help: write digits only
  public func text(in language: Language) -> String {
    let place = [location?.file, location?.line.map(String.init), location?.column.map(String.init)]
      .compactMap(\.self).joined(separator: ":")
    var lines = [(place.isEmpty ? "" : place + ": ") + "\(label[language]): \(message[language])"]
    if let excerpt, !excerpt.isEmpty {
      let marker = String(repeating: "~", count: max(0, marked.count - 1))
      lines += [excerpt, String(repeating: " ", count: marked.lowerBound) + "^" + marker]
    }
    if let cure { lines.append((language == .french ? "aide\u{A0}: " : "help: ") + cure[language]) }
    return lines.joined(separator: "\n")
  }

  /// The word before the message; the colon follows it, in French after a space that does not break.
  private var label: LocalizedText {
    switch severity {
    case .note: LocalizedText(french: "note\u{A0}", english: "note")
    case .warning: LocalizedText(french: "avertissement\u{A0}", english: "warning")
    case .error: LocalizedText(french: "erreur\u{A0}", english: "error")
    }
  }
}
