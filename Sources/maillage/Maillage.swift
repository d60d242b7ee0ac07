import ArgumentParser

/// The command `maillage`: reads arguments, asks the libraries, prints.
@main
struct Maillage: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "maillage",
    abstract:
      "Cartes d’alliances d’un territoire, partenariats manquants, bonnes nouvelles. / Maps of who works with whom.",
    discussion: """
      Commencer :        maillage new Mon-territoire
      Lire un tableau :  maillage import acteurs.csv alliances.csv --into Mon-territoire --apply
      Dessiner :         maillage map Mon-territoire --kind network --output carte.svg
      Analyser :         maillage analyze Mon-territoire

      Messages follow the locale (LANG=en_GB.UTF-8 for English); maps and reports follow --lang.
      """,
    version: "0.1.0",
    subcommands: [])
}
