import AllianceModel

/// The form in which two ways to write one organisation are the same.
///
///     NameKey("CC Pays de X") == NameKey("Communauté de communes du Pays de X")  // true
///     NameKey("Ets Roux SARL") == NameKey("ROUX")  // true
///
/// Case, accents, order of words, articles, legal forms and what stands in brackets do not count; usual abbreviations
/// are written out. Equal keys make two actors *likely* the same, no more: a person decides.
public struct NameKey: Sendable, Hashable {
  let words: [String]

  public init(_ name: String) {
    let outside = NameKey.withoutBrackets(name)
    let all = (outside.textKey.isEmpty ? name : outside).textKey.split(separator: " ").map(String.init)
    let expanded = all.enumerated().flatMap { index, word in
      // "CA" opens the name of a communauté d'agglomération; inside a name it may be anything.
      (index == 0 ? NameKey.openings[word] : nil) ?? NameKey.abbreviations[word] ?? [word]
    }
    let kept = expanded.filter { !NameKey.small.contains($0) }
    let core = kept.filter { !NameKey.legalForms.contains($0) }
    words = (core.isEmpty ? kept : core).sorted()
  }

  /// Whether there is anything to compare.
  var isEmpty: Bool { words.isEmpty }

  private static func withoutBrackets(_ name: String) -> String {
    name.utf8.contains(UInt8(ascii: "(")) ? name.replacing(/\([^)]*\)/, with: " ") : name
  }

  private static func list(_ words: String) -> [String] { words.split(separator: " ").map(String.init) }

  private static let small = Set(list("de du des d la le les l et a au aux en pour the of and"))
  private static let legalForms = Set(
    list("sas sasu sarl eurl sa sci scop scic scea gaec earl gie asso association ets etablissements ltd"))
  private static let openings: [String: [String]] = [
    "cc": list("communaute communes"), "ca": list("communaute agglomeration"), "cu": list("communaute urbaine"),
    "cd": list("departement"), "cr": list("region"), "ville": list("commune"), "mairie": list("commune"),
    "agglo": list("communaute agglomeration"),
  ]
  private static let abbreviations: [String: [String]] = [
    "comcom": list("communaute communes"), "dept": list("departement"), "dpt": list("departement"),
    "st": list("saint"), "ste": list("sainte"), "cci": list("chambre commerce industrie"),
    "cma": list("chambre metiers artisanat"), "cress": list("chambre regionale economie sociale solidaire"),
    "univ": list("universite"), "agglo": list("agglomeration"), "ess": list("economie sociale solidaire"),
    "mjc": list("maison jeunes culture"), "ccas": list("centre communal action sociale"),
    "petr": list("pole equilibre territorial rural"), "pnr": list("parc naturel regional"), "fed": list("federation"),
    "reg": list("regional"), "nat": list("national"), "cie": list("compagnie"), "sté": list("societe"),
  ]
}
