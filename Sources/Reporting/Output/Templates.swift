import Mustache

/// The templates of all formats, read once.
enum Templates {
  private static let library: MustacheLibrary = {
    let texts: [(name: String, bytes: [UInt8])] = [
      ("page.html", PackageResources.page_html_mustache), ("section.html", PackageResources.section_html_mustache),
      ("sentences.html", PackageResources.sentences_html_mustache),
      ("block.html", PackageResources.block_html_mustache),
      ("figure.html", PackageResources.figure_html_mustache), ("table.html", PackageResources.table_html_mustache),
    ]
    do {
      return MustacheLibrary(
        templates: try Dictionary(
          uniqueKeysWithValues: texts.map {
            ($0.name, try MustacheTemplate(string: String(decoding: $0.bytes, as: UTF8.self)))
          }))
    } catch {
      preconditionFailure("a template of this very program cannot be read: \(error)")
    }
  }()

  static let css = String(decoding: PackageResources.report_css, as: UTF8.self)

  /// The text of a template with these values. Every name that the template uses must have one.
  static func render(_ name: String, _ values: [String: Any]) -> String {
    guard let text = library.render(values, withTemplate: name) else {
      preconditionFailure("there is no template \(name)")
    }
    return text
  }
}
