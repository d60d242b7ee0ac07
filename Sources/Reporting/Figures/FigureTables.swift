import AllianceModel
import TerritoryAnalysis

/// The facts of the pictures as tables, for who cannot see them.
extension ReportSubject {
  /// How many actors each place has.
  var placeTable: Table {
    let located = Dictionary(grouping: graph.actors.indices.filter { graph.actors[$0].place != nil }) {
      graph.actors[$0].place ?? ""
    }
    let rows = located.sorted { (-$0.value.count, placeName($0.key)) < (-$1.value.count, placeName($1.key)) }
    return Table(
      caption: say("Acteurs et objets par lieu", "Actors and objects by place"),
      columns: [.init(say("Lieu", "Place")), .init(say("Nombre", "Number"), isNumber: true), .init(say("Qui", "Who"))],
      rows: rows.map { id, actors in
        Table.Row(
          [placeName(id), actors.count.written(in: language), list(actors.map(name))], rows: actors.map(row(actor:)))
      })
  }

  /// How each organisation stands in the network, the strongest first.
  func measureTable(_ analysis: TerritoryAnalysis) -> Table {
    let order = analysis.actors.sorted { (-$0.strength, -$0.degree, $0.actor) < (-$1.strength, -$1.degree, $1.actor) }
    return Table(
      caption: say("Acteurs, par nombre d’alliances", "Actors, by number of alliances"),
      columns: [
        .init(say("Acteur", "Actor")), .init(say("Famille", "Family")),
        .init(say("Alliances avec d’autres", "Alliances with others"), isNumber: true),
        .init(say("Partenaires", "Partners"), isNumber: true), .init(say("Groupe", "Group")),
      ],
      rows: order.map { measure in
        Table.Row(
          [
            name(measure.actor), (graph.actors[measure.actor].family ?? .others).label[language],
            Int(measure.strength).written(in: language), measure.degree.written(in: language),
            measure.cluster.map { groupName($0, analysis) } ?? "",
          ], rows: [row(actor: measure.actor)])
      })
  }

  /// How many alliances began in each year, by form; one of two forms counts under both, so rows do not add up.
  var formsByYear: Table {
    let forms = Array(Set(graph.alliances.flatMap(\.forms))).sorted { ($0.rank, $0.rawValue) < ($1.rank, $1.rawValue) }
    let hasUnknown = graph.alliances.contains { $0.forms.isEmpty }
    let groups = Dictionary(grouping: graph.alliances.indices) { graph.alliances[$0].start?.year }
    let years = groups.sorted { ($0.key ?? .max) < ($1.key ?? .max) }
    func number(_ count: Int) -> String { count == 0 ? "" : count.written(in: language) }
    return Table(
      caption: say("Alliances par année de début et par forme", "Alliances by year of start and form"),
      columns: [.init(say("Année", "Year")), .init(say("Alliances", "Alliances"), isNumber: true)]
        + forms.map { .init($0.label[language], isNumber: true) }
        + (hasUnknown ? [.init(say("Forme non connue", "Form not known"), isNumber: true)] : []),
      rows: years.map { year, members in
        let counts = forms.map { form in members.count { graph.alliances[$0].forms.contains(form) } }
        let unknown = hasUnknown ? [number(members.count { graph.alliances[$0].forms.isEmpty })] : []
        return Table.Row(
          [year.map(String.init) ?? say("Sans date de début", "No start known"), number(members.count)]
            + counts.map(number) + unknown, rows: members.map(row(alliance:)))
      })
  }

  /// The families that are there, in the order of legends, and those of each alliance's organisations.
  private var families: (present: [ActorFamily], ofAlliance: [[ActorFamily]]) {
    let ofAlliance = parties.map { members in
      members.filter { graph.actors[$0].isOrganisation }.map { graph.actors[$0].family ?? .others }
    }
    let all = Set(graph.actors.compactMap(\.family))
    return (ActorFamily.allCases.filter(all.contains), ofAlliance)
  }

  var familyTable: Table {
    let (present, ofAlliance) = families
    return Table(
      caption: say("Alliances entre familles", "Alliances between families"),
      columns: [.init(say("Famille", "Family"))] + present.map { .init($0.label[language], isNumber: true) },
      rows: present.map { first in
        var rows: [RowReference] = []
        let cells = present.map { second in
          let found = ofAlliance.indices.filter { alliance in
            let there = ofAlliance[alliance]
            return first == second
              ? there.count { $0 == first } > 1 : there.contains(first) && there.contains(second)
          }
          rows += found.map(row(alliance:))
          return found.count.written(in: language)
        }
        return Table.Row([first.label[language]] + cells, rows: rows.isEmpty ? [.table("alliances")] : rows)
      })
  }

  var goalTable: Table {
    let (present, ofAlliance) = families
    let goals = Set(graph.alliances.flatMap(\.odd)).sorted()
    return Table(
      caption: say("Alliances par ODD et par famille", "Alliances by SDG and family"),
      columns: [.init(say("ODD", "SDG"))] + present.map { .init($0.label[language], isNumber: true) },
      rows: goals.map { goal in
        let members = graph.alliances.indices.filter { graph.alliances[$0].odd.contains(goal) }
        let label = Vocabulary.goals["\(goal)"].map { "\(goal) · \($0.label[language])" } ?? "\(goal)"
        let cells = present.map { family in
          members.count { ofAlliance[$0].contains(family) }.written(in: language)
        }
        return Table.Row([label] + cells, rows: members.map(row(alliance:)))
      })
  }
}
