import AllianceModel
import Exchange
import TerritoryAnalysis

/// An analysis as it is printed: tables and sentences for people, or one CSV table of actors.
struct AnalysisText {
  let document: AnalysisDocument
  let language: Language

  var text: String {
    [head, actors, clusters, findings, conventions].joined(separator: "\n")
  }

  private func say(_ french: String, _ english: String) -> String {
    LocalizedText(french: french, english: english)[language]
  }

  private var head: String {
    let territory = document.territory.map { $0 == document.title ? "" : " – \($0)" } ?? ""
    return "\(document.title)\(territory)\n"
      + say(
        "\(document.actorCount) acteurs et \(document.objectCount) objets · \(document.allianceCount) alliances, dont "
          + "\(document.tyingAllianceCount) relient au moins deux acteurs · \(document.tieCount) liens\n",
        "\(document.actorCount) actors and \(document.objectCount) objects · \(document.allianceCount) alliances, "
          + "\(document.tyingAllianceCount) of which tie at least two actors · \(document.tieCount) ties\n")
  }

  private var actors: String {
    let columns: [TextTable.Column] = [
      .init(title: say("Acteur", "Actor")), .init(title: say("Famille", "Family")),
      .init(title: say("Alliances", "Alliances"), isNumber: true),
      .init(title: say("Force", "Strength"), isNumber: true),
      .init(title: say("Degré", "Degree"), isNumber: true), .init(title: say("Harmonique", "Harmonic"), isNumber: true),
      .init(title: say("Intermédiarité", "Betweenness"), isNumber: true),
      .init(title: say("Coupés", "Cut off"), isNumber: true), .init(title: say("Groupe", "Group"), isNumber: true),
    ]
    // The table keeps its order; people want the strongest first.
    let order = document.actors.indices.sorted { left, right in
      let (a, b) = (document.actors[left], document.actors[right])
      return (-a.strength, -(a.betweenness ?? 0), left) < (-b.strength, -(b.betweenness ?? 0), right)
    }
    let rows = order.map { index in
      let row = document.actors[index]
      let family = ActorFamily(rawValue: row.family)?.label[language] ?? row.family
      return [
        row.name, family, "\(row.alliances)", row.strength.written(decimals: 2, in: language), "\(row.degree)",
        row.harmonic?.written(decimals: 3, in: language) ?? "–",
        row.betweenness?.written(decimals: 1, in: language) ?? "–",
        row.cutOff == 0 ? "" : "\(row.cutOff)", row.cluster.map(String.init) ?? "–",
      ]
    }
    return TextTable(columns: columns, rows: rows).text
  }

  private var clusters: String {
    guard !document.clusters.isEmpty else { return "" }
    let names = Dictionary(document.actors.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
    let modularity = document.modularity.map { $0.written(decimals: 3, in: language) } ?? "–"
    let lines = document.clusters.map { cluster in
      let members = cluster.actors.map { names[$0] ?? $0 }.joined(separator: ", ")
      let pivot = names[cluster.pivot] ?? cluster.pivot
      return say(
        "\(cluster.number). \(cluster.name.capitalizedFirst), autour \(pivot.afterDe) (\(cluster.actors.count) acteurs) : \(members)\n",
        "\(cluster.number). \(cluster.name.capitalizedFirst), around \(pivot) (\(cluster.actors.count) actors): \(members)\n"
      )
    }
    return say("Groupes (modularité \(modularity))\n", "Groups (modularity \(modularity))\n") + lines.joined()
  }

  private var findings: String {
    guard !document.findings.isEmpty else { return "" }
    return say("Constats\n", "Findings\n") + document.findings.map { "• \($0.sentence)\n" }.joined()
  }

  private var conventions: String {
    say("Conventions (graine \(document.seed))\n", "Conventions (seed \(document.seed))\n")
      + document.conventions.map { "– \($0)\n" }.joined()
  }

  /// One row for each actor, in the order of the table, with numbers that read back exactly.
  var csv: String {
    let header = [
      "id", "name", "kind", "family", "alliances", "degree", "strength", "harmonic", "betweenness", "cluster",
      "component", "cut_off",
    ]
    func exact(_ value: Double?) -> String { value.map { "\($0)" } ?? "" }
    let rows = document.actors.map { row -> [String] in
      let measures = [exact(row.strength), exact(row.harmonic), exact(row.betweenness)]
      return [row.id, row.name, row.kind ?? "", row.family, "\(row.alliances)", "\(row.degree)"] + measures
        + [row.cluster.map(String.init) ?? "", "\(row.component)", "\(row.cutOff)"]
    }
    return CSVWriter.package.text(header: header, rows: rows)
  }
}
