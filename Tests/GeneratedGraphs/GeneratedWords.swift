/// What the names of generated graphs are made of. Places and surnames are common French ones in no real combination.
enum GeneratedWords {
  static let kinds = [
    "company", "company", "company", "company", "cooperative", "mutual", "association", "association", "association",
    "association", "foundation", "network", "chamber", "local_authority", "local_authority", "public_body", "state",
    "education_research", "media", "informal_group",
  ]
  static let sizes = ["micro", "sme", "mid_cap", "large"]
  static let objectKinds = ["programme", "event", "publication", "place", "standard"]
  static let forms = [
    "patronage", "responsible_practices", "economic_cooperation", "economic_cooperation", "societal_innovation", "none",
  ]
  static let relations = ["common_project", "membership", "funding", "service", "research", "event", "governance"]

  static let names: [String: [String]] = [
    "company": [
      "{nom} & Fils", "SARL {nom}", "Ateliers {nom}-{nom2}", "Menuiserie {nom}", "Transports {nom} – {lieu}",
      "Brasserie de {lieu}", "{nom} Énergies", "Imprimerie {nom}",
    ],
    "cooperative": ["Scop {nom}", "Coopérative laitière de {lieu}", "SCIC Les Possibles de {lieu}"],
    "mutual": ["Mutuelle de {lieu}", "Mutuelle {nom} Prévoyance"],
    "association": [
      "Amicale laïque de {lieu}", "Les Amis {objet}", "Association {nom}", "Foyer rural de {lieu}",
      "Association pour la sauvegarde {objet} et la promotion de la vie associative du canton de {lieu}",
      "Épicerie solidaire de {lieu}", "Repair Café – {lieu}", "Secours {nom} (délégation de {lieu})",
    ],
    "foundation": ["Fondation {nom}", "Fondation territoriale du Pays de {lieu}"],
    "network": ["Réseau {nom}", "Club d’entreprises de {lieu}", "Fédération départementale {objet}"],
    "chamber": ["Chambre de commerce et d’industrie de {lieu}", "Chambre de métiers – {lieu}"],
    "local_authority": ["Commune de {lieu}", "Communauté de communes du Pays de {lieu}", "Agglomération de {lieu}"],
    "public_body": ["CCAS de {lieu}", "Centre hospitalier {nom}", "Office public de l’habitat de {lieu}"],
    "state": ["Sous-préfecture de {lieu}", "Direction départementale – {lieu}"],
    "education_research": [
      "Lycée {nom}", "Université de {lieu}", "Laboratoire d’études {objet}", "École d’ingénieurs {nom}",
    ],
    "media": ["Radio {lieu}", "Le Courrier de {lieu}"],
    "informal_group": ["Collectif {objet}", "Conseil de développement de {lieu}"],
    "programme": ["Projet alimentaire de {lieu}", "Programme {nom} 2030"],
    "event": ["Forum {objet}", "Fête de {lieu}"],
    "publication": ["Livre blanc {objet}", "Atlas du Pays de {lieu}"],
    "place": ["Tiers-lieu {nom}", "La Halle de {lieu}"],
    "standard": ["Charte {objet}", "Label {nom}"],
  ]
  static let causes = [
    "de la rivière", "du bocage", "des circuits courts", "de l’économie circulaire", "du patrimoine bâti",
    "de la forêt", "des énergies citoyennes", "de l’insertion", "du numérique responsable", "des mobilités douces",
  ]
  static let themes = [
    "énergie", "alimentation", "insertion par l’activité économique", "mobilité", "culture", "numérique", "santé",
    "logement", "réemploi et économie circulaire", "éducation", "tourisme", "biodiversité", "petite enfance", "sport",
  ]
  static let titles = [
    "Convention {thème}", "Plan {thème} de {lieu}", "Charte {thème}", "Atelier partagé – {thème}",
    "Groupement d’achat {thème}", "Mécénat de compétences au service de l’action « {thème} » sur le canton de {lieu}",
    "Journées {thème}", "Étude {thème}", "Maison commune de {lieu}", "Fonds local {thème}",
  ]
  static let surnames = [
    "Lefèvre", "Gérard", "Noël", "Bérenger", "Moreau", "Le Goff", "Dujardin", "Hélias", "Castaing", "Rouvière",
    "Pélissier", "Maître", "Çelik", "Da Silva", "Benoît", "Chauvet", "Œhler", "Jaurès", "Vauquelin", "Trévise",
    "Kerdoncuff", "Lacaze", "Étienne", "Raphaël", "Saint-Prix", "Bouchard", "d’Arvor", "Legrand", "Marchais", "Ünal",
  ]
  static let places = [
    "Saint-Éloi", "Montbrun", "La Ferrière", "Évry-le-Pont", "Châtelneuf", "Belle-Île-sur-Vaux", "Nogent", "L’Hôpital",
    "Pézenac", "Bourg-la-Reine", "Cœuvres", "Sainte-Hélène", "Villefranche-d’Ombre", "Loupiac", "Ancy", "Orgères",
    "Le Mesnil-Tôve", "Saint-Aubin-des-Bois", "Marçay", "Aÿ", "Fougeré", "Plouézec", "Gré", "Thônes-en-Val",
  ]
  static let placeEnds = [
    "-le-Haut", "-le-Bas", "-sur-Orne", "-en-Brie", "-la-Forêt", "-les-Bains", "-d’Albret", "-sous-Bois", "-l’Abbaye",
    "-sur-Mer", "-le-Vieux", "-en-Forez", "-le-Château", "-de-Bretagne", "-lès-Avignon", "-du-Lac",
    "-sur-Isère", "-en-Caux", "-le-Comte", "-Saint-Jean", "-Saint-Michel", "-aux-Mines", "-sur-Loire", "-en-Royans",
    "-la-Ville", "-les-Vignes", "-Notre-Dame", "-le-Duc",
  ]
  static let numerals = ["II", "III", "IV", "Nord", "Sud", "Est", "Ouest", "Centre"]
}
