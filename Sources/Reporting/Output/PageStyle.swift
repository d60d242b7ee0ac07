import AllianceModel
import Cartography

/// The style sheet of a report: the colours of the maps' theme, the file `report.css`, and the running lines of print.
struct PageStyle {
  let title: String
  let imprint: String
  let stamp: String
  let theme: MapTheme

  var css: String {
    """
    :root { --ink: \(theme.ink.hex); --faint: \(theme.faintInk.hex); --paper: \(theme.paper.hex); \
    --hull: \(theme.hull.hex); --border: \(theme.hullBorder.hex); --accent: \(theme.style(of: .authorities).border.hex); \
    --font: \(theme.fontName); }
    @page { @top-left { content: \(PageStyle.string(title)) } @top-right { content: \(PageStyle.string(stamp)) } \
    @bottom-left { content: \(PageStyle.string(imprint)) } }

    """ + Templates.css
  }

  /// A text as a string of CSS, that can end neither itself nor the style element.
  private static func string(_ text: String) -> String {
    "\""
      + text.unicodeScalars.map { scalar in
        switch scalar {
        case "\"", "\\", "<", ">", "&": "\\\(String(scalar.value, radix: 16)) "
        default: scalar.value < 0x20 ? " " : String(scalar)
        }
      }.joined() + "\""
  }
}
