import AllianceModel

extension GraphAssembly {
  mutating func readSources() {
    forEachRow(of: .sources) { assembly, row, origin in
      let written = row.text("subject") ?? ""
      let subject = assembly.allianceIDs[written] ?? written
      assembly.origins[.source(assembly.sources.count)] = origin
      assembly.sources.append(
        Source(
          subject: assembly.isPackage ? subject : assembly.subject(subject), field: row.text("field"),
          value: row.text("value"), basis: row.text("basis"), title: row.text("title"), url: row.text("url"),
          date: row.date("date"), author: row.text("author"), confidence: row.text("confidence")))
    }
  }

  /// The id of what a table of sources calls by id or by name.
  private func subject(_ written: String) -> String {
    if case .found(let id) = find(written) { return id }
    let titled = drafts.filter { $0.alliance.title.textKey == written.textKey }
    return titled.count == 1 ? titled[0].alliance.id : written
  }

  mutating func readDecisions() {
    forEachRow(of: .decisions) { assembly, row, origin in
      guard let verdict = row.text("verdict") else { return }
      assembly.origins[.decision(assembly.decisions.count)] = origin
      assembly.decisions.append(
        AllianceGraph.Decision(
          verdict: verdict, subjects: row.list("subjects"), reason: row.text("reason"), date: row.date("date"),
          author: row.text("author")))
    }
  }
}
