import AllianceModel
import Cartography

/// A report as one HTML file that asks nothing of the network.
public struct HTMLWriter {
  private let report: Report
  private let pictures: [String: Picture]
  private var language: Language { report.language }

  /// - Parameter pictures: Of the figures, by their ids, as ``Illustrator`` draws them.
  public init(_ report: Report, pictures: [String: Picture]) {
    (self.report, self.pictures) = (report, pictures)
  }

  private func say(_ french: String, _ english: String) -> String {
    LocalizedText(french: french, english: english)[language]
  }

  /// The whole file.
  public var page: String {
    Templates.render(
      "page.html",
      [
        "lang": language.rawValue, "title": report.title.typeset(in: language), "overline": report.overline,
        "kind": report.kind.rawValue, "css": style, "generator": "Maillage \(maillageVersion)",
        "skip": say("Aller au contenu", "Skip to content"), "contents": say("Sommaire", "Contents"),
        "lead": sentences(report.lead), "cover": report.cover.enumerated().map { block($1, in: "couverture") }.joined(),
        "entries": report.sections.filter { !$0.isCard }.map {
          ["id": $0.id, "title": $0.title.typeset(in: language), "overline": $0.overline ?? ""]
        },
        "sections": report.sections.map { section($0, level: 2) }.joined(), "stamp": stamp, "footer": footer,
        "logo": report.theme.logo?.dataURI ?? "",
      ])
  }

  /// Empty for a report that may be published.
  private var stamp: String { report.isInternal ? ReportWords.internalStamp[language] : "" }

  private var footer: String { ReportWords.footer(of: report) }

  private var style: String {
    PageStyle(
      title: report.title.typeset(in: language), imprint: ReportWords.imprint(of: report), stamp: stamp,
      theme: report.theme
    ).css
  }

  private func section(_ section: Report.Section, level: Int) -> String {
    Templates.render(
      "section.html",
      [
        "id": section.id, "title": section.title.typeset(in: language),
        "overline": section.overline?.typeset(in: language) ?? "",
        "level": "\(min(level, 6))", "rows": section.rows.attribute,
        "classes": classes(of: section),
        "blocks": section.blocks.map { block($0, in: section.id) }.joined(),
        "sections": section.sections.map { self.section($0, level: level + 1) }.joined(),
      ])
  }

  /// A section that is one picture laid out for a sheet prints on that sheet, its heading above the picture.
  private func classes(of section: Report.Section) -> String {
    var classes: [String] = []
    if section.isCard { classes.append("carte") }
    if section.blocks.count == 1, case .figure(let figure) = section.blocks[0], let page = pictures[figure.id]?.page {
      classes += ["planche", "planche-\(page.rawValue)"]
    } else if section.startsPage {
      classes.append("page")
    }
    return classes.joined(separator: " ")
  }

  private func sentences(_ sentences: [Sentence], in section: String = "") -> String {
    Templates.render("sentences.html", ["sentences": sentences.map { values(of: $0, in: section) }])
  }

  private func values(of sentence: Sentence, in section: String) -> [String: Any] {
    [
      "text": sentence.text, "rows": sentence.rows.attribute, "language": sentence.language?.rawValue ?? false,
      "notes": sentence.notes.map { ["number": "\($0)", "target": "\(section)-note-\($0)", "label": "note \($0)"] },
    ]
  }

  private func block(_ block: Block, in section: String) -> String {
    switch block {
    case .figure(let figure): return self.figure(figure, in: section)
    case .table(let table): return self.table(table)
    default: break
    }
    var values: [String: Any] = [
      "paragraph": false, "list": false, "facts": false, "keyFigures": false, "goals": false, "footnotes": false,
    ]
    func sentence(_ sentence: Sentence) -> [String: Any] { ["html": sentences([sentence], in: section)] }
    switch block {
    case .paragraph(let text): values["paragraph"] = text.isEmpty ? false : sentences(text, in: section)
    case .list(let items): values["list"] = items.isEmpty ? false : ["items": items.map(sentence)]
    case .facts(let facts):
      values["facts"] =
        facts.isEmpty
        ? false
        : ["items": facts.map { ["label": $0.label.typeset(in: language), "values": $0.sentences.map(sentence)] }]
    case .keyFigures(let figures):
      values["keyFigures"] = ["items": figures.map { ["value": $0.value, "html": sentences([$0.label])] }]
    case .goals(let goals):
      values["goals"] = [
        "items": goals.map { ["color": $0.color.hex, "ink": $0.ink.hex, "html": sentences([$0.label])] }
      ]
    case .footnotes(let notes):
      values["footnotes"] = [
        "title": say("Sources", "Sources"),
        "items": notes.map {
          [
            "id": "\(section)-note-\($0.number)", "number": "\($0.number)", "text": $0.sentence.text,
            "rows": $0.sentence.rows.attribute, "address": $0.address ?? "",
          ]
        },
      ]
    case .figure, .table: break
    }
    return Templates.render("block.html", values)
  }

  private func figure(_ figure: Figure, in section: String) -> String {
    guard let picture = pictures[figure.id] else { return figure.table.map(table) ?? "" }
    return Templates.render(
      "figure.html",
      [
        "id": figure.id, "svg": InlineSVG(picture, prefix: figure.id).text, "caption": sentences([figure.caption]),
        "tallest": figure.tallest.map { "; --tallest: \($0)mm" } ?? "",
        "width": "\(Int((picture.width - 2 * picture.border).rounded()))",
        "data": say("Les données de la figure", "The data of the figure"),
        "table": figure.table.map(table) ?? "",
      ])
  }

  private func table(_ table: Table) -> String {
    func cell(_ text: String, _ column: Table.Column) -> [String: Any] {
      ["text": text.typeset(in: language), "class": column.isNumber ? "nombre" : ""]
    }
    return Templates.render(
      "table.html",
      [
        "caption": table.caption, "columns": table.columns.map { cell($0.title, $0) },
        "rows": table.rows.map { row in
          [
            "rows": row.rows.attribute, "anchor": row.anchor ?? "",
            "head": cell(row.cells[0], table.columns[0]),
            "cells": zip(row.cells, table.columns).dropFirst().map(cell),
          ] as [String: Any]
        },
      ])
  }
}
