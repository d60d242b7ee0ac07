/// One thing that the publication gate left out: where, why and how often.
public struct LeftOut: Sendable, Hashable {
  public enum Reason: String, Sendable, CaseIterable {
    /// An e-mail address in a text.
    case address
    /// A telephone number in a text.
    case phone
    /// A link that holds an address, a number or a name.
    case link
    /// The name of a hidden person in another text.
    case name
    /// A cell of a column of contacts, by the name of the column.
    case contacts
    /// The name of a person without a public role.
    case person
    /// The name of a sole trader.
    case soleTrader = "sole_trader"
    /// A row that is marked as not to be published, or internal.
    case marked
    /// An id that holds personal data.
    case id
    /// What a source says of a row that is left out or hidden; decisions, which are working notes.
    case evidence
  }

  /// `graph`, `actors`, `alliances`, `places`, `sources` or `decisions`.
  public let table: String
  /// The id that the row has in the public graph; empty for a row that is not in it.
  public let row: String
  /// The column; empty for the whole row.
  public let field: String
  public let reason: Reason
  public let count: Int
}

extension LeftOut.Reason {
  /// What stands in the place of what was taken out.
  var placeholder: LocalizedText {
    switch self {
    case .address: LocalizedText(french: "[adresse retirée]", english: "[address removed]")
    case .phone: LocalizedText(french: "[téléphone retiré]", english: "[phone removed]")
    case .link: LocalizedText(french: "[lien retiré]", english: "[link removed]")
    default: LocalizedText(french: "[nom retiré]", english: "[name removed]")
    }
  }

  /// "3 numéros de téléphone": so many of these, in words.
  func words(_ count: Int) -> LocalizedText {
    func of(_ one: String, _ several: String, _ single: String, _ plural: String) -> LocalizedText {
      LocalizedText(
        french: "\(count) \(count < 2 ? one : several)", english: "\(count) \(count == 1 ? single : plural)")
    }
    return switch self {
    case .address: of("adresse électronique", "adresses électroniques", "e-mail address", "e-mail addresses")
    case .phone: of("numéro de téléphone", "numéros de téléphone", "telephone number", "telephone numbers")
    case .link:
      of(
        "lien qui en contient", "liens qui en contiennent", "link that holds personal data",
        "links that hold personal data")
    case .name:
      of(
        "mention d’un nom dans un texte", "mentions d’un nom dans un texte", "mention of a name in a text",
        "mentions of a name in a text")
    case .contacts:
      of("case d’une colonne de contacts", "cases de colonnes de contacts", "cell of contacts", "cells of contacts")
    case .person:
      of(
        "nom de personne sans rôle public", "noms de personnes sans rôle public",
        "name of a person without a public role", "names of persons without a public role")
    case .soleTrader:
      of(
        "nom d’entreprise individuelle", "noms d’entreprises individuelles", "name of a sole trader",
        "names of sole traders")
    case .marked:
      of(
        "ligne marquée non diffusible ou interne", "lignes marquées non diffusibles ou internes",
        "row marked internal or not to be published", "rows marked internal or not to be published")
    case .id:
      of(
        "identifiant qui contient un nom ou un contact", "identifiants qui contiennent un nom ou un contact",
        "id that holds a name or a contact", "ids that hold a name or a contact")
    case .evidence:
      of(
        "source ou décision qui s’y rapporte", "sources ou décisions qui s’y rapportent",
        "source or decision about these", "sources or decisions about these")
    }
  }
}

extension Publication.Removed {
  /// What was left out, in sentences for the reader: how much and why, then what the gate cannot see. The last one always
  /// stands.
  public var notes: [LocalizedText] {
    let counts = LeftOut.Reason.allCases.map { ($0, count($0)) }.filter { $0.1 > 0 }.map { $0.0.words($0.1) }
    let sum =
      counts.isEmpty
      ? LocalizedText(
        french: "Aucune donnée personnelle n’a été trouvée dans ce graphe.",
        english: "No personal data was found in this graph.")
      : LocalizedText(
        french: "Laissés de côté avant publication : "
          + LocalizedText.list(counts.map(\.french), limit: counts.count).french + ".",
        english: "Left out before publication: "
          + LocalizedText.list(counts.map(\.english), limit: counts.count).english + ".")
    return [
      sum,
      LocalizedText(
        french: "Un nom que la table des acteurs ne connaît pas ne peut pas être reconnu : relisez avant de publier.",
        english: "A name that the table of actors does not know cannot be recognised: read before you publish."),
    ]
  }
}
