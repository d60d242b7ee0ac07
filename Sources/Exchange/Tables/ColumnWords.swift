/// The words that people write above the columns of each table, in French and English.
///
/// Compared as `textKey`: no case, accents, underscores or punctuation. The first word is the column of the data package.
enum ColumnWords {
  typealias Columns = [(name: String, words: [String])]

  private static func column(_ name: String, _ words: String) -> (name: String, words: [String]) {
    (name, [name.replacing("_", with: " ")] + words.split(separator: "|").map(String.init))
  }

  private static let identifier = column(
    "id", "identifiant|identifier|code|reference|ref|cle|key|uid|numero|n|no|num")
  private static let coordinates: Columns = [
    column("latitude", "lat|y|lat centroide"), column("longitude", "lon|lng|long|x|lon centroide"),
  ]
  private static let period: Columns = [
    column("year_start", "annee debut|annee de debut|annee start|start year|annee"),
    column(
      "start",
      "debut|date debut|date de debut|start date|depuis|since|from date|creation|date de creation|date creation|cree en|"
        + "annee de creation|founded|date signature|date de signature|signature|date adhesion|date d adhesion"),
    column("year_end", "annee fin|annee de fin|end year"),
    column("end", "fin|date fin|date de fin|end date|jusqu a|jusque|until|echeance|dissolution"),
  ]
  private static let topics: Columns = [
    column(
      "themes",
      "theme|thematique|thematiques|domaine|domaines|secteur|secteurs|domaine d activite|secteur d activite|topics|topic"
    ),
    column("odd", "odds|sdg|sdgs|goal|goals|objectifs de developpement durable|objectif de developpement durable"),
    column("odd_basis", "base odd|sdg basis"),
  ]
  private static let evidence = column("source", "sources|reference source|references|origine|provenance|evidence url")

  static let actors: Columns =
    [
      column(
        "id",
        "identifiant|identifier|id acteur|actor id|identifiant acteur|code acteur|pic|reference|ref|cle|key|uid|numero|n|no|num|code"
      ),
      column(
        "name",
        "nom|nom de l acteur|nom acteur|nom complet|denomination|denomination sociale|raison sociale|libelle|label|"
          + "organisation|organization|nom de l organisation|structure|nom de la structure|"
          + "nom de l association|nom de l entreprise|acteur|actor|partenaire|association|entreprise|"
          + "denominationunitelegale"),
      column(
        "aliases", "alias|autres noms|autre nom|ancien nom|anciens noms|sigle|acronyme|acronym|nom court|short name"),
      column(
        "kind",
        "type|nature|categorie|category|type d acteur|type acteur|type de structure|type d organisation|actor type|"
          + "statut|statut juridique|forme juridique|famille"),
      column(
        "legal_category", "legal code|categorie juridique|code juridique|code categorie juridique|nature juridique"),
      column("siren", "n siren|no siren|numero siren|code siren|siren number"),
      column("siret", "n siret|no siret|numero siret|code siret|siret number"),
      column("rna", "n rna|no rna|numero rna|code rna|waldec|id association|numero d association"),
      column("size", "taille|taille d entreprise|taille de l entreprise|categorie d entreprise"),
      column("place", "insee|code insee|code commune|codgeo|insee commune|commune insee|code insee commune|lieu"),
      column("commune", "ville|city|town|municipality|localite|nom commune|nom de la commune|libcom"),
      column("departement", "dep|dept|department|code departement|code dep"),
    ] + coordinates + period + topics + [
      column("networks", "reseau|reseaux|network|membre de|member of|appartenance"),
      column("public_role", "role public|fonction publique|mandat public|mandat"),
      column("description", "objet|presentation|about|summary|a propos"),
      column("url", "site|site web|siteweb|web|website|site internet|page web|lien"), evidence,
      column("kind_basis", "base type"), column("legal_category_basis", ""), column("themes_basis", "theme basis"),
      column("partners", "partenaires|allies|travaille avec|works with|liens|cooperations"),
    ]

