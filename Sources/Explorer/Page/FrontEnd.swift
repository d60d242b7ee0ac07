import Foundation

/// The files of the front end, as they are embedded in the program.
enum FrontEnd {
  static let entry = "app.js"

  /// The modules by their names.
  static let modules: [String: String] = [
    "app.js": text(PackageResources.app_js),
    "cards.js": text(PackageResources.cards_js),
    "dom.js": text(PackageResources.dom_js),
    "download-menu.js": text(PackageResources.download_menu_js),
    "ego.js": text(PackageResources.ego_js),
    "export.js": text(PackageResources.export_js),
    "filter-panel.js": text(PackageResources.filter_panel_js),
    "filters.js": text(PackageResources.filters_js),
    "group-view.js": text(PackageResources.group_view_js),
    "groups.js": text(PackageResources.groups_js),
    "legend.js": text(PackageResources.legend_js),
    "marks.js": text(PackageResources.marks_js),
    "missing-view.js": text(PackageResources.missing_view_js),
    "model.js": text(PackageResources.model_js),
    "pages.js": text(PackageResources.pages_js),
    "parts.js": text(PackageResources.parts_js),
    "picture-view.js": text(PackageResources.picture_view_js),
    "picture.js": text(PackageResources.picture_js),
    "reading.js": text(PackageResources.reading_js),
    "source.js": text(PackageResources.source_js),
    "state.js": text(PackageResources.state_js),
    "suggestions.js": text(PackageResources.suggestions_js),
    "tables.js": text(PackageResources.tables_js),
    "text.js": text(PackageResources.text_js),
    "ties.js": text(PackageResources.ties_js),
    "twins.js": text(PackageResources.twins_js),
    "view-query.js": text(PackageResources.view_query_js),
    "words-en.js": text(PackageResources.words_en_js),
    "words-fr.js": text(PackageResources.words_fr_js),
  ]

  /// The style sheets, in their order.
  static let styles: [(name: String, text: String)] = [
    ("style.css", text(PackageResources.style_css)),
    ("views.css", text(PackageResources.views_css)),
  ]

  /// The page without data, script or style.
  static let page = text(PackageResources.page_html)

  /// What `/api` offers, as OpenAPI 3.1.
  static let openAPI = PackageResources.openapi_json

  private static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}
