extension GraphvizError: CustomStringConvertible {
  /// In English, with the words of Graphviz.
  public var description: String { message(french: false) }

  /// What happened, and what to do, for a person.
  ///
  /// - Parameter french: Whether in French; else in English. What Graphviz said follows in its own words.
  public func message(french: Bool) -> String {
    let sentence = french ? frenchSentence : englishSentence
    guard !messages.isEmpty else { return sentence }
    return sentence + (french ? " Graphviz dit\u{A0}: " : " Graphviz says: ") + messages.joined(separator: " ")
  }

  private var englishSentence: String {
    let engine = engine.map { " (engine \($0.rawValue))" } ?? ""
    return switch reason {
    case .refusedAttribute(let name, let value):
      "The attribute \(name)=\(value) is not offered: it makes Graphviz crash, run for ever or lose nodes\(engine)."
    case .rejected: "Graphviz cannot draw this graph, at the stage \(stage.rawValue)\(engine)."
    case .timeLimit(let seconds):
      "The drawing was not done after \(Self.format(seconds, french: false)) s\(engine). Draw fewer actors, "
        + "take a faster engine, or raise the time limit."
    case .memoryLimit(let bytes):
      "The drawing needs more than \(bytes >> 20) MiB of memory\(engine). Draw fewer actors, or raise the memory limit."
    case .missingPlugin:
      "The installed Graphviz lacks what this drawing needs\(engine). Install the package graphviz "
        + "(Debian: apt install graphviz), then run “dot -c”."
    case .missingFonts:
      "No font was found\(engine). Install one (Debian: apt install fontconfig fonts-liberation2)."
    case .workerNotFound(let path): "The program that draws is not at “\(path)”, or may not be run."
    case .crashed(let signal): "Graphviz crashed (signal \(signal))\(engine). Try another engine."
    case .workerFailed(let detail): "The program that draws failed: \(detail)\(engine)."
    case .cancelled: "The drawing was cancelled."
    }
  }

  private var frenchSentence: String {
    let engine = engine.map { " (moteur \($0.rawValue))" } ?? ""
    return switch reason {
    case .refusedAttribute(let name, let value):
      "L'attribut \(name)=\(value) n'est pas proposé\u{A0}: il fait planter Graphviz, le fait tourner sans fin ou lui fait "
        + "perdre des nœuds\(engine)."
    case .rejected: "Graphviz ne peut pas dessiner ce graphe, à l'étape «\u{A0}\(frenchStage)\u{A0}»\(engine)."
    case .timeLimit(let seconds):
      "Le dessin n'est pas fini après \(Self.format(seconds, french: true))\u{A0}s\(engine). Dessinez moins d'acteurs, "
        + "prenez un moteur plus rapide ou augmentez la limite de temps."
    case .memoryLimit(let bytes):
      "Le dessin demande plus de \(bytes >> 20)\u{A0}Mio de mémoire\(engine). Dessinez moins d'acteurs ou augmentez la "
        + "limite de mémoire."
    case .missingPlugin:
      "Il manque au Graphviz installé de quoi faire ce dessin\(engine). Installez le paquet graphviz "
        + "(Debian\u{A0}: apt install graphviz), puis lancez «\u{A0}dot -c\u{A0}»."
    case .missingFonts:
      "Aucune police n'a été trouvée\(engine). Installez-en une (Debian\u{A0}: apt install fontconfig fonts-liberation2)."
    case .workerNotFound(let path):
      "Le programme de dessin n'est pas à l'emplacement «\u{A0}\(path)\u{A0}», ou ne peut pas être lancé."
    case .crashed(let signal): "Graphviz a planté (signal \(signal))\(engine). Essayez un autre moteur."
    case .workerFailed(let detail): "Le programme de dessin a échoué\(engine)\u{A0}: \(detail)."
    case .cancelled: "Le dessin a été annulé."
    }
  }

  private var frenchStage: String {
    switch stage {
    case .check: "vérification"
    case .start: "lancement"
    case .parse: "lecture"
    case .layout: "disposition"
    case .render: "écriture"
    case .exchange: "échange"
    }
  }

  /// At most two decimals, with the mark of the language.
  private static func format(_ seconds: Double, french: Bool) -> String {
    var digits = DOTNumber.format(seconds)
    while digits.hasSuffix("0") { digits.removeLast() }
    if digits.hasSuffix(".") { digits.removeLast() }
    return french ? digits.replacing(".", with: ",") : digits
  }
}
