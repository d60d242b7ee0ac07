/// Reads from the free fields of a row whether it may be published.
///
/// Three kinds of columns tell: those that ask whether it may ("diffusible", "publiable": no), whether it may not
/// ("interne", "confidentiel": yes), and those that name a status ("diffusion", "statutDiffusionUniteLegale",
/// "visibilité": N, P, non diffusible, interne…). `[ND]` is how INSEE masks a cell of a company that refuses diffusion.
enum DiffusionMark {
  static func isSet(in fields: [FreeField]) -> Bool {
    fields.contains { field in
      let value = field.value.textKey
      if refusals.contains(value) || field.value.trimmingPrefix(while: \.isWhitespace).hasPrefix("[ND]") { return true }
      let name = field.name.textKey
      if permissions.contains(name) { return no.contains(value) }
      if prohibitions.contains(name) { return yes.contains(value) }
      return isStatus(name) && statuses.contains(value)
    }
  }

  private static let permissions: Set<String> = [
    "diffusible", "publiable", "public", "a publier", "publishable", "diffusion autorisee", "publication autorisee",
  ]
  private static let prohibitions: Set<String> = [
    "non diffusible", "interne", "internal", "usage interne", "internal use", "confidentiel", "confidential", "prive",
    "private", "ne pas publier", "ne pas diffuser", "do not publish",
  ]
  private static let refusals: Set<String> = [
    "non diffusible", "partiellement diffusible", "ne pas diffuser", "ne pas publier", "usage interne",
    "do not publish",
  ]
  private static let statuses: Set<String> = [
    "n", "p", "non", "no", "interne", "internal", "confidentiel", "confidential", "prive", "private", "restreint",
    "restreinte", "restricted", "nd", "non public", "non publique", "not public",
  ]
  private static let yes: Set<String> = ["oui", "o", "yes", "y", "x", "1", "true", "vrai"]
  private static let no: Set<String> = ["non", "n", "no", "0", "false", "faux"]

  private static func isStatus(_ name: String) -> Bool {
    let words = ["diffusion", "visibilite", "visibility", "confidentialite", "confidentiality", "publication"]
    return name.hasPrefix("statutdiffusion")
      || words.contains { word in
        name == word || name == "statut de \(word)" || name == "statut \(word)" || name == "niveau de \(word)"
          || name == "\(word) status"
      }
  }
}
