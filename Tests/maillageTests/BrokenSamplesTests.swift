import Foundation
import TestSupport
import Testing

/// `Samples/broken/README.md` shows the message that each faulty sample gets; these tests hold it to that.
@Suite("Broken samples")
struct BrokenSamplesTests {
  /// Each sample, what is wrong with it, and the exit code of `maillage check`.
  static let samples: [(name: String, fault: String, status: Int32)] = [
    ("vide.csv", "Un fichier vide.", 65),
    ("en-tete-seul.csv", "Un en-tête, aucune ligne.", 65),
    ("colonnes-inconnues.csv", "Des colonnes que rien ne fait reconnaître.", 65),
    (
      "colonnes-ambigues.csv",
      "Des acteurs et leurs partenaires, ou des projets et leurs parties ? Les colonnes ne le disent pas.", 65
    ),
    ("partie-inconnue", "Une partie qui n’est pas dans la table des acteurs.", 0),
    ("paquet-partie-inconnue", "La même chose dans un paquet de données, où rien n’est deviné.", 65),
    ("partie-deux-fois.csv", "Une partie nommée deux fois dans une alliance.", 0),
    ("une-seule-partie.csv", "Une alliance d’une seule partie.", 0),
    ("type-inconnu.csv", "Des types d’acteurs inconnus.", 0),
    ("forme-inconnue.csv", "Une forme de partenariat inconnue.", 0),
    ("date-impossible.csv", "Le 31 février.", 65),
    ("fin-avant-debut.csv", "Une fin avant le début.", 65),
    ("siren-faux.csv", "Un SIREN dont la clé est fausse, un SIRET détruit par un tableur.", 0),
    ("identifiant-double.csv", "Deux lignes, un identifiant.", 65),
    ("windows-1252.csv", "Un fichier de Windows, sans UTF-8 : il est lu, et c’est dit.", 0),
    ("accents-mal-lus.csv", "Des accents mal lus avant l’enregistrement.", 0),
    ("guillemet-ouvert.csv", "Un guillemet jamais fermé.", 65),
    ("guillemets-et-signes.csv", "Guillemets, barre oblique inverse, & et < dans des noms : rien à redire.", 0),
    ("case-trop-longue.csv", "Une case de 117 000 octets.", 65),
    ("odd-hors-liste.csv", "Un ODD 18.", 65),
    ("coordonnees-fausses.csv", "Une latitude seule, le point (0, 0), un mot pour un nombre.", 65),
    ("pas-du-texte.csv", "Un fichier qui n’est pas du texte.", 65),
    ("dossier-sans-table", "Un dossier sans table.", 66),
    ("paquet-abime", "Un descripteur de paquet abîmé.", 65),
    ("paquet-sans-table", "Un paquet dont la table manque.", 66),
  ]

  private static let folder = RealData.packageRoot.appending(path: "Samples/broken", directoryHint: .isDirectory)

  private static let opening = """
    # Des tableurs fautifs

    Un par faute, et le message qu’il reçoit de `maillage check`. Une erreur donne le code de sortie 65, un fichier ou dossier
    absent 66 ; un avertissement garde la ligne telle qu’elle est écrite.

    *In English: one faulty spreadsheet for each fault, with the message that it gets (here in French; `LANG=en_GB.UTF-8` for English).*

    """

  @Test("get the messages that their README shows, and the right exit codes")
  func messages() throws {
    var text = Self.opening
    for sample in Self.samples {
      let outcome = try CommandRunner.maillage(["check", "Samples/broken/\(sample.name)"])
      #expect(outcome.status == sample.status, "\(sample.name): \(outcome.errors)")
      let shown = outcome.errors.isEmpty ? "" : "\n```\n\(outcome.errors)```\n"
      text += "\n## \(sample.name)\n\n\(sample.fault) Code de sortie : \(outcome.status).\n" + shown
    }
    let readme = Self.folder.appending(path: "README.md")
    if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1" {
      try Data(text.utf8).write(to: readme)
    }
    #expect(try String(contentsOf: readme, encoding: .utf8) == text)
  }

  @Test("are all described")
  func complete() throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path).filter { $0 != "README.md" }
    #expect(Set(names) == Set(Self.samples.map(\.name)))
  }

  @Test("are not imported, and leave nothing behind, when they hold errors")
  func notSaved() throws {
    let target = FileManager.default.temporaryDirectory.appending(path: "maillage-\(UUID().uuidString)").path
    for sample in Self.samples where sample.status != 0 && !sample.name.hasPrefix("paquet") {
      let outcome = try CommandRunner.maillage(["import", "Samples/broken/\(sample.name)", "--into", target, "--apply"])
      #expect(outcome.status == sample.status, "\(sample.name): \(outcome.errors)")
      #expect(!FileManager.default.fileExists(atPath: target), "\(sample.name)")
    }
  }
}
