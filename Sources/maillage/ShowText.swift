import AllianceModel
import TerritoryAnalysis

extension GraphSummary {
  /// The summary as it is printed.
  func text(in language: Language) -> String {
    func say(_ french: String, _ english: String) -> String {
      LocalizedText(french: french, english: english)[language]
    }
    func list<Term: VocabularyTerm>(_ counts: [Count], of type: Term.Type) -> String {
      counts.map { "\(Term(rawValue: $0.code).label[language]) (\($0.count))" }.joined(separator: ", ")
    }
    let years = firstYear.flatMap { first in lastYear.map { first == $0 ? "\(first)" : "\(first)–\($0)" } }
    let lines: [String?] = [
      title, territory.map { say("Territoire : \($0)", "Territory: \($0)") }, description,
      say(
        "\(actors) acteurs, \(objects) objets, \(alliances) alliances dont \(multiParty) à trois parties ou plus, \(parties) participations",
        "\(actors) actors, \(objects) objects, \(alliances) alliances, \(multiParty) of three parties or more, \(parties) participations"
      ),
      years.map { say("Années : \($0) (\(undated) sans date de début)", "Years: \($0) (\(undated) without a start)") },
      say("Genres : ", "Kinds: ") + list(kinds, of: ActorKind.self),
      forms.isEmpty ? nil : say("Formes : ", "Forms: ") + list(forms, of: PartnershipForm.self),
      say("\(places) lieux, \(sources) sources", "\(places) places, \(sources) sources"),
      licence.map { say("Licence : \($0)", "Licence: \($0)") },
      created.flatMap { PartialDate($0) }.map {
        say("Date : \($0.words(in: language))", "Date: \($0.words(in: language))")
      },
    ]
    return lines.compactMap(\.self).joined(separator: "\n") + "\n"
  }
}

extension ActorSheet {
  /// The sheet as it is printed.
  func text(in language: Language) -> String {
    func say(_ french: String, _ english: String) -> String {
      LocalizedText(french: french, english: english)[language]
    }
    let codes = identifiers.sorted { $0.key < $1.key }.map { "\($0.key.uppercased()) \($0.value)" }.joined(
      separator: " · ")
    let head: [String?] = [
      name, [kind, place].compactMap(\.self).joined(separator: " · "),
      aliases.isEmpty ? nil : say("Autres noms : ", "Other names: ") + aliases.joined(separator: ", "),
      codes.isEmpty ? nil : codes, description, url,
      start.map { say("Depuis : \($0)", "Since: \($0)") }, end.map { say("Jusqu’à : \($0)", "Until: \($0)") },
    ]
    let alliances = participations.map { part in
      let facts = [part.start, part.role, part.relation, part.forms.isEmpty ? nil : part.forms.joined(separator: ", ")]
      let with = part.partners.isEmpty ? "" : say("\n    avec ", "\n    with ") + part.partners.joined(separator: ", ")
      let cited = part.sources.map { "\n    \($0)" }.joined()
      return "• \(part.title) (\(facts.compactMap(\.self).joined(separator: " · ")))\(with)\(cited)\n"
    }
    let title = say("Alliances (\(participations.count))", "Alliances (\(participations.count))")
    let cited = sources.isEmpty ? "" : "\n" + say("Sources :\n", "Sources:\n") + sources.map { "  \($0)\n" }.joined()
    return head.compactMap(\.self).filter { !$0.isEmpty }.joined(separator: "\n") + "\n\n\(title)\n"
      + alliances.joined() + cited
  }
}