  static let alliances: Columns =
    [
      column("alliance_id", "id alliance|rcn|alliance siren|identifiant alliance|code alliance|project id"),
      identifier,
      column(
        "title",
        "titre|intitule|nom|name|libelle|label|alliance|partenariat|nom de l alliance|nom du partenariat|"
          + "titre de l alliance|projet|nom du projet|project|action|cooperation|partnership"),
      column(
        "parties",
        "partie|partenaires|partners|acteurs|actors|participants|membres|members|structures|organisations|"
          + "organizations|parties prenantes|acteurs impliques|signataires|allies"),
      column("roles", "role|roles des parties"),
      column("forms", "form|forme|formes|forme de partenariat|formes de partenariat|typologie"),
      column("forms_basis", "form basis|base forme"),
      column(
        "relation",
        "relations|type de relation|nature du lien|type de lien|type|type d alliance|type de partenariat|nature|lien|"
          + "link type|categorie"),
      column("relation_basis", ""), column("logic", "logique"),
    ] + period + [column("date", "date exacte|le")] + topics + [
      column("status", "statut|etat|avancement|state"),
      column("territory", "territoire|perimetre|zone|area"),
      column("intensity", "intensite|poids|weight|force"),
      column(
        "story",
        "evidence|recit|histoire|description|ce qui a ete fait|resume|preuve|contenu|objet|presentation|summary"),
      column("result", "results|resultat|resultats|impact|impacts|bilan"), evidence,
      column("themes_basis", "theme basis"),
    ]

  static let parties: Columns = [
    column(
      "alliance",
      "alliance id|id alliance|identifiant alliance|partenariat|id partenariat|projet|id projet|project|project id|rcn|"
        + "alliance siren|nom de l alliance|titre de l alliance|title|titre|edge"),
    column(
      "actor",
      "acteur|actor id|id acteur|identifiant acteur|partenaire|partner|membre|member|member siren|participant|"
        + "organisation|organization|structure|party|partie|signataire|pic|siren|nom de l acteur|nom acteur|nom|name|node"
    ),
    column("role", "roles|fonction|qualite|statut"),
    column("start", "debut|date debut|date de debut|depuis|since|start date|entree|joined"),
    column("end", "fin|date fin|date de fin|jusqu a|until|end date|sortie|left"),
  ]

  static let sources: Columns = [
    column("subject", "sujet|concerne"), column("field", "champ|colonne|column"),
    column("value", "valeur"), column("basis", "base|fondement"), column("title", "titre|source"),
    column("url", "lien|adresse|link|href"), column("date", "le|date source"),
    column("author", "auteur|qui|who|par"), column("confidence", "confiance|fiabilite"),
  ]

  static let places: Columns =
    coordinates + [
      column("id", "identifiant|code"), column("level", "niveau|echelon"),
      column("name", "nom|libelle|label|nom de la commune|commune"),
      column("within", "dans|inclus dans|parent|parents"),
      column("population", "pop|habitants|pmun|pmun 2024|ptot|population municipale"),
      column("commune_code", "insee|code insee|code commune|codgeo"),
      column("departement", "dep|departement code|code departement"),
      column("region", "reg|code region"),
      column("epci", "epci siren|siren epci|code epci"), column("epci_name", "epci nom|nom epci"),
      column("siren", "siren commune"),
    ]

  static let decisions: Columns = [
    column("verdict", "decision|choix"), column("subjects", "sujets|ids|concerne|acteurs"),
    column("reason", "raison|motif|pourquoi"), column("date", "le"), column("author", "auteur|qui|who|par"),
  ]

  static let ties: Columns = [
    column(
      "from", "source|de|depuis|acteur 1|acteur1|acteur a|actor 1|actor1|noeud 1|node1|node 1|organisation 1|org1"),
    column(
      "to", "target|vers|a|cible|acteur 2|acteur2|acteur b|actor 2|actor2|noeud 2|node2|node 2|organisation 2|org2"),
    column("title", "titre|intitule|label|libelle|name|nom"),
    column("relation", "type|nature|lien|link type|type de lien|nature du lien|categorie"),
    column("forms", "form|forme|formes"), column("intensity", "weight|poids|intensite|force|value|valeur"),
    column("start", "debut|date|annee|year|since|depuis|date de debut"), column("end", "fin|date de fin|until"),
    column("story", "description|evidence|recit"), column("reference", "sources|references|url"),
  ]
}
